"""The part of the settings in which keys are changed, with a check that no key means two things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.views.action_spec import ActionSpec, Menu, translated
from cppcc_reader.views.actions import ALL_ACTIONS, BY_ID
from cppcc_reader.views.dialog_parts import SPACE, hint
from cppcc_reader.views.key_names import shown_key
from cppcc_reader.views.key_reader import key_name

_ID: Final = Qt.ItemDataRole.UserRole
_ALONE = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown}


class KeyCatcher(QLineEdit):
    """Shows the key that is pressed in it; Esc gives up, Tab and Enter are keys like any other."""

    caught = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        # A Chinese input method would swallow the letters.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setPlaceholderText(self.tr("请按新的键…（Esc 放弃）"))
        self.setAccessibleName(self.tr("新的键"))

    def event(self, event: QEvent) -> bool:
        """Take keys that would otherwise move the focus or trigger a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.given_up.emit()
            elif event.key() not in _ALONE:
                self.caught.emit(key_name(event))
            return True
        return super().event(event)


class KeyMapEditor(QWidget):
    """A list of actions with their keys.

    Signals:
        changed(dict): action id -> key, for every action whose key is not the usual one.
    """

    changed = Signal(dict)

    def __init__(self, changed_keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = dict(changed_keys)
        self._filter = QLineEdit(self)
        self._tree = QTreeWidget(self)
        self._catcher = KeyCatcher(self)
        self._message = QLabel(self)
        self._change = QPushButton(self.tr("更改按键"), self)
        self._reset = QPushButton(self.tr("恢复这个键"), self)
        self._reset_all = QPushButton(self.tr("全部恢复"), self)
        self._lay_out()
        self._filter.textChanged.connect(self._show_matching)
        self._tree.currentItemChanged.connect(self._update_buttons)
        self._tree.itemActivated.connect(self._start)
        self._change.clicked.connect(self._start)
        self._catcher.caught.connect(self._take)
        self._catcher.given_up.connect(self._stop)
        self._reset.clicked.connect(lambda: self._set(self._chosen(), None))
        self._reset_all.clicked.connect(self._forget_all)
        self._fill()

    def keys(self) -> dict[str, str]:
        """Return action id -> key of every action whose key was changed."""
        return dict(self._keys)

    def key_of(self, spec: ActionSpec) -> str:
        """Return the key of an action after the changes."""
        return self._keys.get(spec.id, spec.keys)

    def user_of(self, key: str, *, but: str) -> ActionSpec | None:
        """Return the action that a key already means, other than ``but``, or None."""
        for spec in ALL_ACTIONS:
            # An action may have a shortcut and a single key; a change replaces the one that is shown.
            taken = {self.key_of(spec)} | ({spec.key} if spec.shortcut and spec.key else set())
            if spec.id != but and key in taken:
                return spec
        return None

    def _lay_out(self) -> None:
        self._filter.setPlaceholderText(self.tr("筛选动作或按键"))
        self._filter.setAccessibleName(self.tr("筛选动作或按键"))
        self._filter.setClearButtonEnabled(True)
        self._tree.setAccessibleName(self.tr("动作与按键"))
        self._tree.setHeaderLabels([self.tr("动作"), self.tr("按键")])
        self._tree.setRootIsDecorated(False)
        self._tree.setUniformRowHeights(True)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setStretchLastSection(False)
        self._catcher.hide()
        self._message.setWordWrap(True)
        self._message.hide()
        buttons = QHBoxLayout()
        for widget in (self._change, self._reset, self._catcher):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(self._reset_all)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self._filter)
        layout.addWidget(self._tree, 1)
        layout.addWidget(self._message)
        layout.addLayout(buttons)
        layout.addWidget(hint(self.tr("单键只在版面和文章里起作用，用不着关掉中文输入法。改过的键以粗体显示。")))

    def _fill(self) -> None:
        chosen = self._chosen()
        self._tree.clear()
        for menu in (*Menu, None):
            for spec in (one for one in ALL_ACTIONS if one.menu is menu):
                where = f"{translated(menu.value)} › " if menu else ""
                item = QTreeWidgetItem([where + translated(spec.text), shown_key(self.key_of(spec))])
                item.setData(0, _ID, spec.id)
                item.setSizeHint(0, QSize(0, 3 * SPACE + 2))
                if spec.id in self._keys:
                    font = item.font(1)
                    font.setBold(True)
                    item.setFont(1, font)
                self._tree.addTopLevelItem(item)
                if spec.id == chosen:
                    self._tree.setCurrentItem(item)
        self._show_matching(self._filter.text())
        self._update_buttons()

    def _chosen(self) -> str | None:
        item = self._tree.currentItem()
        return item.data(0, _ID) if item else None

    def _show_matching(self, words: str) -> None:
        wanted = words.lower().strip()
        for row in range(self._tree.topLevelItemCount()):
            item = self._tree.topLevelItem(row)
            if item is not None:
                spec = BY_ID[item.data(0, _ID)]
                texts = (item.text(0), item.text(1), spec.english)
                item.setHidden(not any(wanted in text.lower() for text in texts))

    def _update_buttons(self) -> None:
        chosen = self._chosen()
        self._change.setEnabled(chosen is not None)
        self._reset.setEnabled(chosen in self._keys)
        self._reset_all.setEnabled(bool(self._keys))

    def _start(self) -> None:
        if self._chosen() is not None:
            self._message.hide()
            self._change.hide()
            self._catcher.show()
            self._catcher.setFocus()

    def _stop(self) -> None:
        self._catcher.hide()
        self._change.show()
        self._tree.setFocus()

    def _take(self, key: str) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        spec = BY_ID[chosen]
        if spec.shortcut and "+" not in key and not key.startswith("F"):
            self._say(
                self.tr("“{0}”在整个窗口里起作用，要带 Ctrl、Alt，或者用 F1 … F12。").format(translated(spec.text))
            )
            return
        other = self.user_of(key, but=chosen)
        if other is not None:
            words = self.tr("“{0}”已经用于“{1}”。请换一个键，或者先改掉那一个。")
            self._say(words.format(shown_key(key), translated(other.text)))
            return
        self._set(chosen, key)
        self._stop()

    def _say(self, words: str) -> None:
        palette = self._message.palette()
        palette.setBrush(QPalette.ColorRole.WindowText, QBrush(palette.color(QPalette.ColorRole.BrightText)))
        self._message.setPalette(palette)
        self._message.setText(words)
        self._message.show()

    def _set(self, action_id: str | None, key: str | None) -> None:
        if action_id is None:
            return
        self._message.hide()
        if key is None or key == BY_ID[action_id].keys:
            self._keys.pop(action_id, None)
        else:
            self._keys[action_id] = key
        self._fill()
        self.changed.emit(self.keys())

    def _forget_all(self) -> None:
        self._keys.clear()
        self._fill()
        self.changed.emit({})
