"""Brings the search index up to date in the background, in slices too short to be felt."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from cppcc_reader.services.search import SearchService
from cppcc_reader.storage.library import Library
from cppcc_reader.views.task_runner import TaskContext, TaskRunner

_QUIET_MS: Final = 800
"""After an edit: the next one may follow at once, and a page is indexed whole."""
_PAUSE_MS: Final = 20
_SLICE_PAGES: Final = 1
"""Pages written in one transaction: an edit waits for it at most."""
_TURN_S: Final = 0.25
"""A turn of the worker; searches get theirs in between."""
_AT_WORK_S: Final = 3.0
"""So long after an edit the person is taken to be at work."""
_GAP_S: Final = 0.02
"""While a person is at work, the library is free for so long between two slices; SQLite's waiting is not fair."""


class SearchIndexer(QObject):
    """Works the queue of changed pages off while the window is used.

    Signals:
        waiting_changed(int): how many pages are not in the index yet.

    Args:
        library: read and written through siblings.
        runner: the one that searches run in too, so that they follow what was indexed before.
    """

    waiting_changed = Signal(int)

    def __init__(self, library: Library, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._running = False
        self._last_wake = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._start)

    def wake(self) -> None:
        """Say that pages may have changed: after an import, an edit, at the start."""
        self._last_wake = time.monotonic()
        # Not put off again by the next edit: someone who never pauses must find what they wrote, too.
        if not (self._library.read_only or self._running or self._timer.isActive()):
            self._timer.start(_QUIET_MS)

    def stop(self) -> None:
        """Begin nothing more."""
        self._timer.stop()
        self._running = True

    def _start(self) -> None:
        self._running = True
        library = self._library
        self._runner.run(lambda context: _turn(library, context, self._gap), done=self._ended, failed=self._failed)

    def _gap(self) -> float:
        return _GAP_S if time.monotonic() - self._last_wake < _AT_WORK_S else 0.0

    def _ended(self, answer: tuple[int, bool]) -> None:
        waiting, more = answer
        self._running = False
        self.waiting_changed.emit(waiting)
        if more:
            self._timer.start(_PAUSE_MS)

    def _failed(self, _error: Exception) -> None:
        # The queue is in the library: the next change or start takes it up again.
        self._running = False


def _turn(library: Library, context: TaskContext, gap: Callable[[], float]) -> tuple[int, bool]:
    """Index for a quarter of a second; return how many pages wait and whether there is anything left to do."""
    end = time.monotonic() + _TURN_S
    with library.sibling() as own:
        service = SearchService(own)
        waiting = service.index_slice(_SLICE_PAGES)
        while waiting and time.monotonic() < end and not context.is_cancelled():
            time.sleep(gap())
            waiting = service.index_slice(_SLICE_PAGES)
        tidying = waiting == 0 and service.tidy_slice()
        return waiting, (waiting > 0 or tidying) and not context.is_cancelled()
