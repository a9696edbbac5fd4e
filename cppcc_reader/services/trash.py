"""Emptying the trash: the only thing in the program that deletes; a snapshot is taken before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cppcc_reader.core.editing.filing_commands import FILING_STEPS
from cppcc_reader.services.backup import Snapshot, take_snapshot
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.page_store import PageSummary

BEFORE_EMPTYING = "清空回收站前"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashContents:
    """What would be gone.

    Attributes:
        articles, mentions, notes, steps: how many of each go with the pages; a step that other pages share
            stays in their history.
        worked_on: names of pages that a person has worked on.
        linked: names of pages outside the trash with an article that is continued on one of these.
    """

    pages: tuple[PageSummary, ...]
    articles: int
    mentions: int
    notes: int
    steps: int
    worked_on: tuple[str, ...]
    linked: tuple[str, ...]


def trash_contents(library: Library, page_ids: Sequence[str] | None = None) -> TrashContents:
    """Return what deleting pages for good would take away.

    Args:
        page_ids: only these of the pages in the trash; all where None.
    """
    wanted = None if page_ids is None else frozenset(page_ids)
    pages = tuple(
        page
        for page in library.pages.summaries(include_trashed=True)
        if page.trashed and (wanted is None or page.id in wanted)
    )
    ids = [page.id for page in pages]
    return TrashContents(
        pages=pages,
        articles=sum(page.articles for page in pages),
        mentions=sum(page.mentions for page in pages),
        notes=library.notes.count_on(ids),
        steps=len({entry.id for page_id in ids for entry in library.log.entries(page_id)}),
        worked_on=tuple(page.name for page in pages if page.mentions or _has_edits(library, page.id)),
        linked=tuple(library.pages.names_continued_on(ids)),
    )


def _has_edits(library: Library, page_id: str) -> bool:
    return any(not entry.undone and entry.name not in FILING_STEPS for entry in library.log.entries(page_id))


def delete_for_good(library: Library, page_ids: Sequence[str], now: datetime) -> tuple[int, Snapshot]:
    """Take a snapshot, then delete pages of the trash with all that is said about them and their history.

    Returns:
        How many were deleted (a page that was put back meanwhile stays), and the snapshot that holds them.

    Raises:
        LibraryError: if no snapshot can be taken or the library cannot be written; nothing is deleted then.
    """
    snapshot = take_snapshot(library, BEFORE_EMPTYING, now)
    return library.delete_trashed(page_ids), snapshot
