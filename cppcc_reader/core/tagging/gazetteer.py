"""Lists of places, positions and bodies as one value; where they lie on disk is not its business."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain, pairwise

from cppcc_reader.core.tagging.name_index import NameIndex

# What may follow a place inside one dictionary word: 合川|区委, 嘉兴|市政府, 楚雄|州.
_MAY_FOLLOW = "委政党人法公检省市县区州旗盟"


class PlaceKind(Enum):
    """How a place is listed: by its full name (兰州市), by a short one (兰州), or as a region (长三角).

    A place is apart where another follows that does not lie in it (庄河|大连市): the two are no chain.
    """

    FULL = "full"
    SHORT = "short"
    REGION = "region"
    APART = "apart"


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
        index = self._index("_place_index", self.places, self.short_places, self.regions)
        ranges = index.matches(text, self.boundary_test(text, words))
        found = [PlaceMatch(start, end, self._kind(text[start:end])) for start, end in ranges]
        return self._without_false_chains(text, found)

    def _without_false_chains(self, text: str, found: list[PlaceMatch]) -> list[PlaceMatch]:
        """Take a place out of the chain where the next one, right behind it, does not lie in it (庄河|大连市)."""
        kept = list(found)
        for index, (place, following) in enumerate(pairwise(found)):
            outer, inner = text[place.start : place.end], text[following.start : following.end]
            if place.end == following.start and not self.may_hold(outer, inner):
                kept[index] = PlaceMatch(place.start, place.end, PlaceKind.APART)
        return kept

    def may_hold(self, outer: str, inner: str) -> bool:
        """Tell whether the place ``inner`` may lie in ``outer``: yes unless the list says otherwise.

        A short ``inner`` may be any of many places, or none at all.
        """
        outer_full = self.short_places.get(outer, outer)
        parents = self.places.get(inner, ())
        return not any(parents) or any(outer_full in one.split("/") for one in parents)

    def is_province(self, name: str) -> bool:
        """Tell whether a name is that of a province, full or short: of a place that lies in no other."""
        return self.places.get(self.short_places.get(name, name)) == ("",)

    def body_matches(self, text: str) -> list[tuple[int, int]]:
        """Return the ranges of listed bodies in a text, the longest where several begin at one place."""
        found = self._index("_body_index", self.bodies).matches(text)
        # 财政部|门, 外交部|长 are other words.
        return [(start, end) for start, end in found if not text.startswith(("门", "长"), end)]

    def person_matches(self, text: str) -> list[tuple[int, int]]:
        """Return the ranges of listed people in a text."""
        return list(self._index("_person_index", self.persons).matches(text))

    def boundary_test(self, text: str, words: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
        """Return a function that tells whether a range of ``text`` cuts no word of the dictionary in two."""
        inside = {
            place for start, end in words if text[start:end] in self.dictionary for place in range(start + 1, end)
        }

        def fits(start: int, end: int) -> bool:
            return start not in inside and (end not in inside or text[end] in _MAY_FOLLOW)

        return fits

    def _kind(self, name: str) -> PlaceKind:
        if name in self.places:
            return PlaceKind.FULL
        return PlaceKind.REGION if name in self.regions else PlaceKind.SHORT

    def _index(self, key: str, *lists: Iterable[str]) -> NameIndex:
        """Return the index of lists, built when it is first asked for (a frozen value may remember what follows)."""
        index: NameIndex | None = self.__dict__.get(key)
        if index is None:
            index = self.__dict__[key] = NameIndex(chain.from_iterable(lists))
        return index


def read_list(lines: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the tab-separated rows of a list file; empty lines and ``#`` comments are left out."""
    return [tuple(line.rstrip("\n").split("\t")) for line in lines if line.strip() and not line.startswith("#")]
