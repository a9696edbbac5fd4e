"""Opening a library for a person: made if missing, read-only with a notice if it must be."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cppcc_reader.services import project
from cppcc_reader.services.backup import snapshots, snapshots_folder
from cppcc_reader.services.project import default_library_path, is_library, open_library
from cppcc_reader.storage.errors import NotALibraryError
from cppcc_reader.storage.library import Library
from library_builder import add_page
from page_builder import build

NOW = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "库.cppcc"
    with Library.create(made) as library:
        add_page(library, "p1", *build(("a1", "body", "桥修好了。")))
    return made


def test_a_missing_library_is_made(tmp_path: Path) -> None:
    opened = open_library(tmp_path / "新.cppcc", NOW)
    with opened.library:
        assert (opened.notice, opened.library.read_only) == ("", False)
    assert snapshots(tmp_path / "新.cppcc") == []


def test_the_day_begins_with_a_snapshot(path: Path) -> None:
    for _ in range(2):
        open_library(path, NOW).library.close()
    assert [snapshot.reason for snapshot in snapshots(path)] == ["每日"]


def test_a_library_in_use_is_opened_to_be_read(path: Path) -> None:
    with Library.open(path):
        opened = open_library(path, NOW)
        with opened.library:
            assert opened.library.read_only
            assert opened.library.pages.ids() == ["p1"]
    assert opened.notice.startswith("已只读打开：")
    assert "另一个窗口" in opened.notice


def test_a_snapshot_that_fails_does_not_keep_the_library_shut(path: Path, allow_logs: object) -> None:
    allow_logs("no daily snapshot")  # type: ignore[operator]
    snapshots_folder(path).write_text("in the way", "utf-8")
    opened = open_library(path, NOW)
    with opened.library:
        assert not opened.library.read_only
    assert "今天的备份没有做成" in opened.notice


def test_what_is_no_library_is_refused(tmp_path: Path) -> None:
    (tmp_path / "假.cppcc").write_text("不是", "utf-8")
    with pytest.raises(NotALibraryError):
        open_library(tmp_path / "假.cppcc", NOW)


def test_libraries_are_known_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "夹.cppcc").mkdir()
    assert is_library(tmp_path / "库.cppcc")
    assert not is_library(tmp_path / "夹.cppcc")
    assert not is_library(tmp_path / "页.txt")


def test_the_library_nobody_names_lies_in_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project, "data_folder", lambda: tmp_path / "data")
    assert default_library_path() == tmp_path / "data" / "文库.cppcc"
    assert (tmp_path / "data").is_dir()
