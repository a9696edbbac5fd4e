"""The export dialog shows what will be written, leads to what is doubtful, writes, and can be stopped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.services.export_options import SplitBy, What
from cppcc_reader.storage.library import Library
from cppcc_reader.views.export_dialog import ExportDialog
from cppcc_reader.views.export_form import ExportForm
from cppcc_reader.views.task_runner import TaskRunner
from library_builder import add_page
from page_builder import build


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        text, annotations = build(("a1", "headline", "茶乡春早"), ("a1", "body", "茶农说茶。"))
        add_page(library, "p1", text, annotations.replaced(state=PageState.FINISHED))
        text, annotations = build(("a1", "body", "河堤已成。"))
        article = annotations.articles[0]
        doubtful = replace(article.segments[0], link_evidence=Evidence(0.3, "上段句子未完"))
        add_page(library, "p2", text, annotations.replaced(articles=(replace(article, segments=(doubtful,)),)))
        yield library


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


@pytest.fixture
def dialog(library: Library, runner: TaskRunner, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(library, runner, tag_set=DEFAULT_TAG_SET)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog._preview.toPlainText() != "")
    return dialog


def test_the_first_record_is_shown_as_it_will_be_written(dialog: ExportDialog, qtbot: QtBot) -> None:
    assert "cppcc-reader/page" in dialog._preview.toPlainText()
    dialog._form.choose_format("conll")
    qtbot.waitUntil(lambda: "B-" in dialog._preview.toPlainText() or "\tO" in dialog._preview.toPlainText())


def test_an_item_of_the_list_leads_to_its_place(dialog: ExportDialog, qtbot: QtBot) -> None:
    rows = [dialog._items.item(row) for row in range(dialog._items.count())]
    doubt = next(row for row in rows if isinstance(row, QListWidgetItem) and "上段句子未完" in row.text())
    with qtbot.waitSignal(dialog.place_chosen) as caught:
        dialog._items.itemActivated.emit(doubt)
    assert caught.args is not None
    assert caught.args[0] == "p2"
    assert caught.args[1].start == 0


def test_the_data_set_is_written(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.export_to(tmp_path / "out")
    qtbot.waitUntil(lambda: "已导出 2 条记录" in dialog._status.text())
    assert json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert dialog._go.isEnabled()


def test_cancelled_leaves_nothing(dialog: ExportDialog, runner: TaskRunner, qtbot: QtBot, tmp_path: Path) -> None:
    release = Event()
    runner.run(lambda _context: release.wait(5), done=lambda _answer: None)
    dialog.export_to(tmp_path / "out")
    dialog.reject()
    release.set()
    qtbot.waitUntil(dialog._go.isEnabled)
    assert "已取消" in dialog._status.text()
    assert not (tmp_path / "out").exists()


def test_the_form_asks_for_what_the_format_knows(qtbot: QtBot) -> None:
    form = ExportForm(["p1"])
    qtbot.addWidget(form)
    form.choose_format("pages")
    assert form._unit.count() == 1
    form.choose_format("doccano")
    form._what.setCurrentIndex(2)
    form._divide.click()
    form._by.setCurrentIndex(1)
    form._only_chosen.click()
    form._states[PageState.GOLD].click()
    options = form.options()
    assert options.what is What.ENTITIES
    assert options.split is not None
    assert options.split.by is SplitBy.ISSUE
    assert options.pages.page_ids == frozenset({"p1"})
    assert options.pages.states == frozenset({PageState.GOLD})
