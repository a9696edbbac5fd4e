"""The margin of the source view: article bars and keys, roles, reading order, mended column breaks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cppcc_reader.core.model.role import TITLE_ROLES, Role
from cppcc_reader.views.source_geometry import SourceGeometry
from cppcc_reader.views.source_painter import SourceLook
from cppcc_reader.views.source_plan import Piece, SourcePlan
from cppcc_reader.views.term_names import role_name
from cppcc_reader.views.theme import Theme

WIDTH = 96
BAR_WIDTH = 4
BADGE = 15
ROLE_PIXELS = 11
_BAR_LEFT = WIDTH - BAR_WIDTH - 8
_BADGE_LEFT = _BAR_LEFT - BADGE - 5
_ROLE_RIGHT = _BADGE_LEFT - 5


class SourceMargin(QWidget):
    """Paints beside the visible blocks and passes the mouse on to the view's gestures."""

    def __init__(self, parent: QWidget, *, pressed: Callable[[QMouseEvent], None]) -> None:
        super().__init__(parent)
        self._pressed = pressed
        self._plan: SourcePlan | None = None
        self._keys: dict[str, str] = {}
        self.setAccessibleName(self.tr("原文页边：文章、角色与阅读顺序"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setMouseTracking(True)

    def show_plan(self, plan: SourcePlan, geometry: SourceGeometry, theme: Theme, look: SourceLook) -> None:
        """Paint this page from now on."""
        self._plan, self._geometry, self._theme, self._look = plan, geometry, theme, look
        self.update()

    def set_keys(self, keys: dict[str, str]) -> None:
        """Show these keys of articles."""
        self._keys = keys
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the width that marks need."""
        return QSize(WIDTH, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Choose or begin to drag the block beside the pointer."""
        self._pressed(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the marks of the visible blocks."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.ground) if self._plan else self.palette().base())
        if self._plan is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, rect in self._geometry.visible_blocks():
            number = block.blockNumber()
            pieces = self._plan.pieces(number)
            if not pieces:
                self._paint_bar_through_blank(painter, number, rect)
                continue
            for piece in pieces:
                first, bottom = self._geometry.first_and_bottom(block, rect, piece.start, piece.end)
                self._paint_piece(painter, piece, first, bottom, piece is pieces[0])
        painter.end()

    def _paint_piece(self, painter: QPainter, piece: Piece, first: QRectF, bottom: float, is_first: bool) -> None:
        top = first.top() if is_first else first.bottom() - 3
        self._paint_bar(painter, piece.placed.article_id, top, max(bottom, top + 1))
        if piece.opens and is_first:
            self._paint_marks(painter, piece, first)
        elif piece.opens:
            self._paint_inner_role(painter, piece, first)

    def _paint_bar_through_blank(self, painter: QPainter, number: int, rect: QRectF) -> None:
        assert self._plan is not None
        together, owner = self._plan.owner_between(number)
        if together and owner is not None:
            self._paint_bar(painter, owner, rect.top(), rect.bottom())

    def _paint_bar(self, painter: QPainter, owner: str | None, top: float, bottom: float) -> None:
        area = QRectF(_BAR_LEFT, top, BAR_WIDTH, bottom - top)
        if owner is None:
            pen = QPen(QColor(self._theme.muted), 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(area.center().x(), top + 3), QPointF(area.center().x(), bottom - 3))
            return
        chosen = owner in (self._look.chosen_article, self._look.target_article)
        wider = area.adjusted(-2, 0, 0, 0) if chosen else area
        painter.fillRect(wider, self._theme.article_colour(self._look.hues.get(owner, 0)))

    def _paint_marks(self, painter: QPainter, piece: Piece, first: QRectF) -> None:
        placed = piece.placed
        key = self._keys.get(placed.article_id or "")
        if placed.enters and key:
            self._paint_badge(painter, placed.article_id or "", key, first)
        words = role_name(placed.segment.role)
        if placed.order is not None:
            words = f"{placed.order} {words}"
        if placed.segment.join:
            words = f"⤶ {words}"
        self._paint_role(painter, words, placed.segment.role, first, chosen=self._is_chosen(piece))

    def _paint_inner_role(self, painter: QPainter, piece: Piece, first: QRectF) -> None:
        """Name a segment that opens inside a line below the one that shares the line, if there is room."""
        below = first.translated(0, first.height() * 0.62)
        words = role_name(piece.placed.segment.role)
        self._paint_role(painter, words, piece.placed.segment.role, below, chosen=self._is_chosen(piece))

    def _paint_role(self, painter: QPainter, words: str, role: Role, line: QRectF, *, chosen: bool) -> None:
        strong = chosen or role in TITLE_ROLES
        painter.setFont(self._theme.sans(ROLE_PIXELS, bold=chosen))
        colour = QColor(self._theme.text if strong else self._theme.muted)
        painter.setPen(colour)
        area = QRectF(4, line.top(), _ROLE_RIGHT - 4, line.height())
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_badge(self, painter: QPainter, owner: str, key: str, line: QRectF) -> None:
        area = QRectF(_BADGE_LEFT, line.center().y() - BADGE / 2, BADGE, BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = self._theme.article_colour(self._look.hues.get(owner, 0))
        painter.setBrush(colour)
        painter.drawRoundedRect(area, 3, 3)
        painter.setPen(_ink_on(colour))
        painter.setFont(self._theme.sans(ROLE_PIXELS, bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _is_chosen(self, piece: Piece) -> bool:
        return piece.placed.segment.start in self._look.chosen_segments


def _ink_on(colour: QColor) -> QColor:
    """Return black or white, whichever reads better (relative luminance of WCAG 2, coarse)."""
    light = 0.2126 * colour.redF() ** 2.2 + 0.7152 * colour.greenF() ** 2.2 + 0.0722 * colour.blueF() ** 2.2
    return QColor("#101418") if light > 0.25 else QColor("#ffffff")
