"""Gated recurrent units in numpy, for many sequences of different length at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class GatedUnit:
    """Weights of one direction of a layer (Cho et al. 2014, in the form and order of PyTorch: reset, update, new)."""

    from_input: FloatArray
    from_state: FloatArray
    input_bias: FloatArray
    state_bias: FloatArray

    def run(self, rows: FloatArray, lengths: Sequence[int]) -> FloatArray:
        """Return the state after each character.

        Args:
            rows: inputs of all sequences, step by step: first the first characters of all sequences, then the
                second ones of those that have one … (:func:`step_order`).
            lengths: of the sequences, longest first.
        """
        size = self.from_state.shape[0]
        projected = rows @ self.from_input + self.input_bias
        states = np.empty((len(rows), size), dtype=np.float32)
        state: FloatArray = np.zeros((len(lengths), size), dtype=np.float32)
        at = 0
        for active in active_counts(lengths):
            given = projected[at : at + active]
            state = state[:active]
            remembered = state @ self.from_state + self.state_bias
            gates = _sigmoid(given[:, : 2 * size] + remembered[:, : 2 * size])
            reset, update = gates[:, :size], gates[:, size:]
            new = np.tanh(given[:, 2 * size :] + reset * remembered[:, 2 * size :])
            state = new + update * (state - new)
            states[at : at + active] = state
            at += active
        return states


@dataclass(frozen=True, slots=True)
class BidirectionalLayer:
    """A layer that reads both ways and returns both states side by side."""

    forward: GatedUnit
    backward: GatedUnit

    def run(self, rows: FloatArray, lengths: Sequence[int], reverse: NDArray[np.intp]) -> FloatArray:
        """Return both states after each character (see :meth:`GatedUnit.run`; ``reverse`` by :func:`reversal`)."""
        ahead = self.forward.run(rows, lengths)
        behind = self.backward.run(rows[reverse], lengths)[reverse]
        return np.concatenate([ahead, behind], axis=1)


def active_counts(lengths: Sequence[int]) -> list[int]:
    """Return for each step how many sequences still have a character; ``lengths`` longest first."""
    falling = np.asarray(lengths)
    return [int((falling > step).sum()) for step in range(lengths[0])] if len(lengths) else []


def step_order(lengths: Sequence[int]) -> NDArray[np.intp]:
    """Return the places, in a plain concatenation of the sequences, of the rows in step order."""
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.intp)
    return np.concatenate([starts[:active] + step for step, active in enumerate(active_counts(lengths))])


def reversal(lengths: Sequence[int]) -> NDArray[np.intp]:
    """Return the permutation of rows in step order that turns every sequence round; it undoes itself."""
    counts = active_counts(lengths)
    offsets = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.intp)
    sizes = np.asarray(lengths, dtype=np.intp)
    return np.concatenate(
        [offsets[sizes[:active] - 1 - step] + np.arange(active) for step, active in enumerate(counts)]
    )


def _sigmoid(values: FloatArray) -> FloatArray:
    # By tanh: no overflow whatever the value.
    result: FloatArray = np.float32(0.5) * (np.tanh(np.float32(0.5) * values) + np.float32(1))
    return result
