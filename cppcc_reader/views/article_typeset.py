"""An article as paragraphs to be typeset, with a map from every shown character to the page; no Qt here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.reading_text import ReadingPiece, ReadingText, reading_text
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span

JOIN_MARK = "⤶"
"""Shown where a column break was mended; stands for no character of the page."""

_SENTENCE_ENDS = frozenset("。！？…”’」』）)!?;；:：.")
_SHORTEST_WRAPPED_LINE = 8


class Setting(Enum):
    """How a paragraph is set: one per kind of text that looks its own way."""

    SECTION = "section"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    LEAD = "lead"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    NOTE = "note"
    OTHER = "other"


SETTING_OF: dict[Role, Setting] = {
    **{role: Setting(role.value) for role in Role if role is not Role.DATELINE},
    Role.DATELINE: Setting.BODY,
}

_CJK = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—"
_NARROW = re.compile(f"(?<=[{_CJK}])[,;:?!()]|[,;:?!()](?=[{_CJK}])")
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")

_FLOWING = frozenset({Setting.BODY, Setting.LEAD, Setting.CAPTION, Setting.NOTE, Setting.OTHER})


@dataclass(frozen=True, slots=True)
class Run:
    """Characters ``[at, at + length)`` of the set text are those of the page from ``source``, one for one."""

    at: int
    length: int
    source: int
    segment: Segment

    @property
    def end(self) -> int:
        """Set position after its last character."""
        return self.at + self.length


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it is set.

    Attributes:
        start: set position of its first character in the article (paragraphs are one position apart).
        runs: what it shows of the page, in order.
        joins: set positions of the marks of mended column breaks.
    """

    setting: Setting
    start: int
    text: str
    runs: tuple[Run, ...]
    joins: tuple[int, ...] = ()

    @property
    def end(self) -> int:
        """Set position after its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class SetArticle:
    """An article (or the page's furniture, ``id`` None) ready to be laid out.

    Positions ("set positions") count the shown characters of all paragraphs, one apart between paragraphs.
    """

    id: str | None
    paragraphs: tuple[Paragraph, ...]
    reading: ReadingText
    _starts: tuple[int, ...] = field(repr=False)
    _by_source: tuple[Run, ...] = field(repr=False)

    @property
    def length(self) -> int:
        """The largest set position."""
        return self.paragraphs[-1].end if self.paragraphs else 0

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Its segments in reading order."""
        return tuple(piece.segment for piece in self.reading.pieces)

    def paragraph_index(self, position: int) -> int:
        """Return the index of the paragraph that holds the set position (or ends at it)."""
        return max(0, bisect_right(self._starts, position) - 1)

    def source_at(self, position: int) -> int | None:
        """Return the page offset of the character at a set position; None on a mark or paragraph end."""
        if not self.paragraphs:
            return None
        for run in self.paragraphs[self.paragraph_index(position)].runs:
            if run.at <= position < run.end:
                return run.source + position - run.at
        return None

    def caret_source(self, position: int) -> int | None:
        """Return the page offset where a caret at this set position stands: before a character, or after the last."""
        found = self.source_at(position)
        if found is None and position > 0:
            before = self.source_at(position - 1)
            found = None if before is None else before + 1
        return found

    def position_of(self, source: int) -> int | None:
        """Return the set position of the page character at ``source``; None if it is not shown."""
        index = bisect_right(self._by_source, source, key=lambda run: run.source) - 1
        if index < 0:
            return None
        run = self._by_source[index]
        return run.at + source - run.source if source < run.source + run.length else None

    def fragments(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the page fragments of the set range, in reading order: a mended break gives two of one name."""
        runs = [run for run in self._runs() if run.at < end and run.end > start]
        if not runs:
            return ()
        first = runs[0].source + max(0, start - runs[0].at)
        last = runs[-1].source + min(end, runs[-1].end) - runs[-1].at - 1
        low, high = self.reading.from_source(first), self.reading.from_source(last)
        if low is None or high is None or low > high:
            return ()
        return self.reading.to_source(Span(low, high + 1))

    def ranges_of(self, fragments: tuple[Span, ...]) -> list[tuple[int, int]]:
        """Return the set ranges that show the page fragments; ranges divided only by a mark are one."""
        ranges: list[tuple[int, int]] = []
        for fragment in fragments:
            for start, end in self._ranges_of_one(fragment):
                if ranges and 0 <= start - ranges[-1][1] <= len(JOIN_MARK):
                    ranges[-1] = (ranges[-1][0], end)
                else:
                    ranges.append((start, end))
        return ranges

    def _ranges_of_one(self, fragment: Span) -> Iterator[tuple[int, int]]:
        index = max(0, bisect_right(self._by_source, fragment.start, key=lambda run: run.source) - 1)
        for run in self._by_source[index:]:
            if run.source >= fragment.end:
                return
            start = max(fragment.start, run.source)
            end = min(fragment.end, run.source + run.length)
            if start < end:
                yield run.at + start - run.source, run.at + end - run.source

    def _runs(self) -> Iterator[Run]:
        for paragraph in self.paragraphs:
            yield from paragraph.runs


def set_article(text: str, article: Article, *, marks: bool = True, widened: bool = False) -> SetArticle:
    """Return the article as paragraphs.

    A segment that begins a paragraph in the reading text begins one here; lines of titles stand by themselves,
    hard-wrapped lines inside a block of running text are joined.

    Args:
        text: the page's frozen text.
        marks: show a thin ⤶ where a column break was mended.
        widened: show half-width punctuation beside Chinese characters full-width, as it was printed.
    """
    reading = reading_text(text, article)
    return _finish(article.id, reading, _Setter(text, reading, marks=marks, widened=widened).paragraphs())


def set_furniture(text: str, furniture: tuple[Segment, ...]) -> SetArticle:
    """Return the page's furniture as paragraphs, in page order."""
    if not furniture:
        return _finish(None, ReadingText("", ()), ())
    reading = reading_text(text, Article(id="", segments=furniture))
    return _finish(None, reading, _Setter(text, reading, marks=False).paragraphs())


def widened_punctuation(text: str) -> str:
    """Return text with half-width punctuation beside Chinese characters made full-width, character for character."""
    return _NARROW.sub(lambda found: found.group().translate(_WIDE), text)


def _finish(article_id: str | None, reading: ReadingText, paragraphs: tuple[Paragraph, ...]) -> SetArticle:
    runs = sorted((run for paragraph in paragraphs for run in paragraph.runs), key=lambda run: run.source)
    starts = tuple(paragraph.start for paragraph in paragraphs)
    return SetArticle(article_id, paragraphs, reading, starts, tuple(runs))


class _Setter:
    """Builds the paragraphs of one article, piece after piece."""

    def __init__(self, text: str, reading: ReadingText, *, marks: bool, widened: bool = False) -> None:
        self._text = text
        self._reading = reading
        self._marks = marks
        self._widened = widened
        self._done: list[Paragraph] = []
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._joins: list[int] = []
        self._setting = Setting.BODY
        self._start = 0
        self._at = 0

    def paragraphs(self) -> tuple[Paragraph, ...]:
        end = 0
        for number, piece in enumerate(self._reading.pieces):
            gap = self._reading.text[end : piece.start]
            if number == 0 or gap == "\n" or not self._runs_on(number):
                self._begin(SETTING_OF[piece.segment.role])
            elif gap == "":
                self._join(piece)
            else:
                self._show(gap)
            self._add_piece(piece)
            end = piece.start + piece.length
        self._begin(Setting.BODY)
        return tuple(self._done)

    def _runs_on(self, number: int) -> bool:
        """Tell whether a piece on the same line belongs into the paragraph before it: a subhead never does."""
        before, segment = self._reading.pieces[number - 1].segment, self._reading.pieces[number].segment
        return (
            segment.join
            or before.role is Role.DATELINE
            or SETTING_OF[segment.role] in (self._setting, Setting.CREDIT, Setting.NOTE)
        )

    def _begin(self, setting: Setting) -> None:
        if self._parts:
            text = "".join(self._parts)
            self._done.append(Paragraph(self._setting, self._start, text, tuple(self._runs), tuple(self._joins)))
            self._at += 1
        self._parts, self._runs, self._joins = [], [], []
        self._start, self._setting = self._at, setting

    def _show(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)

    def _join(self, piece: ReadingPiece) -> None:
        before = self._runs[-1]
        if self._marks and piece.segment.join and before.source + before.length != piece.source_start:
            self._joins.append(self._at)
            self._show(JOIN_MARK)

    def _add_piece(self, piece: ReadingPiece) -> None:
        lines = list(self._lines(piece))
        for index, (start, end) in enumerate(lines):
            if index > 0:
                self._break_line(lines[index - 1], (start, end))
            self._runs.append(Run(self._at, end - start, start, piece.segment))
            line = self._text[start:end]
            self._show(widened_punctuation(line) if self._widened else line)

    def _lines(self, piece: ReadingPiece) -> Iterator[tuple[int, int]]:
        """Yield the page ranges of the piece's lines, without the white space at their ends."""
        at = piece.source_start
        for line in self._text[at : at + piece.length].split("\n"):
            stripped = line.strip()
            if stripped:
                start = at + line.index(stripped)
                yield start, start + len(stripped)
            at += len(line) + 1

    def _break_line(self, before: tuple[int, int], after: tuple[int, int]) -> None:
        if not self._is_wrapped(before, after):
            self._begin(self._setting)
            return
        left, right = self._text[before[1] - 1], self._text[after[0]]
        if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
            self._show(" ")

    def _is_wrapped(self, before: tuple[int, int], after: tuple[int, int]) -> bool:
        """Tell whether a line break is only the width of the column: no sentence ends, the next is not indented."""
        if self._setting not in _FLOWING or before[1] - before[0] < _SHORTEST_WRAPPED_LINE:
            return False
        indented = after[0] > 0 and self._text[after[0] - 1] != "\n"
        return not indented and self._text[before[1] - 1] not in _SENTENCE_ENDS
