"""Dates and definite periods."""

from __future__ import annotations

import pytest

from cppcc_reader.core.tagging.overlaps import best_without_overlap
from cppcc_reader.core.tagging.time_patterns import time_candidates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8月17日召开", ["8月17日"]),
        ("6月26日至28日", ["6月26日至28日"]),
        ("2031年3月5日上午9时30分", ["2031年3月5日上午9时30分"]),
        ("今年上半年", ["今年上半年"]),
        ("去年冬天，今年腊月", ["去年冬天", "今年腊月"]),
        ("二〇三一年十二月", ["二〇三一年十二月"]),
        ("“十四五”以来", ["十四五"]),
        ("上世纪80年代初", ["上世纪80年代初"]),
        ("2029至2031年度", ["2029至2031年度"]),
        ("连续召开11年", []),
        ("近年来，日前，全年", []),
        ("每年6月", []),
        ("3.5月", []),
        ("6个月", []),
        ("5号楼", []),
    ],
)
def test_only_definite_times_are_found(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in best_without_overlap(time_candidates(text))] == expected
