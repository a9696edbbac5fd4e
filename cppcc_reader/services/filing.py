"""How many pages are filed at once: what a step would change, shown before it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cppcc_reader.core.editing.filing_commands import FilingCommand
from cppcc_reader.core.model.page import PageFiling
from cppcc_reader.storage.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingPreview:
    """What a command would change about one page."""

    page_id: str
    page_name: str
    before: PageFiling
    after: PageFiling


def people_of(library: Library) -> list[str]:
    """Return everybody that pages are assigned to, in order."""
    return sorted({page.assignee for page in library.pages.summaries() if page.assignee})


def preview_filing(library: Library, commands: Mapping[str, FilingCommand]) -> list[FilingPreview]:
    """Return the pages that the commands would change, and how; the others are left out.

    Raises:
        UnknownPageError: if one of them is not in the library.
    """
    found: list[FilingPreview] = []
    for page_id, command in commands.items():
        before = library.pages.filing(page_id)
        after = command.filed(before)
        if after != before:
            name = library.pages.summary(page_id).name
            found.append(FilingPreview(page_id=page_id, page_name=name, before=before, after=after))
    return found
