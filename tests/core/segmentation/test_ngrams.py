"""Counts of runs of characters as a table of followers, and what they say of a break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.segmentation.ngrams import NOT_COUNTED, Followers, level_of, runs_on

_RUN = st.text(alphabet="果园老渠ABab12", min_size=1, max_size=3)


@given(st.dictionaries(_RUN, st.integers(1, 500_000), max_size=40))
def test_counts_come_back_about_as_they_were(counts: dict[str, int]) -> None:
    followers = Followers.of_counts(counts)
    for run, count in counts.items():
        assert followers.count(run) == pytest.approx(count, rel=0.2, abs=1.0)


@given(st.dictionaries(_RUN, st.integers(1, 100), max_size=40), _RUN)
def test_what_was_not_counted_is_nothing(counts: dict[str, int], run: str) -> None:
    assert (Followers.of_counts(counts).count(run) > 0) == (run in counts)


def test_a_letter_of_the_text_is_not_the_letter_of_a_count() -> None:
    followers = Followers.of_counts({"甲乙": 1})
    assert followers.count("甲" + level_of(1)) == 0


def test_words_broken_by_a_column_run_on() -> None:
    counts = {"老": 9, "渠": 8, "灌": 5, "溉": 5, "老渠": 8, "灌溉": 5, "渠灌": 3, "老渠灌": 3, "渠灌溉": 3, "梨": 9}
    followers = Followers.of_counts(counts)
    right = runs_on("修好老渠", "灌溉果园", followers.count, 1000)
    wrong = runs_on("修好老渠", "梨树开花", followers.count, 1000)
    assert right > 3.0 > wrong


@given(st.text(min_size=1), st.text(min_size=1))
def test_nothing_counted_says_nothing(before: str, after: str) -> None:
    assert runs_on(before, after, NOT_COUNTED.count, NOT_COUNTED.total) == pytest.approx(0.0, abs=1e-6)
