"""An article as one text to be read, with a map from every character back to the page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import BODY_ROLES, Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span


@dataclass(frozen=True, slots=True)
class ReadingPiece:
    """Characters ``[start, start + length)`` of the reading text are those of the page from ``source_start``."""

    start: int
    length: int
    source_start: int
    segment: Segment


@dataclass(frozen=True, slots=True)
class ReadingText:
    """The reading text of an article: joins mended, paragraphs divided by one line feed."""

    text: str
    pieces: tuple[ReadingPiece, ...]

    def to_source(self, span: Span) -> tuple[Span, ...]:
        """Return the page fragments of a range of the reading text, in reading order; separators are left out."""
        fragments: list[Span] = []
        for piece in self.pieces:
            start = max(span.start, piece.start)
            end = min(span.end, piece.start + piece.length)
            if start >= end:
                continue
            shift = piece.source_start - piece.start
            if fragments and fragments[-1].end == start + shift:
                fragments[-1] = Span(fragments[-1].start, end + shift)
            else:
                fragments.append(Span(start + shift, end + shift))
        return tuple(fragments)

    def from_source(self, offset: int) -> int | None:
        """Return where the page character at ``offset`` stands in the reading text, or None if it does not."""
        for piece in self.pieces:
            if piece.source_start <= offset < piece.source_start + piece.length:
                return piece.start + offset - piece.source_start
        return None

    def range_of(self, fragments: tuple[Span, ...]) -> Span | None:
        """Return the reading range that exactly holds the page ``fragments``, or None if they are not one run."""
        starts = [self.from_source(fragment.start) for fragment in fragments]
        ends = [self.from_source(fragment.end - 1) for fragment in fragments]
        if any(place is None for place in (*starts, *ends)):
            return None
        span = Span(min(p for p in starts if p is not None), max(p for p in ends if p is not None) + 1)
        return span if self.to_source(span) == tuple(fragments) else None

    def piece_at(self, offset: int) -> ReadingPiece | None:
        """Return the piece that holds the reading offset, or None on a separator."""
        index = bisect_right([piece.start for piece in self.pieces], offset) - 1
        if index < 0:
            return None
        piece = self.pieces[index]
        return piece if offset < piece.start + piece.length else None


_RUNS_ON = (BODY_ROLES - {Role.SUBHEAD}) | {Role.CAPTION, Role.CREDIT, Role.BYLINE, Role.NOTE}


def reading_text(text: str, article: Article) -> ReadingText:
    """Return the reading text of an article.

    A segment with ``join`` follows the one before with nothing between them (formats.md); one that shares
    its line with the segment before (a dateline, a credit inside a block) keeps the white space of the page;
    any other begins a paragraph (one line feed). Line breaks inside a segment stay as they are.

    Args:
        text: the page's frozen text.
    """
    parts: list[str] = []
    pieces: list[ReadingPiece] = []
    length = 0
    before: Segment | None = None
    for segment in article.segments:
        gap = "" if before is None else _separator(text, before, segment)
        quote = text[segment.start : segment.end]
        length += len(gap)
        parts += (gap, quote)
        pieces.append(ReadingPiece(length, len(quote), segment.start, segment))
        length += len(quote)
        before = segment
    return ReadingText("".join(parts), tuple(pieces))


def _separator(text: str, before: Segment, segment: Segment) -> str:
    if segment.join:
        return ""
    between = text[before.end : segment.start] if before.end <= segment.start else "\n"
    same_line = "\n" not in between and not between.strip()
    if same_line and before.role in _RUNS_ON and segment.role in _RUNS_ON:
        return between
    return "\n"
