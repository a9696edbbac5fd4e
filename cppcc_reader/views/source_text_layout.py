"""Line height for the source text: Qt's plain text layout knows only the font's own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

LINE_HEIGHT = 1.7
BLANK_HEIGHT = 1.0
"""Height of a line and of a blank line, as multiples of the font's pixel size."""


class SourceTextLayout(QPlainTextDocumentLayout):
    """Lays every block out with room between its lines; all else stays Qt's."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._width = 400.0
        self._line, self._blank = 25, 15

    def set_width(self, width: float) -> None:
        """Wrap at this width from the next layout on (Qt forgets the old one when the view is resized)."""
        self._width = width

    def set_pixels(self, pixels: int) -> None:
        """Make room for a font of this size; to be told before the document is."""
        self._line, self._blank = round(LINE_HEIGHT * pixels), round(BLANK_HEIGHT * pixels)

    def block_height(self, block: QTextBlock) -> float:
        """Return the height of a valid block, laying it out first where Qt has forgotten it."""
        lines = block.layout().lineCount()
        if not lines:
            self._lay_out(block)
            lines = block.layout().lineCount()
        return float(lines * self._line_height(block))

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802 (Qt's name)
        """Return the place that a block takes, laying it out first where Qt has forgotten it."""
        if not block.isValid():
            return QRectF()
        return QRectF(0, 0, self._width, self.block_height(block))

    def first_line_above(self, cursor: QTextCursor, room: float) -> int:
        """Return the number of the line to stand topmost so that the cursor's is about ``room`` pixels below it.

        Lays out what lies between: Qt counts a block that it has not laid out as one line, and would miss.
        """
        block = cursor.block()
        self.block_height(block)
        room -= max(block.layout().lineForTextPosition(cursor.positionInBlock()).lineNumber(), 0) * self._line
        while room > 0 and block.previous().isValid():
            block = block.previous()
            room -= self.block_height(block)
        # The view sets the range of its scroll bar anew when it hears of this.
        self.documentSizeChanged.emit(self.documentSize())
        return block.firstLineNumber() + max(int(-room // self._line_height(block)), 0)

    def _line_height(self, block: QTextBlock) -> int:
        return self._line if block.length() > 1 else self._blank

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
