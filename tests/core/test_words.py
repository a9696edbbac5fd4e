"""Cutting into words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.words import cut, jieba_cutter, word_spans

TEXT = "青山省白水市政协2031年经济运行恳谈会召开,与会政协委员围桌而坐。 abc 3.5% 𠮷\n\n完"


def test_words_joined_are_the_text() -> None:
    assert "".join(cut(TEXT)) == TEXT
    assert "市政协" in cut(TEXT)


def test_both_cutters_cut_alike() -> None:
    pytest.importorskip("rjieba")
    assert cut(TEXT) == jieba_cutter()(TEXT)


def test_both_cutters_cut_real_pages_alike(shared_pages: list[Path]) -> None:
    pytest.importorskip("rjieba")
    for path in shared_pages:
        text = path.read_text(encoding="utf-8")
        assert cut(text) == jieba_cutter()(text)


def test_a_lone_surrogate_is_no_accident() -> None:
    assert "".join(cut("政协\ud800委员")) == "政协\ud800委员"


@given(st.text(max_size=80))
def test_ranges_of_words_tile_any_text(text: str) -> None:
    spans = word_spans(text)
    assert [start for start, _end in spans] == [0, *(end for _start, end in spans)][: len(spans)]
    assert (spans[-1][1] if spans else 0) == len(text)
