"""A correction as a proofreader marks it: the slip struck out, what it should read above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from cppcc_reader.views.theme import Theme

_STROKE = 1.5
_PADDING = 3.0


def paint_correction(
    painter: QPainter, boxes: Sequence[QRectF], words: str, *, theme: Theme, font: QFont, room: tuple[float, float]
) -> None:
    """Draw one correction; the words of the page stay as they are.

    Args:
        boxes: of the slip, one per line, as high as the lines.
        words: what it should read; empty: it should go.
        font: of the reading above.
        room: left and right edge that the reading keeps within.
    """
    if not boxes:
        return
    painter.setPen(QPen(QColor(theme.doubt_text), _STROKE))
    for box in boxes:
        painter.drawLine(QLineF(box.left(), box.center().y(), box.right(), box.center().y()))
    if words:
        plate = reading_plate(boxes[0], words, font, room)
        painter.fillRect(plate, QColor(theme.ground))
        painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, plate.width() - 2 * _PADDING)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, shown)


def reading_plate(box: QRectF, words: str, font: QFont, room: tuple[float, float]) -> QRectF:
    """Return where the reading stands: above the middle of the slip's first line, never past the edges."""
    metrics = QFontMetricsF(font)
    width = min(metrics.horizontalAdvance(words) + 2 * _PADDING, room[1] - room[0])
    left = min(max(box.center().x() - width / 2, room[0]), room[1] - width)
    height = font.pixelSize() + 3.0
    return QRectF(left, box.top() - height / 2 - 1.0, width, height)
