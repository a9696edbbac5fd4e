"""Data sets: whole or not at all, the same bytes each time, and everything that is left out is named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.exporters import EXPORTERS
from cppcc_reader.formats.loss import LossKind
from cppcc_reader.formats.record_file import read_records
from cppcc_reader.formats.training_document import Unit
from cppcc_reader.services.export_options import (
    ExportCancelledError,
    ExportError,
    ExportOptions,
    PageFilter,
    SplitPlan,
    What,
)
from cppcc_reader.services.export_split import SPLITS
from cppcc_reader.services.training_export import export, preview
from export_samples import nasty_record, plain_record, sample_records

UNITS = [(exporter.name, unit) for exporter in EXPORTERS.values() for unit in exporter.units]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _manifest(folder: Path) -> Any:
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def _skip_without(name: str) -> None:
    for package in EXPORTERS[name].needs:
        pytest.importorskip(package, reason=f"the format {name} needs {package}")


@pytest.mark.parametrize(("name", "unit"), UNITS)
def test_the_same_pages_give_the_same_bytes(tmp_path: Path, name: str, unit: Unit) -> None:
    _skip_without(name)
    options = ExportOptions(format=name, unit=unit, split=SplitPlan(train=1, dev=1, test=1))
    for folder in ("one", "two"):
        export(sample_records(), options, tmp_path / folder / "set")
    assert _bytes(tmp_path / "one" / "set") == _bytes(tmp_path / "two" / "set")


@pytest.mark.parametrize(("name", "unit"), UNITS)
def test_the_manifest_accounts_for_every_mention(tmp_path: Path, name: str, unit: Unit) -> None:
    _skip_without(name)
    records = sample_records()
    manifest = export(records, ExportOptions(format=name, unit=unit), tmp_path / "set")
    of_mentions = {
        LossKind.MENTIONS,
        LossKind.OUTSIDE_ARTICLES,
        LossKind.ACROSS_ARTICLES,
        LossKind.FRAGMENTS,
        LossKind.NESTED,
        LossKind.CROSSING,
        LossKind.MISALIGNED,
    }
    lost = sum(manifest.dropped[kind] for kind in of_mentions)
    assert manifest.labels.total() + lost == sum(len(one.annotations.mentions) for one in records)
    dropped = tmp_path / "set" / "dropped.jsonl"
    rows = [json.loads(line) for line in dropped.read_text(encoding="utf-8").split("\n")[:-1]] if lost else []
    assert sum(row["count"] for row in rows if LossKind(row["kind"]) in of_mentions) == lost


@pytest.mark.parametrize(("name", "unit"), UNITS)
def test_the_manifest_names_every_file_and_the_command(tmp_path: Path, name: str, unit: Unit) -> None:
    _skip_without(name)
    export(sample_records(), ExportOptions(format=name, unit=unit), tmp_path / "set", library="文 库.cppcc")
    manifest = _manifest(tmp_path / "set")
    assert {one["path"] for one in manifest["files"]} == _bytes(tmp_path / "set").keys() - {"manifest.json"}
    assert manifest["command"].startswith(f"cppcc-reader export '文 库.cppcc' --format {name} --out set")
    assert manifest["annotators"] == ["甲"]
    assert manifest["command"] in (tmp_path / "set" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXPORTERS)
def test_segmentation_alone_holds_no_entities(tmp_path: Path, name: str) -> None:
    _skip_without(name)
    manifest = export(sample_records(), ExportOptions(format=name, what=What.SEGMENTATION), tmp_path / "set")
    assert not {"PER", "LOC", "ORG", "TITLE"} & manifest.labels.keys()
    assert ("headline" in manifest.labels) == EXPORTERS[name].roles_as_labels


def test_page_records_lose_nothing(tmp_path: Path) -> None:
    manifest = export(sample_records(), ExportOptions(format="pages"), tmp_path / "set")
    assert list(read_records(tmp_path / "set" / "all.pages.jsonl")) == sample_records()
    assert not manifest.dropped


def test_cancelling_leaves_nothing_and_changes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "set"
    export([plain_record()], ExportOptions(format="conll"), out)
    before = _bytes(tmp_path)
    done: list[int] = []
    with pytest.raises(ExportCancelledError):
        export(sample_records(), ExportOptions(format="conll"), out, done.append, lambda: len(done) == 2)
    assert done == [1, 2]
    assert _bytes(tmp_path) == before


def test_a_page_that_breaks_leaves_nothing_and_is_named(tmp_path: Path) -> None:
    def records() -> Iterator[PageRecord]:
        yield plain_record()
        yield plain_record("kaputt", words="\ud800")

    with pytest.raises(ExportError, match=r"kaputt.*先检查文库"):
        export(records(), ExportOptions(format="conll"), tmp_path / "set")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_other_files_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "文件.txt").write_text("重要", encoding="utf-8")
    with pytest.raises(ExportError, match="换一个空目录"):
        export([plain_record()], ExportOptions(format="conll"), tmp_path)
    assert _bytes(tmp_path) == {"文件.txt": "重要".encode()}


def test_an_earlier_export_is_replaced_and_what_lies_beside_it_stays(tmp_path: Path) -> None:
    out = tmp_path / "set"
    export(sample_records(), ExportOptions(format="conll", split=SplitPlan()), out)
    (out / "笔记.txt").write_text("我的", encoding="utf-8")
    export([plain_record()], ExportOptions(format="conll"), out)
    assert _bytes(out).keys() == {
        "all.conll", "all.documents.jsonl", "README.md", "manifest.json", "笔记.txt",
    }  # fmt: skip
    export([plain_record()], ExportOptions(format="doccano"), out)
    assert {"all.conll", "all.doccano.jsonl", "manifest-conll.json", "笔记.txt"} <= _bytes(out).keys()
    assert list(tmp_path.iterdir()) == [out]


def test_adding_pages_never_moves_a_page_to_another_split(tmp_path: Path) -> None:
    pages = [plain_record(f"p{number}") for number in range(60)]
    options = ExportOptions(format="pages", split=SplitPlan(train=8, dev=1, test=1, seed=7))

    def places(records: list[PageRecord], folder: str) -> dict[str, str]:
        export(records, options, tmp_path / folder)
        return {
            record.page.id: split
            for split in SPLITS
            for record in read_records(tmp_path / folder / f"{split}.pages.jsonl")
        }

    few, many = places(pages[:30], "few"), places(pages[::-1], "many")
    assert few.items() <= many.items()
    assert len(many) == 60
    assert 36 <= sum(split == "train" for split in many.values()) <= 56
    assert set(many.values()) == set(SPLITS)


def test_pages_of_one_issue_stay_together(tmp_path: Path) -> None:
    from cppcc_reader.services.export_options import SplitBy
    from cppcc_reader.services.export_split import split_of

    plan = SplitPlan(train=1, dev=1, test=1, by=SplitBy.ISSUE)
    days = [[plain_record(f"{day}-{page}", date=f"2022-08-{day:02}") for page in range(4)] for day in range(1, 15)]
    splits = [{split_of(record, plan) for record in pages} for pages in days]
    assert all(len(one) == 1 for one in splits)
    assert len(set.union(*splits)) == 3


def test_pages_are_chosen_by_state_date_and_id_and_the_rest_is_counted(tmp_path: Path) -> None:
    chosen = PageFilter(states=frozenset({PageState.FINISHED}))
    manifest = export(sample_records(), ExportOptions(format="pages", pages=chosen), tmp_path / "a")
    assert (manifest.pages, dict(manifest.skipped)) == (1, {"状态不符": 2})
    chosen = PageFilter(since="2022-08-18", page_ids=frozenset({"p2", "p3"}))
    manifest = export(sample_records(), ExportOptions(format="pages", pages=chosen), tmp_path / "b")
    assert (manifest.pages, dict(manifest.skipped)) == (1, {"不在所选版面之内": 1, "日期不符": 1})


def test_suggestions_that_nobody_confirmed_can_be_left_out(tmp_path: Path) -> None:
    both = export([nasty_record()], ExportOptions(format="pages"), tmp_path / "a")
    confirmed = export([nasty_record()], ExportOptions(format="pages", confirmed_only=True), tmp_path / "b")
    assert both.splits["all"].origins["suggested"] == 1
    assert confirmed.splits["all"].origins["suggested"] == 0
    assert both.labels.total() - confirmed.labels.total() == 1


def test_corrections_are_a_list_of_their_own_and_are_applied_on_request(tmp_path: Path) -> None:
    for name, applied in (("as-read", False), ("corrected", True)):
        options = ExportOptions(format="doccano", apply_corrections=applied)
        export([nasty_record()], options, tmp_path / name)
        rows = (tmp_path / name / "corrections.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
        assert [(row["quote"], row["reading"], row["applied"]) for row in map(json.loads, rows)] == [
            ("通报", "通报了", applied),
            ("责编", "责任编辑", applied),
        ]
        lines = (tmp_path / name / "all.doccano.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
        documents = [json.loads(line) for line in lines]
        assert any("通报了" in one["text"] for one in documents) == applied
        quotes = [one["text"][start:end] for one in documents for start, end, _label in one["label"]]
        assert {"𠮷野", "云江省白水县", "赵  政"} <= set(quotes)


def test_a_broken_name_stays_one_name_when_corrections_move_it(tmp_path: Path) -> None:
    export([nasty_record()], ExportOptions(format="pages", apply_corrections=True), tmp_path / "set")
    (record,) = read_records(tmp_path / "set" / "all.pages.jsonl")
    assert record.annotations.mention("m3").quote(record.page.text) == "云江省白水县"


def test_the_preview_is_the_first_document(tmp_path: Path) -> None:
    options = ExportOptions(format="doccano", pages=PageFilter(page_ids=frozenset({"p2"})))
    document = preview(sample_records(), options)
    assert document is not None
    export(sample_records(), options, tmp_path / "set")
    assert json.loads((tmp_path / "set" / "all.doccano.jsonl").read_text(encoding="utf-8"))["text"] == document.text
    assert preview([], options) is None


def test_unknown_formats_and_units_are_refused_in_words() -> None:
    with pytest.raises(ExportError, match="没有“xyz”这种格式"):
        _ = ExportOptions(format="xyz").exporter
    with pytest.raises(ExportError, match="只能以 page 为单位"):
        _ = ExportOptions(format="pages", unit=Unit.ARTICLE).chosen_unit
    with pytest.raises(ExportError, match="8:1:1"):
        SplitPlan(train=0, dev=0, test=0)


def test_entities_alone_show_no_roles_in_label_studio(tmp_path: Path) -> None:
    for what in (What.BOTH, What.ENTITIES):
        export([nasty_record()], ExportOptions(format="label-studio", what=what), tmp_path / what)
        tasks = (tmp_path / what / "all.label-studio.json").read_text(encoding="utf-8")
        config = (tmp_path / what / "all.label-studio.xml").read_text(encoding="utf-8")
        assert ('"from_name":"role"' in tasks) == ('name="role"' in config) == (what is What.BOTH)


def test_a_page_without_words_is_left_out_and_counted(tmp_path: Path) -> None:
    empty = PageRecord(page=replace(plain_record().page, text=" \n"), annotations=AnnotationSet())
    for name in ("pages", "cas-json"):
        manifest = export([empty], ExportOptions(format=name), tmp_path / name)
        assert (manifest.documents, dict(manifest.dropped)) == (0, {LossKind.EMPTY: 1})
