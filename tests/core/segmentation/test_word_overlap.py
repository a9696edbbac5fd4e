"""Words in common between units."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.segmentation.word_overlap import WordOverlap

_TEXTS = ["柳湾乡老渠修好", "众人说起别的事", "老渠两岸的果园", "果园里柳湾乡人"]


def _rare(texts: list[str], left: int, right: int) -> float:
    return float(WordOverlap(texts).rare(np.array([left]), np.array([right]))[0])


def test_rare_pairs_are_counted_once_each() -> None:
    # 老渠 is in two units: weight 1. 柳湾 and 湾乡 are in units 0 and 3.
    assert _rare(_TEXTS, 0, 2) == pytest.approx(1.0)
    assert _rare(_TEXTS, 3, 0) == pytest.approx(2.0)
    assert _rare(_TEXTS, 0, 1) == 0.0


def test_words_for_people_to_read() -> None:
    assert WordOverlap(_TEXTS).words_in_common([0], [3]) == ["柳湾乡"]


def test_topics_of_like_units_are_near() -> None:
    overlap = WordOverlap([*_TEXTS, "x", "y", "z", "w", "v"])
    here = np.arange(overlap.count)
    spans = (here, here + 1)
    near, far = overlap.topics.between(spans, spans, np.array([0, 0]), np.array([3, 1]))
    assert near > 0.3
    assert abs(far) < 0.05


@given(st.lists(st.text(min_size=1), max_size=8))
def test_any_texts(texts: list[str]) -> None:
    overlap = WordOverlap(texts)
    pairs = np.array([(i, j) for i in range(len(texts)) for j in range(len(texts)) if i != j], dtype=np.int64).reshape(
        -1, 2
    )
    found = overlap.rare(pairs[:, 0], pairs[:, 1])
    assert (found >= 0).all()
    assert found == pytest.approx(overlap.rare(pairs[:, 1], pairs[:, 0]))
