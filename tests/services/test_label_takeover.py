"""Labels changed in another tool come back to their pages, as one step that can be undone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cppcc_reader.core.model.mention import Origin
from cppcc_reader.formats.training_document import Unit
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.backup import snapshots
from cppcc_reader.services.export_options import ExportOptions
from cppcc_reader.services.import_report import ImportReport, Outcome
from cppcc_reader.services.label_takeover import STEP
from cppcc_reader.services.page_import import import_paths, preview
from cppcc_reader.services.presegmentation import Presegmenter
from cppcc_reader.services.training_export import export
from cppcc_reader.storage.library import Library
from export_samples import nasty_record, sample_records
from library_builder import NOW


@pytest.fixture
def library(tmp_path: Path) -> Any:
    with Library.create(tmp_path / "x.cppcc") as made:
        for record in sample_records():
            made.pages.add(record, None, NOW)
        yield made


def _export(library: Library, folder: Path, name: str, unit: Unit = Unit.ARTICLE) -> list[Path]:
    export(map(library.pages.record, library.pages.ids()), ExportOptions(format=name, unit=unit), folder)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _import(library: Library, folder: Path) -> ImportReport:
    return import_paths(library, [folder], Presegmenter.load(entities=False), clock=lambda: NOW)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("name", ["doccano", "label-studio", "conll", "brat", "cas-json", "cas-xmi", "spacy"])
def test_what_nobody_changed_changes_nothing(tmp_path: Path, library: Library, name: str, unit: Unit) -> None:
    if name == "spacy":
        pytest.importorskip("spacy", reason="spaCy is an optional package of the exports")
    before = [library.pages.record(page_id) for page_id in library.pages.ids()]
    _export(library, tmp_path / "set", name, unit)
    report = _import(library, tmp_path / "set")
    assert {one.outcome for one in report.outcomes} == {Outcome.ALREADY_THERE}
    assert {one.page_id for one in report.outcomes} == {"p1", "p2", "p3"}
    assert [library.pages.record(page_id) for page_id in library.pages.ids()] == before
    assert library.log.entries() == []


def test_labels_added_and_deleted_in_doccano_come_back_in_one_step(tmp_path: Path, library: Library) -> None:
    _export(library, tmp_path / "set", "doccano")
    path = tmp_path / "set" / "all.doccano.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
    first = rows[0]
    at = first["text"].index("云江省白水县通报")
    first["label"] = [one for one in first["label"] if first["text"][one[0] : one[1]] != "𠮷野"]
    first["label"].append([at + 6, at + 8, "ACT"])
    rows[2]["label"] = []
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    told = [warning for check in preview([tmp_path / "set"], library=library) for warning in check.warnings]
    assert [words.split("，")[0] for words in told] == ["会取回 2 个版面的标注：新增 1 个实体"]
    assert library.log.entries() == []
    report = _import(library, tmp_path / "set")
    assert [one.reason for one in snapshots(library.path)] == [STEP]
    assert any("新增 1 个实体，删除 1 个" in warning for one in report.outcomes for warning in one.warnings)
    changed = library.annotations.load("p1")
    assert {"m3", "m5", "m8"} <= {one.id for one in changed.mentions}
    assert "m2" not in {one.id for one in changed.mentions}
    assert [one.quote(nasty_record().page.text) for one in changed.mentions if one.label == "ACT"] == ["通报"]
    assert library.annotations.load("p2").mentions == ()
    (entry,) = library.log.entries()
    assert (entry.name, set(entry.page_ids)) == (STEP, {"p1", "p2"})
    AnnotationService(library, annotator="", clock=lambda: NOW).undo("p1")
    assert library.annotations.load("p1") == nasty_record().annotations


def test_a_whole_folder_of_files_is_one_step(tmp_path: Path, library: Library) -> None:
    files = [path for path in _export(library, tmp_path / "set", "brat") if path.suffix == ".ann"]
    for path in files:
        path.write_text("", encoding="utf-8")
    assert len(files) > 2
    _import(library, tmp_path / "set")
    (entry,) = library.log.entries()
    assert len(entry.page_ids) > 1
    assert len(snapshots(library.path)) == 1
    AnnotationService(library, annotator="", clock=lambda: NOW).undo(entry.page_ids[0])
    assert library.annotations.load("p1") == nasty_record().annotations


def test_a_broken_name_added_in_an_article_has_two_fragments_on_its_page(tmp_path: Path, library: Library) -> None:
    _export(library, tmp_path / "set", "doccano")
    path = tmp_path / "set" / "all.doccano.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
    at = rows[0]["text"].index("省白水县")
    rows[0]["label"].append([at, at + 4, "NEW"])
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    _import(library, tmp_path / "set")
    (new,) = [one for one in library.annotations.load("p1").mentions if one.label == "NEW"]
    assert [one.text_of(nasty_record().page.text) for one in new.fragments] == ["省白", "水县"]


def test_a_suggestion_confirmed_in_label_studio_is_accepted_here(tmp_path: Path, library: Library) -> None:
    _export(library, tmp_path / "set", "label-studio")
    path = tmp_path / "set" / "all.label-studio.json"
    tasks = json.loads(path.read_text(encoding="utf-8"))
    (result,) = tasks[1].pop("predictions")[0]["result"]
    result["meta"]["origin"] = "person"
    tasks[1]["annotations"][0]["result"].append(result)
    path.write_text(json.dumps(tasks), encoding="utf-8")
    _import(library, tmp_path / "set")
    assert library.annotations.load("p1").mention("m6").origin is Origin.ACCEPTED


def test_a_corrected_text_is_never_laid_on_the_page_it_came_from(tmp_path: Path, library: Library) -> None:
    corrected = ExportOptions(format="doccano", apply_corrections=True)
    export([nasty_record()], corrected, tmp_path / "set")
    before = library.annotations.load("p1")
    report = _import(library, tmp_path / "set")
    assert {one.outcome for one in report.outcomes} == {Outcome.IMPORTED}
    assert library.annotations.load("p1") == before


def test_labels_whose_words_are_not_on_the_page_are_not_taken(tmp_path: Path, library: Library) -> None:
    _export(library, tmp_path / "set", "doccano")
    path = tmp_path / "set" / "all.doccano.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("新文县委", "新闻县委"), encoding="utf-8")
    before = library.annotations.load("p2").mention("m2")
    report = _import(library, tmp_path / "set")
    assert any("1 个与原文不符" in warning for one in report.outcomes for warning in one.warnings)
    assert library.annotations.load("p2").mentions[-1] == before
