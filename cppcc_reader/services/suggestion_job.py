"""Suggest entities anew on every page of a library: in the background, stopped and taken up again at will."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from cppcc_reader.core.editing.mention_commands import ReplaceSuggestions
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.page import PageState
from cppcc_reader.services.annotation import AnnotationService, LongStep
from cppcc_reader.services.rejections import rejected_everywhere, without_rejected
from cppcc_reader.storage.library import Library

SETTING = "suggestion_job"
STEP_NAME = "更新实体建议"
SETTLED = frozenset({PageState.FINISHED, PageState.GOLD})
_KEEP_EVERY = 25
"""Pages between two notes of how far the job is: at most so many are done twice after a crash."""

Progress = Callable[[int, int], object]
Cancelled = Callable[[], bool]
Suggest = Callable[[str, AnnotationSet], tuple[Mention, ...]]
"""Page text and annotations to suggestions: ``Tagger.suggest``."""


@dataclass(frozen=True, slots=True)
class SuggestionReport:
    """What a run did.

    Attributes:
        pages: pages looked at in this run.
        changed: pages whose suggestions changed.
        left: pages that wait for the next run (it was cancelled).
    """

    pages: int
    changed: tuple[str, ...]
    left: int


def pages_waiting(library: Library) -> list[str]:
    """Return the pages of a job that was stopped, or those of a new one: all but finished, gold and trashed ones."""
    kept: list[str] | None = library.settings.get(SETTING)
    pages = [page.id for page in library.pages.summaries() if page.state not in SETTLED]
    if not kept:
        return pages
    still = set(pages)
    return [page_id for page_id in kept if page_id in still]


def is_resumable(library: Library) -> bool:
    """Tell whether a job was stopped half way."""
    return bool(library.settings.get(SETTING))


def forget_job(library: Library) -> None:
    """Let the next job begin with all pages."""
    library.settings.remove(SETTING)


def suggest_on_library(
    library: Library,
    suggest: Suggest,
    *,
    annotator: str,
    clock: Callable[[], datetime],
    only: Collection[str] | None = None,
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
) -> SuggestionReport:
    """Suggest entities on every waiting page; what people tagged or accepted stays and wins.

    A run is one step of the history. Cancelling leaves every page whole, and the next run goes on.

    Args:
        library: a connection of the thread that runs this.
        only: of the waiting pages none but these; None: all of them.
        progress: gets (pages done, pages in all).
        cancelled: asked before each page.

    Raises:
        LibraryError: if the library cannot be written.
    """
    waiting = [page_id for page_id in pages_waiting(library) if only is None or page_id in only]
    execute = AnnotationService(library, annotator=annotator, clock=clock).long_step(STEP_NAME)
    rejected = rejected_everywhere(library)
    changed: list[str] = []
    done = 0
    for page_id in waiting:
        if cancelled():
            break
        if _suggest_on_page(library, execute, page_id, suggest, rejected):
            changed.append(page_id)
        done += 1
        progress(done, len(waiting))
        if done % _KEEP_EVERY == 0:
            library.settings.set(SETTING, waiting[done:])
    _keep(library, waiting[done:])
    return SuggestionReport(pages=done, changed=tuple(changed), left=len(waiting) - done)


def _keep(library: Library, left: list[str]) -> None:
    """Write down which pages wait for the next run, or that none does."""
    if left:
        library.settings.set(SETTING, left)
    else:
        forget_job(library)


def _suggest_on_page(
    library: Library, execute: LongStep, page_id: str, suggest: Suggest, rejected: frozenset[tuple[str, str]]
) -> bool:
    """Suggest on one page and tell whether anything changed."""
    record = library.pages.record(page_id)
    text = record.page.text
    found = without_rejected(suggest(text, record.annotations), text, rejected)
    return not execute(page_id, ReplaceSuggestions(mentions=found, name=STEP_NAME)).is_empty
