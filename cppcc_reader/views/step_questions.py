"""Asks what to do where a step cannot be taken back (or made again) on all of its pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from cppcc_reader.services.step_plan import StepPlan
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.term_names import command_name

_NAMED = 12
"""Pages named before the rest is only counted."""


class StepQuestions(QObject):
    """Names the pages in the way and what was done there, and offers the other pages."""

    def __init__(self, session: AnnotationSession, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        session.step_blocked.connect(self.ask)

    def ask(self, plan: StepPlan, go_on: Callable[[], object]) -> None:
        """Open the question beside the event loop; ``go_on`` does it on the pages that are free."""
        name = command_name(plan.entry.name)
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("撤销“{0}”").format(name) if plan.undo else self.tr("重做“{0}”").format(name))
        box.setText(self._words(plan))
        box.setInformativeText("\n".join(self._lines(plan)))
        verb = self.tr("只在其余 {0} 个版面上撤销") if plan.undo else self.tr("只在其余 {0} 个版面上重做")
        free = box.addButton(verb.format(len(plan.free)), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("什么也不做"), QMessageBox.ButtonRole.RejectRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(lambda button: go_on() if button is free else None)
        box.open()

    def _words(self, plan: StepPlan) -> str:
        if plan.undo:
            words = self.tr("其中 {0} 个版面上，后来又改动了同样的内容，要先撤销那些操作：")
        else:
            words = self.tr("其中 {0} 个版面上，后来撤销的操作改动过同样的内容，要先重做那些操作：")
        return words.format(len(plan.blocked))

    def _lines(self, plan: StepPlan) -> list[str]:
        lines = [f"{one.page_name}：{'、'.join(map(command_name, one.steps))}" for one in plan.blocked[:_NAMED]]
        rest = len(plan.blocked) - _NAMED
        return [*lines, self.tr("……还有 {0} 个版面").format(rest)] if rest > 0 else lines
