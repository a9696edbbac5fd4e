"""The entity suggester: rules, lists and a sequence model over the reading text of every article."""

from __future__ import annotations

from collections.abc import Iterator

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.reading_text import ReadingText, reading_text
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.tagging.body_patterns import body_candidates
from cppcc_reader.core.tagging.candidate import Candidate
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.overlaps import best_without_overlap
from cppcc_reader.core.tagging.person_names import byline_candidates
from cppcc_reader.core.tagging.place_patterns import place_candidates
from cppcc_reader.core.tagging.position_patterns import PositionFinder
from cppcc_reader.core.tagging.shadow import places_of, shadow_of
from cppcc_reader.core.tagging.time_patterns import time_candidates


class Tagger:
    """Suggests mentions; the same input always gives the same output."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._positions = PositionFinder(gazetteer)

    def suggest(self, text: str, annotations: AnnotationSet) -> tuple[Mention, ...]:
        """Suggest the mentions of a page.

        Args:
            text: the page's frozen text.
            annotations: its articles and furniture; what people rejected there stays away.

        Returns:
            Mentions ``s1``, ``s2`` … by position, each with confidence and reason. Names broken by a
            column break have several fragments.
        """
        found = [
            (fragments, candidate)
            for reading in _readings(text, annotations)
            for candidate in self.candidates(reading.text)
            if (fragments := reading.to_source(Span(candidate.start, candidate.end)))
        ]
        found.sort(key=lambda pair: (min(pair[0]), pair[1].label))
        mentions = (
            Mention(
                id=f"s{number}",
                label=candidate.label,
                fragments=fragments,
                origin=Origin.SUGGESTED,
                evidence=Evidence(round(candidate.confidence, 4), candidate.reason),
            )
            for number, (fragments, candidate) in enumerate(found, 1)
        )
        return tuple(one for one in mentions if (one.label, one.quote(text)) not in annotations.rejected)

    def candidates(self, text: str) -> list[Candidate]:
        """Return what is suggested in one reading text, without overlaps, by position."""
        places = places_of(text, self._gazetteer)
        shadow = shadow_of(text, places)
        bodies = list(body_candidates(shadow))
        names = list(byline_candidates(text, self._gazetteer))
        positions = list(self._positions.candidates(text, bodies, names))
        return best_without_overlap(
            [*time_candidates(text), *place_candidates(shadow), *bodies, *names, *positions],
        )


def _readings(text: str, annotations: AnnotationSet) -> Iterator[ReadingText]:
    for article in annotations.articles:
        yield reading_text(text, article)
    for segment in annotations.furniture:
        yield reading_text(text, Article(id="furniture", segments=(segment,)))
