"""What a double click means, and growing and shrinking a selection by words or characters, across column breaks."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.reading_text import ReadingText, reading_text
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.words import word_spans

_REACH = 200
"""Characters on either side that are cut into words: enough for any word, little enough for a key press."""


class Step(Enum):
    """How far one key press moves an end of the selection."""

    CHARACTER = "character"
    WORD = "word"


class Edge(Enum):
    """Which end of the selection moves."""

    START = "start"
    END = "end"


def snap(text: str, annotations: AnnotationSet, offset: int) -> tuple[Span, ...]:
    """Return what a double click at a page offset selects: the suggested mention there, else the word.

    Returns:
        Fragments in reading order; empty on white space and outside the text.
    """
    mention = suggestion_at(annotations, offset)
    return mention.fragments if mention is not None else word_at(text, annotations, offset)


def suggestion_at(annotations: AnnotationSet, offset: int) -> Mention | None:
    """Return the shortest suggested mention that covers a page offset, or None."""
    covering = [
        mention
        for mention in annotations.mentions
        if mention.origin is Origin.SUGGESTED and any(fragment.contains(offset) for fragment in mention.fragments)
    ]
    return min(covering, key=lambda mention: (sum(map(len, mention.fragments)), mention.id), default=None)


def word_at(text: str, annotations: AnnotationSet, offset: int) -> tuple[Span, ...]:
    """Return the fragments of the word at a page offset, or nothing on white space and outside the text."""
    for reading in _readings(text, annotations):
        place = reading.from_source(offset)
        if place is None:
            continue
        start, end = _word_around(reading.text, place)
        return reading.to_source(Span(start, end)) if reading.text[start:end].strip() else ()
    return ()


def resized(
    text: str, annotations: AnnotationSet, fragments: tuple[Span, ...], *, edge: Edge, step: Step, outward: bool
) -> tuple[Span, ...]:
    """Return a selection with one end moved by a character or a word along the reading text.

    A selection that cannot move (end of the article, nothing would be left, not within one article) stays.

    Args:
        fragments: what is selected now, in reading order.
        outward: grow if true, shrink if false.
    """
    for reading in _readings(text, annotations):
        span = reading.range_of(fragments)
        if span is not None:
            moved = _moved(reading.text, span, edge, step, outward)
            return reading.to_source(moved) or fragments
    return fragments


def _moved(text: str, span: Span, edge: Edge, step: Step, outward: bool) -> Span:
    forward = (edge is Edge.END) == outward
    place = _next_stop(text, span.end if edge is Edge.END else span.start, step, forward)
    start, end = (span.start, place) if edge is Edge.END else (place, span.end)
    return Span(start, end) if start < end and text[start:end].strip() else span


def _next_stop(text: str, place: int, step: Step, forward: bool) -> int:
    if step is Step.CHARACTER:
        return min(place + 1, len(text)) if forward else max(place - 1, 0)
    if forward:
        return _word_around(text, place)[1] if place < len(text) else place
    return _word_around(text, place - 1)[0] if place > 0 else place


def _word_around(text: str, place: int) -> tuple[int, int]:
    base = max(0, place - _REACH)
    for start, end in word_spans(text[base : place + _REACH]):
        if base + start <= place < base + end:
            return base + start, base + end
    return place, place + 1


def _readings(text: str, annotations: AnnotationSet) -> Iterator[ReadingText]:
    for article in annotations.articles:
        yield reading_text(text, article)
    for segment in annotations.furniture:
        yield reading_text(text, Article(id="", segments=(segment,)))
