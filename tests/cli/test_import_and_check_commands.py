"""``import`` and ``check`` from the command line: the report, the exit code, and a way back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cppcc_reader.cli import import_pages
from cppcc_reader.cli.main import main
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.services.backup import snapshots
from cppcc_reader.storage.library import Library


class Splitter:
    """Stands for the presegmenter: the whole page is one segment."""

    def annotate(self, text: str) -> AnnotationSet:
        start = len(text) - len(text.lstrip())
        segment = Segment(start=start, end=start + len(text.strip()))
        return AnnotationSet.of(articles=(Article(id="a1", segments=(segment,)),))


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    class Quick(Splitter):
        def __enter__(self) -> Splitter:
            return self

        def __exit__(self, *_error: object) -> None:
            pass

    monkeypatch.setattr(import_pages, "annotator_for", lambda _files, *, entities, library: Quick())


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "报"
    folder.mkdir()
    (folder / "一.txt").write_text("桥修好了。", "utf-8")
    (folder / "二.txt").write_bytes("路修好了。\r\n".encode("gb18030"))
    return folder


@pytest.fixture
def library(tmp_path: Path, pages: Path) -> Path:
    path = tmp_path / "库.cppcc"
    assert main(["import", str(path), str(pages)]) == 0
    return path


def test_a_folder_becomes_a_library(tmp_path: Path, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(tmp_path / "库.cppcc"), str(pages)]) == 0
    assert capsys.readouterr().out == "已导入 2 版，已在库中 0 版，未导入 0 版。\n"
    with Library.open(tmp_path / "库.cppcc", read_only=True) as opened:
        assert [summary.name for summary in opened.pages.summaries()] == ["一.txt", "二.txt"]


def test_what_was_refused_is_named_and_counts(library: Path, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pages / "空.txt").write_bytes(b"")
    capsys.readouterr()
    assert main(["import", str(library), str(pages)]) == 1
    assert capsys.readouterr().out == "未导入 空.txt：文件是空的\n已导入 0 版，已在库中 2 版，未导入 1 版。\n"


def test_a_snapshot_comes_before_importing_into_a_library(library: Path, pages: Path) -> None:
    assert snapshots(library) == []
    (pages / "三.txt").write_text("河修好了。", "utf-8")
    main(["import", str(library), str(pages)])
    assert [snapshot.reason for snapshot in snapshots(library)] == ["导入前"]


def test_the_encoding_can_be_given(tmp_path: Path, pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "新.cppcc"
    assert main(["import", str(path), str(pages / "二.txt"), "--encoding", "utf-8"]) == 1
    assert "不能按 utf-8 解读" in capsys.readouterr().out
    assert main(["import", str(path), str(pages / "二.txt"), "--encoding", "gbk"]) == 0


def test_importing_into_a_library_in_use_is_refused(
    library: Path, pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library.open(library):
        assert main(["import", str(library), str(pages)]) == 2
    assert "另一个窗口或命令" in capsys.readouterr().err


def test_a_library_that_is_no_library_is_left_alone(pages: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (pages / "一.txt").read_bytes()
    assert main(["import", str(pages / "一.txt"), str(pages)]) == 2
    assert "不是文库" in capsys.readouterr().err
    assert (pages / "一.txt").read_bytes() == before


def test_a_good_library_is_called_whole(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", str(library)]) == 0
    assert capsys.readouterr().out == "完好：检查了 2 版，2 篇文章，0 个实体，0 步编辑记录。\n"
    with Library.open(library):
        assert main(["check", str(library), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["pages"], report["problems"]) == (2, [])


def test_a_broken_library_is_called_broken(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("UPDATE segment SET stop = stop - 1 WHERE page_key = 1")
        connection.commit()
    capsys.readouterr()
    assert main(["check", str(library)]) == 1
    out = capsys.readouterr().out
    assert "文字不属于任何文章" in out
    assert out.endswith("步编辑记录。\n")
    assert "发现" in out


def test_records_exported_and_imported_make_the_same_library(library: Path, tmp_path: Path) -> None:
    assert main(["export", str(library), "--format", "pages", "--out", str(tmp_path / "出")]) == 0
    files = sorted((tmp_path / "出").glob("*.jsonl*"))
    assert main(["import", str(tmp_path / "新.cppcc"), *map(str, files)]) == 0
    with Library.open(library) as first, Library.open(tmp_path / "新.cppcc") as second:
        for page_id in first.pages.ids():
            assert second.pages.record(page_id) == first.pages.record(page_id)
            assert second.pages.original_bytes(page_id) == first.pages.original_bytes(page_id)
        assert second.pages.ids() == first.pages.ids()
