"""Lists of places, positions and body suffixes as one value; where they lie on disk is not its business."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MIN_PLACE_LENGTH = 2


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A listed place found in a text; ``full`` tells a full name (兰州市) from a short one (兰州)."""

    start: int
    end: int
    full: bool


@dataclass(frozen=True, kw_only=True)
class Gazetteer:
    """What is known by heart.

    Attributes:
        places: full names of administrative places with the full names of their parents, for example
            ``{"岷县": ("甘肃省/定西市",)}``; several where a name is borne by several places.
        short_places: short forms with their full form (``{"岷": …}`` is too short and never listed).
        titles: positions, longest meaning first is not required.
        body_suffixes: last characters of names of bodies.
        surnames: Chinese surnames of one or two characters.
        other_places: countries, rivers, regions: places outside the administrative list.
    """

    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    short_places: Mapping[str, str] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    body_suffixes: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    other_places: frozenset[str] = frozenset()

    def place_matches(self, text: str) -> list[PlaceMatch]:
        """Return the longest listed places of a text from left to right, without overlaps."""
        longest = self._longest_by_head()
        found: list[PlaceMatch] = []
        at = 0
        while at < len(text) - 1:
            end = self._longest_place_at(text, at, longest)
            if end is None:
                at += 1
                continue
            found.append(PlaceMatch(at, end, text[at:end] in self.places))
            at = end
        return found

    def _longest_place_at(self, text: str, at: int, longest: Mapping[str, int]) -> int | None:
        limit = longest.get(text[at : at + MIN_PLACE_LENGTH], 0)
        for length in range(min(limit, len(text) - at), MIN_PLACE_LENGTH - 1, -1):
            name = text[at : at + length]
            if name in self.places or name in self.short_places:
                return at + length
        return None

    def _longest_by_head(self) -> Mapping[str, int]:
        cached: dict[str, int] | None = self.__dict__.get("_heads")
        if cached is None:
            cached = {}
            for name in (*self.places, *self.short_places):
                head = name[:MIN_PLACE_LENGTH]
                cached[head] = max(cached.get(head, 0), len(name))
            self.__dict__["_heads"] = cached
        return cached


def read_list(lines: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the tab-separated rows of a list file; empty lines and ``#`` comments are left out."""
    return [tuple(line.rstrip("\n").split("\t")) for line in lines if line.strip() and not line.startswith("#")]
