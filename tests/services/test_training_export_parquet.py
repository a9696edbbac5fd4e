"""A Parquet data set loads with ``datasets`` as it lies there, offline, splits, features and all."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.document_builder import documents_of
from cppcc_reader.formats.record_file import read_records
from cppcc_reader.formats.training_document import Unit
from cppcc_reader.services.export_options import ExportOptions, SplitPlan
from cppcc_reader.services.training_export import export
from export_samples import plain_record, sample_records

pytest.importorskip("pyarrow", reason="pyarrow is an optional package of the exports")


def _load(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    datasets = pytest.importorskip("datasets", reason="datasets is a test dependency of the exports")
    datasets.disable_progress_bars()
    # Even a progress bar that is not shown starts a thread that watches it.
    monkeypatch.setattr(pytest.importorskip("tqdm").tqdm, "monitor_interval", 0)

    def refuse(*_place: object) -> None:
        raise AssertionError("the data set must load without the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return datasets.load_dataset(str(folder), cache_dir=str(cache))


def _check(rows: list[Any], records: list[PageRecord]) -> None:
    documents = {one.id: one for record in records for one in documents_of(record, Unit.ARTICLE)[0]}
    assert {row["id"] for row in rows} == documents.keys()
    for row in rows:
        document = documents[row["id"]]
        assert row["text"] == document.text
        found = [(m["label"], m["text"], [(f["start"], f["end"]) for f in m["fragments"]]) for m in row["mentions"]]
        assert found == [
            (one.label, one.quote(document.text), [(f.start, f.end) for f in one.fragments])
            for one in document.mentions
        ]
        assert [(s["role"], s["join"], s["order"], s["page_start"]) for s in row["segments"]] == [
            (one.role.value, one.join, one.order, one.page_start) for one in document.segments
        ]
        assert [(n["kind"], n["text"]) for n in row["notes"]] == [(n.kind.value, n.text) for n in document.notes]
        assert [one["continues_to"] for one in row["continuations"]] == [
            one.continues_to for one in document.continuations
        ]


def test_datasets_loads_the_folder_split_by_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = [*sample_records(), *(plain_record(f"q{number}", words=f"县{number}") for number in range(12))]
    options = ExportOptions(format="parquet", split=SplitPlan(train=2, dev=1, test=1))
    manifest = export(records, options, tmp_path / "set")
    loaded = _load(tmp_path / "set", tmp_path / "cache", monkeypatch)
    assert {name: len(rows) for name, rows in loaded.items()} == {
        name: tally.documents for name, tally in manifest.splits.items()
    }
    _check([row for rows in loaded.values() for row in rows], records)


def test_the_gold_pages_load_whole(tmp_path: Path, shared_gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = list(read_records(shared_gold))
    export(records, ExportOptions(format="parquet"), tmp_path / "set")
    _check(list(_load(tmp_path / "set", tmp_path / "cache", monkeypatch)["train"]), records)


def test_the_segmentation_table_loads_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export(sample_records(), ExportOptions(format="segments"), tmp_path / "set")
    rows = list(_load(tmp_path / "set", tmp_path / "cache", monkeypatch)["train"])
    expected = [one for record in sample_records() for one in record.annotations.segments_in_page_order()]
    assert [row["role"] for row in rows] == [segment.role.value for _article, segment in expected]


def test_the_card_counts_what_the_manifest_counts(tmp_path: Path) -> None:
    export(sample_records(), ExportOptions(format="parquet"), tmp_path / "set")
    manifest = json.loads((tmp_path / "set" / "manifest.json").read_text(encoding="utf-8"))
    card = (tmp_path / "set" / "README.md").read_text(encoding="utf-8")
    for label, count in manifest["splits"]["all"]["labels"].items():
        assert f"| {label} |" in card
        assert f"| {count} |" in card
