"""Line height for the source text: Qt's plain text layout knows only the font's own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

LINE_HEIGHT = 1.7
BLANK_HEIGHT = 1.0
"""Height of a line and of a blank line, as multiples of the font's pixel size."""


class SourceTextLayout(QPlainTextDocumentLayout):
    """Lays every block out with room between its lines; all else stays Qt's."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._width = 400.0

    def set_width(self, width: float) -> None:
        """Wrap at this width from the next layout on (Qt forgets the old one when the view is resized)."""
        self._width = width

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 (Qt's name)
        """Return the place that a block takes, laying it out first where Qt has forgotten it."""
        if not block.isValid():
            return QRectF()
        layout = block.layout()
        if not layout.lineCount():
            self._lay_out(block)
        return QRectF(0, 0, self._width, layout.lineCount() * self._line_height(block))

    def _line_height(self, block: QTextBlock) -> int:
        factor = LINE_HEIGHT if block.length() > 1 else BLANK_HEIGHT
        return round(factor * self.document().defaultFont().pixelSize())

    def _lay_out(self, block: QTextBlock) -> None:
        layout, height, margin = block.layout(), self._line_height(block), self.document().documentMargin()
        option = self.document().defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width - 2 * margin)
            line.setPosition(QPointF(margin, top + (height - line.height()) / 2))
            top += height
        layout.endLayout()
        block.setLineCount(layout.lineCount())
