"""The command palette: every command, page and label behind one key and a few letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.views.dialog_parts import hairline, scaled_font
from cppcc_reader.views.palette_search import PaletteEntry, PaletteIndex

_WIDTH: Final = 640
_ROWS: Final = 11
_MARGIN: Final = 12
_KIND_WIDTH: Final = 56
_BAR: Final = 4
_ROW_PADDING: Final = 14
_LINES: Final = 8
"""Height of the frame and of the line under the field, in pixels."""
_NAVIGATION = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}

_Index = QModelIndex | QPersistentModelIndex


class _EntryModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[PaletteEntry] = []

    def show_entries(self, entries: list[PaletteEntry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in (entry.kind, entry.text, entry.detail) if part)
        if role == Qt.ItemDataRole.UserRole:
            return entry
        return None


class _EntryDelegate(QStyledItemDelegate):
    """Draws the kind, the name and the greyed detail of an entry in one line; a long name is elided, never the key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802
        return QSize(0, option.fontMetrics.height() + _ROW_PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry = index.data(Qt.ItemDataRole.UserRole)
        style = QStyleOptionViewItem(option)
        self.initStyleOption(style, index)
        rect: QRect = style.rect
        palette: QPalette = style.palette
        metrics = style.fontMetrics
        selected = bool(style.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, palette.highlight())
        text_role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        faint = palette.color(text_role if selected else QPalette.ColorRole.PlaceholderText)
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(faint)
        painter.drawText(inner, left, entry.kind)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, entry.detail)
        painter.setPen(palette.color(text_role))
        kind_width = max(_KIND_WIDTH, metrics.horizontalAdvance(entry.kind) + _MARGIN)
        if entry.colour:
            bar = QRect(inner.left() + kind_width - _MARGIN - _BAR, inner.top() + 3, _BAR, inner.height() - 6)
            painter.fillRect(bar, QColor(entry.colour))
        room = inner.adjusted(kind_width, 0, -metrics.horizontalAdvance(entry.detail) - _MARGIN, 0)
        painter.drawText(room, left, metrics.elidedText(entry.text, Qt.TextElideMode.ElideMiddle, room.width()))
        painter.restore()


class CommandPalette(QFrame):
    """A line to type in over a list of what it finds; Enter does the chosen entry, Esc or a click beside it closes.

    It is part of the window, not a popup of its own: input methods do not work in popups everywhere. Opened once,
    it is gone when it closes.

    Args:
        entries: asked for each time the palette opens.
        window: over which it opens.
        placeholder: what can be typed; None for commands, pages and labels.
    """

    def __init__(
        self, entries: Callable[[], Sequence[PaletteEntry]], window: QWidget, *, placeholder: str | None = None
    ) -> None:
        super().__init__(window)
        self._entries = entries
        self._window = window
        self._before: QWidget | None = None
        self._index = PaletteIndex(())
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(placeholder or self.tr("输入命令、版面或标签：中文、英文或拼音首字母"))
        self._field.setAccessibleName(self.tr("命令面板"))
        self._field.setFrame(False)
        self._field.setClearButtonEnabled(True)
        self._model = _EntryModel(self)
        self._list = QListView(self)
        self._empty = QLabel(self.tr("没有找到。换几个字，或者只输入拼音首字母。"), self)
        self._lay_out()
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._run)
        self._list.selectionModel().currentChanged.connect(self._point)
        self.setFocusProxy(self._field)
        self.hide()

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.Box)
        self.setFrameShadow(QFrame.Shadow.Plain)
        self.setForegroundRole(QPalette.ColorRole.Mid)
        self._field.setFont(scaled_font(self._field.font(), 1.25))
        self._field.setTextMargins(_MARGIN // 2, 8, _MARGIN // 2, 8)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_EntryDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("找到的条目"))
        self._empty.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for widget in (self._field, hairline(self), self._list, self._empty):
            layout.addWidget(widget)

    def open(self) -> None:
        """Show the palette centred near the top of its window, with nothing typed."""
        if not self.isVisible():  # asked for again while it is open, it begins anew and goes back where it came from
            self._before = self._window.focusWidget()
        self._index = PaletteIndex(self._entries())
        self._field.clear()
        self._search("")
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Be as high as what was found, never higher than the rows allow."""
        room, width = self._window.height() * 3 // 4, min(_WIDTH, max(320, self._window.width() - 64))
        rows = min(_ROWS, len(self._model.entries))
        found = rows * (self.fontMetrics().height() + _ROW_PADDING) if rows else self._empty.heightForWidth(width)
        height = min(self._field.sizeHint().height() + found + _LINES, room)
        self.setGeometry((self._window.width() - width) // 2, self._window.height() // 8, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Send the keys that move in the list to the list, while the line keeps the focus; close when it loses it."""
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event) or super().eventFilter(watched, event)
        if watched is self._field and event.type() == QEvent.Type.FocusOut and self.isVisible():
            reason = event.reason() if isinstance(event, QFocusEvent) else Qt.FocusReason.OtherFocusReason
            if reason in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
                self.hide()
                self.deleteLater()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _NAVIGATION:
            self._list.event(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.give_up()
        else:
            return False
        return True

    def give_up(self) -> None:
        """Close and give the keyboard back to where it was."""
        self.hide()
        (self._before or self._window).setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def _search(self, query: str) -> None:
        self._model.show_entries(self._index.search(query))
        found = bool(self._model.entries)
        self._list.setVisible(found)
        self._empty.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._model.index(0))
        self._fit()

    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            # Closed first: the command may open a window of its own, and must not lie under the palette.
            entry = self._model.entries[index.row()]
            self.give_up()
            entry.run()

    def _point(self, current: QModelIndex) -> None:
        point = self._model.entries[current.row()].point if current.isValid() else None
        if point is not None:
            point()
