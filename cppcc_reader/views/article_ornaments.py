"""What is drawn with the words of one article: underlines of its entities, its doubts, its order on the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF

from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.article_typeset import SetArticle

DEEPEST_LEVEL = 2
"""Underlines further down would run into the next line; deeper mentions share the last level."""


@dataclass(frozen=True, slots=True)
class Underline:
    """A mention's range in set positions; ``level`` 0 is next to the words, nested mentions lie lower."""

    start: int
    end: int
    level: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class DoubtMark:
    """A doubtful segment that begins at a set position; ``leads`` if it begins a paragraph."""

    position: int
    paragraph: int
    leads: bool
    segment: Segment


class MentionIndex:
    """The mentions of a page by the place of each fragment, to find those of one segment quickly."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        entries = sorted(
            ((_key(found, mention), mention) for mention in mentions for found in mention.fragments),
            key=lambda entry: entry[0],
        )
        self._keys = [key for key, _mention in entries]
        self._mentions = [mention for _key, mention in entries]
        self._longest = max((end - start for start, end, _id in self._keys), default=0)

    def remove(self, mention: Mention) -> None:
        """Forget a mention; one that is not there is no harm."""
        for fragment in mention.fragments:
            key = _key(fragment, mention)
            index = bisect_left(self._keys, key)
            if self._keys[index : index + 1] == [key]:
                del self._keys[index], self._mentions[index]

    def add(self, mention: Mention) -> None:
        """Take a new mention in."""
        for fragment in mention.fragments:
            key = _key(fragment, mention)
            index = bisect_left(self._keys, key)
            self._keys.insert(index, key)
            self._mentions.insert(index, mention)
            self._longest = max(self._longest, len(fragment))

    def within(self, span: Span) -> Iterator[Mention]:
        """Yield the mentions with a fragment that touches the span, by position."""
        for index in range(bisect_left(self._keys, (span.start - self._longest, 0, "")), len(self._keys)):
            start, end, _id = self._keys[index]
            if start >= span.end:
                return
            if end > span.start:
                yield self._mentions[index]

    def of_article(self, article: SetArticle) -> list[Mention]:
        """Return the mentions that touch the article, each once."""
        found: dict[str, Mention] = {}
        for segment in article.segments:
            for mention in self.within(segment.span):
                found[mention.id] = mention
        return list(found.values())


def _key(fragment: Span, mention: Mention) -> tuple[int, int, str]:
    return fragment.start, fragment.end, mention.id


def underlines(article: SetArticle, mentions: Iterable[Mention]) -> tuple[Underline, ...]:
    """Return the underlines of an article's mentions, by position; outer ones first, inner ones a level down."""
    ranges = [(start, end, mention) for mention in mentions for start, end in article.ranges_of(mention.fragments)]
    ranges.sort(key=lambda found: (found[0], -found[1]))
    ends = [0] * (DEEPEST_LEVEL + 1)
    placed: list[Underline] = []
    for start, end, mention in ranges:
        level = next((level for level, taken in enumerate(ends) if taken <= start), DEEPEST_LEVEL)
        ends[level] = max(ends[level], end)
        placed.append(Underline(start, end, level, mention))
    return tuple(placed)


def doubt_marks(article: SetArticle, threshold: float = DOUBT_THRESHOLD) -> tuple[DoubtMark, ...]:
    """Return a mark for every doubtful segment of an article, in reading order."""
    found = []
    for segment in article.segments:
        if not segment.is_doubtful(threshold):
            continue
        position = article.position_of(segment.start)
        if position is not None:
            index = article.paragraph_index(position)
            found.append(DoubtMark(position, index, article.paragraphs[index].start == position, segment))
    return tuple(found)


def order_numbers(article: SetArticle) -> dict[int, int]:
    """Return the reading number (from 1) of each segment by its set position, where reading leaves page order.

    Empty for an article that reads down the page: numbers everywhere would say nothing.
    """
    segments = article.segments
    if all(left.start < right.start for left, right in pairwise(segments)):
        return {}
    places = [(article.position_of(segment.start), number) for number, segment in enumerate(segments, start=1)]
    return {position: number for position, number in places if position is not None}


def first_of_each_line(boxes: Iterable[tuple[QRectF, int]]) -> list[tuple[QRectF, int]]:
    """Return the numbers that have the gutter to themselves: after a mended break two begin in one line."""
    firsts: dict[float, tuple[QRectF, int]] = {}
    for box, number in boxes:
        firsts.setdefault(box.top(), (box, number))
    return list(firsts.values())


def underline_at(placed: Sequence[Underline], position: int) -> Underline | None:
    """Return the innermost underline over a set position."""
    over = [underline for underline in placed if underline.start <= position < underline.end]
    return min(over, key=lambda underline: underline.end - underline.start, default=None)
