"""The one line of named actions at the top."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.import_flow import ImportFlow
from cppcc_reader.views.progress_line import ProgressLine

LEFT = ("undo", "redo", "", "begin-article", "join-previous", "", "next-doubt", "accept")
RIGHT = ("find", "palette", "finish-and-next")


class WindowToolbar(QToolBar):
    """Few actions, everything else is in menus, palette and keys; shows the progress of an import."""

    def __init__(self, registry: ActionRegistry, imports: ImportFlow, parent: QWidget) -> None:
        super().__init__(parent)
        self._registry = registry
        self.setWindowTitle(self.tr("工具栏"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for action_id in LEFT:
            self._add(action_id)
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        progress = ProgressLine(imports.cancel, self)
        # A toolbar hides its widgets by their actions.
        shown = self.addWidget(progress)
        shown.setVisible(False)
        imports.progressed.connect(progress.show_progress)
        imports.progressed.connect(lambda _done, total, _name: shown.setVisible(total > 0))
        for action_id in RIGHT:
            self._add(action_id)

    def _add(self, action_id: str) -> None:
        if not action_id:
            self.addSeparator()
        elif self._registry.is_bound(action_id):
            self._add_button(action_id)

    def _add_button(self, action_id: str) -> None:
        action = self._registry.action(action_id)
        button = QToolButton(self)
        button.setDefaultAction(action)
        # The menu's text carries the key behind a tab, and the name of the step: too long for a button.
        button.setText(_short(action.text()))
        action.changed.connect(lambda: button.setText(_short(action.text())))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(button)


def _short(text: str) -> str:
    return text.split("\t", maxsplit=1)[0].split("：", maxsplit=1)[0].split(": ", maxsplit=1)[0].rstrip("…")
