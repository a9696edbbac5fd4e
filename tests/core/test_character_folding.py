"""Characters that are one in a search, and queries taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.character_folding import Folding, fold_width, index_tokens, simplify
from cppcc_reader.core.search_query import SearchQuery, parse_query
from cppcc_reader.core.simplified_table import SIMPLIFIED, TRADITIONAL

TEXT = st.text(st.sampled_from("政協协鄉乡Ａａ1１，, 　\n𠮷é\x00"), max_size=12)


@given(TEXT)
def test_folding_keeps_positions_and_twice_is_once(text: str) -> None:
    for fold in (fold_width, simplify):
        assert len(fold(text)) == len(text)
        assert fold(fold(text)) == fold(text)


@given(TEXT, st.booleans(), st.booleans())
def test_a_word_finds_itself_and_its_twins_are_found_on_request(text: str, width: bool, variants: bool) -> None:
    word = "".join(text.split())
    folding = Folding(width=width, variants=variants)
    if word:
        assert folding.pattern(word).search(text)
        assert bool(folding.pattern(word).search(fold_width(text))) or not width
        assert bool(folding.pattern(word).search(simplify(text))) or not variants


@given(TEXT)
def test_tokens_are_the_visible_characters(text: str) -> None:
    tokens = index_tokens(text).split(" ") if index_tokens(text) else []
    assert all(len(token) == 1 for token in tokens)
    assert len(tokens) == sum(not char.isspace() and char.isprintable() for char in text)


def test_the_table_of_simplified_forms_is_a_function_that_ends() -> None:
    assert len(set(TRADITIONAL)) == len(TRADITIONAL)
    assert not set(SIMPLIFIED) & set(TRADITIONAL)
    assert simplify("協商民主，鄉村振興，裏外") == "协商民主，乡村振兴，里外"


@pytest.mark.parametrize(
    ("typed", "terms", "excluded"),
    [
        ("政协 委员", ("政协", "委员"), ()),
        ("“政协 委员” -张三", ("政协委员",), ("张三",)),
        ('"未完', ("未完",), ()),
        ("-政协", (), ("政协",)),
        ("a-b", ("a-b",), ()),
        ("政协 政协", ("政协",), ()),
        ("  ", (), ()),
    ],
)
def test_queries(typed: str, terms: tuple[str, ...], excluded: tuple[str, ...]) -> None:
    query = parse_query(typed)
    assert query == SearchQuery(terms, excluded)
    assert query.is_empty is (not terms)
