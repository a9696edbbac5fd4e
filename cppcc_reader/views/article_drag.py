"""Dragging a block (or a whole article) by the gutter, to another article, another place in it, or furniture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPainter

from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.article_blocks import ArticleBlock
from cppcc_reader.views.article_canvas import ArticleCanvas
from cppcc_reader.views.article_cursor import TextCursor
from cppcc_reader.views.drop_target import DropTarget, DropZones, drop_command
from cppcc_reader.views.theme import Theme

_BAR_HANDLE = 12.0
"""Width at the left edge that stands for the whole article, in pixels; the rest of the gutter stands for a block."""
_GHOST_CHARACTERS = 16
_EDGE = 28
"""Height of the strips at the viewport's edges where a drag scrolls, in pixels."""


class BlockDrag:
    """One gesture at a time: press, move, release; cancelled by Esc it has done nothing."""

    def __init__(self, canvas: ArticleCanvas, session: AnnotationSession, zones: DropZones) -> None:
        self._canvas = canvas
        self._session = session
        self._zones = zones
        self._from: ArticleBlock | None = None
        self._starts: tuple[int, ...] = ()
        self._whole = False
        self._pressed = QPointF()
        self._is_far = False
        self._target: DropTarget | None = None
        self._pointer = QPointF()

    @property
    def is_held(self) -> bool:
        """Tell whether the button went down on a handle and is not yet up."""
        return self._from is not None

    def is_handle(self, point: QPointF) -> bool:
        """Tell whether a press at a point of the viewport would begin a drag."""
        block = self._canvas.block_at(point)
        return block is not None and bool(block.words.segments) and self._is_in_gutter(block, point)

    def press(self, point: QPointF) -> bool:
        """Begin at a point of the viewport if that is a handle: the bar for the article, the gutter for a block."""
        block = self._canvas.block_at(point)
        if block is None or not block.words.segments or not self._is_in_gutter(block, point):
            return False
        self._from, self._pressed, self._pointer = block, point, point
        card = self._canvas.card(block)
        self._whole = block.key is not None and point.x() - card.left() < _BAR_HANDLE
        if self._whole:
            self._starts = tuple(segment.start for segment in block.words.segments)
        else:
            pressed = block.words.segments[self._segment_index(block, point)].start
            # One of several chosen blocks stands for all of them.
            chosen = self._session.selection.segment_starts
            self._starts = chosen if pressed in chosen else (pressed,)
        self._canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def move(self, point: QPointF) -> None:
        """Follow the pointer; near an edge the page moves along."""
        self._pointer = point
        self._scroll_near_edges(point)
        far = (point - self._pressed).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        self._is_far = self._is_far or far
        if self._is_far:
            screen = self._canvas.viewport().mapToGlobal(point.toPoint())
            self._target = self._zones.point_at(screen, self._starts, whole=self._whole)

    def release(self, point: QPointF) -> None:
        """Carry the move out, or choose what was pressed if nothing was dragged."""
        self.move(point)
        block, starts, target, was_dragged = self._from, self._starts, self._target, self._is_far
        self.cancel()
        if block is not None and not was_dragged:
            self._canvas.set_cursor(TextCursor.at(block, block.words.position_of(starts[0]) or 0), reveal=False)
        elif target is not None:
            command = drop_command(self._session.annotations, starts, target)
            if command is not None:
                self._session.execute(command, self._canvas)

    def cancel(self) -> None:
        """Forget the gesture."""
        self._from, self._target, self._starts, self._is_far = None, None, (), False
        self._zones.clear()
        self._canvas.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the first words of what is dragged beside the pointer."""
        if not self._is_far:
            return
        words = self._session.text[self._starts[0] : self._starts[0] + _GHOST_CHARACTERS].split("\n")[0] + "…"
        font = theme.sans(12)
        metrics = QFontMetricsF(font)
        ghost = QRectF(self._pointer.x() + 12, self._pointer.y() + 8, metrics.horizontalAdvance(words) + 16, 24)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent))
        painter.fillRect(ghost, QColor(theme.raised))
        painter.drawRect(ghost)
        painter.setPen(QColor(theme.text))
        painter.drawText(ghost, Qt.AlignmentFlag.AlignCenter, words)

    def _scroll_near_edges(self, point: QPointF) -> None:
        bar, height = self._canvas.verticalScrollBar(), self._canvas.viewport().height()
        if point.y() < _EDGE:
            bar.setValue(bar.value() - _EDGE)
        elif point.y() > height - _EDGE:
            bar.setValue(bar.value() + _EDGE)

    def _segment_index(self, block: ArticleBlock, point: QPointF) -> int:
        flow = self._canvas.flow
        y = self._canvas.to_flow(point).y() - flow.origin(block).y()
        layout = flow.layout_of(block)
        tops = [layout.caret_rect(block.words.position_of(s.start) or 0).top() for s in block.words.segments]
        # Of several segments on one line (a caption and its credit) the first is meant.
        return tops.index(max((top for top in tops if top <= y), default=tops[0]))

    def _is_in_gutter(self, block: ArticleBlock, point: QPointF) -> bool:
        card = self._canvas.card(block)
        return card.left() <= point.x() < card.left() + self._canvas.gutter - 4 and card.contains(point)
