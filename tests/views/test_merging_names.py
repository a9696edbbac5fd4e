"""The index of names: variants are merged after a look at what that means; names go out as tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
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
    qtbot.waitUntil(lambda: window._model.rowCount() == 3)
    return window


def test_any_names_can_be_merged_and_one_alone_renamed(window: EntityIndexWindow) -> None:
    window._names.clearSelection()
    assert not window._merge.isEnabled()
    window._names.selectRow(0)
    assert window._merge.isEnabled()
    window._names.selectAll()
    assert window._merge.isEnabled()
    assert window._status.text() == "3 个名称，所选 3 个共 3 处"


def test_merging_backs_up_and_changes_the_index(
    window: EntityIndexWindow, library: Library, runner: TaskRunner, tmp_path: Path, qtbot: QtBot
) -> None:
    window.look_for("", "ORG")
    qtbot.waitUntil(lambda: window._model.rowCount() == 2)
    window._names.selectAll()
    assert window._merge.isEnabled()
    workspace = Workspace.over(library, UserSettings(tmp_path / "settings.json"))
    workspace.session.open_page("p1")
    merger = NameMerger(workspace, BulkJobs(workspace, runner, window), window)
    window.merge_wanted.connect(lambda names: merger.merge(names, "望澜市政协", window.refresh))
    window._merge.click()
    qtbot.waitUntil(lambda: window._model.rowCount() == 1)
    assert workspace.session.annotations.mention("m2").normal_form == "望澜市政协"
    assert [one.reason for one in snapshots(library.path)] == ["合并同一实体的不同写法"]
    workspace.session.undo()
    assert workspace.session.annotations.mention("m2").normal_form is None


def test_the_dialog_says_what_merging_changes(window: EntityIndexWindow, qtbot: QtBot) -> None:
    dialog = MergeNamesDialog(_all(window), DEFAULT_TAG_SET)
    qtbot.addWidget(dialog)
    assert dialog.form == "望澜市政协"
    assert dialog.label is None
    assert dialog._effect.text().startswith("会给 2 处写上规范名。原文")
    dialog._label.setCurrentIndex(dialog._label.findData("ORG"))
    assert "会改 1 处的标签" in dialog._effect.text()
    dialog._model.tick([row for row in range(3) if dialog._model.index(row, 1).data() == "地名"], ticked=False)
    assert "会改" not in dialog._effect.text()
    assert {name.label for name in dialog.names} == {"ORG"}
    assert dialog._merge.text() == "改动 1 处"
    dialog._form.setCurrentText("  ")
    assert dialog._effect.text().startswith("会去掉 2 处的规范名")
    dialog._model.tick([0, 1, 2], ticked=False)
    assert not dialog._merge.isEnabled()


def test_names_are_sorted_by_any_column(window: EntityIndexWindow) -> None:
    window._names.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [window._model.name(row).name for row in range(3)] == ["市政协", "望澜市", "望澜市政协"]
    window._names.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert window._model.name(0).label == "LOC"


def test_thousands_of_names_and_places_are_listed_as_somebody_looks(
    library: Library, runner: TaskRunner, qtbot: QtBot
) -> None:
    text, annotations = build(("a1", "body", "".join(chr(0x4E00 + number) for number in range(2500)) + "禾" * 450))
    names = [Mention(id=f"n{at}", label="PER", fragments=(Span(at, at + 1),)) for at in range(2950)]
    add_page(library, "many", text, annotations.replaced(mentions=tuple(names)))
    window = EntityIndexWindow(library, runner, tag_set=DEFAULT_TAG_SET)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window._model.rowCount() > 2500)
    qtbot.waitUntil(lambda: window._found.rowCount() == 200)
    assert window._found.place(0).quote == "禾"
    for expected in (400, 450):
        window._found.fetchMore()
        qtbot.waitUntil(lambda expected=expected: window._found.rowCount() == expected)
    assert not window._found.canFetchMore()


def test_names_are_written_as_a_table(window: EntityIndexWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "名称.csv"
    window.write_names(path)
    qtbot.waitUntil(path.exists)
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 4
    qtbot.waitUntil(lambda: "3 行" in window._status.text())


def _all(window: EntityIndexWindow) -> list[IndexedName]:
    window._names.selectAll()
    return window.chosen()
