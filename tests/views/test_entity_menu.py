"""The menu of entities is made from the label set and follows it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QMainWindow
from view_fakes import PAGE_TEXT, span_of

from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.entity_menu import EntityMenu
from cppcc_reader.views.mention_actions import MentionActions


def _menu(session, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    registry, mentions = ActionRegistry(window), MentionActions(session, window)
    mentions.bind_to(registry)
    registry.fill_menu_bar(window.menuBar())
    EntityMenu(session, registry, mentions.tag, window)
    return window


def _actions(window):
    (entity,) = [action.menu() for action in window.menuBar().actions() if action.text() == "实体"]
    return entity.actions()


def test_the_menu_begins_with_the_labels_and_their_keys(session, qtbot) -> None:
    window = _menu(session, qtbot)
    number = len(DEFAULT_TAG_SET.labels)
    assert [action.text() for action in _actions(window)[:2]] == ["标为人名\t1", "标为地名\t2"]
    assert _actions(window)[number].isSeparator()


def test_a_label_of_the_menu_tags_what_is_marked_and_relabels_what_is_at_the_caret(session, qtbot) -> None:
    window = _menu(session, qtbot)
    session.select(Selection(fragments=(span_of(PAGE_TEXT, "茶山村"),)))
    _actions(window)[1].trigger()
    found = next(m for m in session.annotations.mentions if m.quote(PAGE_TEXT) == "茶山村")
    assert found.label == "LOC"
    session.select(Selection(caret=found.start))
    _actions(window)[0].trigger()
    assert session.annotations.mention(found.id).label == "PER"


def test_the_menu_follows_the_label_set(session, qtbot) -> None:
    window = _menu(session, qtbot)
    law = replace(DEFAULT_TAG_SET.labels[0], id="LAW", name_zh="法规", key="8")
    session.set_tag_set(replace(DEFAULT_TAG_SET, labels=(*DEFAULT_TAG_SET.labels, law)))
    assert "标为法规\t8" in [action.text() for action in _actions(window)]


def test_what_a_shorter_mark_replaces_is_named_and_undo_brings_it_back(session, qtbot) -> None:
    mentions = MentionActions(session)
    whole = span_of(PAGE_TEXT, "茶山村")
    session.select(Selection(fragments=(whole,)))
    mentions.tag("ORG")
    session.select(Selection(fragments=(replace(whole, end=whole.end - 1),)))
    with qtbot.waitSignal(session.message) as told:
        mentions.tag("LOC")
    assert "茶山村" in told.args[0]
    session.undo()
    assert "茶山村" in [mention.quote(PAGE_TEXT) for mention in session.annotations.mentions]
