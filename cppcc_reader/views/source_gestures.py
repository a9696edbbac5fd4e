"""Mouse gestures on the source text: choose blocks in the margin, drag them, drag a boundary."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from cppcc_reader.core.editing.segment_commands import MoveSegments
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.drop_target import DropZones, drop_command
from cppcc_reader.views.source_drop import SourceDropZone
from cppcc_reader.views.source_plan import Placed
from cppcc_reader.views.source_view import SourceView

NEAR = 4
"""Pixels within which a boundary is grasped."""
FAR = 8
"""Pixels that the pointer must travel before a press becomes a drag."""
EDGE = 28
"""Height of the strips at the view's edges where a drag scrolls, in pixels."""


class SourceGestures(QObject):
    """Follows the mouse from press to release; Esc takes a gesture back half done."""

    def __init__(
        self,
        view: SourceView,
        session: AnnotationSession,
        parent: QObject | None = None,
        *,
        zones: DropZones | None = None,
    ) -> None:
        """Make the gestures of a view.

        Args:
            zones: where blocks can be dropped besides the view itself, which is added to them.
        """
        super().__init__(parent)
        self._view = view
        self._session = session
        self._zones = zones or DropZones(session, (), self)
        self._zones.add(SourceDropZone(view, session))
        self._pressed_at: QPoint | None = None
        self._boundary: Placed | None = None
        self._dragging = False
        view.margin_pressed.connect(self._press_margin)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)
        view.margin.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """See mouse and Esc before the view does, while a gesture is under way or may begin."""
        if isinstance(event, QMouseEvent):
            return self._take_mouse(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            under_way = self._dragging or self._boundary is not None
            if under_way and event.key() == Qt.Key.Key_Escape:
                self._stop()
                return True
        return False

    def _take_mouse(self, watched: QObject, event: QMouseEvent) -> bool:
        place = self._place_of(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress and watched is self._view.viewport():
            return self._grasp_boundary(event, place)
        if event.type() == QEvent.Type.MouseMove:
            return self._move(watched, event, place)
        if event.type() == QEvent.Type.MouseButtonRelease:
            return self._release(place)
        return False

    def _press_margin(self, event: QMouseEvent) -> None:
        place = self._place_of(self._view.margin, event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._grasp_boundary(event, place):
            return
        offset = self._view.offset_at(place)
        modifiers = event.modifiers()
        chosen = self._session.selection
        placed = self._view.plan.nearest(offset)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._view.blocks.toggle(offset)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and chosen.segment_starts:
            self._view.blocks.choose_range(chosen.segment_starts[0], offset)
        elif placed is not None and placed.segment.start not in chosen.segment_starts:
            self._view.blocks.choose_range(offset, offset)
        self._pressed_at = place

    def _grasp_boundary(self, event: QMouseEvent, place: QPoint) -> bool:
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        self._boundary = self._view.boundary_near(place.y(), NEAR) if plain else None
        if self._boundary is not None:
            self._pressed_at = place
        return self._boundary is not None

    def _move(self, watched: QObject, event: QMouseEvent, place: QPoint) -> bool:
        if self._pressed_at is None:
            near = self._view.boundary_near(place.y(), NEAR) is not None and not event.buttons()
            self._view.show_split_cursor(near)
            return False
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        if (place - self._pressed_at).manhattanLength() > FAR:
            self._dragging = True
        if self._dragging:
            self._scroll_near_edges(place)
            self._show_target(place)
        return True

    def _scroll_near_edges(self, place: QPoint) -> None:
        view = self._view.viewport()
        near = 0 <= place.x() < view.width()
        step = (place.y() > view.height() - EDGE) - (place.y() < EDGE)
        bar = self._view.verticalScrollBar()
        if near and step:
            bar.setValue(bar.value() + step * bar.singleStep())

    def _show_target(self, place: QPoint) -> None:
        look = self._view.look
        if self._boundary is not None:
            below = self._view.plan.nearest(self._view.offset_at(place))
            look.boundary_offset = below.segment.start if below else None
        else:
            self._view.viewport().setCursor(Qt.CursorShape.DragMoveCursor)
            target = self._zones.point_at(self._on_screen(place), self._session.selection.segment_starts)
            self._view.look.target_article = target.article_id if target else None
        self._view.repaint_marks()

    def _on_screen(self, place: QPoint) -> QPoint:
        return self._view.viewport().mapToGlobal(place)

    def _release(self, place: QPoint) -> bool:
        if self._pressed_at is None:
            return False
        dragged, boundary = self._dragging, self._boundary
        self._stop()
        if dragged and boundary is not None:
            self._drop_boundary(boundary, self._view.plan.nearest(self._view.offset_at(place)))
        elif dragged:
            self._drop_blocks(place)
        return True

    def _drop_blocks(self, place: QPoint) -> None:
        starts = self._session.selection.segment_starts
        target = self._zones.point_at(self._on_screen(place), starts) if starts else None
        self._zones.clear()
        command = drop_command(self._session.annotations, starts, target) if target else None
        if command is not None:
            self._session.execute(command, self._view)

    def _drop_boundary(self, boundary: Placed, target: Placed | None) -> None:
        """Let the boundary stand above ``target``: what it passed over changes to the other side."""
        if target is None or target.segment.start == boundary.segment.start:
            return
        placed, start = self._view.plan.placed, boundary.segment.start
        above = self._view.plan.step(start, -1)
        low, high = sorted((start, target.segment.start))
        passed = tuple(one.segment.start for one in placed if low <= one.segment.start < high)
        receiver = boundary.article_id if target.segment.start < start else above.article_id if above else None
        self._session.execute(MoveSegments(starts=passed, target=receiver), self._view)

    def _stop(self) -> None:
        self._zones.clear()
        self._pressed_at, self._boundary, self._dragging = None, None, False
        self._view.look.target_article = self._view.look.boundary_offset = None
        self._view.show_split_cursor(False)
        self._view.repaint_marks()

    def _place_of(self, watched: QObject, event: QMouseEvent) -> QPoint:
        """Return the pointer's place in the viewport, whoever got the event."""
        point = event.position().toPoint()
        if watched is self._view.margin:
            return self._view.viewport().mapFromGlobal(self._view.margin.mapToGlobal(point))
        return point
