"""Paints the source text's surroundings: bands and boundaries beneath the text, doubts and dimming above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.correction_marks import paint_correction
from cppcc_reader.views.reason_words import reason_words
from cppcc_reader.views.source_geometry import SourceGeometry
from cppcc_reader.views.source_plan import Piece, Placed, SourcePlan
from cppcc_reader.views.theme import Theme

REASON_PIXELS = 11
CORRECTION_PIXELS = 10


@dataclass(slots=True)
class SourceLook:
    """What the painter shows beyond the page itself: choice, pointer, gesture; changed by the view."""

    hues: dict[str, int] = field(default_factory=dict)
    chosen_article: str | None = None
    chosen_segments: frozenset[int] = frozenset()
    hovered: tuple[Span, ...] = ()
    selected: tuple[Span, ...] = ()
    flash: Span | None = None
    flash_strength: float = 0.0
    target_article: str | None = None
    boundary_offset: int | None = None
    drop_line: float | None = None
    caret: int | None = None
    notes: tuple[Span, ...] = ()
    corrections: tuple[tuple[Span, str], ...] = ()
    doubt_threshold: float = DOUBT_THRESHOLD


class SourcePainter:
    """Paints the visible blocks of one page."""

    def __init__(self, plan: SourcePlan, geometry: SourceGeometry, theme: Theme, look: SourceLook) -> None:
        self._plan = plan
        self._geometry = geometry
        self._theme = theme
        self._look = look
        self._bands: dict[tuple[int | None, bool, int], QColor] = {}

    def paint_beneath(self, painter: QPainter, width: float) -> None:
        """Paint bands, tints and what is pointed at, before the text."""
        for block, rect in self._geometry.visible_blocks():
            pieces = self._plan.pieces(block.blockNumber())
            if not pieces:
                self._paint_blank(painter, block, rect, width)
            for piece in pieces:
                self._paint_band(painter, piece, self._areas(block, rect, piece, pieces, width))
            self._paint_spans(painter, block, rect)

    def paint_above(self, painter: QPainter, width: float) -> None:
        """Dim the other articles and draw boundaries and doubts, after the text."""
        for block, rect in self._geometry.visible_blocks():
            pieces = self._plan.pieces(block.blockNumber())
            if not pieces:
                self._paint_dim_blank(painter, block, rect, width)
            self._paint_corrections(painter, block, rect, width)
            for piece in pieces:
                if self._is_dimmed(piece.placed):
                    self._paint_dim(painter, self._areas(block, rect, piece, pieces, width))
                if piece.opens:
                    self._paint_opening(painter, block, rect, piece, width)
        if self._look.drop_line is not None:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawLine(QLineF(0, self._look.drop_line, width, self._look.drop_line))

    def boundary_near(self, y: float, near: float) -> Placed | None:
        """Return the segment below the boundary within ``near`` pixels of a height, None where there is none."""
        for block, rect in self._geometry.visible_blocks():
            for piece in self._plan.pieces(block.blockNumber())[:1]:
                first = piece.placed.segment.start == self._plan.placed[0].segment.start
                enters = piece.opens and piece.placed.enters and not first
                if enters and abs(self._boundary_y(block, rect) - y) <= near:
                    return piece.placed
        return None

    def _paint_blank(self, painter: QPainter, block: QTextBlock, rect: QRectF, width: float) -> None:
        together, owner = self._plan.owner_between(block.blockNumber())
        if together and owner is not None:
            area = QRectF(0, rect.top(), width, rect.height())
            painter.fillRect(area, self._band(owner))

    def _paint_band(self, painter: QPainter, piece: Piece, areas: Sequence[QRectF]) -> None:
        chosen = piece.placed.segment.start in self._look.chosen_segments
        owner = piece.placed.article_id
        if owner is None and not chosen:
            return
        colour = self._band(owner, times=2 if chosen else 1)
        for area in areas:
            painter.fillRect(area, colour)

    def _areas(
        self, block: QTextBlock, rect: QRectF, piece: Piece, pieces: Sequence[Piece], width: float
    ) -> list[QRectF]:
        """Return the area of a piece: the whole width, but where others share its first or last visual line."""
        if len(pieces) == 1:
            return [QRectF(0, rect.top(), width, rect.height())]
        following = next((other for other in pieces if other.start >= piece.end), None)
        end = piece.end if following is None else following.start
        areas = list(self._geometry.rects(block, rect, piece.start, end))
        for number, area in enumerate(areas):
            if number or piece is pieces[0]:
                area.setLeft(0)
            if number < len(areas) - 1 or following is None:
                area.setRight(width)
        return areas

    def _paint_spans(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        start, end = self._geometry.visible_range(block, rect)
        if start >= end:
            return
        line = Span(start, end)
        noted = QColor(self._theme.doubt)
        noted.setAlphaF(0.22)
        for span in self._look.notes:
            self._fill_span(painter, block, rect, line.intersection(span), noted)
        accent = QColor(self._theme.accent)
        accent.setAlphaF(0.18)
        for span in self._look.hovered:
            self._fill_span(painter, block, rect, line.intersection(span), accent)
        for span in self._look.selected:
            self._fill_span(painter, block, rect, line.intersection(span), QColor(self._theme.marked))
        if self._look.flash is not None:
            glow = QColor(self._theme.doubt)
            glow.setAlphaF(0.35 * self._look.flash_strength)
            self._fill_span(painter, block, rect, line.intersection(self._look.flash), glow)

    def _fill_span(self, painter: QPainter, block: QTextBlock, rect: QRectF, span: Span | None, tint: QColor) -> None:
        if span is not None:
            for place in self._geometry.rects(block, rect, span.start, span.end):
                painter.fillRect(place.adjusted(0, 2, 0, -1), tint)

    def _is_dimmed(self, placed: Placed) -> bool:
        chosen = self._look.chosen_article
        return chosen is not None and placed.article_id != chosen

    def _paint_corrections(self, painter: QPainter, block: QTextBlock, rect: QRectF, width: float) -> None:
        """Strike out slips of the recognition and write above what they should read; the words themselves stay."""
        start, end = self._plan.line_range(block.blockNumber())
        for span, words in self._look.corrections:
            if span.end <= start or span.start >= end:
                continue
            boxes = list(self._geometry.rects(block, rect, max(start, span.start), min(span.end, end)))
            reading = words if span.start >= start else ""
            font = self._theme.sans(CORRECTION_PIXELS)
            paint_correction(painter, boxes, reading, theme=self._theme, font=font, room=(0.0, width))

    def _paint_dim_blank(self, painter: QPainter, block: QTextBlock, rect: QRectF, width: float) -> None:
        together, owner = self._plan.owner_between(block.blockNumber())
        if together and self._look.chosen_article not in (None, owner):
            painter.fillRect(QRectF(0, rect.top(), width, rect.height()), self._veil())

    def _veil(self) -> QColor:
        veil = QColor(self._theme.ground)
        veil.setAlphaF(self._theme.dim)
        return veil

    def _paint_dim(self, painter: QPainter, areas: Sequence[QRectF]) -> None:
        for area in areas:
            painter.fillRect(area, self._veil())

    def _paint_opening(self, painter: QPainter, block: QTextBlock, rect: QRectF, piece: Piece, width: float) -> None:
        """Draw the boundary above a segment, or the doubt about it; inside a line, a short upright stroke."""
        segment = piece.placed.segment
        doubtful = segment.is_doubtful(self._look.doubt_threshold)
        if piece.start > self._plan.line_range(block.blockNumber())[0]:
            self._paint_stroke(painter, self._geometry.start_point(block, rect, piece.start), doubtful)
            return
        y = self._boundary_y(block, rect)
        if self._look.boundary_offset == segment.start:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawLine(QLineF(0, y, width, y))
        elif doubtful:
            self._paint_doubt(painter, y, width, reason_words(segment.reason))
        elif piece.placed.enters and segment.start != self._plan.placed[0].segment.start:
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.drawLine(QLineF(0, y, width, y))

    def _boundary_y(self, block: QTextBlock, rect: QRectF) -> float:
        above = block.previous()
        blank = above.isValid() and not self._plan.pieces(above.blockNumber())
        return round(rect.top() - (self._geometry.blank_height / 2 if blank else 0)) + 0.5

    def _paint_doubt(self, painter: QPainter, y: float, width: float, reason: str) -> None:
        painter.setFont(self._theme.sans(REASON_PIXELS))
        metrics = painter.fontMetrics()
        words = metrics.elidedText(reason, Qt.TextElideMode.ElideRight, int(width * 0.6))
        length = metrics.horizontalAdvance(words)
        end = width - length - 16 if words else width
        painter.setPen(QPen(QColor(self._theme.doubt), 1))
        painter.drawLine(QLineF(0, y, end, y))
        painter.setPen(QColor(self._theme.doubt_text))
        painter.drawText(QPointF(end + 8, y + metrics.ascent() / 2 - 1), words)

    def _paint_stroke(self, painter: QPainter, top: QPointF, doubtful: bool) -> None:
        painter.setPen(QPen(QColor(self._theme.doubt if doubtful else self._theme.muted), 2 if doubtful else 1))
        height = self._geometry.line_height
        painter.drawLine(QLineF(top.x() - 1, top.y() + height * 0.2, top.x() - 1, top.y() + height * 0.85))

    def _band(self, owner: str | None, *, times: int = 1) -> QColor:
        """Return the ground with an article's tint on it; mixed once, as translucent fills cost ten times as much."""
        chosen = owner is not None and owner in (self._look.chosen_article, self._look.target_article)
        hue = None if owner is None else self._look.hues.get(owner, 0)
        key = (hue, chosen, times)
        if key not in self._bands:
            colour = QColor(self._theme.muted) if hue is None else self._theme.article_colour(hue)
            share = self._theme.tint_chosen if chosen else self._theme.tint
            mixed = QColor(self._theme.ground)
            for _ in range(times):
                mixed = _mixed(colour, mixed, share)
            self._bands[key] = mixed
        return self._bands[key]


def _mixed(front: QColor, back: QColor, share: float) -> QColor:
    """Return ``share`` of one colour over the other."""
    pairs = ((front.redF(), back.redF()), (front.greenF(), back.greenF()), (front.blueF(), back.blueF()))
    return QColor.fromRgbF(*(over * share + under * (1 - share) for over, under in pairs))
