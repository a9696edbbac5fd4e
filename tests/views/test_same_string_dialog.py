"""The dialog that tags the same string everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTreeView, QWidget

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.services.same_string import places_in_library
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.same_string_actions import SameStringActions
from cppcc_reader.views.same_string_dialog import SameStringDialog, Scope
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.workspace import Workspace
from library_builder import add_page
from page_builder import build

ONE = build(("a1", "body", "记者从青"), ("a1", "+body", "山县获悉。"), ("a2", "body", "青山县变了。"))
TWO = build(("a1", "body", "去青山县看看。"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.cppcc") as library:
        tagged = Mention(id="m1", label="LOC", fragments=(Span(1, 4),))
        add_page(library, "p1", *ONE)
        add_page(library, "p2", TWO[0], TWO[1].replaced(mentions=(tagged,)))
        yield library


def tag_button(dialog: SameStringDialog) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if "标注" in button.text())


def test_places_tagged_so_already_start_without_a_tick(qtbot, library) -> None:
    dialog = SameStringDialog(quote="青山县", label="LOC", tag_set=DEFAULT_TAG_SET)
    qtbot.addWidget(dialog)
    dialog.show_places(places_in_library(library, "青山县"))
    assert tag_button(dialog).text() == "标注 2 处"


def test_space_takes_ticks_away_and_the_rest_is_tagged(qtbot, library) -> None:
    dialog = SameStringDialog(quote="青山县", label="LOC", tag_set=DEFAULT_TAG_SET)
    qtbot.addWidget(dialog)
    dialog.show_places(places_in_library(library, "青山县"))
    places = dialog.findChild(QTreeView)
    places.setCurrentIndex(places.model().index(0, 0))
    QTest.keyClick(places, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.tagging_wanted) as told:
        tag_button(dialog).click()
    chosen, label = told.args
    assert [(found.page_id, label) for found in chosen] == [("p1", "LOC")]
    assert len(chosen[0].place.fragments) == 1


def test_the_whole_library_is_tagged_in_the_background_as_one_step(qtbot, library, tmp_path: Path) -> None:
    workspace = Workspace.over(library, UserSettings(tmp_path / "settings.json"))
    workspace.session.open_page("p1")
    window, runner = QWidget(), TaskRunner()
    qtbot.addWidget(window)
    actions = SameStringActions(
        workspace,
        runner,
        BulkJobs(workspace, runner, window),
        current_mention=lambda: None,
        show_place=lambda _page, _selection: None,
        window=window,
    )
    start = ONE[0].rindex("青山县")
    workspace.session.select(Selection(article_id="a2", fragments=(Span(start, start + 3),), caret=start))
    window.show()
    dialog = actions.open()
    assert dialog is not None
    assert tag_button(dialog).text() == "标注 2 处"
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        dialog.findChildren(type(dialog._scope))[0].setCurrentIndex(2)
    assert dialog.scope() is Scope.LIBRARY
    places = dialog.findChild(QTreeView)
    assert places.model().rowCount() == 3
    dialog._label.setCurrentIndex(dialog._label.findData("ORG"))
    with qtbot.waitSignal(workspace.session.pages_changed) as told:
        tag_button(dialog).click()
    assert told.args == [frozenset({"p1", "p2"})]
    assert {m.label for m in workspace.session.annotations.mentions} == {"ORG"}
    assert workspace.service.undo_name("p2") == "标注全部同名文字"
    workspace.session.undo()
    assert library.annotations.load("p2").mentions[0].label == "LOC"
    runner.close()
