"""The inspector shows what is chosen, why, and carries other readings out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QPushButton

from cppcc_reader.core.editing.segment_commands import TakeAlternative
from cppcc_reader.core.model.role import Role
from cppcc_reader.resource_paths import resource
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.editing_actions import EditingActions
from cppcc_reader.views.inspector import Inspector
from cppcc_reader.views.inspector_guidelines import load_role_guidelines
from cppcc_reader.views.page_keys import PageKeys
from cppcc_reader.views.percent import percent
from cppcc_reader.views.theme import DARK, LIGHT


@pytest.fixture
def inspector(qtbot, session) -> Inspector:
    window = QMainWindow()
    qtbot.addWidget(window)
    registry = ActionRegistry(window)
    EditingActions(session, window).bind_to(registry)
    keys = PageKeys(session, registry, tag=lambda _label: None, parent=window)
    made = Inspector(session, LIGHT, keys=lambda event: keys.handle(event, keys))
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def _choose(session, article_id: str, index: int) -> int:
    start = session.annotations.article(article_id).segments[index].start
    session.select(Selection(article_id=article_id, segment_starts=(start,), caret=start))
    return start


def _buttons(inspector: Inspector) -> list[QPushButton]:
    return [button for button in inspector.findChildren(QPushButton) if button.isVisible()]


def test_it_lists_the_chosen_article_in_reading_order_with_roles_and_doubts(inspector, session) -> None:
    _choose(session, "a1", 3)
    rows = inspector._model.rows
    assert [row.segment.role for row in rows] == [Role.HEADLINE, Role.DATELINE, Role.BODY, Role.BODY]
    assert rows[3].doubt_words == "上段句子未完 62%"
    assert inspector._list.currentIndex().row() == 3
    assert "上段句子未完" in inspector._evidence.text()
    assert "正文" in inspector._guideline.text()


def test_a_row_chosen_with_the_keyboard_is_chosen_everywhere(inspector, session, qtbot) -> None:
    _choose(session, "a1", 0)
    with qtbot.waitSignal(session.selection_changed) as heard:
        qtbot.keyClick(inspector._list, Qt.Key.Key_Down)
    assert heard.args[1] is inspector
    assert session.selection.segment_starts == (session.annotations.article("a1").segments[1].start,)


def test_a_doubt_is_confirmed_with_a_button(inspector, session, qtbot) -> None:
    start = _choose(session, "a1", 3)
    qtbot.mouseClick(_buttons(inspector)[0], Qt.MouseButton.LeftButton)
    assert session.annotations.segment_at(start)[1].checked
    assert [button.text() for button in _buttons(inspector)] != ["确认无误"]


def test_the_second_best_reading_is_taken_with_a_button(inspector, session, qtbot) -> None:
    _choose(session, "a1", 3)
    begin = next(button for button in _buttons(inspector) if button.text() == "另起一篇 30%")
    qtbot.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert len(session.annotations.articles) == 4


def test_keys_in_the_list_set_the_role_and_the_order(inspector, session, qtbot) -> None:
    start = _choose(session, "a2", 1)
    qtbot.keyClick(inspector._list, "2")
    assert session.annotations.segment_at(start)[1].role is Role.HEADLINE
    qtbot.keyClick(inspector._list, "[")
    assert session.annotations.article("a2").segments[0].start == start
    doubtful = _choose(session, "a1", 3)
    qtbot.keyClick(inspector._list, Qt.Key.Key_Space)
    assert session.annotations.segment_at(doubtful)[1].checked


def test_all_single_keys_count_in_the_list_and_tab_leaves_it(inspector, session, qtbot) -> None:
    start = _choose(session, "a2", 1)
    qtbot.keyClick(inspector._list, "f")
    assert session.annotations.segment_at(start)[0] is None
    _choose(session, "a1", 0)
    qtbot.keyClick(inspector._list, "j")
    assert session.selection.segment_starts == (session.annotations.article("a1").segments[1].start,)
    before = session.selection
    qtbot.keyClick(inspector._list, Qt.Key.Key_Tab)
    assert session.selection == before


def test_furniture_and_nothing(inspector, session) -> None:
    banner = session.annotations.furniture[0]
    session.select(Selection(segment_starts=(banner.start,), caret=banner.start))
    assert inspector._title.text() == "版面附件"
    session.select(Selection())
    assert inspector._model.rows == []
    assert "点一下" in inspector._facts.text()
    inspector.set_theme(DARK)
    inspector.grab()


def test_every_role_has_a_guideline_in_both_languages() -> None:
    guidelines = load_role_guidelines(resource("guidelines", "roles.toml"))
    assert set(guidelines) == set(Role)
    assert all(rule.words(english=True) != rule.words(english=False) for rule in guidelines.values())


def test_the_article_title_carries_its_key(inspector, session) -> None:
    _choose(session, "a3", 0)
    assert inspector._title.text().startswith(session.keys["a3"].upper())


def test_a_reading_that_was_taken_is_not_offered_again(inspector, session) -> None:
    start = _choose(session, "a1", 3)
    session.execute(TakeAlternative(start=start))
    article, _segment = session.annotations.segment_at(start)
    session.select(Selection(article_id=article.id, segment_starts=(start,), caret=start))
    assert not [button.text() for button in _buttons(inspector) if "另起一篇" in button.text()]


def test_a_doubt_just_below_the_threshold_does_not_read_as_the_threshold() -> None:
    assert [percent(share) for share in (0.7999, 0.8, 0.29, 1.0, 0.0)] == ["79%", "80%", "29%", "100%", "0%"]
