"""Undo and redo in the menu, by the name of the step they would take."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.changed_place import selection_of_change
from cppcc_reader.views.term_names import command_name

if TYPE_CHECKING:
    from cppcc_reader.core.editing.change_set import ChangeSet
    from cppcc_reader.storage.edit_log import LogEntry


class UndoActions(QObject):
    """Keeps the two actions named and enabled as the history of the open page says."""

    def __init__(self, session: AnnotationSession, registry: ActionRegistry, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._registry = registry
        self._undo = registry.bind("undo", self._undo_step)
        self._redo = registry.bind("redo", self._redo_step)
        self._change: ChangeSet | None = None
        session.changed.connect(self._note_change)
        session.page_opened.connect(self.refresh)
        session.pages_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Ask the history again."""
        undo, redo = self._session.next_undo(), self._session.next_redo()
        writable = not self._session.read_only
        self._undo.setEnabled(undo is not None and writable)
        self._redo.setEnabled(redo is not None and writable)
        undo_words = self.tr("撤销：{0}").format(step_words(undo)) if undo else self.tr("撤销")
        redo_words = self.tr("重做：{0}").format(step_words(redo)) if redo else self.tr("重做")
        self._registry.rename("undo", undo_words)
        self._registry.rename("redo", redo_words)

    def _undo_step(self) -> None:
        self._step(self._session.next_undo(), self._session.undo, self.tr("已撤销：{0}"))

    def _redo_step(self) -> None:
        self._step(self._session.next_redo(), self._session.redo, self.tr("已重做：{0}"))

    def _step(self, entry: LogEntry | None, step: Callable[[], object], words: str) -> None:
        if entry is None:
            return
        revision, self._change = self._session.revision, None
        step()
        if self._session.revision != revision:
            self._show_place()
            self._session.message.emit(words.format(step_words(entry)))

    def _note_change(self, change: ChangeSet, _origin: object) -> None:
        self._change = change

    def _show_place(self) -> None:
        """Choose what the step changed: the views bring it into sight where it is not."""
        chosen = selection_of_change(self._change, self._session.annotations) if self._change else None
        if chosen is not None:
            self._session.select(chosen, self)


def step_words(entry: LogEntry) -> str:
    """Return the name of a step, with how many pages it changed if there are several."""
    if len(entry.page_ids) < 2:
        return command_name(entry.name)
    words = QCoreApplication.translate("UndoActions", "{0}（{1} 个版面）")
    return words.format(command_name(entry.name), len(entry.page_ids))
