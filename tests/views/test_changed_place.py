"""Undo and redo choose what they changed, so that the views bring it into sight."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow
from view_fakes import PAGE_TEXT, span_of

from cppcc_reader.core.editing.mention_commands import AddMention
from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.role import Role
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.undo_actions import UndoActions


def _registry(session, qtbot) -> ActionRegistry:
    window = QMainWindow()
    qtbot.addWidget(window)
    registry = ActionRegistry(window)
    UndoActions(session, registry, window)
    return registry


def test_undo_and_redo_of_a_tag_lead_to_its_place(session, qtbot) -> None:
    registry = _registry(session, qtbot)
    place = span_of(PAGE_TEXT, "茶山村")
    session.execute(AddMention(fragments=(place,), label="LOC"))
    for action in ("undo", "redo"):
        session.select(Selection(caret=0))
        registry.action(action).trigger()
        assert session.selection.caret == place.start


def test_undo_of_a_role_leads_to_its_segment_and_article(session, qtbot) -> None:
    registry = _registry(session, qtbot)
    article = session.annotations.articles[-1]
    last = article.segments[-1]
    session.execute(SetRole(starts=(last.start,), role=Role.CAPTION))
    session.select(Selection(caret=0))
    registry.action("undo").trigger()
    assert session.selection == Selection(article_id=article.id, segment_starts=(last.start,), caret=last.start)
