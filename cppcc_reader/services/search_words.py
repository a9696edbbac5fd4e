"""The words of a search in one article: where they stand, in what is printed or in what corrections make of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cppcc_reader.core.character_folding import Folding
from cppcc_reader.core.model.corrected_reading import CorrectedReading, Slip
from cppcc_reader.core.model.reading_text import ReadingText
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.search_query import SearchQuery

CONTEXT_BEFORE = 24
SNIPPET_LENGTH = 96
"""Characters of a snippet, and how many of them stand before the first place found."""

_BREAK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """Where the words stand in an article.

    Attributes:
        text: the reading text, or the corrected one where only that holds all the words.
        places: in ``text``; empty where no word was asked for.
        first: the first place, in the reading text as printed.
        slip: the correction that the first place touches.
    """

    text: str
    places: tuple[Span, ...] = ()
    first: Span | None = None
    slip: Slip | None = None

    def snippet(self) -> tuple[str, tuple[Span, ...]]:
        """Return a line of the text around the first place, and the places in it."""
        start = max(0, self.places[0].start - CONTEXT_BEFORE) if self.places else 0
        end = min(len(self.text), start + SNIPPET_LENGTH)
        before, after = "…" if start else "", "…" if end < len(self.text) else ""
        shift = len(before) - start
        marks = tuple(
            Span(place.start + shift, min(place.end, end) + shift)
            for place in self.places
            if start <= place.start < end
        )
        return before + _BREAK.sub(" ", self.text[start:end]) + after, marks


@dataclass(frozen=True, slots=True)
class SearchWords:
    """The words of a search as patterns, made once."""

    wanted: tuple[re.Pattern[str], ...]
    excluded: tuple[re.Pattern[str], ...]
    roles: frozenset[Role]

    @classmethod
    def of(cls, folding: Folding, query: SearchQuery, roles: frozenset[Role]) -> SearchWords:
        """Return the patterns of a query under the foldings that were asked for."""
        return cls(tuple(map(folding.pattern, query.terms)), tuple(map(folding.pattern, query.excluded)), roles)

    def find(self, reading: ReadingText, slips: Sequence[Slip]) -> FoundPlaces | None:
        """Return where the words stand, or None if the article is not one that was asked for.

        Args:
            slips: the corrections in the article; a word may stand in what they make of it.
        """
        printed = [self._spans(pattern, reading.text, lambda span: span, reading) for pattern in self.wanted]
        if not slips:
            return self._answer(reading, printed, reading.text, lambda span: span, ())
        corrected = CorrectedReading(reading, slips)
        if any(pattern.search(corrected.text) for pattern in self.excluded):
            return None
        if all(printed):
            return self._answer(reading, printed, reading.text, lambda span: span, slips)
        found = [self._spans(pattern, corrected.text, corrected.to_reading, reading) for pattern in self.wanted]
        if not all(one or other for one, other in zip(printed, found, strict=True)):
            return None
        shown = [spans for spans in found if spans]
        return self._answer(reading, shown, corrected.text, corrected.to_reading, slips)

    def _spans(
        self, pattern: re.Pattern[str], text: str, to_reading: Callable[[Span], Span], reading: ReadingText
    ) -> list[Span]:
        spans = [Span(*found.span()) for found in pattern.finditer(text)]
        return [span for span in spans if _role_at(reading, to_reading(span)) in self.roles] if self.roles else spans

    def _answer(
        self,
        reading: ReadingText,
        found: Sequence[list[Span]],
        text: str,
        to_reading: Callable[[Span], Span],
        slips: Sequence[Slip],
    ) -> FoundPlaces | None:
        if not all(found) or any(pattern.search(reading.text) for pattern in self.excluded):
            return None
        if not self.wanted and self.roles and not any(piece.segment.role in self.roles for piece in reading.pieces):
            return None
        every = [span for spans in found for span in spans]
        places = sorted(set(every)) if len(found) > 1 else every
        first = to_reading(places[0]) if places else None
        return FoundPlaces(text, tuple(places), first, _slip_at(reading, first, slips))


def _role_at(reading: ReadingText, span: Span) -> Role | None:
    piece = reading.piece_at(span.start)
    return piece.segment.role if piece else None


def _slip_at(reading: ReadingText, place: Span | None, slips: Sequence[Slip]) -> Slip | None:
    fragments = reading.to_source(place) if place is not None else ()
    for slip in slips:
        if any(one.start < slip[1] and slip[0] < one.end for one in fragments):
            return slip
    return None
