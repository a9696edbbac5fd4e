"""Decoding against trying every sequence of labels."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from cppcc_reader.core.segmentation.crf import Crf

_LABELS = ("甲", "乙", "丙")
_ITEMS = [["f1"], ["f2", "f3", "unknown"], [], ["f1", "f3"]]


@pytest.fixture
def crf() -> Crf:
    numbers = np.random.default_rng(3)
    return Crf(
        _LABELS,
        numbers.normal(size=(3, 3)),
        {"f1": 0, "f2": 1, "f3": 2},
        numbers.normal(size=(3, 3)).astype(np.float32),
    )


def _score(crf: Crf, sequence: tuple[int, ...]) -> float:
    emitted = crf._scores(_ITEMS)
    steps = sum(crf._transitions[left, right] for left, right in pairwise(sequence))
    return float(sum(emitted[place, label] for place, label in enumerate(sequence)) + steps)


def test_best_sequence(crf: Crf) -> None:
    best = max(product(range(3), repeat=4), key=lambda sequence: _score(crf, sequence))
    assert crf.decode(_ITEMS).best == list(best)


def test_marginals(crf: Crf) -> None:
    weights = {sequence: np.exp(_score(crf, sequence)) for sequence in product(range(3), repeat=4)}
    total = sum(weights.values())
    expected = [
        [sum(w for s, w in weights.items() if s[place] == label) / total for label in range(3)] for place in range(4)
    ]
    assert crf.decode(_ITEMS).marginals == pytest.approx(np.array(expected))


def test_nothing_to_decode(crf: Crf) -> None:
    assert crf.decode([]).best == []


def test_long_pages_neither_overflow_nor_vanish(crf: Crf) -> None:
    assert np.isfinite(crf.decode([["f1", "f2"]] * 5000).marginals).all()
