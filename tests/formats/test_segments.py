"""The segmentation table opens in spreadsheets and in pyarrow, cell by cell as it was."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats import segments
from cppcc_reader.formats.segments import COLUMNS, EXPORTER
from export_samples import nasty_record, write_with


def _rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "all.segments.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_segment_is_a_line_with_its_place(tmp_path: Path, pages: list[PageRecord]) -> None:
    write_with(EXPORTER, tmp_path, pages)
    found = [
        (row["page_id"], row["article_id"], row["role"], row["order"], row["join"], int(row["start"]), int(row["end"]))
        for row in _rows(tmp_path)
    ]
    expected = []
    for page in pages:
        for article, segment in page.annotations.segments_in_page_order():
            order = 0 if article is None else article.segments.index(segment)
            name = "" if article is None else article.id
            place = (page.page.id, name, segment.role.value, str(order), "1" if segment.join else "0")
            expected.append((*place, segment.start, segment.end))
    assert found == expected


def test_no_cell_is_taken_for_a_formula_and_the_words_are_kept(tmp_path: Path) -> None:
    record = nasty_record()
    write_with(EXPORTER, tmp_path, [record])
    rows = _rows(tmp_path)
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    ordered = [one for _article, one in record.annotations.segments_in_page_order()]
    for row, segment in zip(rows, ordered, strict=True):
        words = segment.span.text_of(record.page.text)
        assert row["text"] in {words, f"'{words}"}
        assert row["text"].startswith("'") == words.startswith(("=", "+", "-", "@"))
    assert (tmp_path / "all.segments.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_features_say_what_stands_there(tmp_path: Path) -> None:
    write_with(EXPORTER, tmp_path, [nasty_record()])
    row = next(row for row in _rows(tmp_path) if row["role"] == "headline" and row["article_id"] == "a1")
    assert (row["lines"], row["ends_sentence"], row["digit_share"], row["mentions"]) == ("2", "0", "0.2222", "0")
    assert row["characters"] == "9"


def test_pandas_and_pyarrow_read_the_same_table(tmp_path: Path, pages: list[PageRecord]) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas comes with the test dependency datasets")
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an optional package of the exports")
    write_with(EXPORTER, tmp_path, pages)
    table = parquet.read_table(tmp_path / "all.parquet")
    frame = pandas.read_csv(tmp_path / "all.segments.csv", dtype=str, keep_default_na=False)
    assert list(frame.columns) == table.column_names == list(COLUMNS)
    assert [cell.lstrip("'") for cell in frame["text"]] == [cell.lstrip("'") for cell in table["text"].to_pylist()]
    texts = {page.page.id: page.page.text for page in pages}
    for row in table.to_pylist():
        assert texts[row["page_id"]][row["start"] : row["end"]] == row["text"]


def test_without_pyarrow_there_is_the_csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "is_installed", lambda package: False)
    write_with(EXPORTER, tmp_path, [nasty_record()])
    assert [path.name for path in tmp_path.iterdir()] == ["all.segments.csv"]
