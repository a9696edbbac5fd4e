"""What stands where on the lines of a page: the source view's drawing plan, without Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.segment import Segment

MAX_LEVELS = 3
"""Underlines below one another; a fourth would run into the next line."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A segment as it stands on the page.

    Attributes:
        article_id: its article, None for furniture.
        enters: the segment before it on the page belongs to something else.
        order: its place in the reading order where that leaves page order, else None.
    """

    segment: Segment
    article_id: str | None
    enters: bool
    order: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """The part ``[start, end)`` of a segment that stands on one line of the page."""

    start: int
    end: int
    placed: Placed

    @property
    def opens(self) -> bool:
        """The segment begins here."""
        return self.start == self.placed.segment.start


class Underline(NamedTuple):
    """One fragment of a mention with the level of its underline (0 is nearest the text)."""

    start: int
    end: int
    mention: Mention
    level: int


class SourcePlan:
    """Segments and mentions of a page by line; cheap to ask for the visible lines, however long the page."""

    def __init__(self, text: str, annotations: AnnotationSet) -> None:
        self._text_length = len(text)
        self._line_starts = _line_starts(text)
        self.set_segments(annotations)
        self.set_mentions(annotations)

    @property
    def line_count(self) -> int:
        """Number of lines of the page."""
        return len(self._line_starts)

    @property
    def placed(self) -> Sequence[Placed]:
        """All segments in page order."""
        return self._placed

    def set_segments(self, annotations: AnnotationSet) -> None:
        """Take over articles and furniture after a change."""
        orders = dict(_orders(annotations.articles))
        pairs = annotations.segments_in_page_order()
        owners: list[str | None] = [None if article is None else article.id for article, _segment in pairs]
        self._placed = [
            Placed(segment, owner, index == 0 or owners[index - 1] != owner, orders.get(segment.start))
            for index, ((_article, segment), owner) in enumerate(zip(pairs, owners, strict=True))
        ]
        self._starts = [placed.segment.start for placed in self._placed]

    def set_mentions(self, annotations: AnnotationSet) -> None:
        """Take over mentions after a change."""
        self._underlines = _underlines(annotations.mentions)
        self._underline_starts = [one.start for one in self._underlines]
        self._longest = max((one.end - one.start for one in self._underlines), default=0)

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds a page offset."""
        return max(bisect_right(self._line_starts, offset) - 1, 0)

    def line_range(self, line: int) -> tuple[int, int]:
        """Return where a line begins and ends (without its line feed)."""
        following = self._line_starts[line + 1] - 1 if line + 1 < len(self._line_starts) else self._text_length
        return self._line_starts[line], following

    def pieces(self, line: int) -> list[Piece]:
        """Return the parts of segments on a line, from left to right."""
        start, end = self.line_range(line)
        found: list[Piece] = []
        for index in range(max(bisect_right(self._starts, start) - 1, 0), len(self._placed)):
            placed = self._placed[index]
            segment = placed.segment
            if segment.start >= end:
                break
            if segment.end > start:
                found.append(Piece(max(start, segment.start), min(end, segment.end), placed))
        return found

    def underlines(self, line: int) -> list[Underline]:
        """Return the fragments of mentions that touch a line."""
        return self.underlines_between(*self.line_range(line))

    def underlines_between(self, start: int, end: int) -> list[Underline]:
        """Return the fragments of mentions that touch ``[start, end)`` of the page."""
        first = bisect_left(self._underline_starts, start - self._longest)
        last = bisect_left(self._underline_starts, end)
        return [one for one in self._underlines[first:last] if one.end > start]

    def underlines_at(self, offset: int) -> list[Underline]:
        """Return the fragments that hold a page offset, the innermost last."""
        return [one for one in self.underlines(self.line_of(offset)) if one.start <= offset < one.end]

    def nearest(self, offset: int) -> Placed | None:
        """Return the segment at an offset; on white space the next one, at the end the last."""
        if not self._placed:
            return None
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._placed[index].segment.end:
            return self._placed[index]
        return self._placed[min(index + 1, len(self._placed) - 1)]

    def step(self, start: int, step: int) -> Placed | None:
        """Return the segment ``step`` places after the one at ``start`` on the page, stopping at the ends."""
        if not self._placed:
            return None
        index = bisect_left(self._starts, start) + step
        return self._placed[min(max(index, 0), len(self._placed) - 1)]

    def owner_between(self, line: int) -> tuple[bool, str | None]:
        """Tell of a blank line whether both neighbours belong together, and to which article."""
        start, _end = self.line_range(line)
        index = bisect_left(self._starts, start)
        if not 0 < index < len(self._placed):
            return False, None
        before, after = self._placed[index - 1], self._placed[index]
        return not after.enters, before.article_id


def _line_starts(text: str) -> list[int]:
    starts, place = [0], text.find("\n")
    while place >= 0:
        starts.append(place + 1)
        place = text.find("\n", place + 1)
    return starts


def _orders(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    for article in articles:
        if any(left.start > right.start for left, right in pairwise(article.segments)):
            yield from ((segment.start, number) for number, segment in enumerate(article.segments, 1))


def _underlines(mentions: Sequence[Mention]) -> list[Underline]:
    """Put overlapping mentions on levels: the inner one below the outer one."""
    # Ids part equal places, so that mentions themselves are never compared.
    fragments = sorted(
        (fragment.start, -fragment.end, mention.id, mention) for mention in mentions for fragment in mention.fragments
    )
    ends = [0] * MAX_LEVELS
    placed: list[Underline] = []
    for start, minus_end, _id, mention in fragments:
        level = 0
        while level < MAX_LEVELS - 1 and ends[level] > start:
            level += 1
        ends[level] = max(ends[level], -minus_end)
        placed.append(Underline(start, -minus_end, mention, level))
    return placed
