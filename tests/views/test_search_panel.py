"""Searching while typing, filters, saved searches, tables; the index is made in the background."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.formats.table_csv import safe_cell
from cppcc_reader.services.saved_searches import save_search, saved_searches
from cppcc_reader.services.search import SearchService
from cppcc_reader.storage.library import Library
from cppcc_reader.views.item_models.search_model import HIT_ROLE
from cppcc_reader.views.search_indexer import SearchIndexer
from cppcc_reader.views.search_panel import SearchPanel
from cppcc_reader.views.task_runner import TaskRunner
from library_builder import add_page
from page_builder import build


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        for number in range(60):
            blocks = (("a1", "headline", f"茶乡第{number}期"), ("a1", "body", "农户说茶，＝1+1，茶香满园。"))
            add_page(library, f"p{number}", *build(*blocks), paper="云岭报", date=f"2023-08-{number % 28 + 1:02}")
        service = SearchService(library)
        while service.index_slice(20):
            pass
        yield library


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


@pytest.fixture
def panel(library: Library, runner: TaskRunner, qtbot: QtBot) -> Iterator[SearchPanel]:
    panel = SearchPanel(library, runner, tag_set=DEFAULT_TAG_SET)
    qtbot.addWidget(panel)
    panel.resize(420, 600)
    panel.show()
    yield panel
    panel.close()


def test_hits_come_while_typing_and_lead_to_their_place(panel: SearchPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel._field, "c3")
    panel._field.setText("满园")
    qtbot.waitUntil(lambda: panel._model.rowCount() == 50)
    assert "前 50 篇（还有更多）" in panel._status.text()
    with qtbot.waitSignal(panel.hit_chosen) as caught:
        qtbot.keyClick(panel._field, Qt.Key.Key_Return)
    hit = panel._model.index(0).data(HIT_ROLE)
    assert caught.args == [hit.page_id, "a1", hit.fragments]
    assert not panel.grab().isNull()


def test_the_end_of_the_list_brings_more(panel: SearchPanel, qtbot: QtBot) -> None:
    panel.look_for("满园")
    qtbot.waitUntil(lambda: panel._model.rowCount() == 50)
    panel._list.scrollToBottom()
    qtbot.waitUntil(lambda: panel._model.rowCount() == 60)
    assert panel._status.text().startswith("60 篇")


def test_filters_narrow_and_clearing_empties(panel: SearchPanel, qtbot: QtBot) -> None:
    panel.look_for("第7期")
    qtbot.waitUntil(lambda: panel._model.rowCount() == 1)
    panel._filters._since.setText("2023-09")
    qtbot.waitUntil(lambda: panel._model.rowCount() == 0)
    assert "没有找到" in panel._status.text()
    panel._filters._since.setText("")
    panel._field.clear()
    qtbot.waitUntil(lambda: "分栏切断" in panel._status.text())


def test_a_saved_search_comes_back_with_its_filters(panel: SearchPanel, library: Library, qtbot: QtBot) -> None:
    panel._filters._role.setCurrentIndex(1)
    panel._filters._variants.setChecked(True)
    panel._field.setText("茶乡")
    request = panel.request()
    assert Role.HEADLINE in request.roles
    save_search(library, "茶乡的标题", request)
    panel._filters._role.setCurrentIndex(0)
    panel.look_for("x")
    panel._fill_menu()
    panel._menu_button.menu().actions()[0].trigger()
    assert panel.request() == request == saved_searches(library)["茶乡的标题"]
    (forget,) = panel._menu_button.menu().findChildren(QMenu)
    forget.actions()[0].trigger()
    assert saved_searches(library) == {}


def test_the_pages_of_all_hits_are_offered_for_export(panel: SearchPanel, qtbot: QtBot) -> None:
    panel.look_for("满园")
    qtbot.waitUntil(lambda: panel._model.rowCount() == 50)
    with qtbot.waitSignal(panel.export_wanted) as caught:
        panel._export()
    assert caught.args is not None
    assert len(caught.args[0]) == 60


def test_all_hits_go_into_the_table(panel: SearchPanel, qtbot: QtBot, tmp_path: Path) -> None:
    panel.look_for("满园")
    qtbot.waitUntil(lambda: panel._model.rowCount() == 50)
    path = tmp_path / "查找.csv"
    panel.write_table(path)
    qtbot.waitUntil(lambda: "已把 60 篇" in panel._status.text())
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 61


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\t=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"
    assert safe_cell(-1) == -1


def test_pages_are_indexed_in_the_background(library: Library, runner: TaskRunner, qtbot: QtBot) -> None:
    add_page(library, "new", *build(("a1", "body", "新来的河堤。")))
    indexer = SearchIndexer(library, runner)
    with qtbot.waitSignal(indexer.waiting_changed, timeout=5000) as caught:
        indexer.wake()
    assert caught.args == [0]
    assert library.search.pending() == 0
    indexer.stop()
