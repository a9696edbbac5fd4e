"""An article laid out in lines at one width: where each character stands, and drawing it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from cppcc_reader.core.model.role import Role
from cppcc_reader.views.article_sheet import Ink, SettingStyle, Sheet
from cppcc_reader.views.article_typeset import Paragraph, SetArticle, Setting
from cppcc_reader.views.qt_positions import Utf16Map, display_text

# A closing mark before another mark, or any mark before an opening one: its blank half can go (GB/T 15834, 挤压).
_SQUEEZABLE = re.compile("[，。、；：！？”’」』）》】](?=[，。、；：！？”’」』）》】“‘「『（《【])")
_HANGING = frozenset("，。、；：！？")
_OPENING = frozenset("“‘「『（《【〈〔")
_FULL_WIDTH = 0.9
"""A mark at least this wide, in sizes, has a blank half that can go."""


class ParagraphLayout:
    """One paragraph in lines.

    Attributes:
        top: above its first line, in the article's coordinates.
        bottom: below its last line.
    """

    def __init__(
        self, paragraph: Paragraph, sheet: Sheet, width: float, top: float, rooms: Mapping[int, float] | None = None
    ) -> None:
        """Break the paragraph into lines.

        Args:
            rooms: additional space above the lines that show these set positions.
        """
        self.paragraph = paragraph
        self.style: SettingStyle = sheet.style(paragraph.setting)
        self.top = top
        self._map = Utf16Map(paragraph.text)
        self._layout = QTextLayout(display_text(paragraph.text), self.style.font)
        self._layout.setCacheEnabled(True)
        option = QTextOption(Qt.AlignmentFlag.AlignJustify if self.style.justified else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(list(self._formats(sheet)))
        self._lines: list[QTextLine] = []
        self._starts: list[int] = []
        self._tops: list[float] = []
        self._break_lines(width, sheet)
        self._stack_lines(rooms or {})
        self.bottom = self.line_top(len(self._lines) - 1) + self.style.line

    @property
    def line_count(self) -> int:
        """Number of lines, at least one."""
        return len(self._lines)

    def _break_lines(self, width: float, sheet: Sheet) -> None:
        hang = sheet.size if sheet.squeezed and self.style.justified else 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            indent = 0.0 if self._lines else self.style.indent
            room = max(width - indent, self.style.line)
            # Only a line with a width knows where it begins.
            line.setLineWidth(room)
            shift = self._blank_before(line, sheet)
            line.setLineWidth(room + shift)
            self._hang(line, room + shift, hang)
            line.setPosition(QPointF(indent - shift, 0.0))
            self._lines.append(line)
            self._starts.append(line.textStart())
        self._layout.endLayout()

    def _sign_at(self, position_utf16: int) -> str:
        return self.paragraph.text[self._map.from_qt(position_utf16)]

    def _blank_before(self, line: QTextLine, sheet: Sheet) -> float:
        """Return how far a line that begins with an opening mark moves out, so that its ink is in line (GB/T 15834)."""
        mark = self._sign_at(line.textStart())
        if not self._lines or not sheet.squeezed or mark not in _OPENING:
            return 0.0
        size = self.style.font.pixelSize()
        return size / 2 if QFontMetricsF(self.style.font).horizontalAdvance(mark) >= _FULL_WIDTH * size else 0.0

    def _stack_lines(self, rooms: Mapping[int, float]) -> None:
        """Put the lines one below the other, each in the middle of its height."""
        above = {self.line_of(position): room for position, room in rooms.items()}
        y = 0.0
        for number, line in enumerate(self._lines):
            y += above.get(number, 0.0)
            self._tops.append(y)
            line.setPosition(QPointF(line.x(), y + (self.style.line - line.height()) / 2))
            y += self.style.line

    def _hang(self, line: QTextLine, room: float, hang: float) -> None:
        """Let a stop or comma that just does not fit stand in the margin instead of pulling a character down."""
        after = line.textStart() + line.textLength()
        if not hang or after >= self._map.to_qt(len(self.paragraph.text)):
            return
        last = after - 1
        wider = room + hang
        line.setLineWidth(wider)
        end = line.textStart() + line.textLength() - 1
        if end <= last or self._sign_at(end) not in _HANGING or line.naturalTextWidth() - hang > room + 1:
            line.setLineWidth(room)

    def _formats(self, sheet: Sheet) -> Iterator[QTextLayout.FormatRange]:
        start = self.paragraph.start
        for run in self.paragraph.runs:
            if run.segment.role is Role.DATELINE:
                yield self._range(run.at - start, run.end - start, _font_format(sheet.run_in))
            elif run.segment.role is Role.CREDIT and self.paragraph.setting is Setting.BODY:
                yield self._range(run.at - start, run.end - start, _font_format(sheet.style(Setting.CREDIT).font))
        for join in self.paragraph.joins:
            yield self._range(join - start, join - start + 1, _font_format(sheet.small))
        if sheet.squeezed:
            for mark in _SQUEEZABLE.finditer(self.paragraph.text):
                yield self._range(mark.start(), mark.end(), _squeezed_format(self.style.font))

    def _range(self, start: int, end: int, format_: QTextCharFormat) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start = self._map.to_qt(start)
        found.length = self._map.to_qt(end) - found.start
        found.format = format_
        return found

    def colour_ranges(self, ranges: list[tuple[int, int, QColor]]) -> list[QTextLayout.FormatRange]:
        """Return drawing overlays for set ranges of this paragraph in other inks."""
        overlays = []
        for start, end, colour in ranges:
            format_ = QTextCharFormat()
            format_.setForeground(colour)
            overlays.append(self._range(start - self.paragraph.start, end - self.paragraph.start, format_))
        return overlays

    def draw(self, painter: QPainter, origin: QPointF, clip: QRectF, overlays: list[QTextLayout.FormatRange]) -> None:
        """Draw the lines that ``clip`` shows with the painter's pen."""
        self._layout.draw(painter, QPointF(origin.x(), origin.y() + self.top), overlays, clip)

    def line_at(self, y: float) -> int:
        """Return the index of the line at a height of the article, the nearest one outside."""
        return max(0, bisect_right(self._tops, y - self.top) - 1)

    def line_top(self, line: int) -> float:
        """Return where a line begins, in the article's coordinates."""
        return self.top + self._tops[line]

    def position_at(self, point: QPointF, *, on_character: bool = False) -> int:
        """Return the set position nearest to a point of the article (or of the character under it)."""
        line = self._lines[self.line_at(point.y())]
        mode = (
            QTextLine.CursorPosition.CursorOnCharacter
            if on_character
            else (QTextLine.CursorPosition.CursorBetweenCharacters)
        )
        units = line.xToCursor(point.x(), mode)
        if on_character:
            units = min(units, line.textStart() + line.textLength() - 1)
        return self.paragraph.start + self._map.from_qt(max(units, 0))

    def line_of(self, position: int) -> int:
        """Return the index of the line that shows a set position."""
        units = self._map.to_qt(position - self.paragraph.start)
        return max(0, bisect_right(self._starts, units) - 1)

    def caret_rect(self, position: int) -> QRectF:
        """Return where a caret before the set position stands, one pixel wide."""
        index = self.line_of(position)
        x = _x_of(self._lines[index], self._map.to_qt(position - self.paragraph.start))
        return QRectF(x, self.line_top(index), 1.0, self.style.line)

    def rects(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield one box per line for a set range, as high as the lines."""
        first = self._map.to_qt(max(start, self.paragraph.start) - self.paragraph.start)
        last = self._map.to_qt(min(end, self.paragraph.end) - self.paragraph.start)
        if first >= last:
            return
        for index in range(max(0, bisect_right(self._starts, first) - 1), len(self._lines)):
            line = self._lines[index]
            begin, finish = line.textStart(), line.textStart() + line.textLength()
            if begin >= last:
                return
            left, right = _x_of(line, max(first, begin)), _x_of(line, min(last, finish))
            yield QRectF(left, self.line_top(index), right - left, self.style.line)

    def underline_top(self, line: int) -> float:
        """Return the height, in the article's coordinates, where underlines of a line begin: just below the glyphs."""
        return self.line_top(line) + 0.5 * self.style.line + 0.62 * self.style.font.pixelSize() + 1.0


class ArticleLayout:
    """All paragraphs of an article, one below the other, from height 0."""

    def __init__(
        self, article: SetArticle, sheet: Sheet, width: float, rooms: Mapping[int, float] | None = None
    ) -> None:
        """Lay the article out.

        Args:
            width: of the lines.
            rooms: additional space above the lines that show these set positions (for the reasons of doubts).
        """
        rooms = rooms or {}
        self.article = article
        self.width = width
        self.paragraphs: list[ParagraphLayout] = []
        y = 0.0
        before: Setting | None = None
        for index, paragraph in enumerate(article.paragraphs):
            style = sheet.style(paragraph.setting)
            if index > 0:
                y += style.between if paragraph.setting is before else style.before
            y += rooms.get(paragraph.start, 0.0)
            inside = {at: room for at, room in rooms.items() if paragraph.start < at < paragraph.end}
            laid = ParagraphLayout(paragraph, sheet, width, y, inside)
            self.paragraphs.append(laid)
            y, before = laid.bottom, paragraph.setting
        self.height = y
        self._tops = [paragraph.top for paragraph in self.paragraphs]

    def paragraph_at(self, y: float) -> ParagraphLayout:
        """Return the paragraph at a height, the nearest above in a gap."""
        return self.paragraphs[max(0, bisect_right(self._tops, y) - 1)]

    def paragraph_of(self, position: int) -> ParagraphLayout:
        """Return the paragraph that shows a set position."""
        return self.paragraphs[self.article.paragraph_index(position)]

    def position_at(self, point: QPointF, *, on_character: bool = False) -> int:
        """Return the set position at a point."""
        return self.paragraph_at(point.y()).position_at(point, on_character=on_character)

    def caret_rect(self, position: int) -> QRectF:
        """Return where a caret at the set position stands."""
        return self.paragraph_of(position).caret_rect(position)

    def rects(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield one box per line for a set range."""
        for index in range(self.article.paragraph_index(start), len(self.paragraphs)):
            if self.paragraphs[index].paragraph.start >= end:
                return
            yield from self.paragraphs[index].rects(start, end)

    def underline_boxes(self, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
        """Yield the boxes of a set range with the height where its underline begins in each."""
        for index in range(self.article.paragraph_index(start), len(self.paragraphs)):
            laid = self.paragraphs[index]
            if laid.paragraph.start >= end:
                return
            for box in laid.rects(start, end):
                yield box, laid.underline_top(laid.line_at(box.top() + 1))

    def visible(self, top: float, bottom: float) -> Iterator[ParagraphLayout]:
        """Yield the paragraphs that touch a range of heights."""
        for paragraph in self.paragraphs[max(0, bisect_right(self._tops, top) - 1) :]:
            if paragraph.top > bottom:
                return
            yield paragraph

    def draw(self, painter: QPainter, origin: QPointF, clip: QRectF, inks: Mapping[Ink, QColor]) -> None:
        """Draw what ``clip`` shows of the text, without any marks."""
        for paragraph in self.visible(clip.top() - origin.y(), clip.bottom() - origin.y()):
            painter.setPen(inks[paragraph.style.ink])
            paragraph.draw(painter, origin, clip, [])


def estimated_height(article: SetArticle, sheet: Sheet, width: float) -> float:
    """Return about how high the article will be, from its number of characters: for what is not yet in sight."""
    height = 0.0
    for paragraph in article.paragraphs:
        style = sheet.style(paragraph.setting)
        per_line = max(1.0, width / max(1, style.font.pixelSize()))
        lines = -(-(len(paragraph.text) + style.indent / max(1, style.font.pixelSize())) // per_line)
        height += max(1.0, lines) * style.line + style.between
    return height


def _x_of(line: QTextLine, position_utf16: int) -> float:
    found: Any = line.cursorToX(position_utf16)  # the stubs say object; a number, or with its position a pair
    return float(found[0] if isinstance(found, tuple) else found)


def _font_format(font: QFont) -> QTextCharFormat:
    format_ = QTextCharFormat()
    format_.setFont(font)
    return format_


def _squeezed_format(font: QFont) -> QTextCharFormat:
    format_ = QTextCharFormat()
    format_.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    format_.setFontLetterSpacing(-font.pixelSize() / 2)
    return format_
