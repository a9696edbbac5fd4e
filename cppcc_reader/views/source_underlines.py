"""Underlines of entity mentions: dotted where suggested, plain where accepted, with end strokes where made by hand."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from cppcc_reader.core.model.mention import Origin
from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.views.source_geometry import SourceGeometry
from cppcc_reader.views.source_plan import SourcePlan, Underline
from cppcc_reader.views.theme import Theme

THICKNESS = 2
FIRST_LEVEL = 3.5
LEVEL_STEP = 3.5
"""Pixels from the baseline to the first underline, and from one to the next."""


class UnderlinePainter:
    """Paints the mentions of the visible blocks."""

    def __init__(self, plan: SourcePlan, geometry: SourceGeometry, theme: Theme, tag_set: TagSet) -> None:
        self._plan = plan
        self._geometry = geometry
        self._pens: dict[tuple[str, Origin], QPen] = {}
        self._theme = theme
        self._tag_set = tag_set

    def paint(self, painter: QPainter, caret: int | None) -> None:
        """Paint all visible underlines; the mention at the caret is tinted too."""
        for block, rect in self._geometry.visible_blocks():
            for underline in self._plan.underlines_between(*self._geometry.visible_range(block, rect)):
                self._paint_one(painter, block, rect, underline, caret)

    def _paint_one(
        self, painter: QPainter, block: QTextBlock, rect: QRectF, underline: Underline, caret: int | None
    ) -> None:
        mention = underline.mention
        pen = self._pen(mention.label, mention.origin)
        at_caret = caret is not None and any(span.contains(caret) for span in mention.fragments)
        start, end = self._plan.line_range(block.blockNumber())
        for place in self._geometry.rects(block, rect, max(start, underline.start), min(end, underline.end)):
            y = self._geometry.baseline(block, rect, place) + FIRST_LEVEL + underline.level * LEVEL_STEP
            painter.setPen(pen)
            painter.drawLine(QLineF(place.left() + 1, y, place.right() - 1, y))
            if mention.origin is Origin.PERSON:
                painter.drawLine(QLineF(place.left() + 1, y - 2, place.left() + 1, y))
                painter.drawLine(QLineF(place.right() - 1, y - 2, place.right() - 1, y))
            if at_caret:
                tint = QColor(pen.color())
                tint.setAlphaF(0.16)
                painter.fillRect(place.adjusted(0, 2, 0, -1), tint)

    def _pen(self, label_id: str, origin: Origin) -> QPen:
        key = (label_id, origin)
        if key not in self._pens:
            label = self._tag_set.label(label_id)
            colour = self._theme.label_colour(label) if label else QColor(self._theme.muted)
            style = Qt.PenStyle.DotLine if origin is Origin.SUGGESTED else Qt.PenStyle.SolidLine
            self._pens[key] = QPen(colour, THICKNESS, style, Qt.PenCapStyle.FlatCap)
        return self._pens[key]
