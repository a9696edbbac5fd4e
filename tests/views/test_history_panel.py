"""The history names and dates the steps, and goes to any of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from cppcc_reader.core.editing.segment_commands import JoinWithPrevious, SetRole
from cppcc_reader.core.model.role import Role
from cppcc_reader.views.history_panel import HistoryPanel
from cppcc_reader.views.theme import DARK, LIGHT


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
