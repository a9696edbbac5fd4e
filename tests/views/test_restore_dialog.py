"""A snapshot is shown before it is restored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cppcc_reader.services.backup import snapshots, take_snapshot
from cppcc_reader.storage.library import Library
from cppcc_reader.views.restore_dialog import RestoreDialog
from cppcc_reader.views.task_runner import TaskRunner
from library_builder import NOW, add_page
from page_builder import build


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        add_page(library, "p1", *build(("a1", "body", "茶农说茶。")))
        yield library


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


def test_preview_then_restore(library: Library, runner: TaskRunner, qtbot: QtBot) -> None:
    take_snapshot(library, "批量标注", NOW)
    add_page(library, "p2", *build(("a1", "body", "后来的版面。")))
    dialog = RestoreDialog(library, runner, runner, clock=lambda: NOW)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(dialog._restore.isEnabled)
    assert "有 1 个版面" in dialog._preview.text()
    assert "会消失的版面（后来才导入的）：p2.txt" in dialog._preview.text()
    with qtbot.waitSignal(dialog.restored):
        dialog._restore.click()
    assert library.pages.ids() == ["p1"]
    assert len(snapshots(library.path)) == 2, "what was there before is kept too"


def test_without_snapshots_there_is_nothing_to_press(library: Library, runner: TaskRunner, qtbot: QtBot) -> None:
    dialog = RestoreDialog(library, runner, runner, clock=lambda: NOW)
    qtbot.addWidget(dialog)
    assert "还没有备份" in dialog._preview.text()
    assert not dialog._restore.isEnabled()


def test_a_damaged_snapshot_changes_nothing(
    library: Library, runner: TaskRunner, qtbot: QtBot, allow_logs: object
) -> None:
    assert callable(allow_logs)
    allow_logs("background work failed")
    snapshot = take_snapshot(library, "每日", NOW)
    snapshot.path.write_bytes(b"broken")
    dialog = RestoreDialog(library, runner, runner, clock=lambda: NOW)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "没有成功" in dialog._preview.text())
    assert not dialog._restore.isEnabled()
    assert library.pages.ids() == ["p1"]
