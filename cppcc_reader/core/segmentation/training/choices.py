"""A conditional logit model (McFadden 1974): one right option out of a few, each described by named features."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_MEMORY = 8
_ENOUGH = 1e-5
"""Training ends when an iteration improves the loss by less than this share of it."""


class ChoiceData:
    """Choices to learn from, kept as numbers."""

    def __init__(self) -> None:
        self._vocabulary: dict[str, int] = {}
        self._features: list[int] = []
        self._option_starts: list[int] = []
        self._choice_starts: list[int] = []
        self._right: list[int] = []

    def add(self, options: Sequence[Sequence[str]], right: int) -> None:
        """Add a choice; ``right`` is the index of the right option, each option at least one feature."""
        self._choice_starts.append(len(self._option_starts))
        self._right.append(len(self._option_starts) + right)
        vocabulary = self._vocabulary
        for option in options:
            self._option_starts.append(len(self._features))
            for name in option:
                self._features.append(vocabulary.setdefault(name, len(vocabulary)))

    def numbers(self) -> tuple[list[int], list[int], list[int], list[int]]:
        """Return features of all options, where each option and each choice starts, and the right options."""
        return self._features, self._option_starts, self._choice_starts, self._right

    def __len__(self) -> int:
        return len(self._right)

    def fit(
        self,
        *,
        strength: float = 1.0,
        rounds: int = 80,
        rare: int = 5,
        progress: Callable[[int, float], None] | None = None,
    ) -> dict[str, float]:
        """Return the weight of each feature that is worth keeping.

        Args:
            strength: of the quadratic (Gaussian) penalty.
            rounds: iterations of L-BFGS (Liu and Nocedal 1989) at most.
            rare: features seen less often than this get no weight.
            progress: called with the iteration and the loss per choice.
        """
        if not self._right:
            return {}
        loss = _Loss(self, len(self._vocabulary), rare)
        weights = _minimised(lambda w: loss.at(w, strength), len(self._vocabulary), rounds, len(self), progress)
        return {
            name: round(float(weights[index]), 3)
            for name, index in self._vocabulary.items()
            if abs(weights[index]) > 0.01
        }


class _Loss:
    """Negative log-likelihood and its gradient."""

    def __init__(self, data: ChoiceData, size: int, rare: int) -> None:
        features, options, choices, right = data.numbers()
        self._features = np.asarray(features, dtype=np.int32)
        self._options = np.asarray(options, dtype=np.int64)
        self._choices = np.asarray(choices, dtype=np.int64)
        self._right = np.asarray(right, dtype=np.int64)
        self._lengths = np.diff(np.append(self._options, len(features)))
        self._counts = np.diff(np.append(self._choices, len(options)))
        self._size = size
        seen = np.bincount(self._features, minlength=size)
        self._kept = (seen >= rare).astype(np.float64)
        indicator = np.zeros(len(options))
        indicator[self._right] = 1.0
        self._observed = np.bincount(self._features, weights=np.repeat(indicator, self._lengths), minlength=size)

    def at(self, weights: Array, strength: float) -> tuple[float, Array]:
        scores = np.add.reduceat(weights[self._features], self._options)
        highest = np.maximum.reduceat(scores, self._choices)
        raised = np.exp(scores - np.repeat(highest, self._counts))
        totals = np.add.reduceat(raised, self._choices)
        shares = raised / np.repeat(totals, self._counts)
        loss = -(scores[self._right] - highest - np.log(totals)).sum() + 0.5 * strength * float(weights @ weights)
        expected = np.bincount(self._features, weights=np.repeat(shares, self._lengths), minlength=self._size)
        gradient: Array = ((expected - self._observed) + strength * weights) * self._kept
        return float(loss), gradient


def _minimised(
    loss_at: Callable[[Array], tuple[float, Array]],
    size: int,
    rounds: int,
    scale: int,
    progress: Callable[[int, float], None] | None,
) -> Array:
    """Limited-memory BFGS with a backtracking line search."""
    weights: Array = np.zeros(size)
    loss, gradient = loss_at(weights)
    history: list[tuple[Array, Array, float]] = []
    for turn in range(1, rounds + 1):
        direction = -_scaled(gradient, history)
        slope, step = float(gradient @ direction), 1.0
        while True:
            new_loss, new_gradient = loss_at(weights + step * direction)
            if new_loss <= loss + 1e-4 * step * slope or step < 1e-6:
                break
            step *= 0.5
        moved, turned = step * direction, new_gradient - gradient
        if (curve := float(moved @ turned)) > 1e-10:
            history = [*history, (moved, turned, 1.0 / curve)][-_MEMORY:]
        gained = loss - new_loss
        weights, loss, gradient = weights + moved, new_loss, new_gradient
        if progress is not None:
            progress(turn, loss / scale)
        if gained < _ENOUGH * abs(loss):
            break
    return weights


def _scaled(gradient: Array, history: list[tuple[Array, Array, float]]) -> Array:
    """Multiply the gradient with the approximate inverse of the second derivatives (two-loop recursion)."""
    result = gradient.copy()
    steps = []
    for moved, turned, inverse in reversed(history):
        step = inverse * float(moved @ result)
        steps.append(step)
        result -= step * turned
    if history:
        moved, turned, _inverse = history[-1]
        result *= float(moved @ turned) / float(turned @ turned)
    else:
        result /= max(1.0, float(np.abs(gradient).sum()) / 50.0)
    for (moved, turned, inverse), step in zip(history, reversed(steps), strict=True):
        result += (step - inverse * float(turned @ result)) * moved
    return result
