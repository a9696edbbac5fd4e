"""Steps on many pages, carried out in the background through a connection of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from cppcc_reader.core.editing.command import EditError
from cppcc_reader.services.annotation import AnnotationService, Changes
from cppcc_reader.storage.library import Library
from cppcc_reader.views.editing_service import Steps
from cppcc_reader.views.task_runner import Task, TaskContext, TaskRunner
from cppcc_reader.views.told import told
from cppcc_reader.views.workspace import Workspace

_Answer = TypeVar("_Answer")


class BulkJobs(QObject):
    """Runs them one after the other; the session shows what they changed."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks

    def run(
        self,
        work: Callable[[AnnotationService, Library], Changes],
        *,
        done: Callable[[Changes], object] = lambda _changes: None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Carry out one step.

        Args:
            work: gets a service and a library of the worker's thread.
            done: called when the session shows the changes.
            failed: told what went wrong; without it the status bar says so.
        """

        def show(changes: Changes) -> None:
            if changes:
                self._workspace.session.take_changes(changes)
            done(changes)

        return self._run(work, show, failed or self._say)

    def run_steps(
        self, steps: Steps, done: Callable[[list[Changes]], object], failed: Callable[[Exception], object]
    ) -> None:
        """Take steps back (or make them again) for the session: its ``in_background``."""
        self._run(lambda service, _library: steps(service), done, failed)

    def _run(
        self,
        work: Callable[[AnnotationService, Library], _Answer],
        done: Callable[[_Answer], object],
        failed: Callable[[Exception], object],
    ) -> Task:
        workspace = self._workspace

        def in_thread(_context: TaskContext) -> _Answer | EditError:
            with workspace.library.sibling() as own:
                try:
                    return work(AnnotationService(own, annotator=workspace.annotator, clock=workspace.clock), own)
                except EditError as refusal:
                    return refusal  # an answer to the person, no failure of the work

        def end(answer: _Answer | EditError) -> None:
            if isinstance(answer, EditError):
                failed(answer)
            else:
                done(answer)

        return self._tasks.run(in_thread, done=end, failed=failed)

    def _say(self, error: Exception) -> None:
        self._workspace.session.message.emit(self.tr("没有完成，什么也没有改动：{0}").format(told(error)))
