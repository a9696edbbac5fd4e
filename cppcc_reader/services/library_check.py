"""Is a library whole: the file, every page's bytes, invariants, quotes, and every step of its undo history."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cppcc_reader.core.editing.page_wide import ChangeConflictError
from cppcc_reader.core.model.invariants import find_problems
from cppcc_reader.core.model.json_codec import RecordError
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.storage.library import Library


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold; ``page_id`` is empty where it concerns the whole file."""

    page_id: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """Outcome of a check.

    Attributes:
        pages, articles, mentions, steps: how many were looked at.
        without_original: pages that came as records without their file's bytes (no problem).
    """

    pages: int
    articles: int
    mentions: int
    steps: int
    without_original: int
    problems: tuple[Problem, ...]


def check_library(library: Library, progress: Callable[[int, int], None] | None = None) -> CheckReport:
    """Check everything in a library; nothing is changed.

    Args:
        progress: called with (pages done, all pages) before each page.
    """
    problems = [Problem("", message) for message in library.integrity_problems()]
    articles = mentions = steps = without_original = 0
    page_ids = [] if problems else library.pages.ids(include_trashed=True)
    for done, page_id in enumerate(page_ids):
        if progress is not None:
            progress(done, len(page_ids))
        try:
            record = library.pages.record(page_id)
        except (ValueError, KeyError) as error:
            problems.append(Problem(page_id, f"记录无法读出：{error}"))
            continue
        articles += len(record.annotations.articles)
        mentions += len(record.annotations.mentions)
        original = library.pages.original_bytes(page_id)
        without_original += original is None
        problems += [Problem(page_id, message) for message in _page_problems(library, record, original)]
        steps += len(library.log.entries(page_id))
    return CheckReport(
        pages=len(page_ids),
        articles=articles,
        mentions=mentions,
        steps=steps,
        without_original=without_original,
        problems=tuple(problems),
    )


def _page_problems(library: Library, record: PageRecord, original: bytes | None) -> Iterator[str]:
    page_id = record.page.id
    if original is not None and hashlib.sha256(original).hexdigest() != record.page.source.sha256:
        yield "原始文件的摘要不符"
    yield from find_problems(record.page.text, record.annotations)
    yield from (f"引文与原文不符：{place}" for place in library.annotations.wrong_quotes(page_id))
    summary = library.pages.summary(page_id)
    if summary.articles != len(record.annotations.articles) or summary.characters != len(record.page.text):
        yield "版面列表中的计数不符"
    yield from _history_problems(library, record)


def _history_problems(library: Library, record: PageRecord) -> Iterator[str]:
    """Take every step back in memory: each must find the page as it left it."""
    annotations, filing = record.annotations, library.pages.filing(record.page.id)
    for entry in library.log.entries(record.page.id):
        if entry.undone:
            continue
        try:
            change = library.log.changes(entry.id)[record.page.id].inverted()
            annotations, filing = change.applied_to(annotations), change.filed(filing)
        except (ChangeConflictError, RecordError):
            yield f"编辑记录第 {entry.id} 步“{entry.name}”与版面不符，无法撤销到它之前"
            return
