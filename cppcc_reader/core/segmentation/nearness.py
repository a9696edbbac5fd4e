"""What each unit of a page has in common with each unit that may come before it, reckoned for the page at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.topics import NEAR_STEPS, TOPIC_STEPS, Indexes, Weights

SHARED_STEPS = (0.0, 0.5, 1.2, 2.5, 5.0)
_LEAD_STEPS = (-0.4, -0.2, -0.1, -0.03, 0.0, 0.05, 0.15, 0.3)
_TOPIC_FLOOR = 0.05
"""A page whose nearest topic is farther than this has none worth ranking."""
_FAR = 0.2
_FAR_BEHIND = 0.3
"""A candidate that is farther, so far behind the nearest, and shares no rare word, is not weighed."""
_TOPIC_GROUP = 4
_MEANING_GROUP = 2
_MOST, _ALMOST, _LESS, _NOTHING = "是", "近", "否", ""
_RANKS = np.asarray((_NOTHING, _LESS, _ALMOST, _MOST))
_Value = TypeVar("_Value")

WordSteps = tuple[int, str, int, str]
"""Rare words in common in steps and as a rank among the candidates, and the same of the topic."""
MeaningSteps = tuple[int, int, int, int]
"""Nearness in meaning in steps and its lead over the other candidates, with neighbours and then alone."""


class Nearness:
    """Words, topic and meaning in common of all candidate links of a page.

    Attributes:
        candidates: for each unit those that are worth weighing.
        words, meanings: for each unit the steps of each of its candidates; meanings are empty without a model.
        shared, topic, near: for each unit the figures of each of its candidates.
    """

    def __init__(self, view: PageView, candidates: Sequence[Sequence[int]]) -> None:
        self._view = view
        self._here = np.arange(len(candidates))
        self._set_candidates(
            np.asarray([len(one) for one in candidates], dtype=np.int64),
            np.fromiter((before for one in candidates for before in one), dtype=np.int64),
        )
        near, shared = self._near(), self._shared()
        if view.meaning is not None:
            kept = self._worth_weighing(near, shared)
            near, shared = near[kept], shared[kept]
            self._set_candidates(np.bincount(self._units[kept], minlength=len(candidates)), self._befores[kept])
        topic = self._topic()
        self.candidates: list[list[int]] = self._cut(self._befores.tolist())
        self.shared, self.topic, self.near = (self._cut(one.tolist()) for one in (shared, topic, near))
        self.words: list[list[WordSteps]] = self._cut(
            zip(
                np.searchsorted(SHARED_STEPS, shared).tolist(),
                self._ranks(shared, share=0.5, floor=0.0),
                np.searchsorted(TOPIC_STEPS, topic).tolist(),
                self._ranks(topic, share=0.7, floor=_TOPIC_FLOOR),
                strict=True,
            )
        )
        self.meanings = self._meaning_steps(near)

    def _set_candidates(self, sizes: Indexes, befores: Indexes) -> None:
        self._sizes, self._befores = sizes, befores
        self._units = np.repeat(self._here, sizes)

    def _worth_weighing(self, near: Weights, shared: Weights) -> NDArray[np.bool_]:
        """Tell of each candidate whether it stands beside its unit, shares rare words with it or is near in meaning."""
        if not len(near):
            return np.zeros(0, dtype=bool)
        beside = np.asarray(self._view.before, dtype=np.int64)[self._units] == self._befores
        kept: NDArray[np.bool_] = beside | (shared > 0.0) | (near >= _FAR) | (self._best(near) - near <= _FAR_BEHIND)
        return kept

    def _shared(self) -> Weights:
        first, stop = self._view.group_bounds()
        lefts = first[self._befores], self._befores + 1
        return self._view.overlap.rare_between(lefts, (self._units, stop[self._units]))

    def _topic(self) -> Weights:
        first, stop = self._view.group_bounds(_TOPIC_GROUP)
        topics = self._view.overlap.topics
        return topics.between((first, self._here + 1), (self._here, stop), self._befores, self._units)

    def _near(self) -> Weights:
        meaning = self._view.meaning
        if meaning is None:
            return np.zeros(len(self._befores))
        first, stop = self._view.group_bounds(_MEANING_GROUP)
        return meaning.between((first, self._here + 1), (self._here, stop), self._befores, self._units)

    def _meaning_steps(self, near: Weights) -> list[list[MeaningSteps]]:
        if self._view.meaning is None:
            return [[] for _ in self._here]
        single = (self._here, self._here + 1)
        alone = self._view.meaning.between(single, single, self._befores, self._units)
        return self._cut(
            zip(
                np.searchsorted(NEAR_STEPS, near).tolist(),
                self._leads(near).tolist(),
                np.searchsorted(NEAR_STEPS, alone).tolist(),
                self._leads(alone).tolist(),
                strict=True,
            )
        )

    def nearest_after(self) -> dict[int, float]:
        """Return for each unit how near in meaning the nearest of those is that may follow it."""
        if self._view.meaning is None:
            return {}
        best = np.full(len(self._here), -1.0)
        near = np.asarray([value for values in self.near for value in values])
        np.maximum.at(best, self._befores, near)
        return dict(zip(self._befores.tolist(), best[self._befores].tolist(), strict=True))

    def _best(self, values: Weights) -> Weights:
        """Return for each candidate the highest value among the candidates of its unit."""
        filled = self._sizes[self._sizes > 0]
        starts = np.cumsum(np.append(0, filled[:-1]))
        best: Weights = np.repeat(np.maximum.reduceat(values, starts), filled)
        return best

    def _ranks(self, values: Weights, *, share: float, floor: float) -> list[str]:
        """Tell of each value whether it is the highest of its unit, almost or less; nothing where that is too low."""
        if not len(values):
            return []
        best = self._best(values)
        rank = np.where(values == best, 3, np.where(values > share * best, 2, 1))
        ranks: list[str] = _RANKS[np.where(best > floor, rank, 0)].tolist()
        return ranks

    def _leads(self, values: Weights) -> Indexes:
        """Return in steps by how much each candidate is ahead of any other of its unit; the last step where alone."""
        if not len(values):
            return np.zeros(0, dtype=np.int64)
        best = self._best(values)
        leading = values == best
        second = self._best(np.where(leading, -np.inf, values))
        steps: Indexes = np.searchsorted(_LEAD_STEPS, values - np.where(leading, second, best))
        return steps

    def _cut(self, values: Iterable[_Value]) -> list[list[_Value]]:
        """Return the values unit by unit."""
        flat, found, start = list(values), [], 0
        for size in self._sizes.tolist():
            found.append(flat[start : start + size])
            start += size
        return found
