"""The page record loses nothing, and refuses what contradicts itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.page_record import RecordError, record_from_json, record_from_line, record_to_line
from export_samples import nasty_record, records, sample_records


@pytest.mark.parametrize("record", sample_records(), ids=lambda record: str(record.page.id))
def test_a_record_comes_back_whole(record: PageRecord) -> None:
    assert record_from_line(record_to_line(record)) == record


@given(records())
def test_any_record_comes_back_whole(record: PageRecord) -> None:
    line = record_to_line(record)
    assert line.count("\n") == 1
    assert record_from_line(line) == record


def test_records_that_were_given_come_back_whole(pages: list[PageRecord]) -> None:
    for record in pages:
        assert record_from_line(record_to_line(record)) == record


def _change(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.__setitem__(key, value)


def _quote(data: dict[str, Any]) -> None:
    data["articles"][0]["segments"][0]["quote"] = "别的"


def _fragment(data: dict[str, Any]) -> None:
    data["mentions"][0]["fragments"] = [[0, 10**400]]


def _beyond(data: dict[str, Any]) -> None:
    segment = data["articles"][0]["segments"][0]
    segment["start"], segment["end"] = 10**400, 10**400 + 1
    del segment["quote"]


def _infinite(data: dict[str, Any]) -> None:
    data["mentions"][0]["fragments"] = [[0, float("inf")]]


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        (_change("format", "other"), "不是版面记录"),
        (_change("version", 2), "版本是 2"),
        (_change("offsets", "utf16"), "位置单位是 utf16"),
        (_change("text", "短"), "引文与原文不符"),
        (_change("articles", []), "不属于任何文章"),
        (_change("articles", None), "字段缺失"),
        (_change("source", {}), "字段缺失"),
        (_quote, "引文与原文不符"),
        (_fragment, "引文与原文不符"),
        (_beyond, "位置大得不可能"),
        (_infinite, "字段缺失或取值不对"),
    ],
)
def test_what_contradicts_itself_is_refused(change: Callable[[dict[str, Any]], None], cause: str) -> None:
    data = json.loads(record_to_line(nasty_record()))
    change(data)
    with pytest.raises(RecordError, match=cause):
        record_from_json(data)


@given(st.data())
def test_a_damaged_line_is_refused_or_read_and_nothing_else(data: st.DataObject) -> None:
    line = record_to_line(nasty_record())
    at = data.draw(st.integers(0, len(line)))
    put = data.draw(st.sampled_from(["", "null", "{}", "[]", "-1", "1e400", '"', "\\ud800", "9" * 30]))
    damaged = line[:at] + put + line[at + data.draw(st.integers(0, 20)) :]
    with suppress(RecordError):
        record_from_line(damaged)


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(RecordError, match="嵌套太深"):
        record_from_line('{"a":' * 10**5)
