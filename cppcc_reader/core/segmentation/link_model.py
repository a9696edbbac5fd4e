"""The trained linker: how much each link adds to the page, seen from both of its ends."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cppcc_reader.core.segmentation.assignment import Link
from cppcc_reader.core.segmentation.clues import UNSIGNED, Clue, names_of
from cppcc_reader.core.segmentation.link_features import LinkFeatures

Weights = Mapping[str, float]
PRIORS: Weights = {UNSIGNED: -3.0}
"""Weights of beginnings set by hand, for what training pages do not show; learned weights replace them."""
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


class LinkModel:
    """Weights of links, of beginnings and of ends.

    They come from two conditional logit models over the same clues, one choosing what comes before a unit, one
    choosing what comes after it; the weight of a link is the sum of both.
    """

    def __init__(self, links: Weights, begins: Weights, ends: Weights) -> None:
        self.links = links
        self.begins = {**PRIORS, **begins}
        self.ends = ends
        self._remembered: dict[Clue, float] = {}

    def scores(self, features: LinkFeatures, kinds: Sequence[str]) -> LinkScores:
        """Return the scores of every candidate link of a page."""
        if len(self._remembered) > _MOST_REMEMBERED:
            self._remembered.clear()
        found = LinkScores(units=[unit for unit, kind in enumerate(kinds) if kind != "F"])
        ends = {unit: self._sum(self.ends, features.of_end(unit)) for unit in found.units}
        for unit in found.units:
            candidates = features.candidates[unit]
            begin = self._sum(self.begins, features.of_beginning(unit)) if candidates else 0.0
            for before, clues in zip(candidates, features.of_links(unit), strict=True):
                found.gains[(before, unit)] = self._sum(self.links, clues) - begin - ends[before]
                found.followers.setdefault(before, []).append(unit)
        return found

    def _sum(self, weights: Weights, clues: Sequence[Clue]) -> float:
        total = 0.0
        remembered = self._remembered
        for clue in clues:
            weight = remembered.get(clue)
            if weight is None:
                weight = sum(weights.get(name, 0.0) for name in names_of(clue))
                remembered[clue] = weight
            total += weight
        return total


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
