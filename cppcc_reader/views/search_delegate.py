"""Draws a hit: its title, the words found in their context, and where it was printed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cppcc_reader.services.search import Hit
from cppcc_reader.views.dialog_parts import SPACE
from cppcc_reader.views.item_models.search_model import HIT_ROLE, place_of
from cppcc_reader.views.qt_positions import Utf16Map

_LINES: Final = 2
_LEADING: Final = 1.35


class SearchDelegate(QStyledItemDelegate):
    """Every row is as high as any other, so that a thousand hits need no measuring."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Return the height of a title, two lines and the place."""
        line = round(option.fontMetrics.height() * _LEADING)
        return QSize(0, (2 + _LINES) * line + 2 * SPACE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one hit."""
        hit = index.data(HIT_ROLE)
        if not isinstance(hit, Hit):
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        room = option.rect.adjusted(SPACE, SPACE, -SPACE, -SPACE)
        line = round(option.fontMetrics.height() * _LEADING)
        bold = QFont(option.font)
        bold.setBold(True)
        self._draw_line(painter, bold, option.palette.color(QPalette.ColorRole.Text), room, hit.title)
        self._draw_snippet(painter, option, room.adjusted(0, line, 0, -line), hit)
        faint = option.palette.color(QPalette.ColorRole.PlaceholderText)
        self._draw_line(painter, option.font, faint, room.adjusted(0, (1 + _LINES) * line, 0, 0), place_of(hit))
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _draw_line(self, painter: QPainter, font: QFont, colour: QColor, room: QRect, words: str) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, elided)

    def _draw_snippet(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, hit: Hit) -> None:
        layout = QTextLayout(hit.snippet, option.font)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(wrap)
        layout.setFormats(_marked(hit, option.palette))
        line_height = option.fontMetrics.height() * _LEADING
        layout.beginLayout()
        for row in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room.width())
            line.setPosition(QPointF(0, row * line_height))
        layout.endLayout()
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.setClipRect(room)
        layout.draw(painter, QPointF(room.topLeft()))
        painter.setClipping(False)


def _marked(hit: Hit, palette: QPalette) -> list[QTextLayout.FormatRange]:
    positions = Utf16Map(hit.snippet)
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.Bold)
    style.setForeground(palette.color(QPalette.ColorRole.Link))
    style.setFontUnderline(True)
    ranges = []
    for mark in hit.marks:
        one = QTextLayout.FormatRange()
        one.start = positions.to_qt(mark.start)
        one.length = positions.to_qt(mark.end) - one.start
        one.format = style
        ranges.append(one)
    return ranges
