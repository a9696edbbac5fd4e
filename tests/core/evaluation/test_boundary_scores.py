"""Boundary figures on examples small enough to reckon by hand."""

from __future__ import annotations

import pytest

from cppcc_reader.core.evaluation.boundary_scores import boundaries, boundary_similarity, pk, window_diff

_GOLD = boundaries("aabbcc")


def test_boundaries_are_where_the_article_changes() -> None:
    assert _GOLD == [False, True, False, True, False]


def test_perfect() -> None:
    assert (pk(_GOLD, _GOLD), window_diff(_GOLD, _GOLD), boundary_similarity(_GOLD, _GOLD)) == (0.0, 0.0, 1.0)


def test_all_missed() -> None:
    nothing = [False] * 5
    assert pk(_GOLD, nothing) == pytest.approx(2 / 5)
    assert window_diff(_GOLD, nothing) == pytest.approx(2 / 5)
    assert boundary_similarity(_GOLD, nothing) == 0.0


def test_a_near_miss_counts_half() -> None:
    shifted = [True, False, False, True, False]
    assert boundary_similarity(_GOLD, shifted) == pytest.approx(1.5 / 2)


def test_one_block_has_no_boundary() -> None:
    assert (pk([], []), window_diff([], []), boundary_similarity([], [])) == (0.0, 0.0, 1.0)
