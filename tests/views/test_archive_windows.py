"""The library by date, the index of names, and what pages are called: each leads to pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.page import PageMeta, PageState
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.services.meta_patterns import EXAMPLE
from cppcc_reader.storage.library import Library
from cppcc_reader.views.calendar_view import CalendarView
from cppcc_reader.views.entity_index_window import EntityIndexWindow
from cppcc_reader.views.library_window import LibraryWindow
from cppcc_reader.views.page_meta_dialog import PageMetaDialog
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.theme import LIGHT
from library_builder import add_page
from page_builder import build


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        for number, day in enumerate(("2023-08-01", "2023-08-01", "2022-05-06", None)):
            text, annotations = build(("a1", "headline", "茶乡春早"), ("a1", "body", "赵　政说茶。林晚秋写。"))
            start = text.index("赵")
            name = Mention(id="m1", label="PER", fragments=(Span(start, start + 3),))
            state = PageState.FINISHED if number == 0 else PageState.NEW
            add_page(
                library,
                f"p{number}",
                text,
                annotations.replaced(mentions=(name,), state=state),
                paper="云岭报" if day else None,
                date=day,
                page_no=str(number + 1) if day else None,
            )
        yield library


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


def test_the_tree_opens_from_newspaper_to_page(library: Library, qtbot: QtBot) -> None:
    window = LibraryWindow(library.pages.summaries(), LIGHT)
    qtbot.addWidget(window)
    tree = window._tree
    paper = tree.topLevelItem(0)
    assert paper is not None
    assert (paper.text(0), paper.text(1), paper.text(2)) == ("云岭报", "3", "1")
    item = paper
    names = []
    while item.childCount() or item.childIndicatorPolicy().value == 0:
        item.setExpanded(True)
        child = item.child(item.childCount() - 1)
        assert child is not None
        item = child
        names.append(item.text(0))
    assert names[:3] == ["2023", "2023-08", "2023-08-01"]
    assert names[3].startswith("第 2 版")
    with qtbot.waitSignal(window.page_chosen) as page:
        tree.itemActivated.emit(item, 0)
    assert page.args == ["p1"]
    with qtbot.waitSignal(window.pages_chosen) as pages:
        tree.itemActivated.emit(paper, 0)
    assert pages.args is not None
    assert sorted(pages.args[0]) == ["p0", "p1", "p2"]


def test_pages_without_a_date_stand_last(library: Library, qtbot: QtBot) -> None:
    window = LibraryWindow(library.pages.summaries(), LIGHT)
    qtbot.addWidget(window)
    unknown = window._tree.topLevelItem(1)
    assert unknown is not None
    assert unknown.text(0) == "报纸未知"
    unknown.setExpanded(True)
    years = unknown.child(0)
    assert years is not None
    assert years.text(0) == "日期未知"


def test_the_calendar_shows_days_and_how_far_they_are(library: Library, qtbot: QtBot) -> None:
    window = LibraryWindow(library.pages.summaries(), LIGHT)
    qtbot.addWidget(window)
    window.show_calendar()
    calendar = window._calendar
    assert window._year.itemText(0) == "2023"
    assert calendar.words_for(date(2023, 8, 1)) == "2023-08-01：2 个版面，已完成 1 个"
    cell = calendar._cell(date(2023, 8, 1)).center()
    with qtbot.waitSignal(window.pages_chosen) as caught:
        qtbot.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=cell)
    assert caught.args == [["p0", "p1"], "2023-08-01"]
    assert not calendar.grab().isNull()


def test_the_calendar_is_walked_by_keys(library: Library, qtbot: QtBot) -> None:
    calendar = CalendarView(LIGHT)
    qtbot.addWidget(calendar)
    calendar.show_year(2023, library.pages.summaries())
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    assert calendar.accessibleName().startswith("2023-08-08：没有版面")
    qtbot.keyClick(calendar, Qt.Key.Key_Up)
    with qtbot.waitSignal(calendar.day_chosen):
        qtbot.keyClick(calendar, Qt.Key.Key_Return)


def test_the_index_leads_to_places(library: Library, runner: TaskRunner, qtbot: QtBot) -> None:
    window = EntityIndexWindow(library, runner, tag_set=DEFAULT_TAG_SET)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window._found.rowCount() == 4)
    row = [window._model.index(0, column).data() for column in range(4)]
    assert row == ["赵政", "人名", "4", "2022-05-06 – 2023-08-01"]
    with qtbot.waitSignal(window.place_chosen) as caught:
        window._places.activated.emit(window._found.index(3))
    assert caught.args is not None
    assert caught.args[2] == (Span(6, 9),)
    window.look_for("没有这人")
    qtbot.waitUntil(lambda: window._status.text() == "没有这样的实体。")


def test_names_are_recognised_and_typed_for_many(library: Library, qtbot: QtBot) -> None:
    dialog = PageMetaDialog(library.pages.summaries(), [EXAMPLE])
    qtbot.addWidget(dialog)
    assert dialog.changed() == {}
    assert not dialog._write.isEnabled()
    dialog._paper.setText("江城报")
    dialog._table.selectRow(3)
    dialog._fill_selected.click()
    assert dialog.changed() == {"p3": PageMeta(paper="江城报")}
    dialog._patterns.setPlainText("{报纸}")
    dialog._recognise.click()
    assert dialog.changed()["p3"] == PageMeta(paper="p3")
    dialog._patterns.setPlainText("{作者}")
    dialog._recognise.click()
    assert "不认识" in dialog._problem.text()


def test_a_wrong_date_cannot_be_written(library: Library, qtbot: QtBot) -> None:
    dialog = PageMetaDialog(library.pages.summaries(), [EXAMPLE])
    qtbot.addWidget(dialog)
    item = dialog._table.item(0, 2)
    assert item is not None
    item.setText("2023-8-1")
    assert "2023-8-1" in dialog._problem.text()
    assert not dialog._write.isEnabled()
