"""Where the edges of a mention go when it is grown or shrunk by a character or by a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cppcc_reader.core.model.span import Span

Words = Callable[[str], Iterable[tuple[int, int]]]
"""Cuts a text into half-open ranges of words, without a gap."""


def with_moved_edges(text: str, place: Span, *, start: int = 0, end: int = 0, words: Words | None = None) -> Span:
    """Return a range with its edges one step further; where there is no room it stays as it is.

    An edge never rests beside a blank (赵　政 takes one step) and never leaves its paragraph.

    Args:
        text: the text that the range stands in, paragraphs divided by line feeds.
        start, end: -1, 0 or +1: a step to the left, none, a step to the right.
        words: steps go from word to word; None: from character to character.
    """
    first = text.rfind("\n", 0, place.start) + 1
    last = text.find("\n", place.end)
    last = len(text) if last < 0 else last
    stops = _stops(text[first:last], words)
    starts = [first + stop for stop in stops if first + stop < last and not text[first + stop].isspace()]
    ends = [first + stop for stop in stops if stop and not text[first + stop - 1].isspace()]
    new_start, new_end = _next(starts, place.start, start), _next(ends, place.end, end)
    return Span(new_start, new_end) if new_start < new_end else place


def _stops(paragraph: str, words: Words | None) -> list[int]:
    """Return the places between steps, both ends of the paragraph included."""
    if words is None:
        return list(range(len(paragraph) + 1))
    return [0, *(stop for _start, stop in words(paragraph))]


def _next(stops: list[int], here: int, step: int) -> int:
    if step > 0:
        return min((stop for stop in stops if stop > here), default=here)
    return max((stop for stop in stops if stop < here), default=here) if step else here
