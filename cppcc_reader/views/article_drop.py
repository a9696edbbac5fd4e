"""Dropping blocks among the typeset articles: between two of their segments, or on the furniture."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from cppcc_reader.views.article_blocks import ArticleBlock
from cppcc_reader.views.article_canvas import ArticleCanvas
from cppcc_reader.views.drop_target import DropTarget
from cppcc_reader.views.theme import Theme

_ABOVE = 4.0
"""How far above the first line of a segment the drop line stands, in pixels."""


class ArticleDropZone:
    """Finds the place under the pointer; the y of its targets is in the flow's coordinates."""

    def __init__(self, canvas: ArticleCanvas) -> None:
        self._canvas = canvas
        self._shown: DropTarget | None = None

    def target_at(self, screen: QPoint, starts: tuple[int, ...]) -> DropTarget | None:
        """See :class:`~cppcc_reader.views.drop_target.DropZone`."""
        point = self._canvas.viewport().mapFromGlobal(screen)
        if not (self._canvas.isVisible() and self._canvas.viewport().rect().contains(point)):
            return None
        block = self._canvas.block_at(QPointF(point))
        if block is None or block.key is None:
            return None if block is None else DropTarget(None)
        return self._between_segments(block, QPointF(point), starts)

    def show_target(self, target: DropTarget | None) -> None:
        """See :class:`~cppcc_reader.views.drop_target.DropZone`."""
        if target != self._shown:
            self._shown = target
            self._canvas.viewport().update()

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the line where a drop would go."""
        block = None if self._shown is None else self._canvas.flow.block(self._shown.article_id)
        if self._shown is None or block is None:
            return
        card, y = self._canvas.card(block), self._shown.y - self._canvas.scrolled
        painter.setPen(QPen(QColor(theme.accent), 2.0))
        painter.drawLine(QPointF(card.left(), y), QPointF(card.right(), y))

    def _between_segments(self, block: ArticleBlock, point: QPointF, starts: tuple[int, ...]) -> DropTarget:
        flow = self._canvas.flow
        layout, origin = flow.layout_of(block), flow.origin(block)
        y = self._canvas.to_flow(point).y() - origin.y()
        kept = [segment for segment in block.words.segments if segment.start not in starts]
        tops = [layout.caret_rect(block.words.position_of(segment.start) or 0).top() for segment in kept]
        bounds = [*tops, layout.height]
        index = sum((top + bottom) / 2 < y for top, bottom in pairwise(bounds))
        return DropTarget(block.key, index, origin.y() + bounds[index] - _ABOVE)
