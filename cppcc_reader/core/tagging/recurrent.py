"""Gated recurrent units in numpy, for many sequences of different length at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

_HALF = np.float32(0.5)


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
        both, new = np.s_[..., : 2 * size], np.s_[..., 2 * size :]
        # The logistic function of a value is taken by the tanh of its half (no value flows over): halved beforehand.
        given_gates = rows @ (_HALF * self.from_input[both]) + _HALF * (self.input_bias[both] + self.state_bias[both])
        given_new = rows @ self.from_input[new] + self.input_bias[new]
        gates_from_state = _HALF * self.from_state[both]
        new_from_state = np.ascontiguousarray(self.from_state[new])
        states = np.empty((len(rows), size), dtype=np.float32)
        state: FloatArray = np.zeros((len(lengths), size), dtype=np.float32)
        at = 0
        # This loop takes most of the time of a suggestion: few arrays, each without gaps, changed in place.
        for active in active_counts(lengths):
            here = slice(at, at + active)
            state = state[:active]
            gates = state @ gates_from_state
            gates += given_gates[here]
            np.tanh(gates, out=gates)
            gates += np.float32(1)
            gates *= _HALF
            fresh = state @ new_from_state
            fresh += self.state_bias[new]
            fresh *= gates[:, :size]
            fresh += given_new[here]
            np.tanh(fresh, out=fresh)
            state = np.subtract(state, fresh, out=states[here])
            state *= gates[:, size:]
            state += fresh
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
