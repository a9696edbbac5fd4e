"""A linear-chain conditional random field with readable features: decoding only (Lafferty and others 2001)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_SCALED_EVERY = 4


@dataclass(frozen=True, slots=True)
class Decoded:
    """The best label of each item and the probability of every label.

    Attributes:
        best: indexes of labels, the most probable sequence.
        marginals: one row per item, one column per label.
    """

    best: list[int]
    marginals: Matrix


class Crf:
    """Weights of a linear-chain CRF.

    Args:
        labels: names of the labels, in the order of the columns.
        transitions: weight of label ``j`` after label ``i`` at ``[i, j]``.
        features: row of ``weights`` of each feature; unknown features count nothing.
        weights: weight of each label for each feature.
    """

    def __init__(
        self, labels: Sequence[str], transitions: Matrix, features: Mapping[str, int], weights: NDArray[np.float32]
    ) -> None:
        self.labels = tuple(labels)
        self._transitions = transitions
        self._features = features
        self._weights = np.vstack([weights, np.zeros((1, len(self.labels)), dtype=np.float32)])

    def decode(self, items: Sequence[Sequence[str]]) -> Decoded:
        """Return the best labels and the marginal probabilities of a sequence of items given by their features."""
        if not items:
            return Decoded([], np.zeros((0, len(self.labels))))
        scores = self._scores(items)
        return Decoded(self._best(scores), self._marginals(scores))

    def _scores(self, items: Sequence[Sequence[str]]) -> Matrix:
        row_of = self._features.get
        rows: list[int] = []
        starts: list[int] = []
        nothing = len(self._weights) - 1
        for found in items:
            starts.append(len(rows))
            rows.append(nothing)
            rows += [row for row in map(row_of, found) if row is not None]
        scores: Matrix = np.add.reduceat(self._weights[rows], starts, axis=0).astype(np.float64)
        return scores

    def _best(self, scores: Matrix) -> list[int]:
        """Viterbi's algorithm."""
        backs = []
        path = scores[0]
        for row in scores[1:]:
            steps = path[:, None] + self._transitions
            backs.append(steps.argmax(axis=0))
            path = steps.max(axis=0) + row
        label = int(path.argmax())
        best = [label]
        for back in reversed(backs):
            label = int(back[label])
            best.append(label)
        best.reverse()
        return best

    def _marginals(self, scores: Matrix) -> Matrix:
        """The forward-backward algorithm, scaled every few steps so that long pages neither overflow nor vanish."""
        step = np.exp(self._transitions)
        emit = np.exp(scores - scores.max(axis=1, keepdims=True))
        count = len(scores)
        forward = np.empty_like(emit)
        backward = np.ones_like(emit)
        row = emit[0] / emit[0].sum()
        forward[0] = row
        for place in range(1, count):
            row = (row @ step) * emit[place]
            if not place % _SCALED_EVERY:
                row /= row.sum()
            forward[place] = row
        row = backward[-1]
        for place in range(count - 2, -1, -1):
            row = step @ (emit[place + 1] * row)
            if not place % _SCALED_EVERY:
                row /= row.sum()
            backward[place] = row
        both = forward * backward
        marginals: Matrix = both / both.sum(axis=1, keepdims=True)
        return marginals
