"""Dropping blocks on the source text: before or after a segment of an article, or in the margin for furniture."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from cppcc_reader.core.model.span import Span
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.drop_target import DropTarget
from cppcc_reader.views.source_plan import Placed
from cppcc_reader.views.source_view import SourceView

_BESIDE = 3.0
"""How far from the words of a segment the drop line stands, in pixels."""


class SourceDropZone:
    """Finds the place under the pointer; the y of its targets is in the viewport's coordinates."""

    def __init__(self, view: SourceView, session: AnnotationSession) -> None:
        self._view = view
        self._session = session

    def target_at(self, screen: QPoint, starts: tuple[int, ...]) -> DropTarget | None:
        """See :class:`~cppcc_reader.views.drop_target.DropZone`."""
        viewport, margin = self._view.viewport(), self._view.margin
        if not self._view.isVisible():
            return None
        if margin.rect().contains(margin.mapFromGlobal(screen)):
            return DropTarget(None)
        point = viewport.mapFromGlobal(screen)
        placed = self._view.plan.nearest(self._view.offset_at(point)) if viewport.rect().contains(point) else None
        if placed is None or placed.article_id is None:
            return None if placed is None else DropTarget(None)
        return self._beside(placed, placed.article_id, point, starts)

    def show_target(self, target: DropTarget | None) -> None:
        """See :class:`~cppcc_reader.views.drop_target.DropZone`."""
        line = None if target is None else target.y
        if line != self._view.look.drop_line:
            self._view.look.drop_line = line
            self._view.repaint_marks()

    def _beside(self, placed: Placed, article_id: str, point: QPoint, starts: tuple[int, ...]) -> DropTarget:
        """Return the place before or after a segment in the reading order of its article, by the nearer edge."""
        top, bottom = self._heights_of(placed.segment.span)
        below = point.y() > (top + bottom) / 2
        order = [segment.start for segment in self._session.annotations.article(article_id).segments]
        before = order[: order.index(placed.segment.start) + below]
        y = bottom + _BESIDE if below else top - _BESIDE
        y = min(max(y, _BESIDE), self._view.visible_height() - _BESIDE)  # of a long segment an edge may be out of sight
        return DropTarget(article_id, sum(start not in starts for start in before), y)

    def _heights_of(self, span: Span) -> tuple[float, float]:
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(self._view.positions.to_qt(span.start))
        top = self._view.cursorRect(cursor).top()
        cursor.setPosition(self._view.positions.to_qt(span.end))
        return top, self._view.cursorRect(cursor).bottom()
