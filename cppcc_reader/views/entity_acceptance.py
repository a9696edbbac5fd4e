"""Accepting suggestions in bulk, after a look: those of the page or of the library above a confidence."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cppcc_reader.services.entity_acceptance import (
    AcceptanceReport,
    FormKey,
    SuggestedForm,
    accept_in_library,
    accepting,
    forms_in_library,
    forms_on_page,
)
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.entity_acceptance_dialog import AcceptanceScope, EntityAcceptanceDialog
from cppcc_reader.views.long_run import run_long
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.told import told
from cppcc_reader.views.workspace import Workspace

_CONFIDENT = 95
"""Per cent: of suggestions as sure as that at least 97 in a hundred are right."""


class EntityAcceptance(QObject):
    """Opens the dialog, finds forms for it, and accepts the ticked ones.

    Args:
        tasks: runs what writes; ``reads``: what only looks.
    """

    def __init__(self, workspace: Workspace, tasks: TaskRunner, reads: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._session = workspace, workspace.session
        self._tasks, self._reads, self._window = tasks, reads, window
        self._asked = 0

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        registry.bind("accept-all-mentions", lambda: self.open(least=0))
        registry.bind("accept-confident", lambda: self.open(least=_CONFIDENT))

    def open(self, *, least: int) -> EntityAcceptanceDialog | None:
        """Open the dialog for suggestions of a least confidence (per cent); None where nothing may be changed."""
        if self._session.read_only:
            self._session.message.emit(self.tr("文库正由另一个窗口使用，此处只读：请回到那个窗口修改"))
            return None
        dialog = EntityAcceptanceDialog(least=least, tag_set=self._session.tag_set, parent=self._window)
        dialog.forms_wanted.connect(lambda: self._find(dialog))
        dialog.acceptance_wanted.connect(lambda: self._accept(dialog))
        dialog.finished.connect(lambda _result: self._end(dialog))
        self._find(dialog)
        dialog.open()
        return dialog

    def _find(self, dialog: EntityAcceptanceDialog) -> None:
        self._asked += 1
        asked, least = self._asked, dialog.least()
        if dialog.scope() is AcceptanceScope.PAGE:
            dialog.show_forms(forms_on_page(self._session.text, self._session.annotations.mentions, least))
            return
        library = self._workspace.library

        def work(_context: TaskContext) -> list[SuggestedForm]:
            with library.sibling() as own:
                return forms_in_library(own, least)

        self._reads.run(work, done=dialog.show_forms, failed=self._say_failed, wanted=lambda: asked == self._asked)

    def _end(self, dialog: EntityAcceptanceDialog) -> None:
        self._asked += 1  # an answer that comes later finds no dialog
        dialog.deleteLater()

    def _accept(self, dialog: EntityAcceptanceDialog) -> None:
        least, kept_waiting = dialog.least(), dialog.kept_waiting()
        if dialog.scope() is AcceptanceScope.LIBRARY:
            self._accept_in_library(least, kept_waiting)
            return
        command = accepting(self._session.text, self._session.annotations.mentions, least, kept_waiting)
        if command is not None and self._session.execute(command, self):
            self._session.message.emit(self.tr("已接受 {0} 个建议").format(len(command.ids)))

    def _accept_in_library(self, least: float, kept_waiting: frozenset[FormKey]) -> None:
        workspace = self._workspace

        def work(context: TaskContext) -> AcceptanceReport:
            with workspace.library.sibling() as own:
                return accept_in_library(
                    own,
                    least,
                    kept_waiting,
                    annotator=workspace.annotator,
                    clock=workspace.clock,
                    progress=context.report,
                    cancelled=context.is_cancelled,
                )

        words = self.tr("正在接受建议……")
        run_long(self._window, self._tasks, words, work, done=self._show, failed=self._say_failed)

    def _show(self, report: AcceptanceReport) -> None:
        page_id = self._session.page_id
        if page_id is not None and page_id in report.changed:
            self._session.open_page(page_id)
        self._session.pages_changed.emit(frozenset(report.changed))
        words = self.tr("已接受 {0} 个建议，改了 {1} 个版面").format(report.places, len(report.changed))
        if report.left:
            words += self.tr("；停下时还剩 {0} 版没有看").format(report.left)
        self._session.message.emit(words)

    def _say_failed(self, error: Exception) -> None:
        self._session.message.emit(self.tr("没有完成，已做的都保存着：{0}").format(told(error)))
