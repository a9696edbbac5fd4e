"""Snapshots: taken, verified, counted, previewed, restored."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from cppcc_reader.core.editing.change_set import diff
from cppcc_reader.core.model.page import PageState
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.backup import (
    BEFORE_RESTORE,
    DAILY,
    KEPT,
    preview_restore,
    restore,
    snapshots,
    snapshots_folder,
    take_daily_snapshot,
    take_snapshot,
)
from cppcc_reader.services.library_check import check_library
from cppcc_reader.storage.errors import LibraryDamagedError, LibraryError
from cppcc_reader.storage.library import Library
from library_builder import add_page
from page_builder import build

NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)
PAGE = build(("a1", "headline", "新桥通车"), ("a1", "body", "桥修好了。"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library.create(tmp_path / "库.cppcc")
    for page_id in ("p1", "p2"):
        add_page(made, page_id, *PAGE)
    yield made
    made.close()


def _finish(library: Library, page_id: str) -> None:
    before = library.annotations.load(page_id)
    change = diff(before, before.replaced(state=PageState.FINISHED), "完成")
    with library.transaction():
        library.annotations.write(page_id, change, NOW)
        library.log.append(name="完成", annotator="甲", time=NOW, changes={page_id: change})


def test_a_snapshot_is_a_whole_library_of_its_moment(library: Library) -> None:
    _finish(library, "p1")  # still in the write-ahead log, which a plain copy would miss
    taken = take_snapshot(library, "全部接受：实体/建议", NOW)
    _finish(library, "p2")
    assert snapshots(library.path) == [taken]
    assert (taken.reason, taken.taken_at) == ("全部接受：实体 建议", NOW)
    with Library.open(taken.path, read_only=True) as copy:
        assert copy.pages.summary("p1").state is PageState.FINISHED
        assert copy.pages.summary("p2").state is PageState.NEW
        assert check_library(copy).problems == ()
    assert [path.name for path in snapshots_folder(library.path).iterdir()] == [taken.path.name]


def test_the_last_ten_are_kept(library: Library) -> None:
    taken = [take_snapshot(library, f"第{number}次", NOW + timedelta(seconds=number)) for number in range(KEPT + 2)]
    assert snapshots(library.path) == taken[:1:-1]


def test_drafts_of_killed_snapshots_go_and_no_others(library: Library) -> None:
    take_snapshot(library, "导入前", NOW)
    folder = snapshots_folder(library.path)
    killed = folder / f".20260102T120000000Z 批量.cppcc.{_process_that_ended()}.part"
    running = folder / f".20260102T120000000Z 批量.cppcc.{os.getpid()}.part"
    others = folder / ".别人的.part"
    for draft in (killed, running, others):
        draft.write_bytes(b"half")
    take_snapshot(library, "导入前", NOW + timedelta(seconds=1))
    assert (killed.exists(), running.exists(), others.exists()) == (False, True, True)


def _process_that_ended() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
        return process.pid


@pytest.mark.parametrize("version", [1, 2])
def test_a_snapshot_of_an_older_program_is_previewed_and_restored(library: Library, version: int) -> None:
    taken = take_snapshot(library, "导入前", NOW)
    old = Path(__file__).resolve().parent.parent / "storage" / "data" / f"schema-{version}.cppcc"
    shutil.copy(old, taken.path)
    with closing(sqlite3.connect(taken.path)) as connection:
        # Kept small for the tests; a library's pages have SQLite's usual size.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("VACUUM")
    before = taken.path.read_bytes()
    preview = preview_restore(library, taken)
    assert (preview.pages, preview.lost) == (2, ("p1.txt", "p2.txt"))
    assert taken.path.read_bytes() == before, "a snapshot is never changed"
    restore(library, taken, NOW + timedelta(seconds=1))
    assert check_library(library).problems == ()
    page_id = library.pages.ids()[0]
    service = AnnotationService(library, annotator="甲", clock=lambda: NOW)
    assert service.undo(page_id)


def test_one_a_day_is_enough(library: Library) -> None:
    china = timezone(timedelta(hours=8))
    late = datetime(2026, 1, 2, 23, 30, tzinfo=china)
    first = take_daily_snapshot(library, late)
    assert first is not None
    assert first.reason == DAILY
    assert take_daily_snapshot(library, late + timedelta(minutes=10)) is None
    assert take_daily_snapshot(library, late + timedelta(hours=1)) is not None


def test_an_empty_or_read_only_library_needs_none(library: Library, tmp_path: Path) -> None:
    with Library.create(tmp_path / "空.cppcc") as empty:
        assert take_daily_snapshot(empty, NOW) is None
    with Library.open(library.path, read_only=True) as reader:
        assert take_daily_snapshot(reader, NOW) is None


def test_a_preview_says_what_would_come_and_go(library: Library) -> None:
    taken = take_snapshot(library, "导入前", NOW)
    _finish(library, "p1")
    add_page(library, "p3", *PAGE)
    preview = preview_restore(library, taken)
    assert (preview.pages, preview.states) == (2, {PageState.NEW: 2})
    assert (preview.lost, preview.returning, preview.changed) == (("p3.txt",), (), ("p1.txt",))


def test_restoring_brings_everything_back_and_keeps_what_was_there(library: Library) -> None:
    _finish(library, "p1")
    taken = take_snapshot(library, "导入前", NOW)
    _finish(library, "p2")
    add_page(library, "p3", *PAGE)
    before = restore(library, taken, NOW + timedelta(seconds=1))
    assert library.pages.ids() == ["p1", "p2"]
    assert library.pages.summary("p2").state is PageState.NEW
    assert [entry.page_ids for entry in library.log.entries()] == [("p1",)]
    assert check_library(library).problems == ()
    assert before.reason == BEFORE_RESTORE
    preview = preview_restore(library, before)
    assert (preview.returning, preview.changed) == (("p3.txt",), ("p2.txt",))
    restore(library, before, NOW + timedelta(seconds=2))
    assert library.pages.ids() == ["p1", "p2", "p3"]
    _finish(library, "p3")
    assert library.pages.summary("p3").state is PageState.FINISHED


def test_the_oldest_snapshot_can_be_restored(library: Library) -> None:
    taken = [take_snapshot(library, "批量", NOW + timedelta(seconds=number)) for number in range(KEPT)]
    _finish(library, "p1")
    restore(library, taken[0], NOW + timedelta(hours=1))
    assert library.pages.summary("p1").state is PageState.NEW


def test_a_damaged_snapshot_is_not_restored(library: Library) -> None:
    taken = take_snapshot(library, "导入前", NOW)
    data = bytearray(taken.path.read_bytes())
    data[8192:20480] = b"\xff" * 12288
    taken.path.write_bytes(data)
    _finish(library, "p1")
    with pytest.raises(LibraryDamagedError):
        restore(library, taken, NOW + timedelta(seconds=1))
    assert library.pages.summary("p1").state is PageState.FINISHED


def test_without_room_for_it_a_snapshot_says_so(library: Library) -> None:
    snapshots_folder(library.path).write_text("in the way", "utf-8")
    with pytest.raises(LibraryError, match="备份没有做成"):
        take_snapshot(library, "导入前", NOW)
