"""Linking the other part of an article in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget

from cppcc_reader.services.backup import snapshots
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.continuation_actions import ContinuationActions
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.workspace import Workspace
from library_builder import add_page
from page_builder import build

FIRST = build(("a1", "headline", "清溪协商为民"), ("a1", "body", "何为民去了茶山。（下转第三版）"))
THIRD = build(("a7", "headline", "协商为民"), ("a7", "body", "（上接第一版）路修好了。"))
PLAIN = build(("a1", "headline", "南岭修桥"), ("a1", "body", "桥修好了。"))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Library.create(tmp_path / "a.cppcc") as library:
        add_page(library, "p1", *FIRST, date="2031-05-06", page_no="1")
        add_page(library, "p3", *THIRD, date="2031-05-06", page_no="3")
        add_page(library, "p4", *PLAIN, date="2031-05-06", page_no="4")
        workspace = Workspace.over(library, UserSettings(tmp_path / "settings.json"))
        workspace.session.open_page("p1")
        yield workspace


@pytest.fixture
def actions(workspace, qtbot) -> Iterator[ContinuationActions]:
    window, runner = QWidget(), TaskRunner()
    qtbot.addWidget(window)
    window.show()
    jobs = BulkJobs(workspace, runner, window)
    made = ContinuationActions(workspace, runner, jobs, show_place=lambda _page, _selection: None, window=window)
    made.runner = runner
    yield made
    runner.close()


def opened(actions, qtbot):
    with qtbot.waitSignal(actions.runner.busy_changed, check_params_cb=lambda busy: not busy):
        dialog = actions.open()
    return dialog, dialog.findChild(QListWidget)


def test_enter_links_both_parts(workspace, actions, qtbot) -> None:
    workspace.session.select(Selection(article_id="a1", caret=0))
    dialog, places = opened(actions, qtbot)
    assert places.count() == 1
    assert "“（下转第三版）”指向这一版" in places.item(0).text()
    QTest.keyClick(places, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: workspace.session.annotations.article("a1").continues_to == "p3#a7")
    assert workspace.library.annotations.load("p3").article("a7").continued_from == "p1#a1"
    assert [one.reason for one in snapshots(workspace.library.path)] == ["链接续文"]


def test_a_link_can_be_taken_away_and_that_undone(workspace, actions, qtbot) -> None:
    workspace.session.select(Selection(article_id="a1", caret=0))
    _dialog, places = opened(actions, qtbot)
    QTest.keyClick(places, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workspace.session.annotations.article("a1").continues_to is not None)
    dialog, _places = opened(actions, qtbot)
    next(button for button in dialog.findChildren(QPushButton) if "取消现有链接" in button.text()).click()
    qtbot.waitUntil(lambda: workspace.session.annotations.article("a1").continues_to is None)
    workspace.session.undo()
    assert workspace.session.annotations.article("a1").continues_to == "p3#a7"


def test_an_article_without_a_note_is_offered_what_there_is(workspace, actions, qtbot) -> None:
    workspace.session.open_page("p4")
    workspace.session.select(Selection(article_id="a1", caret=0))
    dialog, places = opened(actions, qtbot)
    assert [places.item(row).text().split("\n")[0] for row in range(places.count())] == ["协商为民"]
    dialog.reject()


def test_without_an_article_nothing_opens(workspace, actions, qtbot) -> None:
    with qtbot.waitSignal(workspace.session.message):
        assert actions.open() is None
