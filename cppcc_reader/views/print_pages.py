"""Articles on sheets of paper: broken into pages between lines, with the source at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPen

from cppcc_reader.views.article_layout import ArticleLayout
from cppcc_reader.views.article_sheet import Ink, Sheet, make_sheet
from cppcc_reader.views.article_typeset import SetArticle, Setting

TEXT_POINTS = 11.0
_POINTS_PER_INCH = 72.0
_ARTICLE_GAP = 2.2
_FOOT = 2.4
_INKS = {Ink.TEXT: QColor("black"), Ink.MUTED: QColor("#555555")}
_HEADINGS = frozenset(
    {Setting.KICKER, Setting.HEADLINE, Setting.DECK, Setting.BYLINE, Setting.SUBHEAD, Setting.SECTION}
)


@dataclass(frozen=True, slots=True)
class PrintedArticle:
    """An article to print; ``goes_on`` if it continues the one before it without a gap."""

    words: SetArticle
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    top: float
    bottom: float
    keeps_next: bool


class PrintedPages:
    """The pages of a print job on one device.

    Args:
        source: where the articles come from, for the foot of every page.
        serif: running text in a serif face.
    """

    def __init__(
        self, articles: Sequence[PrintedArticle], device: QPagedPaintDevice, *, source: str, serif: bool = True
    ) -> None:
        size = TEXT_POINTS * device.logicalDpiY() / _POINTS_PER_INCH
        self._sheet: Sheet = make_sheet(size, serif=serif, squeezed=True)
        self._device = device
        self._source = source
        self._width = float(device.width())
        self._height = device.height() - _FOOT * size
        self._placed = list(self._place(articles))
        self._breaks = page_breaks(list(self._lines()), self._height)

    def __len__(self) -> int:
        """Return the number of pages."""
        return len(self._breaks)

    def paint(self, painter: QPainter) -> None:
        """Paint all pages on the device that ``painter`` has begun."""
        for number in range(len(self)):
            if number:
                self._device.newPage()
            self.paint_page(painter, number)

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint the page of that number, from 0."""
        top, bottom = self._breaks[number]
        area = QRectF(0, 0, self._width, bottom - top)
        painter.save()
        painter.setClipRect(area)
        for layout, start in self._placed:
            if start < bottom and start + layout.height > top:
                layout.draw(painter, QPointF(0, start - top), area, _INKS)
        painter.restore()
        self._paint_foot(painter, number)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        size = self._sheet.size
        foot = QRectF(0, self._height + 0.8 * size, self._width, 1.4 * size)
        painter.setPen(QPen(_INKS[Ink.MUTED], max(1.0, size / 40)))
        painter.drawLine(foot.topLeft(), foot.topRight())
        painter.setFont(self._sheet.small)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(foot, middle | Qt.AlignmentFlag.AlignLeft, self._source)
        painter.drawText(foot, middle | Qt.AlignmentFlag.AlignRight, f"{number + 1} / {len(self)}")

    def _place(self, articles: Sequence[PrintedArticle]) -> Iterator[tuple[ArticleLayout, float]]:
        y = 0.0
        for number, article in enumerate(articles):
            if number:
                y += (0.25 if article.goes_on else _ARTICLE_GAP) * self._sheet.size
            layout = ArticleLayout(article.words, self._sheet, self._width)
            yield layout, y
            y += layout.height

    def _lines(self) -> Iterator[_Line]:
        for layout, start in self._placed:
            for laid in layout.paragraphs:
                for line in range(laid.line_count):
                    top = start + laid.line_top(line)
                    yield _Line(top, top + laid.style.line, laid.paragraph.setting in _HEADINGS)


def page_breaks(lines: Sequence[_Line], height: float) -> list[tuple[float, float]]:
    """Return top and bottom of every page: lines are never cut, and headings stay with what they head."""
    pages: list[tuple[float, float]] = []
    first = 0
    while first < len(lines):
        last = first
        while last + 1 < len(lines) and lines[last + 1].bottom - lines[first].top <= height:
            last += 1
        end = last
        if last + 1 < len(lines):
            while end > first and lines[end].keeps_next:
                end -= 1
            end = last if lines[end].keeps_next else end
        pages.append((lines[first].top, lines[end].bottom))
        first = end + 1
    return pages or [(0.0, height)]
