"""Finds and links the other part of the chosen article, in the background."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cppcc_reader.core.segmentation.continuation import Candidate, Direction, OpenEnd
from cppcc_reader.services.continuations import (
    STEP_NAME,
    UNLINK_NAME,
    end_without_note,
    ends_of_article,
    find_candidates,
    link_commands,
    link_of,
    unlink_commands,
)
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.continuation_dialog import ContinuationDialog
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.told import told
from cppcc_reader.views.workspace import Workspace


class ContinuationActions(QObject):
    """Links articles over pages.

    Args:
        show_place: opens a page and shows a place on it.
    """

    def __init__(
        self,
        workspace: Workspace,
        runner: TaskRunner,
        jobs: BulkJobs,
        *,
        show_place: Callable[[str, Selection], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._session = workspace.session
        self._runner = runner
        self._jobs = jobs
        self._show_place = show_place
        self._window = window

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's action call this object."""
        registry.bind("continuation", self.open)

    def open(self) -> ContinuationDialog | None:
        """Ask for the other part of the chosen article; None (with a message) where none is chosen."""
        page_id, article_id = self._session.page_id, self._session.selection.article_id
        if page_id is None or article_id is None:
            self._session.message.emit(self.tr("请先选中一篇文章"))
            return None
        end = self._end(page_id, article_id)
        dialog = ContinuationDialog(end, linked_to=link_of(self._workspace.library, end), parent=self._window)
        dialog.link_wanted.connect(lambda candidate: self._link(end, candidate))
        dialog.unlink_wanted.connect(lambda: self._unlink(end))
        dialog.shown.connect(self._show)
        self._find(dialog, end)
        dialog.open()
        return dialog

    def _end(self, page_id: str, article_id: str) -> OpenEnd:
        """Return the end to be linked: the first open one, else one that says nothing."""
        library = self._workspace.library
        ends = ends_of_article(library, page_id, article_id)
        unlinked = [end for end in ends if link_of(library, end) is None]
        if unlinked or ends:
            return (unlinked or ends)[0]
        return end_without_note(library, page_id, article_id, Direction.TO)

    def _find(self, dialog: ContinuationDialog, end: OpenEnd) -> None:
        library = self._workspace.library

        def work(context: TaskContext) -> tuple[list[Candidate], dict[str, str]]:
            with closing(library.sibling()) as own:
                found = find_candidates(own, end, cancelled=context.is_cancelled)
                return found, {one.end.page_id: own.pages.summary(one.end.page_id).name for one in found}

        task = self._runner.run(
            work,
            done=lambda answer: dialog.show_candidates(*answer),
            failed=lambda error: self._session.message.emit(told(error)),
            wanted=dialog.isVisible,
        )
        dialog.finished.connect(lambda _result: task.cancel())

    def _link(self, end: OpenEnd, candidate: Candidate) -> None:
        commands = link_commands(self._workspace.library, end, candidate.end)
        self._jobs.run(lambda service, _library: service.execute_bulk(commands, STEP_NAME))

    def _unlink(self, end: OpenEnd) -> None:
        commands = unlink_commands(self._workspace.library, end)
        self._jobs.run(lambda service, _library: service.execute_bulk(commands, UNLINK_NAME))

    def _show(self, candidate: Candidate) -> None:
        end = candidate.end
        article = self._workspace.library.annotations.load(end.page_id).article(end.article_id)
        start = article.segments[0].start
        selection = Selection(article_id=article.id, segment_starts=(start,), caret=start)
        self._show_place(end.page_id, selection)
