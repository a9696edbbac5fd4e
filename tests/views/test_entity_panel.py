"""The page's entities grouped, and what one step does to a whole group."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit
from view_fakes import PAGE_TEXT, span_of

from cppcc_reader.core.editing.mention_commands import AddMention, SetNormalForm
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.views.entity_panel import EntityPanel
from cppcc_reader.views.entity_panel_forms import NormalFormFinder
from cppcc_reader.views.entity_panel_groups import EntityFilter, confident_suggestions, group_mentions
from cppcc_reader.views.entity_panel_model import COUNT, FORM, LABEL, NORMAL
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.theme import DARK, LIGHT

ORDER = [label.id for label in DEFAULT_TAG_SET.labels]


@pytest.fixture
def panel(qtbot, session) -> EntityPanel:
    second = PAGE_TEXT.rindex("高远")
    session.execute(AddMention(fragments=(Span(second, second + 2),), label="PER"))
    made = EntityPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.resize(360, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def _row(panel: EntityPanel, form: str) -> QModelIndex:
    model = panel._model
    return next(model.index(row, 0) for row in range(model.rowCount()) if model.index(row, FORM).data() == form)


def _choose(panel: EntityPanel, form: str) -> QModelIndex:
    index = _row(panel, form)
    panel._tree.setCurrentIndex(index)
    return index


def test_the_same_words_with_the_same_label_are_one_group(panel) -> None:
    index = _row(panel, "高远")
    assert index.siblingAtColumn(COUNT).data() == "2"
    assert index.siblingAtColumn(LABEL).data() == "人名"
    assert panel._model.rowCount(index) == 2
    assert "【高远】" in panel._model.index(0, 0, index).data()
    assert _row(panel, "陈青松").siblingAtColumn(COUNT).data() == "1"
    assert _row(panel, "县政协主席").siblingAtColumn(COUNT).data() == "1（1）"


def test_choosing_a_place_goes_there_and_enter_goes_round(panel, session, qtbot) -> None:
    index = _choose(panel, "高远")
    panel._tree.setCurrentIndex(panel._model.index(1, 0, index))
    assert session.selection.fragments[0].start == PAGE_TEXT.rindex("高远")
    qtbot.keyClick(panel._tree, Qt.Key.Key_Return)
    assert session.selection.fragments[0].start == PAGE_TEXT.index("高远")


def test_a_label_key_relabels_the_whole_group_in_one_step(panel, session, qtbot) -> None:
    _choose(panel, "高远")
    qtbot.keyClick(panel._tree, "3")
    assert {m.label for m in session.annotations.mentions if m.quote(PAGE_TEXT) == "高远"} == {"ORG"}
    session.undo()
    assert {m.label for m in session.annotations.mentions if m.quote(PAGE_TEXT) == "高远"} == {"PER"}


def test_a_suggestion_is_accepted_or_rejected_by_group(panel, session, qtbot) -> None:
    _choose(panel, "县政协主席")
    assert panel._accept.isEnabled()
    qtbot.mouseClick(panel._accept, Qt.MouseButton.LeftButton)
    assert session.annotations.mention("s1").origin is Origin.ACCEPTED
    session.undo()
    panel.refresh()
    _choose(panel, "县政协主席")
    qtbot.keyClick(panel._tree, Qt.Key.Key_R)
    assert ("ORG", "县政协主席") in session.annotations.rejected


def test_all_above_a_confidence_are_accepted_in_one_step(panel, session, qtbot) -> None:
    assert not panel._accept_confident.isEnabled()
    panel._least.setValue(70)
    assert panel._accept_confident.text() == "接受 1 个建议"
    qtbot.mouseClick(panel._accept_confident, Qt.MouseButton.LeftButton)
    assert session.annotations.mention("s1").origin is Origin.ACCEPTED


def test_a_normal_form_is_typed_for_the_group(panel, session) -> None:
    index = _row(panel, "县政协主席").siblingAtColumn(NORMAL)
    assert panel._model.flags(index) & Qt.ItemFlag.ItemIsEditable
    panel._model.setData(index, "清溪县政协主席")
    assert session.annotations.mention("s1").normal_form == "清溪县政协主席"
    panel.refresh()
    assert _row(panel, "县政协主席").siblingAtColumn(NORMAL).data() == "清溪县政协主席"


def test_the_column_of_normal_forms_shows_when_there_are_any_or_one_is_typed(panel, session, qtbot) -> None:
    assert panel._tree.isColumnHidden(NORMAL)
    _choose(panel, "县政协主席")
    qtbot.keyClick(panel._tree, Qt.Key.Key_F2)
    assert not panel._tree.isColumnHidden(NORMAL)
    editor = panel._tree.findChild(QLineEdit)
    editor.setText("清溪县政协主席")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.annotations.mention("s1").normal_form is not None)
    assert session.annotations.mention("s1").normal_form == "清溪县政协主席"


def test_the_menu_of_a_group_does_what_its_buttons_do(panel, session, qtbot) -> None:
    _choose(panel, "高远")
    menu = panel.group_menu()
    next(action for action in menu.actions() if action.text() == "删除").trigger()
    assert "高远" not in {mention.quote(PAGE_TEXT) for mention in session.annotations.mentions}


def test_normal_forms_are_proposed_and_taken_in_one_step(panel, session, qtbot) -> None:
    with qtbot.waitSignal(panel.normal_forms_wanted):
        qtbot.mouseClick(panel._forms, Qt.MouseButton.LeftButton)
    panel.show_proposals({"s1": "清溪县政协主席", "gone": "无"})
    assert _row(panel, "县政协主席").siblingAtColumn(NORMAL).data() == "清溪县政协主席"
    assert session.annotations.mention("s1").normal_form is None
    assert panel._forms.text() == "采用 1 个规范名"
    qtbot.mouseClick(panel._forms, Qt.MouseButton.LeftButton)
    assert session.annotations.mention("s1").normal_form == "清溪县政协主席"
    panel.refresh()
    assert panel._forms.text() == "找出简称的规范名"


def test_proposals_are_found_in_the_background(panel, session, qtbot) -> None:
    session.execute(AddMention(fragments=(span_of(PAGE_TEXT, "清溪县政协"),), label="ORG"))
    session.execute(AddMention(fragments=(Span(PAGE_TEXT.index("县政协主席"), PAGE_TEXT.index("主席")),), label="ORG"))
    runner = TaskRunner()
    gazetteer = Gazetteer(places={}, short_places={})
    NormalFormFinder(panel, session, runner, lambda: gazetteer)
    qtbot.mouseClick(panel._forms, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel._forms.text() == "采用 1 个规范名")
    assert _row(panel, "县政协").siblingAtColumn(NORMAL).data() == "清溪县政协"
    runner.close()


def test_the_list_follows_the_page_and_keeps_what_is_open(panel, session, qtbot) -> None:
    panel._tree.setExpanded(_choose(panel, "高远"), True)
    session.execute(AddMention(fragments=(span_of(PAGE_TEXT, "茶山村"),), label="LOC"))
    qtbot.waitUntil(lambda: panel._model.rowCount() == 4)
    assert panel._tree.isExpanded(_row(panel, "高远"))
    panel._words.setText("茶山")
    qtbot.waitUntil(lambda: panel._model.rowCount() == 1)
    panel._words.clear()
    panel._suggested.setChecked(True)
    assert panel._model.rowCount() == 1
    panel.set_theme(DARK)


def test_delete_removes_every_place_of_a_group(panel, session, qtbot) -> None:
    _choose(panel, "高远")
    qtbot.keyClick(panel._tree, Qt.Key.Key_Delete)
    assert "高远" not in {mention.quote(PAGE_TEXT) for mention in session.annotations.mentions}


def test_groups_come_by_label_then_by_number() -> None:
    text = "甲县乙人甲县"
    mentions = (
        Mention(id="1", label="PER", fragments=(Span(2, 4),)),
        Mention(id="2", label="LOC", fragments=(Span(0, 2),), origin=Origin.SUGGESTED, evidence=Evidence(0.9)),
        Mention(id="3", label="LOC", fragments=(Span(4, 6),), normal_form="甲县人民政府"),
    )
    groups = group_mentions(text, mentions, EntityFilter(), ORDER)
    assert [group.key for group in groups] == [("乙人", "PER"), ("甲县", "LOC")]
    assert groups[1].suggested == ("2",)
    assert groups[1].normal_form == "甲县人民政府"
    assert [g.form for g in group_mentions(text, mentions, EntityFilter(words="政府"), ORDER)] == ["甲县"]
    assert confident_suggestions(mentions, 0.9) == ("2",)
    assert confident_suggestions(mentions, 0.91) == ()


def test_it_says_what_was_done_to_several_places(panel, session, qtbot) -> None:
    told: list[str] = []
    session.message.connect(told.append)
    panel.show_proposals({"s1": "清溪县政协主席"})
    qtbot.mouseClick(panel._forms, Qt.MouseButton.LeftButton)
    panel._least.setValue(70)
    qtbot.mouseClick(panel._accept_confident, Qt.MouseButton.LeftButton)
    _choose(panel, "高远")
    qtbot.keyClick(panel._tree, Qt.Key.Key_Y)
    qtbot.keyClick(panel._tree, Qt.Key.Key_Delete)
    assert told == [
        "已给 1 处实体写下规范名",
        "已接受 1 个建议",
        "这一组里没有待判定的建议",
        "已删除 2 处“高远”",
    ]


def test_a_group_whose_places_mean_different_bodies_shows_all_normal_forms(panel, session) -> None:
    ids = [mention.id for mention in session.annotations.mentions if mention.quote(PAGE_TEXT) == "高远"]
    session.execute(SetNormalForm(ids=ids[:1], normal_form="高远（清溪）"))
    panel.refresh()
    assert not panel._tree.isColumnHidden(NORMAL)
    assert _row(panel, "高远").siblingAtColumn(NORMAL).data() == "高远（清溪）"
    session.execute(SetNormalForm(ids=ids[1:], normal_form="高远（南岭）"))
    panel.refresh()
    index = _row(panel, "高远").siblingAtColumn(NORMAL)
    assert index.data() == "高远（清溪）；高远（南岭）"
    assert not panel._model.setData(index, index.data()), "leaving the line as it is must not make them one"
