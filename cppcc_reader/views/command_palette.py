"""The command palette: every command, page and label behind one key and a few letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
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

from cppcc_reader.views.palette_search import PaletteEntry, PaletteIndex

_WIDTH: Final = 640
_ROWS: Final = 11
_MARGIN: Final = 12
_KIND_WIDTH: Final = 56
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
        return QSize(0, option.fontMetrics.height() + 14)

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
        room = inner.adjusted(kind_width, 0, -metrics.horizontalAdvance(entry.detail) - _MARGIN, 0)
        painter.drawText(room, left, metrics.elidedText(entry.text, Qt.TextElideMode.ElideMiddle, room.width()))
        painter.restore()


class CommandPalette(QDialog):
    """A line to type in over a list of what it finds; Enter does the chosen entry, Esc closes."""

    def __init__(self, entries: Sequence[PaletteEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._index = PaletteIndex(entries)
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("输入命令、版面或标签：中文、英文或拼音首字母"))
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
        self.setFocusProxy(self._field)
        self._search("")

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("命令面板"))
        font = self._field.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self._field.setFont(font)
        self._field.setTextMargins(_MARGIN // 2, 8, _MARGIN // 2, 8)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_EntryDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("找到的命令、版面和标签"))
        self._empty.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        for widget in (self._field, line, self._list, self._empty):
            layout.addWidget(widget)

    def open_over(self, window: QWidget) -> None:
        """Show the palette centred near the top of ``window``."""
        width = min(_WIDTH, max(320, window.width() - 64))
        height = self._field.sizeHint().height() + _ROWS * (self.fontMetrics().height() + 14) + 4
        corner = window.mapToGlobal(window.rect().topLeft())
        self.setGeometry(corner.x() + (window.width() - width) // 2, corner.y() + window.height() // 8, width, height)
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Send the keys that move in the list to the list, while the line keeps the focus."""
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in _NAVIGATION:
                self._list.event(event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _search(self, query: str) -> None:
        self._model.show_entries(self._index.search(query))
        found = bool(self._model.entries)
        self._list.setVisible(found)
        self._empty.setVisible(not found)
        if found:
            self._list.setCurrentIndex(self._model.index(0))

    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            # Closed first: the command may open a window of its own, and must not lie under the palette.
            entry = self._model.entries[index.row()]
            self.close()
            entry.run()
