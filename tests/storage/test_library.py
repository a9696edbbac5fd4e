"""A library opens, locks, refuses and fails the way it promises."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from cppcc_reader.storage import library as library_module
from cppcc_reader.storage import library_file
from cppcc_reader.storage.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryExistsError,
    LibraryLockedError,
    LibraryMissingError,
    LibraryNotCreatedError,
    LibraryReadOnlyError,
    NewerLibraryError,
    NotALibraryError,
)
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.schema import APPLICATION_ID, SCHEMA_VERSION
from library_builder import add_page, assign
from page_builder import build

Content = dict[str, tuple[bytes, int]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed library with one page, in a folder of its own."""
    folder = tmp_path / "我的 文库"
    folder.mkdir()
    with Library.create(folder / "库.cppcc") as library:
        add_page(library, "p1", *build(("a1", "headline", "新桥通车"), ("a1", "body", "桥修好了。")))
    return folder / "库.cppcc"


def test_a_closed_library_is_one_file(path: Path) -> None:
    assert os.listdir(path.parent) == [path.name]


def test_odd_characters_in_a_path_are_only_characters(tmp_path: Path) -> None:
    path = tmp_path / "库 #1?mode=ro&%41.cppcc"
    with Library.create(path) as library:
        library.settings.set("一", 1)
    assert os.listdir(tmp_path) == [path.name]


def test_the_file_says_what_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        values = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode")
        }
        loose = connection.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict").fetchall()
    assert values == {"application_id": APPLICATION_ID, "user_version": SCHEMA_VERSION, "journal_mode": "wal"}
    # SQLite's own, sqlite-utils' record of migrations, and the inside of the full-text index.
    assert [name for (name,) in loose if not name.startswith(("sqlite_", "_sqlite_migrations", "search_"))] == []


def test_foreign_keys_hold_on_every_connection(path: Path) -> None:
    with Library.open(path) as library, library.sibling() as sibling:
        for one in (library, sibling):
            with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), one.transaction():
                one._database.execute("INSERT INTO article (page_key, id) VALUES (99, 'a1')")


def test_the_text_of_a_page_cannot_be_changed(path: Path) -> None:
    with Library.open(path) as library, pytest.raises(sqlite3.IntegrityError, match="frozen"), library.transaction():
        library._database.execute("UPDATE page_text SET text = ''")


def test_making_one_where_a_file_lies_is_refused(path: Path) -> None:
    before = _content(path.parent)
    with pytest.raises(LibraryExistsError, match="已经存在"):
        Library.create(path)
    assert _content(path.parent) == before


def test_a_library_is_made_with_its_folder_or_not_at_all(tmp_path: Path) -> None:
    Library.create(tmp_path / "新" / "夹" / "库.cppcc").close()
    (tmp_path / "文件").write_text("in the way", "utf-8")
    for path in (tmp_path / "文件" / "库.cppcc", tmp_path / ("长" * 99 + ".cppcc")):
        with pytest.raises(LibraryError, match=r"不能在这里建立文库|已经存在"):
            Library.create(path)
    assert sorted(os.listdir(tmp_path)) == ["文件", "新"]


def test_a_library_that_cannot_be_filled_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_database: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(library_file, "migrate", fail)
    with pytest.raises(LibraryNotCreatedError, match="No space left"):
        Library.create(tmp_path / "库.cppcc")
    assert os.listdir(tmp_path) == []


def test_a_second_writer_is_refused_by_name_and_may_read(path: Path) -> None:
    with Library.open(path) as first:
        with pytest.raises(LibraryLockedError, match=f"进程 {os.getpid()}.*只读"):
            Library.open(path)
        with Library.open(path, read_only=True) as second:
            assign(first, "p1", "甲")
            assert second.pages.summary("p1").assignee == "甲"
            with pytest.raises(LibraryReadOnlyError, match="不能写入"):
                assign(second, "p1", "乙")
    Library.open(path).close()


