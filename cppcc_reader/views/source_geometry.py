"""Where characters stand in the source view, in pixels of its viewport."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QTextBlock

from cppcc_reader.views.qt_positions import Utf16Map


class BlockSource(Protocol):
    """What the geometry needs of a ``QPlainTextEdit``: its protected methods, made public by the view."""

    def first_visible_block(self) -> QTextBlock:
        """Return the topmost block on the screen."""
        ...

    def block_rect(self, block: QTextBlock) -> QRectF:
        """Return a block's place in the viewport."""
        ...

    def block_height(self, block: QTextBlock) -> float:
        """Return how high a block is."""
        ...

    def visible_height(self) -> int:
        """Return the height of the viewport."""
        ...


class SourceGeometry:
    """Turns page offsets on a block into rectangles."""

    def __init__(self, view: BlockSource, positions: Utf16Map, *, line_height: float, blank_height: float) -> None:
        self._view = view
        self._positions = positions
        self.line_height = line_height
        self.blank_height = blank_height

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """Yield the blocks on the screen with their places."""
        block = self._view.first_visible_block()
        if not block.isValid():
            return
        # Qt finds the place of a block by adding up those above it: asked for each block, that is squared.
        place, lowest = self._view.block_rect(block), self._view.visible_height()
        left, width, top = place.left(), place.width(), place.top()
        while block.isValid() and top <= lowest:
            height = self._view.block_height(block)
            yield block, QRectF(left, top, width, height)
            top += height
            block = block.next()

    def out_of_gap(self, point: QPoint) -> QPoint:
        """Return a point moved out of the room between two lines, where Qt finds no character."""
        for block, rect in self.visible_blocks():
            if rect.top() <= point.y() < rect.bottom():
                height = rect.height() / max(block.layout().lineCount(), 1)
                number = int((point.y() - rect.top()) / height)
                return QPoint(point.x(), round(rect.top() + (number + 0.5) * height))
        return point

    def visible_range(self, block: QTextBlock, rect: QRectF) -> tuple[int, int]:
        """Return the page offsets between which a block's text is on the screen; one line may hold a whole page."""
        layout, origin = block.layout(), block.position()
        last = layout.lineCount() - 1
        upper = min(max(int(-rect.top() // self.line_height), 0), last)
        lower = min(max(int((self._view.visible_height() - rect.top()) // self.line_height), 0), last)
        bottom = layout.lineAt(lower)
        start = self._positions.from_qt(origin + layout.lineAt(upper).textStart())
        return start, self._positions.from_qt(origin + bottom.textStart() + bottom.textLength())

    def rects(self, block: QTextBlock, rect: QRectF, start: int, end: int) -> Iterator[QRectF]:
        """Yield one rectangle for each visual line that ``[start, end)`` of the page touches in this block.

        The rectangles are as high as a line with its room, from the first to the last character.
        """
        layout, origin = block.layout(), block.position()
        first, last = self._positions.to_qt(start) - origin, self._positions.to_qt(end) - origin
        for number in range(max(layout.lineForTextPosition(first).lineNumber(), 0), layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= last:
                return
            left = line.cursorToX(max(first, line.textStart()))
            right = line.cursorToX(min(last, line.textStart() + line.textLength()))
            yield QRectF(
                rect.left() + float(_x(left)),
                rect.top() + number * self.line_height,
                float(_x(right)) - float(_x(left)),
                self.line_height,
            )

    def first_and_bottom(self, block: QTextBlock, rect: QRectF, start: int, end: int) -> tuple[QRectF, float]:
        """Return the first visual line that ``[start, end)`` touches in this block, and where its last one ends."""
        first = next(self.rects(block, rect, start, end), QRectF(rect.topLeft(), rect.topLeft()))
        last = block.layout().lineForTextPosition(self._positions.to_qt(end) - 1 - block.position())
        return first, rect.top() + (max(last.lineNumber(), 0) + 1) * self.line_height

    def baseline(self, block: QTextBlock, rect: QRectF, place: QRectF) -> float:
        """Return the y of the baseline of the visual line that ``place`` (of :meth:`rects`) is on."""
        number = round((place.top() - rect.top()) / self.line_height)
        line = block.layout().lineAt(number)
        return rect.top() + line.y() + line.ascent()

    def start_point(self, block: QTextBlock, rect: QRectF, offset: int) -> QPointF:
        """Return the top left corner of the character at a page offset of this block."""
        for place in self.rects(block, rect, offset, offset + 1):
            return place.topLeft()
        return rect.topLeft()


def _x(found: object) -> float:
    # PySide returns (x, position) here and plain x there.
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
