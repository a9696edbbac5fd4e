"""The entity suggester: rules, lists and a sequence model over the reading text of every article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.tagging.adjoining import joined_neighbours
from cppcc_reader.core.tagging.body_patterns import body_candidates
from cppcc_reader.core.tagging.candidate import LOC, Candidate
from cppcc_reader.core.tagging.conventions import is_left_out
from cppcc_reader.core.tagging.custom_rules import CustomRules
from cppcc_reader.core.tagging.gazetteer import Gazetteer, PlaceMatch
from cppcc_reader.core.tagging.name_index import NameIndex
from cppcc_reader.core.tagging.overlaps import best_without_overlap, without_parts
from cppcc_reader.core.tagging.page_places import page_places, with_page_places
from cppcc_reader.core.tagging.person_names import byline_candidates, famous_people
from cppcc_reader.core.tagging.place_patterns import place_candidates
from cppcc_reader.core.tagging.position_patterns import PositionFinder
from cppcc_reader.core.tagging.propagation import known_names, repeated_names
from cppcc_reader.core.tagging.shadow import shadow_of
from cppcc_reader.core.tagging.suggestions import suggested_mentions
from cppcc_reader.core.tagging.time_patterns import time_candidates
from cppcc_reader.core.words import word_spans

_WORTH_SHOWING = 0.4
"""Below this confidence of the model a suggestion would more often be wrong than right."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading text with its words, its listed places and what may be a position: asked for more than once."""

    text: str
    words: list[tuple[int, int]]
    places: list[PlaceMatch]
    positions: list[tuple[int, int]]


class SequenceModel(Protocol):
    """A trained model that finds names in texts."""

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]:
        """Return for each text what the model finds in it, by position, without overlaps of one label."""


class Tagger:
    """Suggests mentions; the same input always gives the same output."""

    def __init__(
        self, gazetteer: Gazetteer, *, model: SequenceModel | None = None, rules: CustomRules | None = None
    ) -> None:
        """Take what the suggestions rest on.

        Args:
            gazetteer: the lists.
            model: the sequence model; None for lists and patterns alone.
            rules: a project's own rules; they come before everything else.
        """
        self._gazetteer = gazetteer
        self._model = model
        self._rules = rules or CustomRules()
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
        return suggested_mentions(text, annotations, self.candidates)

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]:
        """Return what is suggested in the reading texts of one page, without overlaps, by position."""
        modelled: Sequence[Sequence[Candidate]] = self._model.candidates(texts) if self._model else [()] * len(texts)
        readings = [self._read(text) for text in texts]
        shadows = [shadow_of(one.text, one.places) for one in readings]
        places = page_places(texts, shadows, modelled, self._gazetteer)
        if places:
            index = NameIndex(places)
            shadows = [self._shadow(one, index) for one in readings]
        evidence = [self._evidence(*one) for one in zip(texts, shadows, modelled, strict=True)]
        first = [self._settled(one, found) for one, found in zip(readings, evidence, strict=True)]
        names = dict.fromkeys(places, LOC) | known_names(list(zip(texts, first, strict=True)), self._gazetteer)
        return [
            self._settled(one, self._with_known(one, found, names))
            for one, found in zip(readings, evidence, strict=True)
        ]

    def _read(self, text: str) -> _Reading:
        words = word_spans(text)
        places = self._gazetteer.place_matches(text, words)
        return _Reading(text, words, places, self._positions.positions(text))

    def _shadow(self, reading: _Reading, places: NameIndex) -> str:
        fits = self._gazetteer.boundary_test(reading.text, reading.words)
        return shadow_of(reading.text, with_page_places(reading.text, reading.places, places, fits))

    def _evidence(self, text: str, shadow: str, modelled: Sequence[Candidate]) -> list[Candidate]:
        """Collect what model, lists and patterns say of one text."""
        listed = [
            *place_candidates(shadow),
            *body_candidates(text, shadow, self._gazetteer),
            *famous_people(text, self._gazetteer),
        ]
        evidence = [
            *without_parts((one for one in modelled if one.confidence >= _WORTH_SHOWING), listed),
            *listed,
            *time_candidates(text),
            *byline_candidates(text, self._gazetteer),
        ]
        return [one for one in evidence if not is_left_out(text, one)] + list(self._rules.candidates(text))

    def _settled(self, reading: _Reading, evidence: Sequence[Candidate]) -> list[Candidate]:
        """Choose among the evidence, then add the positions, which need to know the names beside them."""
        chosen = joined_neighbours(reading.text, best_without_overlap(evidence), self._gazetteer)
        return best_without_overlap([*chosen, *self._positions.candidates(reading.text, reading.positions, chosen)])

    def _with_known(
        self, reading: _Reading, evidence: Sequence[Candidate], names: Mapping[str, str]
    ) -> list[Candidate]:
        """Add the names known on the page; of what is only a part of one, the evidence goes."""
        known = list(repeated_names(reading.text, names, reading.words, self._gazetteer))
        return [*without_parts(evidence, known), *known]
