"""Files of page records."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.page_record import record_to_line
from cppcc_reader.formats.record_file import RecordFileError, is_record_file, read_lines, read_records, write_records
from page_builder import build


def record(page_id: str = "p1") -> PageRecord:
    text, annotations = build(("a1", "headline", "修桥\u2028了𠮷"), ("a1", "body", "“一二三”。\x0c四"))
    return PageRecord(
        page=Page(id=page_id, text=text, source=PageSource(name="a.txt", sha256="0" * 64)), annotations=annotations
    )


@pytest.mark.parametrize("name", ["a.pages.jsonl", "a.pages.jsonl.gz"])
def test_what_is_written_is_read_and_bytes_repeat(tmp_path: Path, name: str) -> None:
    records = [record("p1"), record("p2")]
    assert write_records(tmp_path / name, records) == 2
    assert list(read_records(tmp_path / name)) == records
    first = (tmp_path / name).read_bytes()
    write_records(tmp_path / name, records)
    assert (tmp_path / name).read_bytes() == first
    assert is_record_file(tmp_path / name)


def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text(record_to_line(record()) + "{\n\n" + record_to_line(record("p2")), encoding="utf-8")
    lines = list(read_lines(path))
    assert [line for line, _found in lines] == [1, 2, 4]
    assert "b.jsonl 第 2 行" in str(lines[1][1])
    with pytest.raises(RecordFileError, match="第 2 行"):
        list(read_records(path))


def test_a_wrong_quote_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(record_to_line(record()).replace('"quote": "修桥', '"quote": "建桥'), encoding="utf-8")
    with pytest.raises(RecordFileError, match="引文与原文不符"):
        list(read_records(path))


def test_damaged_files_are_refused_in_words(tmp_path: Path) -> None:
    cut = tmp_path / "d.jsonl.gz"
    cut.write_bytes(gzip.compress(record_to_line(record()).encode())[:-9])
    with pytest.raises(RecordFileError, match="损坏"):
        list(read_records(cut))
    latin = tmp_path / "e.jsonl"
    latin.write_bytes(b"\xff\xfe{}")
    with pytest.raises(RecordFileError, match="UTF-8"):
        list(read_records(latin))


def test_a_failed_write_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "f.jsonl"
    write_records(path, [record()])
    before = path.read_bytes()

    def broken() -> object:
        yield record("p9")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_records(path, broken())  # type: ignore[arg-type]
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["f.jsonl"]
