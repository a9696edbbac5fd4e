"""Paints the articles of the workbench: hue bars, tints, underlines, doubts, what is chosen and pointed at."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from cppcc_reader.core.model.mention import Origin
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.views.article_blocks import ArticleBlock
from cppcc_reader.views.article_flow import ArticleFlow
from cppcc_reader.views.article_layout import ArticleLayout, ParagraphLayout
from cppcc_reader.views.article_ornaments import DoubtMark, Underline, first_of_each_line
from cppcc_reader.views.article_sheet import Ink
from cppcc_reader.views.article_tips import label_words, mention_words
from cppcc_reader.views.article_tones import make_tones, mixed
from cppcc_reader.views.correction_marks import paint_correction
from cppcc_reader.views.percent import percent
from cppcc_reader.views.reason_words import reason_words
from cppcc_reader.views.theme import Theme

BAR = 4.0
GUTTER = 44.0
"""Room left of the words for the bar, the article's key and order numbers."""
MARGIN = 20.0
"""Room right of the words."""
HEADING = 24.0
"""Room above the furniture for its heading."""
_CARD_GAP = 3.0
_EDGE = 4.0
_BADGE, _BADGE_TOP = 16.0, 20.0
_LINE_GAP = 4.0


@dataclass(slots=True)
class ArticleScene:
    """What the painter shows beside the words; positions are set positions in the block of that key.

    Attributes:
        hues, keys: of every article, as the session gives them.
        chosen: the chosen article's id; ``is_choice`` False if nothing is chosen.
        notes: ranges that somebody has noted something on, by block.
        corrections: (start, end, what it should read) by block.
        chosen_segments: starts of the segments that the next key acts on.
        selections: selected ranges by block; ``hovers``: pointed at; ``flash``: where a jump landed.
        flash_strength: from 1 to 0 while the flash fades.
        spoken: the underline whose label's name is shown; ``is_pointed`` if the pointer is on it, not the caret.
    """

    hues: dict[str, int] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    chosen: str | None = None
    is_choice: bool = False
    selections: dict[str | None, list[tuple[int, int]]] = field(default_factory=dict)
    hovers: dict[str | None, list[tuple[int, int]]] = field(default_factory=dict)
    flash: tuple[str | None, int, int] | None = None
    flash_strength: float = 0.0
    spoken: tuple[str | None, Underline] | None = None
    is_pointed: bool = False
    chosen_segments: frozenset[int] = frozenset()
    notes: dict[str | None, list[tuple[int, int]]] = field(default_factory=dict)
    corrections: dict[str | None, list[tuple[int, int, str]]] = field(default_factory=dict)


