"""Undo and redo in the menu, by the name of the step they would take."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.term_names import command_name


class UndoActions(QObject):
    """Keeps the two actions named and enabled as the history of the open page says."""

    def __init__(self, session: AnnotationSession, registry: ActionRegistry, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._undo = registry.bind("undo", self._undo_step)
        self._redo = registry.bind("redo", self._redo_step)
        session.page_opened.connect(self.refresh)
        session.pages_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Ask the history again."""
        undo, redo = self._session.undo_name(), self._session.redo_name()
        writable = not self._session.read_only
        self._undo.setEnabled(undo is not None and writable)
        self._redo.setEnabled(redo is not None and writable)
        self._undo.setText(self.tr("撤销：{0}").format(command_name(undo)) if undo else self.tr("撤销"))
        self._redo.setText(self.tr("重做：{0}").format(command_name(redo)) if redo else self.tr("重做"))

    def _undo_step(self) -> None:
        name = self._session.undo_name()
        self._session.undo()
        if name:
            self._session.message.emit(self.tr("已撤销：{0}").format(command_name(name)))

    def _redo_step(self) -> None:
        name = self._session.redo_name()
        self._session.redo()
        if name:
            self._session.message.emit(self.tr("已重做：{0}").format(command_name(name)))
