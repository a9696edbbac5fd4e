"""What neighbouring units are about: directions of running sums, compared by their cosine."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Indexes = NDArray[np.int64]
Weights = NDArray[np.float64]
Sums = NDArray[np.float32]
Spans = tuple[Indexes, Indexes]
"""Where each of several groups of neighbouring units starts and stops."""

TOPIC_STEPS = (0.02, 0.06, 0.12, 0.2, 0.3, 0.45)
"""Steps of nearness by the words of a page alone."""
NEAR_STEPS = (-0.1, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.7)
"""Steps of nearness by a model of meaning."""
_CHUNK = 4096
_NOTHING = 1e-6


class Topics:
    """Compares groups of neighbouring units of a page.

    Args:
        sums: running sums of the units' vectors, one row more than there are units.
        doubt: length of a sum that says half as much as a long one: short texts are about little.
    """

    def __init__(self, sums: Sums, doubt: float = 0.0) -> None:
        self._sums = sums
        self._doubt = doubt

    def between(self, left_spans: Spans, right_spans: Spans, lefts: Indexes, rights: Indexes) -> Weights:
        """Return for pairs of units the cosine of what the group of the one and the group of the other are about.

        Args:
            left_spans, right_spans: for every unit the group ``[start, stop)`` that it stands for on either side.
            lefts, rights: the pairs of units.
        """
        left = self._directions(left_spans)
        right = left if right_spans is left_spans else self._directions(right_spans)
        parts = [
            np.einsum("ij,ij->i", left[lefts[at : at + _CHUNK]], right[rights[at : at + _CHUNK]])
            for at in range(0, len(lefts), _CHUNK)
        ]
        return np.concatenate(parts).astype(np.float64) if parts else np.zeros(0)

    def of_groups(self, left_spans: Spans, right_spans: Spans) -> Weights:
        """Return the cosine of each left group with the right group of the same place."""
        left, right = self._directions(left_spans), self._directions(right_spans)
        cosines: Weights = np.einsum("ij,ij->i", left, right).astype(np.float64)
        return cosines

    def nearest(self, units: Indexes, others: Indexes, most: int) -> list[list[int]]:
        """Return for each unit the few of the other units that are nearest to it by themselves, nearest first."""
        every = np.arange(len(self._sums) - 1)
        directions = self._directions((every, every + 1))
        found: list[list[int]] = []
        for at in range(0, len(units), _CHUNK):
            cosines = directions[units[at : at + _CHUNK]] @ directions[others].T
            cosines[units[at : at + _CHUNK, None] == others[None, :]] = -1.0
            found += others[np.argsort(-cosines, axis=1, kind="stable")[:, :most]].tolist()
        return found

    def _directions(self, spans: Spans) -> Sums:
        sums = self._sums[spans[1]] - self._sums[spans[0]]
        norms = np.sqrt(np.einsum("ij,ij->i", sums, sums) + self._doubt**2)[:, None]
        directions: Sums = np.divide(sums, norms, out=np.zeros_like(sums), where=norms > _NOTHING)
        return directions
