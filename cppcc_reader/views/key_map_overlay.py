"""The key map that ``?`` lays over the window: every action that has a key, by menu."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.action_spec import ActionSpec, Menu, translated
from cppcc_reader.views.dialog_parts import heading
from cppcc_reader.views.key_names import shown_key

_COLUMN_WIDTH: Final = 272
_MARGIN: Final = 24
_DIM: Final = QColor(0, 0, 0, 120)

KeyRows = list[tuple[str, str]]
"""Key and what it does."""


class KeyMapOverlay(QWidget):
    """Covers the window it belongs to until a key or a click; arrows scroll. Gone when it closes.

    Args:
        registry: actions and the keys they have now.
        window: what is covered.
    """

    def __init__(self, registry: ActionRegistry, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._registry = registry
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("按键图"))
        self._panel = QFrame(self)
        self._panel.setAutoFillBackground(True)
        self._panel.setFrameShape(QFrame.Shape.StyledPanel)
        self._scroll = QScrollArea(self._panel)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self._panel)
        layout.setContentsMargins(_MARGIN, _MARGIN // 2, _MARGIN, _MARGIN // 2)
        layout.addLayout(self._heading())
        layout.addWidget(self._scroll)
        window.installEventFilter(self)
        self.hide()

    def show_over(self) -> None:
        """Fill the map with the keys of this moment and show it."""
        self._before = self._window.focusWidget()
        self._lay_out()
        self.show()

    def _heading(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(heading(self.tr("按键图")))
        line.addStretch(1)
        line.addWidget(QLabel(self.tr("按键可在“设置 › 按键”里更改。按任意键或点一下关闭。")))
        return line

    def groups(self) -> list[tuple[str, KeyRows]]:
        """Return the titled groups of keys, in the order of the menus; first those of moving about."""
        groups = [(self.tr("移动与选择"), self._moving())]
        for menu in Menu:
            rows = [
                (self._keys(spec), translated(spec.text))
                for spec in self._registry.bound_specs()
                if spec.menu is menu and self._registry.keys_of(spec)
            ]
            if rows:
                groups.append((translated(menu.value), rows))
        return groups

    def _keys(self, spec: ActionSpec) -> str:
        key = shown_key(self._registry.keys_of(spec))
        return f"{shown_key(spec.key)} / {key}" if spec.shortcut and spec.key else key

    def _moving(self) -> KeyRows:
        return [
            ("↑ ↓ / K J", self.tr("上一段、下一段")),
            ("Shift+↑ ↓", self.tr("连选几段")),
            ("← →", self.tr("逐字移动光标")),
            ("Shift+← →", self.tr("选择文字")),
            ("1 … 9", self.tr("选了文字时：标成第几个标签")),
            ("Esc", self.tr("取消做到一半的动作")),
        ]

    def _lay_out(self) -> None:
        self.setGeometry(self._window.rect())
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        columns = max(1, min(4, (room.width() - 2 * _MARGIN) // _COLUMN_WIDTH))
        body = self._columns(columns)
        self._scroll.setWidget(body)
        wanted = body.sizeHint().height() + 80
        width = min(room.width(), columns * _COLUMN_WIDTH + 4 * _MARGIN)
        height = min(room.height(), wanted)
        self._panel.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _columns(self, count: int) -> QWidget:
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(_MARGIN)
        for part in _shared_out(self.groups(), count):
            label = QLabel("".join(self._group_html(title, rows) for title, rows in part))
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            line.addWidget(label, 1)
        return body

    def _group_html(self, title: str, rows: KeyRows) -> str:
        palette = self.palette()
        cap, muted = palette.color(QPalette.ColorRole.Highlight).name(), palette.color(QPalette.ColorRole.Link).name()
        cells = "".join(
            f'<tr><td style="padding:1px 10px 1px 0"><span style="background:{cap}">&nbsp;{escape(key)}&nbsp;</span>'
            f'</td><td style="padding:1px 0">{escape(text)}</td></tr>'
            for key, text in rows
        )
        return f'<p style="margin:8px 0 0 0;color:{muted}"><b>{escape(title)}</b></p><table>{cells}</table>'

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the size of the window."""
        if self.isVisible() and watched is self._window and event.type() == QEvent.Type.Resize:
            self._lay_out()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the keyboard."""
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Scroll with the arrows, close with any other key."""
        step = {Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40, Qt.Key.Key_PageDown: 400, Qt.Key.Key_PageUp: -400}
        if event.key() in step:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + step[Qt.Key(event.key())])
        elif event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self._close()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Make way for what was opened meanwhile."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.hide()
            self.deleteLater()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Close."""
        self._close()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Dim the window beneath."""
        QPainter(self).fillRect(self.rect(), _DIM)

    def _close(self) -> None:
        self.hide()
        (self._before or self._window).setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()


def _shared_out(groups: Iterable[tuple[str, KeyRows]], count: int) -> list[list[tuple[str, KeyRows]]]:
    """Divide groups over columns in order, about equally high."""
    listed = list(groups)
    share = sum(len(rows) + 2 for _, rows in listed) / count
    columns: list[list[tuple[str, KeyRows]]] = [[] for _ in range(count)]
    done = 0.0
    for group in listed:
        height = len(group[1]) + 2
        columns[min(count - 1, int((done + height / 2) / share))].append(group)
        done += height
    return columns
