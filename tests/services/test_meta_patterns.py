"""Names of files say what the patterns of the library say."""

from __future__ import annotations

from pathlib import Path

import pytest

from cppcc_reader.core.model.page import PageMeta
from cppcc_reader.services.meta_patterns import (
    EXAMPLE,
    NamePattern,
    PatternError,
    is_date,
    keep_patterns,
    meta_by_patterns,
    patterns_of,
)
from cppcc_reader.storage.library import Library


@pytest.mark.parametrize(
    ("pattern", "name", "meta"),
    [
        (EXAMPLE, "云岭报_2023-08-01_第03版.txt", PageMeta(paper="云岭报", date="2023-08-01", page_no="3")),
        (EXAMPLE, "云岭报_20230801_第03版 副本.txt", PageMeta(paper="云岭报", date="2023-08-01", page_no="3")),
        (
            "{年}年{月}月{日}日 {报纸} {版次}",
            "1955年3月4日 江城报 A2.txt",
            PageMeta(paper="江城报", date="1955-03-04", page_no="A2"),
        ),
        ("{paper} {page}", "江城报 12.txt", PageMeta(paper="江城报", page_no="12")),
        ("{报纸}{*}", "江.txt", PageMeta(paper="江")),
        ("{版次}（{报纸}）", "0（报）.txt", PageMeta(paper="报", page_no="0")),
    ],
)
def test_what_fits(pattern: str, name: str, meta: PageMeta) -> None:
    assert NamePattern.of(pattern).meta(name) == meta


@pytest.mark.parametrize("name", ["云岭报_2023-02-30_第03版.txt", "云岭报.txt", "云岭报_2023_第3版.txt"])
def test_what_does_not_fit(name: str) -> None:
    assert NamePattern.of(EXAMPLE).meta(name) is None


@pytest.mark.parametrize(
    ("text", "words"), [("{作者}", "不认识"), ("{年}{年}", "两次"), ("abc", "花括号"), ("", "花括号")]
)
def test_what_cannot_be_read(text: str, words: str) -> None:
    with pytest.raises(PatternError, match=words):
        NamePattern.of(text)


def test_the_first_pattern_that_fits_counts_then_what_is_clear() -> None:
    patterns = [NamePattern.of("{版次}-{报纸}"), NamePattern.of("{报纸}-{版次}")]
    assert meta_by_patterns("江城-7.txt", patterns) == PageMeta(paper="江城", page_no="7")
    assert meta_by_patterns("江城报_20230801.txt", patterns).date == "2023-08-01"


def test_a_library_keeps_patterns(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.cppcc") as library:
        assert patterns_of(library) == [EXAMPLE]
        keep_patterns(library, ["{报纸}", " "])
        with pytest.raises(PatternError):
            keep_patterns(library, ["x"])
        assert patterns_of(library) == ["{报纸}"]


@pytest.mark.parametrize(
    ("text", "true"), [("2023-08-01", True), ("2023-8-1", False), ("2023-02-30", False), ("", False)]
)
def test_dates(text: str, true: bool) -> None:
    assert is_date(text) is true