class ArticlePainter:
    """Draws the blocks of one flow in one theme."""

    def __init__(self, flow: ArticleFlow, theme: Theme, tag_set: TagSet) -> None:
        self._flow = flow
        self.tag_set = tag_set
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours from now on."""
        self._theme = theme
        self._full = make_tones(theme, self.tag_set)
        self._dimmed = make_tones(theme, self.tag_set, strength=1.0 - theme.dim)
        self._tones = self._full

    def paint_block(
        self, painter: QPainter, block: ArticleBlock, card: QRectF, clip: QRectF, scene: ArticleScene
    ) -> None:
        """Draw one block.

        Args:
            card: where the block lies on the viewport, from the bar to the right edge.
            clip: the part of the viewport to draw.
        """
        origin = QPointF(card.left() + GUTTER, card.top() + self._flow.origin(block).y() - block.top)
        dimmed = scene.is_choice and scene.chosen != block.key
        self._paint_tint(painter, block, card, scene, dimmed=dimmed)
        self._tones = self._dimmed if dimmed else self._full
        self._paint_card(painter, block, card, scene)
        self._paint_ranges(painter, block, origin, scene)
        self._paint_words(painter, block, origin, clip)
        self._paint_underlines(painter, block, origin, clip)
        for doubt in block.doubts:
            self._paint_doubt(painter, block, doubt, origin)
        self._paint_corrections(painter, block, origin, card, scene)
        self._paint_numbers(painter, block, origin, card)
        if scene.spoken is not None and scene.spoken[0] == block.key:
            self._paint_label_name(painter, block, scene, origin, card)

    def _paint_tint(
        self, painter: QPainter, block: ArticleBlock, card: QRectF, scene: ArticleScene, *, dimmed: bool
    ) -> None:
        """Fill the card with the article's tint, mixed with the ground before: opaque fills are much quicker."""
        if block.key is None:
            return
        tint = self._theme.article_tint(scene.hues.get(block.key, 0), chosen=scene.is_choice and not dimmed)
        share = tint.alphaF() * (1.0 - self._theme.dim if dimmed else 1.0)
        painter.fillRect(_inner(card), mixed(QColor(self._theme.ground), tint, share))

    def _paint_card(self, painter: QPainter, block: ArticleBlock, card: QRectF, scene: ArticleScene) -> None:
        inner = _inner(card)
        if block.key is None:
            self._paint_furniture_heading(painter, card)
            return
        chosen = scene.is_choice and scene.chosen == block.key
        hue = scene.hues.get(block.key, 0)
        bar = QRectF(inner.left(), inner.top(), BAR + (2 if chosen else 0), inner.height())
        painter.fillRect(bar, self._tones.hue(hue))
        self._paint_badge(painter, scene.keys.get(block.key, ""), inner, hue)

    def _paint_badge(self, painter: QPainter, key: str, card: QRectF, hue: int) -> None:
        """Draw the key that sends blocks to the article, as the source view does."""
        if not key:
            return
        area = QRectF(card.left() + BAR + 11, card.top() + _BADGE_TOP, _BADGE, _BADGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tones.hue(hue))
        painter.drawRoundedRect(area, 4, 4)
        painter.setPen(QColor("#ffffff") if self._tones.hue(hue).lightness() < 110 else QColor("#101010"))
        painter.setFont(self._theme.sans(11, bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key.upper())
        painter.restore()

    def _paint_furniture_heading(self, painter: QPainter, card: QRectF) -> None:
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(card.topLeft() + QPointF(0, 8), card.topRight() + QPointF(0, 8))
        painter.setFont(self._flow.sheet.small)
        painter.setPen(self._tones.muted)
        place = QRectF(card.left() + GUTTER, card.top() + 16, card.width() - GUTTER, 20)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, QCoreApplication.translate("ArticleView", "版面附件"))

    def _paint_ranges(self, painter: QPainter, block: ArticleBlock, origin: QPointF, scene: ArticleScene) -> None:
        self._paint_chosen_segments(painter, block, origin, scene)
        note = QColor(self._theme.doubt)
        note.setAlphaF(0.22)
        for start, end in scene.notes.get(block.key, ()):
            self._fill(painter, block, (start, end), origin, note)
        accent = QColor(self._theme.accent)
        for start, end in scene.hovers.get(block.key, ()):
            accent.setAlphaF(0.14)
            self._fill(painter, block, (start, end), origin, accent)
        if scene.flash is not None and scene.flash[0] == block.key:
            accent.setAlphaF(0.35 * scene.flash_strength)
            self._fill(painter, block, scene.flash[1:], origin, accent)
        for start, end in scene.selections.get(block.key, ()):
            self._fill(painter, block, (start, end), origin, QColor(self._theme.marked))

    def _paint_chosen_segments(
        self, painter: QPainter, block: ArticleBlock, origin: QPointF, scene: ArticleScene
    ) -> None:
        """Tint the words that the next key acts on."""
        if not scene.chosen_segments:
            return
        colour = self._theme.article_tint(scene.hues.get(block.key or "", 0), chosen=True)
        for segment in block.words.segments:
            if segment.start in scene.chosen_segments:
                for box in self._whole_lines(block, segment):
                    painter.fillRect(box.translated(origin), colour)

    def _whole_lines(self, block: ArticleBlock, segment: Segment) -> list[QRectF]:
        """Return the boxes of a segment's lines, drawn out to the edges of the column where it fills the line."""
        layout = self._flow.layout_of(block)
        boxes: list[QRectF] = []
        for start, end in block.words.ranges_of((segment.span,)):
            found = list(layout.rects(start, end))
            opens = layout.paragraph_of(start).paragraph.start == start
            closes = layout.paragraph_of(end).paragraph.end == end
            for number, box in enumerate(found):
                left = 0.0 if number or opens else box.left()
                right = self._flow.width if number < len(found) - 1 or closes else box.right()
                boxes.append(QRectF(left, box.top(), right - left, box.height()))
        return boxes

    def _fill(
        self, painter: QPainter, block: ArticleBlock, range_: tuple[int, int], origin: QPointF, colour: QColor
    ) -> None:
        for box in self._flow.layout_of(block).rects(*range_):
            painter.fillRect(box.translated(origin).adjusted(0, 2, 0, -2), colour)

    def _paint_words(self, painter: QPainter, block: ArticleBlock, origin: QPointF, clip: QRectF) -> None:
        doubtful = {doubt.position - 1 for doubt in block.doubts if not doubt.leads}
        for laid in self._flow.layout_of(block).visible(clip.top() - origin.y(), clip.bottom() - origin.y()):
            inks = [
                (join, join + 1, self._tones.doubt_text if join in doubtful else self._tones.muted)
                for join in laid.paragraph.joins
            ]
            painter.setPen(self._tones.inks[Ink.MUTED if block.key is None else laid.style.ink])
            laid.draw(painter, origin, clip, laid.colour_ranges(inks))

    def _paint_underlines(self, painter: QPainter, block: ArticleBlock, origin: QPointF, clip: QRectF) -> None:
        layout = self._flow.layout_of(block)
        shown = list(layout.visible(clip.top() - origin.y(), clip.bottom() - origin.y()))
        if not shown:
            return
        first, last = shown[0].paragraph.start, shown[-1].paragraph.end
        for underline in block.underlines(self._flow.mentions):
            if underline.end > first and underline.start < last:
                self._paint_underline(painter, layout, underline, origin)

    def _paint_underline(self, painter: QPainter, layout: ArticleLayout, underline: Underline, origin: QPointF) -> None:
        colour = self._tones.label(underline.mention.label)
        pen = QPen(colour, 2.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if underline.mention.origin is Origin.SUGGESTED:
            pen.setDashPattern([1.0, 1.0])
        painter.setPen(pen)
        for box, top in layout.underline_boxes(underline.start, underline.end):
            y = origin.y() + top + underline.level * _LINE_GAP
            left, right = origin.x() + box.left() + 0.5, origin.x() + box.right() - 1
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            if underline.mention.origin is Origin.PERSON:
                painter.drawLine(QPointF(left + 1, y - 3), QPointF(left + 1, y))
                painter.drawLine(QPointF(right - 1, y - 3), QPointF(right - 1, y))

    def _paint_doubt(self, painter: QPainter, block: ArticleBlock, doubt: DoubtMark, origin: QPointF) -> None:
        """Draw an amber hairline where the doubtful segment begins, with the reason at its end."""
        laid = self._flow.layout_of(block).paragraphs[doubt.paragraph]
        line = laid.line_of(doubt.position)
        start = origin.x() if doubt.leads else origin.x() + laid.caret_rect(doubt.position).left()
        # Between two lines of a paragraph the reason stands in the room that the layout left for it.
        y = origin.y() + laid.line_top(line) - (5.0 if doubt.leads else 0.4 * self._flow.sheet.small.pixelSize())
        end = origin.x() + self._flow.width
        words = doubt_words(doubt.segment)
        painter.setFont(self._flow.sheet.small)
        metrics = QFontMetricsF(self._flow.sheet.small)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._flow.width)
        left = end - metrics.horizontalAdvance(words)
        painter.setPen(QPen(self._tones.doubt, 1.0))
        if doubt.leads:
            painter.drawLine(QPointF(start, y), QPointF(max(start, left - 8), y))
        else:
            left = self._paint_join_doubt(painter, laid, line, start, QPointF(left, y))
        painter.setPen(self._tones.doubt_text)
        painter.drawText(QPointF(left, y + metrics.ascent() / 2 - 1), words)

    def _paint_corrections(
        self, painter: QPainter, block: ArticleBlock, origin: QPointF, card: QRectF, scene: ArticleScene
    ) -> None:
        """Strike out slips of the recognition and write above what they should read; the words themselves stay."""
        layout = self._flow.layout_of(block)
        for start, end, words in scene.corrections.get(block.key, ()):
            boxes = [box.translated(origin) for box in layout.rects(start, end)]
            room = (origin.x(), card.right() - _EDGE)
            paint_correction(painter, boxes, words, theme=self._theme, font=self._flow.sheet.small, room=room)

    def _paint_join_doubt(
        self, painter: QPainter, laid: ParagraphLayout, line: int, start: float, reason: QPointF
    ) -> float:
        """Mark a doubt inside a paragraph: a bracket before the words, the hairline above them up to the reason."""
        top, bottom = reason.y(), reason.y() + laid.style.line
        painter.drawLine(QPointF(start, top), QPointF(start, bottom - 4))
        painter.drawLine(QPointF(start, top), QPointF(max(start, reason.x() - 6), top))
        return reason.x()

    def _paint_numbers(self, painter: QPainter, block: ArticleBlock, origin: QPointF, card: QRectF) -> None:
        if not block.numbers:
            return
        layout = self._flow.layout_of(block)
        painter.setFont(self._flow.sheet.small)
        painter.setPen(self._tones.muted)
        boxes = [(layout.caret_rect(position).translated(origin), n) for position, n in block.numbers.items()]
        for box, number in first_of_each_line(boxes):
            place = QRectF(card.left() + BAR + 4, box.top(), GUTTER - BAR - 10, box.height())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, str(number))

    def _paint_label_name(
        self, painter: QPainter, block: ArticleBlock, scene: ArticleScene, origin: QPointF, card: QRectF
    ) -> None:
        """Name the label below the pointer, or for the caret, which stays, in the gutter: it covers no words there."""
        if scene.spoken is None:
            return
        underline = scene.spoken[1]
        box = next(self._flow.layout_of(block).rects(underline.start, underline.end), None)
        if box is None:
            return
        font = self._flow.sheet.small
        if scene.is_pointed:
            words = mention_words(underline.mention, self.tag_set)
            tag = label_tag(box.translated(origin), words, font, right=card.right() - _EDGE)
        else:
            tag = gutter_tag(box.translated(origin), card, font)
            words = QFontMetricsF(font).elidedText(
                label_words(underline.mention, self.tag_set), Qt.TextElideMode.ElideRight, tag.width()
            )
        painter.setFont(font)
        painter.fillRect(tag, self._tones.label(underline.mention.label))
        painter.setPen(QColor(self._theme.ground))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)


def _inner(card: QRectF) -> QRectF:
    return card.adjusted(0, _CARD_GAP, 0, -_CARD_GAP)


def label_tag(box: QRectF, words: str, font: QFont, *, right: float) -> QRectF:
    """Return where the name of a label stands below its mention: moved left where it would pass the right edge."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(words) + 10
    left = max(0.0, min(box.left(), right - width))
    return QRectF(left, box.bottom() - 1, width, metrics.height() + 2)


def gutter_tag(box: QRectF, card: QRectF, font: QFont) -> QRectF:
    """Return where the name of a label stands in the gutter beside its mention, below the article's key."""
    height = QFontMetricsF(font).height() + 2
    top = max(box.center().y() - height / 2, card.top() + _BADGE_TOP + _BADGE + 2)
    return QRectF(card.left() + BAR + 3, top, GUTTER - BAR - 7, height)


def doubt_words(segment: Segment) -> str:
    """Return the reason of a doubt with its confidence, as it stands at the end of the hairline."""
    return f"{reason_words(segment.reason)} {percent(segment.confidence)}".strip()
