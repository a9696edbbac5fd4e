"""The global decision against trying everything."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.segmentation import assignment
from cppcc_reader.core.segmentation.assignment import Link, best_links

_GAINS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(5, 9)), st.integers(-5, 20).map(lambda n: n / 2), max_size=9
)


def _best_by_trying(gains: dict[Link, float]) -> float:
    links = list(gains)
    return max(
        sum(gains[link] for link in chosen)
        for count in range(len(links) + 1)
        for chosen in combinations(links, count)
        if len({b for b, _a in chosen}) == count and len({a for _b, a in chosen}) == count
    )


def _total(gains: dict[Link, float]) -> float:
    return sum(gains[(before, after)] for after, before in best_links(gains).items())


@given(_GAINS)
def test_as_good_as_trying_everything(gains: dict[Link, float]) -> None:
    assert _total(gains) == pytest.approx(_best_by_trying(gains))


def test_a_unit_is_used_once() -> None:
    assert best_links({(0, 1): 5.0, (0, 2): 4.0, (3, 2): 3.0}) == {1: 0, 2: 3}


def test_the_whole_beats_the_greedy_choice() -> None:
    assert best_links({(0, 1): 5.0, (0, 2): 4.5, (3, 1): 4.5}) == {1: 3, 2: 0}


def test_a_ring_is_cut_at_its_weakest() -> None:
    assert best_links({(0, 1): 5.0, (1, 2): 4.0, (2, 0): 1.0}) == {1: 0, 2: 1}


def test_large_groups_are_solved_too(monkeypatch: pytest.MonkeyPatch) -> None:
    gains = {(i, j): float((i * 7 + j * 3) % 11) for i in range(12) for j in range(20, 32)}
    exact = _total(gains)
    monkeypatch.setattr(assignment, "_LARGEST_EXACT", 5)
    assert 0.5 * exact <= _total(gains) <= exact
