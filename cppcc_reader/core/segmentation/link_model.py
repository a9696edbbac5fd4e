"""The trained linker: for each unit, what may come before it, with probabilities from both ends of the link."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cppcc_reader.core.segmentation.assignment import Link
from cppcc_reader.core.segmentation.link_features import LinkFeatures

Weights = Mapping[str, float]


@dataclass(slots=True)
class LinkScores:
    """Scores of all candidate links of a page.

    Attributes:
        gains: how much each link adds to the page against leaving both its ends free.
        before: log-weight of each link in the choice of what comes before a unit; ``begins`` that of nothing.
        after: log-weight of each link in the choice of what comes after a unit; ``ends`` that of nothing.
    """

    gains: dict[Link, float] = field(default_factory=dict)
    before: dict[Link, float] = field(default_factory=dict)
    after: dict[Link, float] = field(default_factory=dict)
    begins: dict[int, float] = field(default_factory=dict)
    ends: dict[int, float] = field(default_factory=dict)
    followers: dict[int, list[int]] = field(default_factory=dict)


class LinkModel:
    """Two conditional logit models over the same features: what comes before a unit, and what comes after it."""

    def __init__(self, before: Weights, after: Weights) -> None:
        self.before = before
        self.after = after

    def scores(self, features: LinkFeatures, kinds: Sequence[str]) -> LinkScores:
        """Return the scores of every candidate link of a page."""
        found = LinkScores()
        for unit, kind in enumerate(kinds):
            if kind == "F":
                continue
            found.begins[unit] = _sum(self.before, features.of_beginning(unit))
            found.ends[unit] = _sum(self.after, features.of_end(unit))
        for unit in found.begins:
            for before, names in zip(features.candidates[unit], features.of_links(unit), strict=True):
                link = (before, unit)
                found.before[link] = _sum(self.before, names)
                found.after[link] = _sum(self.after, names)
                found.followers.setdefault(before, []).append(unit)
                found.gains[link] = found.before[link] - found.begins[unit] + found.after[link] - found.ends[before]
        return found


def options_before(scores: LinkScores, candidates: Sequence[int], unit: int) -> dict[int | None, float]:
    """Return the probability of each candidate to come before a unit (None: it begins an article)."""
    options: list[int | None] = [None, *candidates]
    return _shares(options, [scores.begins[unit], *(scores.before[(before, unit)] for before in candidates)])


def options_after(scores: LinkScores, unit: int) -> dict[int | None, float]:
    """Return the probability of each candidate to come after a unit (None: its article ends with it)."""
    followers = scores.followers.get(unit, [])
    options: list[int | None] = [None, *followers]
    return _shares(options, [scores.ends[unit], *(scores.after[(unit, after)] for after in followers)])


def _shares(options: Sequence[int | None], weights: Sequence[float]) -> dict[int | None, float]:
    highest = max(weights)
    raised = [math.exp(weight - highest) for weight in weights]
    total = sum(raised)
    return {option: share / total for option, share in zip(options, raised, strict=True)}


def _sum(weights: Weights, names: Sequence[str]) -> float:
    return sum(weights.get(name, 0.0) for name in names)
