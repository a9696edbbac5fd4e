"""Finding written-out names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.tagging.name_index import NameIndex


def test_the_longest_name_is_found_and_none_twice() -> None:
    index = NameIndex(["白水", "白水市", "水市", "市"])
    assert list(index.matches("白水市和白水，水市市")) == [(0, 3), (4, 6), (7, 9)]


def test_shorter_names_at_one_place_follow_the_longest() -> None:
    assert NameIndex(["白水", "白水市"]).ends_at("白水市", 0) == [3, 2]


def test_a_shorter_name_at_the_end_of_the_text_is_not_taken_for_a_longer_one() -> None:
    assert list(NameIndex(["白水", "白水市"]).matches("白水")) == [(0, 2)]


@given(st.lists(st.text(alphabet="甲乙丙", min_size=2, max_size=4)), st.text(alphabet="甲乙丙丁", max_size=40))
def test_what_is_found_is_a_name_and_no_name_is_missed_between(names: list[str], text: str) -> None:
    found = list(NameIndex(names).matches(text))
    assert all(text[start:end] in names and end <= len(text) for start, end in found)
    gaps = zip([0, *(end for _start, end in found)], [*(start for start, _end in found), len(text)], strict=True)
    for start, end in gaps:
        assert not any(name == text[start : start + len(name)] for name in names if start + len(name) <= end)
