"""Paints articles for reading: the words, quiet entities, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.views.article_blocks import BLOCK_PADDING, ArticleBlock
from cppcc_reader.views.article_flow import ArticleFlow
from cppcc_reader.views.article_ornaments import Underline
from cppcc_reader.views.article_sheet import Ink
from cppcc_reader.views.theme import Theme

GUTTER = MARGIN = 40.0
_QUIET = 0.55


@dataclass(slots=True)
class ReadingScene:
    """What is shown beside the words.

    Attributes:
        selections: selected ranges by block.
        continued: where blocks that go on with the article before them come from, by block.
        began: where articles began that stand here only in part, by block.
        pointed: the entity under the pointer.
    """

    selections: dict[str | None, tuple[int, int]] = field(default_factory=dict)
    entities: bool = False
    pointed: tuple[str | None, Underline] | None = None
    continued: dict[str | None, str] = field(default_factory=dict)
    began: dict[str | None, str] = field(default_factory=dict)

    def place_words(self, key: str | None) -> str | None:
        """Return the words above a block that name another page."""
        return self.continued.get(key) or self.began.get(key)


class ReadingPainter:
    """Draws the blocks of one flow."""

    def __init__(self, flow: ArticleFlow, theme: Theme, tag_set: TagSet) -> None:
        self._flow = flow
        self.use(theme, tag_set)

    def use(self, theme: Theme, tag_set: TagSet) -> None:
        """Use other colours."""
        self._theme = theme
        self._inks = {Ink.TEXT: QColor(theme.text), Ink.MUTED: QColor(theme.muted)}
        self._quiet_inks = dict.fromkeys(Ink, QColor(theme.muted))
        self._labels = {label.id: theme.label_colour(label) for label in tag_set.labels}

    def paint_block(
        self, painter: QPainter, block: ArticleBlock, card: QRectF, clip: QRectF, scene: ReadingScene
    ) -> None:
        """Draw one block; see :class:`~cppcc_reader.views.article_painter.ArticlePainter`."""
        origin = QPointF(card.left() + GUTTER, card.top() + self._flow.origin(block).y() - block.top)
        layout = self._flow.layout_of(block)
        if (selected := scene.selections.get(block.key)) is not None:
            for box in layout.rects(*selected):
                painter.fillRect(box.translated(origin).adjusted(0, 3, 0, -3), QColor(self._theme.selection))
        layout.draw(painter, origin, clip, self._inks if block.key is not None else self._quiet_inks)
        if scene.entities:
            self._paint_entities(painter, block, origin, clip, scene)
        if block.key not in scene.continued and block is not self._flow.blocks[0]:
            self._paint_beginning(painter, card)
        if (place := scene.place_words(block.key)) is not None:
            self._paint_place(painter, card, place)

    def _paint_beginning(self, painter: QPainter, card: QRectF) -> None:
        """Draw the short line between two articles."""
        painter.setPen(QPen(QColor(self._theme.line), 1.0))
        centre = card.center().x()
        painter.drawLine(QPointF(centre - 40, card.top()), QPointF(centre + 40, card.top()))

    def place_box(self, card: QRectF, place: str) -> QRectF:
        """Return where the line above the words stands that names another page."""
        width = QFontMetricsF(self._flow.sheet.small).horizontalAdvance(place)
        return QRectF(card.right() - MARGIN - width, card.top(), width, BLOCK_PADDING)

    def _paint_place(self, painter: QPainter, card: QRectF, place: str) -> None:
        """Name the page that a part of the article stands on; a click leads there."""
        painter.setFont(self._flow.sheet.small)
        painter.setPen(self._inks[Ink.MUTED])
        box = self.place_box(card, place)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, place)
        painter.drawLine(box.bottomLeft() - QPointF(0, 1), box.bottomRight() - QPointF(0, 1))

    def _paint_entities(
        self, painter: QPainter, block: ArticleBlock, origin: QPointF, clip: QRectF, scene: ReadingScene
    ) -> None:
        layout = self._flow.layout_of(block)
        shown = list(layout.visible(clip.top() - origin.y(), clip.bottom() - origin.y()))
        if not shown:
            return
        first, last = shown[0].paragraph.start, shown[-1].paragraph.end
        for underline in block.underlines(self._flow.mentions):
            if underline.end <= first or underline.start >= last:
                continue
            pointed = scene.pointed is not None and scene.pointed == (block.key, underline)
            colour = QColor(self._labels.get(underline.mention.label, self._inks[Ink.MUTED]))
            colour.setAlphaF(1.0 if pointed else _QUIET)
            painter.setPen(QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            for box, top in layout.underline_boxes(underline.start, underline.end):
                y = origin.y() + top
                painter.drawLine(QPointF(origin.x() + box.left() + 1, y), QPointF(origin.x() + box.right() - 1, y))
