"""Giving many pages to one person."""

from __future__ import annotations

from collections.abc import Iterable

from cppcc_reader.storage.library import Library

STEP_NAME = "分派版面"


def people_of(library: Library) -> list[str]:
    """Return everybody that pages are assigned to, in order."""
    return sorted({page.assignee for page in library.pages.summaries() if page.assignee})


def assign_pages(library: Library, page_ids: Iterable[str], name: str) -> int:
    """Assign pages to somebody (to nobody where ``name`` is empty), all or none; return how many changed.

    Raises:
        UnknownPageError: if one of them is not in the library.
        LibraryError: if the library cannot be written.
    """
    changed = 0
    with library.transaction():
        for page_id in page_ids:
            if library.pages.summary(page_id).assignee != name:
                library.pages.set_assignee(page_id, name)
                changed += 1
    return changed
