"""What texts are about, as learned from articles: near in meaning even where no word is shared.

Each frequent pair of characters has a small vector; a text points where the sum of its pairs points. The vectors are
learned so that parts of one article point the same way and parts of different articles do not (the softmax loss over
a page of van den Oord, Li and Vinyals 2018, "Representation learning with contrastive predictive coding").
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cppcc_reader.core.segmentation.topics import Indexes, Topics

Vectors = NDArray[np.float32]
_STEPS = 127
_DOUBTFUL_PAIRS = 3.0
"""So many pairs that point the same way are short of saying what a text is about."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Vectors of pairs of characters.

    Attributes:
        codes: the pairs as numbers, sorted (see :func:`pair_codes`).
        vectors: a row for each pair.
        doubt: length of a sum of vectors that says half as much as a long one, see :class:`Topics`.
    """

    codes: Indexes
    vectors: Vectors
    doubt: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        usual = float(np.sqrt((self.vectors**2).sum(axis=1).mean())) if len(self.vectors) else 0.0
        object.__setattr__(self, "doubt", _DOUBTFUL_PAIRS * usual)

    def topics(self, owners: Indexes, codes: Indexes, count: int) -> Topics:
        """Return what the units of a page are about.

        Args:
            owners, codes: each distinct pair of characters of each unit, see ``WordOverlap.pairs``.
            count: number of units.
        """
        size = self.vectors.shape[1]
        sums: Vectors = np.zeros((count + 1, size), dtype=np.float32)
        if len(self.codes) and len(codes):
            units, rows = self.known(owners, codes)
            for dimension in range(size):
                sums[1:, dimension] = np.bincount(units, weights=self.vectors[rows, dimension], minlength=count)
            sums = np.cumsum(sums, axis=0, dtype=np.float32)
        return Topics(sums, self.doubt)

    def known(self, owners: Indexes, codes: Indexes) -> tuple[Indexes, Indexes]:
        """Return the owners and the rows of those pairs that have a vector."""
        rows = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        there = self.codes[rows] == codes
        return owners[there], rows[there]

    def to_data(self) -> dict[str, Any]:
        """Return the vectors as text: the pairs in one string, the numbers in whole steps, as base64."""
        scale = float(np.abs(self.vectors).max(initial=0.0)) or 1.0
        steps = np.rint(self.vectors / scale * _STEPS).astype(np.int8)
        return {
            "pairs": "".join(map(_pair_of, self.codes.tolist())),
            "scale": round(scale, 5),
            "size": self.vectors.shape[1],
            "steps": base64.b64encode(steps.tobytes()).decode("ascii"),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Meaning:
        """Read what :meth:`to_data` wrote.

        Raises:
            ValueError, KeyError: if it is something else.
        """
        pairs = str(data["pairs"])
        steps = np.frombuffer(base64.b64decode(data["steps"]), dtype=np.int8)
        vectors = steps.reshape(len(pairs) // 2, int(data["size"])).astype(np.float32)
        return cls(pair_codes(pairs), vectors * np.float32(float(data["scale"]) / _STEPS))


_SHIFT = 21


def pair_codes(pairs: str) -> Indexes:
    """Return pairs of characters, given one after another, as numbers in the same order."""
    chars = np.asarray([ord(char) for char in pairs], dtype=np.int64)
    codes: Indexes = (chars[0::2] << _SHIFT) | chars[1::2]
    return codes


def _pair_of(code: int) -> str:
    return chr(code >> _SHIFT) + chr(code & ((1 << _SHIFT) - 1))


NO_MEANING = Meaning(np.zeros(0, dtype=np.int64), np.zeros((0, 1), dtype=np.float32))
