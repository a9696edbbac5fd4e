"""The index of names: variants are merged after a look at what that means; names go out as tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.services.backup import snapshots
from cppcc_reader.services.entity_index import IndexedName
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.entity_index_window import EntityIndexWindow
from cppcc_reader.views.merge_names_dialog import MergeNamesDialog
from cppcc_reader.views.name_merging import NameMerger
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.workspace import Workspace
from library_builder import add_page
from page_builder import build


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        text, annotations = build(("a1", "headline", "茶乡"), ("a1", "body", "望澜市政协开会。市政协讲话。"))
        full, short = text.index("望澜"), text.index("。市政协") + 1
        found = (
            Mention(id="m1", label="ORG", fragments=(Span(full, full + 5),)),
            Mention(id="m2", label="ORG", fragments=(Span(short, short + 3),)),
            Mention(id="m3", label="LOC", fragments=(Span(full, full + 3),)),
        )
        add_page(library, "p1", text, annotations.replaced(mentions=found))
        yield library


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


@pytest.fixture
def window(library: Library, runner: TaskRunner, qtbot: QtBot) -> EntityIndexWindow:
    window = EntityIndexWindow(library, runner, tag_set=DEFAULT_TAG_SET)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window._names.rowCount() == 3)
    return window


def test_only_names_of_one_label_can_be_merged(window: EntityIndexWindow) -> None:
    window._names.clearSelection()
    assert not window._merge.isEnabled()
    window._names.selectAll()
    assert not window._merge.isEnabled()


def test_merging_backs_up_and_changes_the_index(
    window: EntityIndexWindow, library: Library, runner: TaskRunner, tmp_path: Path, qtbot: QtBot
) -> None:
    window.look_for("", "ORG")
    qtbot.waitUntil(lambda: window._names.rowCount() == 2)
    window._names.selectAll()
    assert window._merge.isEnabled()
    workspace = Workspace.over(library, UserSettings(tmp_path / "settings.json"))
    workspace.session.open_page("p1")
    merger = NameMerger(workspace, BulkJobs(workspace, runner, window), window)
    window.merge_wanted.connect(lambda names: merger.merge(names, "望澜市政协", window.refresh))
    window._merge.click()
    qtbot.waitUntil(lambda: window._names.rowCount() == 1)
    assert workspace.session.annotations.mention("m2").normal_form == "望澜市政协"
    assert [one.reason for one in snapshots(library.path)] == ["合并同一实体的不同写法"]
    workspace.session.undo()
    assert workspace.session.annotations.mention("m2").normal_form is None


def test_the_dialog_says_what_merging_changes(window: EntityIndexWindow, qtbot: QtBot) -> None:
    names = [name for name in _all(window) if name.label == "ORG"]
    dialog = MergeNamesDialog(names)
    qtbot.addWidget(dialog)
    assert dialog.form == "望澜市政协"
    assert "1 处" in dialog._effect.text()
    dialog._form.setCurrentText("  ")
    assert not dialog._merge.isEnabled()


def test_names_are_written_as_a_table(window: EntityIndexWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "名称.csv"
    window.write_names(path)
    qtbot.waitUntil(path.exists)
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 4
    qtbot.waitUntil(lambda: "3 行" in window._status.text())


def _all(window: EntityIndexWindow) -> list[IndexedName]:
    window._names.selectAll()
    return window.chosen()
