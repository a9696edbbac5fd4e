"""Splitting and tagging many pages on all processors, beside the process that asks for it.

Python lets one thread compute at a time, so a bulk import in a thread would take half of the window's time;
in processes of their own the pages cost the window nothing.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Protocol, Self

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.services.library_tagger import presegmenter_of
from cppcc_reader.services.presegmentation import Presegmenter
from cppcc_reader.storage.library import Library

WORTH_FILES = 60
"""From so many pages on the start of the processes (a second or two each) is earned back."""

_log = logging.getLogger(__name__)


class Annotator(Protocol):
    """Whatever proposes articles and entities for a text (:class:`Presegmenter`)."""

    def annotate(self, text: str) -> AnnotationSet:
        """Return the proposal for a page."""


Proposal = AnnotationSet | Exception
"""The proposal for a page, or what went wrong with it."""


class BulkAnnotator(Protocol):
    """Whatever proposes for many texts at a time."""

    def annotate_all(self, texts: Sequence[str]) -> Iterator[Proposal]:
        """Yield the proposal for each text, in their order."""


class OneByOne:
    """A bulk annotator that works in the thread that asks."""

    def __init__(self, annotator: Annotator) -> None:
        self._annotator = annotator

    def annotate_all(self, texts: Sequence[str]) -> Iterator[Proposal]:
        """Yield the proposal for each text, in their order."""
        for text in texts:
            try:
                yield self._annotator.annotate(text)
            except Exception as error:  # one page on which the machine stumbles must not cost the others
                yield error


class ParallelAnnotator:
    """A bulk annotator with a process for each processor; start it with ``with``, which also ends it."""

    def __init__(self, *, entities: bool, library: Path | None = None, workers: int | None = None) -> None:
        """Prepare the processes; they start with the first page.

        Args:
            entities: whether to suggest entities.
            library: the library whose own rules and learned names count too.
            workers: how many processes; all processors if None.
        """
        self._entities = entities
        self._library = library
        # Not forked: a copy of a process with a window or with threads cannot be trusted to run.
        self._pool = ProcessPoolExecutor(
            max_workers=workers or os.cpu_count() or 1,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin_work,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def annotate_all(self, texts: Sequence[str]) -> Iterator[Proposal]:
        """Yield the proposal for each text, in their order; without processes it goes on in this one."""
        try:
            futures = [self._pool.submit(_annotate, text, self._entities, self._library) for text in texts]
        except (BrokenProcessPool, OSError):
            _log.exception("no processes to split in; going on in this one")
            yield from self._alone(texts)
            return
        for number, future in enumerate(futures):
            proposal = _result(future)
            if isinstance(proposal, BrokenProcessPool):
                _log.error("a process that split pages died; going on in this one")
                yield from self._alone(texts[number:])
                return
            yield proposal

    def _alone(self, texts: Sequence[str]) -> Iterator[Proposal]:
        yield from OneByOne(_read_presegmenter(self._entities, self._library)).annotate_all(texts)


def _result(future: Future[AnnotationSet]) -> Proposal:
    try:
        return future.result()
    except Exception as error:
        return error


def _begin_work() -> None:
    """Leave Ctrl+C to the process that asked, and end with it even if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_presegmenter(entities: bool, library: Path | None) -> Presegmenter:
    if library is None or not library.exists():
        return Presegmenter.load(entities=entities)
    with Library.open(library, read_only=True) as own:
        return presegmenter_of(own, entities=entities)


@cache
def _presegmenter(entities: bool, library: Path | None) -> Presegmenter:
    """Return the models of this worker process, read with its first page."""
    return _read_presegmenter(entities, library)


def _annotate(text: str, entities: bool, library: Path | None) -> AnnotationSet:
    return _presegmenter(entities, library).annotate(text)


def annotator_for(
    files: int, *, entities: bool, library: Path | None = None
) -> AbstractContextManager[Annotator | ParallelAnnotator]:
    """Return what suits an import of so many files; use it with ``with``.

    Args:
        library: the library whose own rules and learned names count too; None for the shipped models alone.
    """
    if files >= WORTH_FILES and (os.cpu_count() or 1) > 1:
        return ParallelAnnotator(entities=entities, library=library)
    return nullcontext(_read_presegmenter(entities, library))
