"""Pages come back from the trash, or are deleted for good after a look at what goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from cppcc_reader.services.backup import preview_restore, snapshots
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.trash_dialog import TrashDialog
from cppcc_reader.views.workspace import Workspace, now
from library_builder import add_page, trash
from page_builder import build


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        for page_id in ("p1", "p2", "p3"):
            add_page(library, page_id, *build(("a1", "body", f"茶农说茶{page_id}。")))
        trash(library, "p1")
        trash(library, "p2")
        yield library


@pytest.fixture
def dialog(library: Library, tmp_path: Path, qtbot: QtBot) -> Iterator[TrashDialog]:
    tasks = TaskRunner()
    workspace = Workspace.over(library, UserSettings(tmp_path / "settings.json"))
    made = TrashDialog(library, BulkJobs(workspace, tasks, tasks), tasks, clock=now)
    qtbot.addWidget(made)
    yield made
    tasks.close()


def test_pages_come_back_from_the_trash(dialog: TrashDialog, library: Library, qtbot: QtBot) -> None:
    assert not dialog._put_back.isEnabled()
    dialog._list.selectAll()
    with qtbot.waitSignal(dialog.put_back) as caught:
        dialog._put_back.click()
    assert caught.args == [["p1", "p2"]]
    assert library.pages.ids() == ["p1", "p2", "p3"]
    assert "是空的" in dialog._words.text()
    assert library.log.entries("p1")[0].name == "取回版面"


def test_emptying_says_what_goes_and_backs_up_first(dialog: TrashDialog, library: Library, qtbot: QtBot) -> None:
    dialog.ask_to_delete()
    box = dialog.findChild(QMessageBox)
    assert "2 个版面" in box.text()
    assert "2 篇文章" in box.informativeText()
    assert "p1.txt" in box.informativeText()
    assert box.defaultButton().text() == "不删"
    with qtbot.waitSignal(dialog.deleted) as caught:
        next(button for button in box.buttons() if button is not box.defaultButton()).click()
    assert caught.args == [2]
    assert library.pages.ids(include_trashed=True) == ["p3"]
    (snapshot,) = snapshots(library.path)
    assert preview_restore(library, snapshot).returning == ("p1.txt", "p2.txt")


def test_what_is_refused_stays(dialog: TrashDialog, library: Library, qtbot: QtBot) -> None:
    dialog._list.setCurrentRow(0)
    assert "1 个" in dialog._delete.text()
    dialog.ask_to_delete()
    box = dialog.findChild(QMessageBox)
    assert "p2.txt" not in box.informativeText()
    box.defaultButton().click()
    assert len(library.pages.ids(include_trashed=True)) == 3
    assert snapshots(library.path) == []