def test_a_sibling_writes_beside_its_library(path: Path) -> None:
    with Library.open(path) as library:
        version = library.data_version()
        with library.sibling() as sibling:
            sibling.settings.set("语言", "中文")
        assert library.settings.get("语言") == "中文"
        assert library.data_version() != version
        with pytest.raises(LibraryLockedError):
            Library.open(path)


def _write_text(path: Path) -> None:
    path.write_text("这不是文库\n" * 100, "utf-8")


def _write_nothing(path: Path) -> None:
    path.write_bytes(b"")


def _write_other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE page (id)")
        connection.commit()


def _make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def _scribble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("spoil", "error", "words"),
    [
        (_write_text, NotALibraryError, "不是文库.*没有被改动"),
        (_write_nothing, NotALibraryError, "不是文库"),
        (_write_other_database, NotALibraryError, "不是文库"),
        (_make_newer, NewerLibraryError, "更新版本.*升级"),
        (_cut_off, LibraryDamagedError, "已损坏.*备份"),
        (_scribble, LibraryDamagedError, "已损坏.*备份"),
    ],
)
def test_what_is_no_good_library_is_refused_untouched(
    path: Path, spoil: Callable[[Path], None], error: type[LibraryError], words: str, read_only: bool
) -> None:
    spoil(path)
    before = _content(path.parent)
    with pytest.raises(error, match=words):
        Library.open(path, read_only=read_only)
    assert _content(path.parent) == before


def test_what_is_missing_is_said_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissingError, match="找不到文库"):
        Library.open(tmp_path / "没有.cppcc")
    with pytest.raises(NotALibraryError):
        Library.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_to_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Tests may run as root, whom no permission stops.
    monkeypatch.setattr(library_module.os, "access", lambda _path, mode: mode == os.R_OK)
    with pytest.raises(LibraryReadOnlyError, match=r"不能写入.*只读打开"):
        Library.open(path)
    assert os.listdir(path.parent) == [path.name]
    with Library.open(path, read_only=True) as library:
        assert library.pages.ids() == ["p1"]


def test_reading_leaves_nothing_beside_the_file(path: Path) -> None:
    with Library.open(path, read_only=True) as library:
        assert library.pages.ids() == ["p1"]
    assert os.listdir(path.parent) == [path.name]


def test_a_library_left_open_by_a_crash_is_not_locked(path: Path) -> None:
    path.with_name(path.name + ".lock").write_text("某机，进程 1", "utf-8")
    with Library.open(path) as library:
        assert library.pages.ids() == ["p1"]


def test_a_transaction_is_all_or_nothing(path: Path) -> None:
    def fail_half_way() -> None:
        with library.transaction():
            assign(library, "p1", "甲")
            raise ZeroDivisionError

    with Library.open(path) as library:
        with pytest.raises(ZeroDivisionError):
            fail_half_way()
        assert library.pages.summary("p1").assignee == ""


def test_a_caught_failure_inside_still_takes_the_whole_transaction_back(path: Path) -> None:
    def fail_inside() -> None:
        with library.transaction():
            assign(library, "p1", "甲")
            with suppress(ZeroDivisionError), library.transaction():
                raise ZeroDivisionError

    with Library.open(path) as library:
        with pytest.raises(RuntimeError, match="nothing of it was stored"):
            fail_inside()
        assert library.pages.summary("p1").assignee == ""
        assign(library, "p1", "乙")
        assert library.pages.summary("p1").assignee == "乙"


@pytest.mark.parametrize(("durable", "level"), [(True, 2), (False, 1)])
def test_what_a_person_does_waits_for_the_disk(path: Path, durable: bool, level: int) -> None:
    with Library.open(path) as library, library.transaction(durable=durable):
        assert library._database.value("PRAGMA synchronous") == level


def test_a_full_disk_is_said(path: Path) -> None:
    with Library.open(path) as library:
        library._database.execute(f"PRAGMA max_page_count = {library._database.value('PRAGMA page_count')}")
        with pytest.raises(LibraryError, match=r"磁盘已满.*没有保存"):
            library.settings.set("很长", "长" * 100_000)
        assert library.settings.get("很长") is None


def _content(folder: Path) -> Content:
    return {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}
