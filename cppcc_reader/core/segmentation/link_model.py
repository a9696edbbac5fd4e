"""The trained linker: how much each link adds to the page, seen from both of its ends."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cppcc_reader.core.segmentation.assignment import Link
from cppcc_reader.core.segmentation.clues import UNSIGNED, Clue, names_of
from cppcc_reader.core.segmentation.link_features import LinkFeatures

Weights = Mapping[str, float]
SET_BY_HAND: Weights = {UNSIGNED: -3.0}
"""Weights of beginnings that overrule learned ones: a line that stands alone and unsigned on a page of signed articles.

Local papers sign nearly every article; the papers of the training pages do not, so from them less is learned.
"""
_MOST_REMEMBERED = 200_000


@dataclass(slots=True)
class LinkScores:
    """Scores of all candidate links of a page.

    Attributes:
        gains: how much each link adds to the page against leaving both its ends free.
        units: the units that take part (all but furniture).
        followers: for each unit the units that may follow it.
    """

    gains: dict[Link, float] = field(default_factory=dict)
    units: list[int] = field(default_factory=list)
    followers: dict[int, list[int]] = field(default_factory=dict)


class _Remembered(dict[Clue, float]):
    """The weight of each clue met so far: the sum of the weights of its features, whose names never clash."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, clue: Clue) -> float:
        weight = sum(self._weights.get(name, 0.0) for name in names_of(clue))
        self[clue] = weight
        return weight


class LinkModel:
    """Weights of links, of beginnings and of ends.

    They come from two conditional logit models over the same clues, one choosing what comes before a unit, one
    choosing what comes after it; the weight of a link is the sum of both.
    """

    def __init__(self, links: Weights, begins: Weights, ends: Weights) -> None:
        self.links = links
        self.begins = {**begins, **SET_BY_HAND}
        self.ends = ends
        self._remembered = _Remembered({**self.begins, **ends, **links})

    def scores(self, features: LinkFeatures, kinds: Sequence[str]) -> LinkScores:
        """Return the scores of every candidate link of a page."""
        if len(self._remembered) > _MOST_REMEMBERED:
            self._remembered.clear()
        found = LinkScores(units=[unit for unit, kind in enumerate(kinds) if kind != "F"])
        weigh = self._remembered.__getitem__
        ends = {unit: sum(map(weigh, features.of_end(unit))) for unit in found.units}
        for unit in found.units:
            candidates = features.candidates[unit]
            begin = sum(map(weigh, features.of_beginning(unit))) if candidates else 0.0
            for before, clues in zip(candidates, features.of_links(unit), strict=True):
                found.gains[(before, unit)] = sum(map(weigh, clues)) - begin - ends[before]
                found.followers.setdefault(before, []).append(unit)
        return found


def shares_before(scores: LinkScores, candidates: Sequence[int], unit: int) -> dict[int | None, float]:
    """Return the probability of each candidate to come before a unit (None: it begins an article).

    Gains hold the evidence of both ends; half of it is the geometric mean of the two models.
    """
    gains = [0.0, *(scores.gains[(before, unit)] / 2.0 for before in candidates)]
    return _shares([None, *candidates], gains)


def shares_after(scores: LinkScores, unit: int) -> dict[int | None, float]:
    """Return the probability of each candidate to come after a unit (None: its article ends with it)."""
    followers = scores.followers.get(unit, [])
    return _shares([None, *followers], [0.0, *(scores.gains[(unit, after)] / 2.0 for after in followers)])


def _shares(options: Sequence[int | None], weights: Sequence[float]) -> dict[int | None, float]:
    highest = max(weights)
    raised = [math.exp(weight - highest) for weight in weights]
    total = sum(raised)
    return {option: share / total for option, share in zip(options, raised, strict=True)}
