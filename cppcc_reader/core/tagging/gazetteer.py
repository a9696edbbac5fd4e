"""Lists of places, positions and bodies as one value; where they lie on disk is not its business."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

MIN_PLACE_LENGTH = 2

# What may follow a place inside one dictionary word: 合川|区委, 嘉兴|市政府, 楚雄|州.
_MAY_FOLLOW = "委政党人法公检省市县区州旗盟"


class PlaceKind(Enum):
    """How a place is listed: by its full name (兰州市), by a short one (兰州), or as a region (长三角)."""

    FULL = "full"
    SHORT = "short"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A listed place found in a text."""

    start: int
    end: int
    kind: PlaceKind


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """What is known by heart.

    Attributes:
        places: full names of administrative places with the chains of their parents, for example
            ``{"岷县": ("甘肃省/定西市",)}``; several where several places bear the name.
        short_places: short forms with their full form.
        regions: countries and regions outside the administrative list.
        bodies: names of bodies that are known as they stand.
        titles: positions.
        surnames: Chinese surnames of one or two characters.
        persons: names of people whom everybody knows.
        common_words: verbs, adverbs and the like of two characters: no name of a person begins with one.
        dictionary: words of two or three characters that are no names: no place cuts one in two (振|兴和).
    """

    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short_places: Mapping[str, str] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    common_words: frozenset[str] = frozenset()
    dictionary: frozenset[str] = frozenset()

    def place_matches(self, text: str, words: Iterable[tuple[int, int]] = ()) -> list[PlaceMatch]:
        """Return the longest listed places of a text from left to right, without overlaps.

        Args:
            text: any text.
            words: ranges of its words; a place that cuts a word of the dictionary in two is none.
        """
        fits = self._boundary_test(text, words)
        longest = self._longest_by_head()
        found: list[PlaceMatch] = []
        at = 0
        while at < len(text) - 1:
            place = self._longest_place_at(text, at, longest.get(text[at : at + MIN_PLACE_LENGTH], 0), fits)
            if place is not None:
                found.append(place)
            at = at + 1 if place is None else place.end
        return self._without_false_chains(text, found)

    def _without_false_chains(self, text: str, found: list[PlaceMatch]) -> list[PlaceMatch]:
        """Take a place out of the chain where the next one, right behind it, does not lie in it (庄河|大连市)."""
        kept = list(found)
        for index, (place, following) in enumerate(pairwise(found)):
            if place.end == following.start and not self._may_hold(text, place, following):
                kept[index] = PlaceMatch(place.start, place.end, PlaceKind.REGION)
        return kept

    def _may_hold(self, text: str, outer: PlaceMatch, inner: PlaceMatch) -> bool:
        outer_name, inner_name = text[outer.start : outer.end], text[inner.start : inner.end]
        outer_full = self.short_places.get(outer_name, outer_name)
        chains = self.places.get(self.short_places.get(inner_name, inner_name), ())
        return not any(chains) or any(outer_full in chain.split("/") for chain in chains)

    def body_matches(self, text: str) -> list[tuple[int, int]]:
        """Return the ranges of listed bodies in a text, the longest where several begin at one place."""
        # 财政部|门, 外交部|长 are other words.
        return [match.span() for match in self._pattern("bodies", self.bodies, "(?![门长])").finditer(text)]

    def person_matches(self, text: str) -> list[tuple[int, int]]:
        """Return the ranges of listed people in a text."""
        return [match.span() for match in self._pattern("persons", self.persons, "").finditer(text)]

    def _pattern(self, key: str, names: frozenset[str], after: str) -> re.Pattern[str]:
        cached: re.Pattern[str] | None = self.__dict__.get(f"_{key}_pattern")
        if cached is None:
            ordered = sorted(names, key=lambda name: (-len(name), name))
            cached = re.compile(f"(?:{'|'.join(map(re.escape, ordered)) or '(?!)'}){after}")
            self.__dict__[f"_{key}_pattern"] = cached
        return cached

    def _boundary_test(self, text: str, words: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
        inside = {
            place for start, end in words if text[start:end] in self.dictionary for place in range(start + 1, end)
        }

        def fits(start: int, end: int) -> bool:
            return start not in inside and (end not in inside or text[end] in _MAY_FOLLOW)

        return fits

    def _longest_place_at(self, text: str, at: int, limit: int, fits: Callable[[int, int], bool]) -> PlaceMatch | None:
        for length in range(min(limit, len(text) - at), MIN_PLACE_LENGTH - 1, -1):
            kind = self._kind(text[at : at + length])
            if kind is not None and fits(at, at + length):
                return PlaceMatch(at, at + length, kind)
        return None

    def _kind(self, name: str) -> PlaceKind | None:
        if name in self.places:
            return PlaceKind.FULL
        if name in self.regions:
            return PlaceKind.REGION
        return PlaceKind.SHORT if name in self.short_places else None

    def _longest_by_head(self) -> Mapping[str, int]:
        cached: dict[str, int] | None = self.__dict__.get("_heads")
        if cached is None:
            cached = {}
            for name in (*self.places, *self.short_places, *self.regions):
                head = name[:MIN_PLACE_LENGTH]
                cached[head] = max(cached.get(head, 0), len(name))
            self.__dict__["_heads"] = cached
        return cached


def read_list(lines: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the tab-separated rows of a list file; empty lines and ``#`` comments are left out."""
    return [tuple(line.rstrip("\n").split("\t")) for line in lines if line.strip() and not line.startswith("#")]
