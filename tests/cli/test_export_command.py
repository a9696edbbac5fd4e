"""The export command."""

from __future__ import annotations

import argparse
import json
import shlex
from pathlib import Path

import pytest

from cppcc_reader.cli.export import add_parser
from cppcc_reader.core.editing.page_commands import SetState
from cppcc_reader.core.model.page import PageState
from cppcc_reader.formats.record_file import read_records
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.storage.library import Library
from export_samples import sample_records
from library_builder import NOW


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "库.cppcc"
    with Library.create(path) as made:
        for record in sample_records():
            made.pages.add(record, None, NOW)
    return path


def _run(*words: object) -> int:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    args = parser.parse_args([str(word) for word in ("export", *words)])
    code = args.func(args)
    assert isinstance(code, int)
    return code


def test_page_records_hold_the_whole_library(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(library, "--format", "pages", "--out", tmp_path / "out") == 0
    back = {record.page.id: record.annotations for record in read_records(tmp_path / "out" / "all.pages.jsonl")}
    assert back == {record.page.id: record.annotations for record in sample_records()}
    assert "3 版，3 条记录" in capsys.readouterr().out


def test_those_who_worked_on_a_page_are_named(library: Path, tmp_path: Path) -> None:
    with Library.open(library) as opened:
        for name in ("丙", "乙", "丙"):
            service = AnnotationService(opened, annotator=name, clock=lambda: NOW)
            service.execute("p1", SetState(state=PageState.GOLD if name == "丙" else PageState.NEW))
        AnnotationService(opened, annotator="丁", clock=lambda: NOW).execute("p2", SetState(state=PageState.GOLD))
        AnnotationService(opened, annotator="丁", clock=lambda: NOW).undo("p2")
    assert _run(library, "--format", "pages", "--out", tmp_path / "out") == 0
    back = [record.provenance.annotator for record in read_records(tmp_path / "out" / "all.pages.jsonl")]
    assert back == ["甲、丙、乙", "", ""]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["annotators"] == sorted("甲丙乙")


def test_what_is_left_out_is_said(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(library, "--format", "conll", "--out", tmp_path / "out", "--state", "finished") == 0
    said = capsys.readouterr().out
    assert "未导出 2 版：状态不符" in said
    assert "实体在版面附件里，不属于任何文章：1 处" in said


def test_the_command_in_the_manifest_makes_the_same_data_set(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = "--format conll --out 集 --what entities --unit page --since 2022-01-01 --split 8:1:1 --seed 3"
    words += " --split-by issue --scheme BIOES --tokens words --confirmed-only --apply-corrections --page p1 --page p2"
    assert _run(library, *words.split()) == 0
    before = {path.name: path.read_bytes() for path in Path("集").iterdir()}
    command = shlex.split(json.loads(before["manifest.json"])["command"])
    assert _run(*command[2:]) == 0
    assert {path.name: path.read_bytes() for path in Path("集").iterdir()} == before


def test_pages_can_be_chosen_by_words_in_them(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _run(library, "--format", "pages", "--out", "集", "--query", "新文县") == 0
    assert [record.page.id for record in read_records(Path("集", "all.pages.jsonl"))] == ["p2"]
    command = json.loads(Path("集", "manifest.json").read_text(encoding="utf-8"))["command"]
    assert shlex.split(command)[2:] == ["库.cppcc", "--format", "pages", "--out", "集", "--query", "新文县"]
    assert "未导出 2 版：不在所选版面之内" in capsys.readouterr().out


def test_an_empty_export_says_why(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(library, "--format", "doccano", "--out", tmp_path / "out", "--state", "gold") == 0
    assert "没有符合条件的记录" in capsys.readouterr().out


def test_the_preflight_lists_places_and_writes_nothing(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(library, "--format", "conll", "--out", tmp_path / "out", "--preflight") == 0
    assert "p2.txt：版面还没有完成" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_done_is_said_without_a_traceback(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path / "nichts.cppcc", "--format", "pages", "--out", tmp_path / "out") == 1
    assert _run(library, "--format", "pages", "--out", tmp_path) == 1
    assert _run(library, "--format", "pages", "--out", tmp_path / "out", "--split", "viel") == 1
    assert "看不懂" in capsys.readouterr().err
