"""Draws a segment in the inspector's list: number, role with its key, first words, and its doubt."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cppcc_reader.views.article_typeset import JOIN_MARK
from cppcc_reader.views.inspector_rows import SegmentRole, SegmentRow
from cppcc_reader.views.term_names import role_name
from cppcc_reader.views.theme import Theme

_PADDING = 6.0
_NUMBER_WIDTH = 28.0


class SegmentDelegate(QStyledItemDelegate):
    """Two lines for a segment, a third in amber where it is doubtful."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Return the height of two or three lines."""
        row: SegmentRow = index.data(SegmentRole)
        line = QFontMetricsF(self._small()).height() + 2
        return QSize(160, round((3 if row.is_doubtful else 2) * line + 2 * _PADDING))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one segment."""
        row: SegmentRow = index.data(SegmentRole)
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(self.theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.theme.line))
        small = self._small()
        metrics = QFontMetricsF(small)
        left, width = area.left() + _NUMBER_WIDTH + _PADDING, area.width() - _NUMBER_WIDTH - 2 * _PADDING
        y = area.top() + _PADDING + metrics.ascent()
        painter.setFont(small)
        painter.setPen(QColor(self.theme.muted))
        number = f"{JOIN_MARK}{row.number}" if row.segment.join else str(row.number)
        painter.drawText(QPointF(area.left() + _PADDING, y), number)
        painter.drawText(QPointF(left, y), role_name(row.segment.role))
        self._paint_key(painter, area, row.role_key)
        step = metrics.height() + 2
        painter.setPen(QColor(self.theme.text))
        painter.drawText(QPointF(left, y + step), metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, width))
        if row.is_doubtful:
            painter.setPen(QColor(self.theme.doubt_text))
            words = metrics.elidedText(row.doubt_words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QPointF(left, y + 2 * step), words)
        painter.restore()

    def _paint_key(self, painter: QPainter, area: QRectF, key: str) -> None:
        """Draw the key that gives the role, as a key cap."""
        cap = QRectF(area.right() - _PADDING - 18, area.top() + _PADDING, 18, 16)
        painter.setPen(QColor(self.theme.line))
        painter.drawRoundedRect(cap, 3, 3)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)

    def _small(self) -> QFont:
        return self.theme.sans(12)
