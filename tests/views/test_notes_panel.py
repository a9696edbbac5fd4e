"""Notes are listed, filtered, gone to, edited, resolved and removed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from view_fakes import PAGE_TEXT, span_of

from cppcc_reader.core.editing.page_commands import AddNote
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.views.notes_panel import NotesPanel
from cppcc_reader.views.theme import DARK, LIGHT


@pytest.fixture
def panel(qtbot, session) -> NotesPanel:
    made = NotesPanel(session, LIGHT)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    session.execute(AddNote(kind=NoteKind.REMARK, span=span_of(PAGE_TEXT, "何为民"), text="核对姓名"))
    session.execute(AddNote(kind=NoteKind.CORRECTION, span=span_of(PAGE_TEXT, "晒场"), text="晒谷场"))
    return made


def _point(panel: NotesPanel, row: int):
    return panel._list.visualItemRect(panel._list.item(row)).center()


def test_a_click_goes_to_the_place(panel, session, qtbot) -> None:
    shown = [panel._list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert shown == ["晒场 → 晒谷场", "批注「何为民」核对姓名"]
    qtbot.mouseClick(panel._list.viewport(), Qt.MouseButton.LeftButton, pos=_point(panel, 1))
    assert session.selection.fragments == (span_of(PAGE_TEXT, "何为民"),)
    assert session.selection.article_id == "a1"


def test_the_filter_shows_one_kind_or_what_is_open(panel, session, qtbot) -> None:
    panel._kind.setCurrentIndex(panel._kind.findData(NoteKind.CORRECTION))
    assert panel._list.count() == 1
    panel._kind.setCurrentIndex(0)
    panel._list.item(0).setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: any(note.resolved for note in session.annotations.notes))
    panel._open_only.setChecked(True)
    assert panel._list.count() == 1


def test_words_are_edited_in_place_and_delete_removes(panel, session, qtbot) -> None:
    panel._list.item(1).setText("姓名已核对")
    qtbot.waitUntil(lambda: "姓名已核对" in {note.text for note in session.annotations.notes})
    panel._list.setCurrentRow(0)
    qtbot.keyClick(panel._list, Qt.Key.Key_Delete)
    assert [note.text for note in session.annotations.notes] == ["姓名已核对"]
    panel._list.setCurrentRow(0)
    qtbot.keyClick(panel._list, Qt.Key.Key_Return)
    assert session.selection.fragments
    panel.set_theme(DARK)


def test_an_empty_page_teaches(panel, session) -> None:
    session.close_page()
    assert not panel._hint.isHidden()
