"""Dragging a block (or a whole article) by the gutter, to another article, another place in it, or furniture."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPainter, QPen

from cppcc_reader.core.editing.command import Command
from cppcc_reader.core.editing.segment_commands import JoinArticles, MoveSegments
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.article_blocks import ArticleBlock
from cppcc_reader.views.article_canvas import ArticleCanvas
from cppcc_reader.views.article_cursor import TextCursor
from cppcc_reader.views.theme import Theme

_BAR_HANDLE = 12.0
"""Width at the left edge that stands for the whole article, in pixels; the rest of the gutter stands for a block."""
_GHOST_CHARACTERS = 16
_EDGE = 28
"""Height of the strips at the viewport's edges where a drag scrolls, in pixels."""


@dataclass(frozen=True, slots=True)
class DropPlace:
    """Where a drop would go: between segments of a block; ``y`` is the height of the line shown, in the flow."""

    block: ArticleBlock
    index: int
    y: float


class BlockDrag:
    """One gesture at a time: press, move, release; cancelled by Esc it has done nothing."""

    def __init__(self, canvas: ArticleCanvas, session: AnnotationSession) -> None:
        self._canvas = canvas
        self._session = session
        self._from: ArticleBlock | None = None
        self._starts: tuple[int, ...] = ()
        self._whole = False
        self._pressed = QPointF()
        self._place: DropPlace | None = None
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
        if far or self._place is not None:
            self._place = self._place_at(point)

    def release(self, point: QPointF) -> None:
        """Carry the move out, or choose what was pressed if nothing was dragged."""
        self.move(point)
        block, place = self._from, self._place
        starts = self._starts
        self.cancel()
        if block is None:
            return
        if place is None:
            self._canvas.set_cursor(TextCursor.at(block, block.words.position_of(starts[0]) or 0), reveal=False)
            return
        command = self._command(block, starts, place)
        if command is not None:
            self._session.execute(command, self._canvas)

    def cancel(self) -> None:
        """Forget the gesture."""
        self._from, self._place, self._starts = None, None, ()
        self._canvas.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def paint(self, theme: Theme) -> None:
        """Draw the line where the drop would go and the first words of what is dragged."""
        if self._place is None or self._from is None:
            return
        painter = QPainter(self._canvas.viewport())
        card = self._canvas.card(self._place.block)
        y = self._place.y - self._canvas.scrolled
        painter.setPen(QPen(QColor(theme.accent), 2.0))
        painter.drawLine(QPointF(card.left(), y), QPointF(card.right(), y))
        words = self._session.text[self._starts[0] : self._starts[0] + _GHOST_CHARACTERS].split("\n")[0] + "…"
        font = theme.sans(12)
        metrics = QFontMetricsF(font)
        ghost = QRectF(self._pointer.x() + 12, self._pointer.y() + 8, metrics.horizontalAdvance(words) + 16, 24)
        painter.setFont(font)
        painter.fillRect(ghost, QColor(theme.raised))
        painter.drawRect(ghost)
        painter.setPen(QColor(theme.text))
        painter.drawText(ghost, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def _scroll_near_edges(self, point: QPointF) -> None:
        bar, height = self._canvas.verticalScrollBar(), self._canvas.viewport().height()
        if point.y() < _EDGE:
            bar.setValue(bar.value() - _EDGE)
        elif point.y() > height - _EDGE:
            bar.setValue(bar.value() + _EDGE)

    def _command(self, block: ArticleBlock, starts: tuple[int, ...], place: DropPlace) -> Command | None:
        target = place.block
        if self._is_same_place(block, starts, place):
            return None
        if target.key is None:
            return MoveSegments(starts=starts, target=None)
        whole = set(starts) == {segment.start for segment in block.words.segments} and block.key is not None
        if whole and block is not target and block.key is not None:
            return JoinArticles(target=target.key, article_id=block.key)
        return MoveSegments(starts=starts, target=target.key, index=place.index)

    def _is_same_place(self, block: ArticleBlock, starts: tuple[int, ...], place: DropPlace) -> bool:
        if block is not place.block:
            return False
        order = [segment.start for segment in block.words.segments]
        if block.key is None:
            return all(start in order for start in starts)
        kept = [start for start in order if start not in starts]
        return [*kept[: place.index], *starts, *kept[place.index :]] == order

    def _place_at(self, point: QPointF) -> DropPlace | None:
        block = self._canvas.block_at(point)
        if block is None:
            return None
        flow = self._canvas.flow
        layout, origin = flow.layout_of(block), flow.origin(block)
        y = self._canvas.to_flow(point).y() - origin.y()
        kept = [segment for segment in block.words.segments if segment.start not in self._starts]
        tops = [layout.caret_rect(block.words.position_of(segment.start) or 0).top() for segment in kept]
        bounds = [*tops, layout.height]
        middles = [(top + bottom) / 2 for top, bottom in pairwise(bounds)]
        index = sum(middle < y for middle in middles)
        return DropPlace(block, index, origin.y() + bounds[index] - 4)

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
