"""Places that no list knows, found by what the page shows of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tagging_samples import GAZETTEER, found

from cppcc_reader.core.tagging.candidate import LOC, ORG, Candidate
from cppcc_reader.core.tagging.gazetteer import PlaceKind
from cppcc_reader.core.tagging.name_index import NameIndex
from cppcc_reader.core.tagging.page_places import page_places, with_page_places
from cppcc_reader.core.tagging.shadow import shadow_of
from cppcc_reader.core.tagging.tagger import Tagger


def places_of(text: str, modelled: Sequence[Candidate] = ()) -> frozenset[str]:
    return page_places([text], [shadow_of(text, GAZETTEER.place_matches(text))], [modelled], GAZETTEER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近日，鹭屿市政协召开会议", {"鹭屿市", "鹭屿"}),
        ("本报鹭屿讯", {"鹭屿"}),
        ("赴青山省鹭屿市苇荡县调研", {"鹭屿市", "鹭屿", "苇荡县", "苇荡"}),
        ("青山省鹭屿彝族自治州政协", {"鹭屿彝族自治州", "鹭屿"}),
        ("——鹭屿市苇荡区政协的新招", {"鹭屿市", "鹭屿", "苇荡区", "苇荡"}),
        # Words before 市政协 that are no names, and places that the lists hold already.
        ("关于市政协的工作", set()),
        ("各区政协，全市政协，邻县政协", set()),
        ("白水市政协召开会议", set()),
        ("走进市场区域看青山省市场", set()),
        ("白水张村社区", set()),
    ],
)
def test_the_forms_that_show_a_place(text: str, expected: set[str]) -> None:
    assert places_of(text) == expected


def test_what_the_model_sees_in_several_sentences_adds_up() -> None:
    text = "他来到鹭屿市。她去鹭屿市政协。"
    one = Candidate(3, 6, LOC, 0.5, "模型")
    assert places_of(text, [one]) == frozenset()
    assert places_of(text, [one, Candidate(9, 14, ORG, 0.5, "模型")]) == {"鹭屿市", "鹭屿"}


def test_a_place_shown_once_is_known_all_over_the_page() -> None:
    texts = ["近日，鹭屿市政协召开会议", "他说鹭屿市政协很忙，鹭屿的渔民也忙"]
    first, second = (found(*pair) for pair in zip(texts, Tagger(GAZETTEER).candidates(texts), strict=True))
    assert first == [("ORG", "鹭屿市政协")]
    assert second == [("ORG", "鹭屿市政协"), ("LOC", "鹭屿")]
    assert found(texts[1], Tagger(GAZETTEER).candidates(texts[1:])[0]) == [("ORG", "市政协")]


def test_a_place_cuts_no_word_in_two() -> None:
    texts = ["近日，鹭屿区政协召开会议", "鹭屿区域经济"]
    assert found(texts[1], Tagger(GAZETTEER).candidates(texts)[1]) == [("LOC", "鹭屿")]


def test_the_longer_of_a_listed_place_and_one_of_the_page_counts() -> None:
    text = "大白水市和白水"
    listed = GAZETTEER.place_matches(text)
    page = (text, listed, NameIndex({"大白水市"}), lambda _start, _end: True)
    kinds = [(text[one.start : one.end], one.kind) for one in with_page_places(*page)]
    assert kinds == [("大白水市", PlaceKind.FULL), ("白水", PlaceKind.SHORT)]


@given(st.text(alphabet="鹭屿市县区政协委本报讯白水青山省，。\ue000", max_size=60))
def test_of_any_text_the_places_found_stand_in_it(text: str) -> None:
    assert all(name in text for name in places_of(text))
