"""The one place where work leaves the window's thread: queued, cancellable, its answers dropped when stale."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThreadPool, Signal, Slot

_LOG = logging.getLogger(__name__)
_Answer = TypeVar("_Answer")


class TaskContext:
    """What running work may ask and tell, from its own thread."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._cancelled = Event()
        self._report = report

    def cancel(self) -> None:
        """Ask the work to stop at the next place where all is whole."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Tell whether somebody asked the work to stop."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int, words: str = "") -> None:
        """Tell how much is done of how much (0: unknown), and what is at hand."""
        self._report(done, total, words)


class _Bridge(QObject):
    """Carries signals from the worker's thread into the window's."""

    progressed = Signal(int, int, str)
    ended = Signal(object, object)


@dataclass(eq=False, slots=True)
class Task:
    """One piece of work under way."""

    context: TaskContext
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]
    wanted: Callable[[], bool]
    bridge: _Bridge

    def cancel(self) -> None:
        """Ask it to stop; its answer is dropped unless it ends as usual."""
        self.context.cancel()


class _Job(QRunnable):
    def __init__(self, work: Callable[[TaskContext], Any], context: TaskContext, bridge: _Bridge) -> None:
        super().__init__()
        self._work, self._context, self._bridge = work, context, bridge

    def run(self) -> None:
        answer, error = None, None
        try:
            answer = self._work(self._context)
        except Exception as caught:  # carried to the window's thread, where it is logged and told
            error = caught
        self._bridge.ended.emit(answer, error)


class TaskRunner(QObject):
    """Runs work one piece after the other in one thread of its own.

    Work must not touch widgets, nor the window's library: open a ``sibling()`` of it in the work.
    """

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(1000)
        self._tasks: list[Task] = []

    @property
    def is_busy(self) -> bool:
        """Tell whether any work is under way or waiting."""
        return bool(self._tasks)

    def run(
        self,
        work: Callable[[TaskContext], _Answer],
        *,
        done: Callable[[_Answer], object],
        failed: Callable[[Exception], object] | None = None,
        progress: Callable[[int, int, str], object] | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> Task:
        """Start ``work`` in the background.

        Args:
            done: gets the answer in the window's thread.
            failed: gets what the work raised; it is logged in any case.
            progress: gets (done, total, words) in the window's thread.
            wanted: asked before ``done``: an answer nobody wants any more (the page changed meanwhile) is dropped.
        """
        bridge = _Bridge(self)
        context = TaskContext(bridge.progressed.emit)
        task = Task(context, done, failed or (lambda _error: None), wanted, bridge)
        queued = Qt.ConnectionType.QueuedConnection
        if progress is not None:
            bridge.progressed.connect(progress, queued)
        bridge.ended.connect(lambda answer, error: self._end(task, answer, error), queued)
        self._tasks.append(task)
        self.busy_changed.emit(True)
        self._pool.start(_Job(work, context, bridge))
        return task

    def close(self) -> None:
        """Cancel everything and wait for it; answers are dropped."""
        for task in self._tasks:
            task.cancel()
            task.wanted = lambda: False
        self._pool.clear()
        self._pool.waitForDone()
        self._tasks.clear()
        # A bridge that still waits for its deferred deletion when the runner goes takes the process with it.
        for bridge in self.findChildren(_Bridge):
            QCoreApplication.sendPostedEvents(bridge, QEvent.Type.DeferredDelete)

    @Slot()
    def _end(self, task: Task, answer: object, error: Exception | None) -> None:
        if task not in self._tasks:
            return
        self._tasks.remove(task)
        task.bridge.deleteLater()
        self.busy_changed.emit(self.is_busy)
        if error is not None:
            _LOG.error("background work failed", exc_info=error)
            task.failed(error)
        elif task.wanted():
            task.done(answer)
