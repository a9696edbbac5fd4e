"""The history names and dates the steps, and goes to any of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cppcc_reader.core.editing.filing_commands import Assign, SetTrashed
from cppcc_reader.core.editing.segment_commands import JoinWithPrevious, SetRole
from cppcc_reader.core.model.page import PageFiling
from cppcc_reader.core.model.role import Role
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.history_panel import HistoryPanel
from cppcc_reader.views.theme import DARK, LIGHT
from cppcc_reader.views.workspace import Workspace
from library_builder import add_page
from page_builder import build


@pytest.fixture
def panel(qtbot, session) -> HistoryPanel:
    made = HistoryPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_steps_are_listed_as_they_are_made_and_a_click_goes_back(panel, session, qtbot) -> None:
    before = session.annotations
    session.execute(JoinWithPrevious(article_id="a2"))
    session.execute(SetRole(starts=(before.articles[0].segments[0].start,), role=Role.KICKER))
    words = [panel._list.item(row).text().split()[0] for row in range(panel._list.count())]
    assert words == ["最初的样子", "合并文章", "更改角色"]
    assert panel._list.currentRow() == 2
    first = panel._list.visualItemRect(panel._list.item(0)).center()
    qtbot.mouseClick(panel._list.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert session.annotations == before


def test_the_steps_of_the_library_are_taken_back_one_by_one(qtbot, tmp_path) -> None:
    with Library.create(tmp_path / "a.cppcc") as library:
        for page_id in ("p1", "p2"):
            add_page(library, page_id, *build(("a1", "headline", "新桥"), ("a1", "body", "桥修好了。")))
        session = Workspace.over(library, UserSettings(tmp_path / "settings.json")).session
        session.open_page("p1")
        panel = HistoryPanel(session, LIGHT)
        qtbot.addWidget(panel)
        panel.show()
        session.file({"p1": Assign("李明"), "p2": Assign("李明")}, "分派版面")
        session.file({"p2": SetTrashed()}, "移到回收站")
        assert not panel._button.isVisible()
        panel._scope.setCurrentIndex(1)
        words = [panel._list.item(row).text().split("\n") for row in range(panel._list.count())]
        assert [(name.split()[0], where) for name, where in words] == [
            ("移到回收站", "p2.txt"),
            ("分派版面", "2 个版面"),
        ]
        assert not panel._button.isEnabled()
        panel._list.setCurrentRow(1)
        assert panel._button.text() == "撤销这一步"
        panel._button.click()
        assert library.pages.filing("p2") == PageFiling(trashed=True)
        assert "已撤销" in panel._list.item(1).text()
        panel._list.setCurrentRow(1)
        assert panel._button.text() == "重做这一步"
        panel._button.click()
        assert library.pages.filing("p2") == PageFiling(assignee="李明", trashed=True)


def test_enter_jumps_too_and_a_hidden_panel_asks_nothing(panel, session, qtbot) -> None:
    session.execute(JoinWithPrevious(article_id="a2"))
    panel._list.setCurrentRow(0)
    qtbot.keyClick(panel._list, Qt.Key.Key_Return)
    assert len(session.annotations.articles) == 3
    panel.hide()
    session.execute(JoinWithPrevious(article_id="a2"))
    assert panel._list.count() == 1
    panel.set_theme(DARK)
    panel.show()
    assert panel._list.count() == 2
