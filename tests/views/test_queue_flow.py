"""The queue narrowed to one's own pages and to those a reviewer was asked about; many pages assigned at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from test_main_window import imported, page_files, start

from cppcc_reader.core.editing.filing_commands import TRASH_STEP, SetTrashed
from cppcc_reader.core.editing.page_commands import AddNote, ResolveNote, SetState
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.backup import snapshots
from cppcc_reader.views.entity_index_window import EntityIndexWindow
from library_builder import assign

__all__ = ["page_files", "start"]


@pytest.fixture
def window(start, page_files, qtbot):
    made = start(imports=[page_files])
    imported(made, qtbot)
    return made


def listed(window):
    return [window.pages.page_at(row).id for row in range(window.pages.rowCount())]


@pytest.fixture
def previews(monkeypatch):
    """Agree to every preview; what was shown is kept."""
    shown = []
    monkeypatch.setattr("cppcc_reader.views.queue_flow.agreed", lambda *words: shown.append(words[-1]) or True)
    return shown


def answer(monkeypatch, words):
    monkeypatch.setattr("cppcc_reader.views.queue_flow.ask_choice", lambda *_, **_named: words)


def test_only_the_pages_listed_are_assigned(window, monkeypatch, previews, qtbot):
    answer(monkeypatch, "田小禾")
    every = listed(window)
    window.page_list.show_only(every[:1], "一版")
    window.registry.trigger("assign-listed")
    qtbot.waitUntil(lambda: window.workspace.library.pages.summary(every[0]).assignee == "田小禾")
    assert window.workspace.library.pages.summary(every[1]).assignee == ""
    assert previews == [[(window.workspace.library.pages.summary(every[0]).name, "（未分派）", "田小禾")]]


def test_many_pages_are_assigned_as_one_step_after_a_backup_and_a_preview(window, monkeypatch, previews, qtbot):
    answer(monkeypatch, "田小禾")
    pages = window.workspace.library.pages
    window.registry.trigger("assign-listed")
    qtbot.waitUntil(lambda: window.session.next_undo() is not None and not window.steps.is_busy)
    assert {page.assignee for page in pages.summaries()} == {"田小禾"}
    assert "分派版面" in [one.reason for one in snapshots(window.workspace.library.path)]
    assert len(previews[0]) == 2
    assert "2 个版面" in window.registry.action("undo").text()
    window.registry.trigger("undo")
    assert {page.assignee for page in pages.summaries()} == {""}
    window.registry.trigger("redo")
    assert {page.assignee for page in pages.summaries()} == {"田小禾"}


def test_a_preview_that_is_refused_changes_nothing(window, monkeypatch):
    answer(monkeypatch, "田小禾")
    monkeypatch.setattr("cppcc_reader.views.queue_flow.agreed", lambda *_words: False)
    window.registry.trigger("assign-listed")
    assert not window.steps.is_busy
    assert window.session.next_undo() is None


def test_the_pages_chosen_go_before_those_listed(window, monkeypatch, previews, qtbot):
    opened = window.session.page_id
    window.page_list.view.selectAll()
    qtbot.mouseClick(
        window.page_list.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        window.page_list.view.visualRect(window.pages.index(1)).center(),
    )
    assert window.session.page_id == opened
    assert window.page_list.chosen_or_listed() == listed(window), "one page alone is no choice of several"


def test_the_state_of_many_pages_is_one_step(window, monkeypatch, previews, qtbot):
    answer(monkeypatch, "已完成")
    pages = window.workspace.library.pages
    window.registry.trigger("state-listed")
    qtbot.waitUntil(lambda: {page.state for page in pages.summaries()} == {PageState.FINISHED})
    assert window.session.annotations.state is PageState.FINISHED
    window.session.undo()
    assert {page.state for page in pages.summaries()} == {PageState.NEW}


def test_a_page_in_the_trash_comes_back_by_undo(window, monkeypatch, qtbot):
    gone = window.session.page_id
    window.session.file({gone: SetTrashed()}, TRASH_STEP)
    assert window.session.page_id not in (gone, None)
    assert window.pages.row_of(gone) is None
    assert "移到回收站" in window.registry.action("undo").text()
    window.session.execute(SetState(state=PageState.GOLD))
    window.session.file({gone: SetTrashed(False)}, "取回版面")
    window.session.file({gone: SetTrashed()}, TRASH_STEP)
    for _step in range(3):
        window.registry.trigger("undo")
    assert window.pages.row_of(gone) is not None
    assert "定为金标准" in window.registry.action("undo").text(), "then comes what was done on the open page"
    window.registry.trigger("redo")
    assert window.pages.row_of(gone) is None
    assert gone not in window.workspace.library.pages.ids()


def test_all_pages_listed_go_to_the_trash_and_come_back(window, previews, qtbot):
    every = listed(window)
    window.registry.trigger("trash-listed")
    qtbot.waitUntil(lambda: window.pages.rowCount() == 0)
    assert window.session.page_id is None
    window.registry.trigger("undo")
    assert listed(window) == every


def test_a_step_with_pages_in_the_way_asks_and_leaves_them_out(window, monkeypatch, previews, qtbot):
    answer(monkeypatch, "田小禾")
    first, second = listed(window)
    window.registry.trigger("assign-listed")
    pages = window.workspace.library.pages
    qtbot.waitUntil(lambda: window.session.next_undo() is not None)
    assign(window.workspace.library, second, "何为民")
    window.page_flow.open(first)
    window.registry.trigger("undo")
    box = window.findChild(QMessageBox)
    assert pages.summary(second).name in box.informativeText()
    assert "分派版面" in box.informativeText()
    box.buttons()[0].click()
    assert (pages.summary(first).assignee, pages.summary(second).assignee) == ("", "何为民")


def test_only_my_pages_are_in_the_queue(window):
    every = listed(window)
    window.registry.trigger("my-pages")
    assert listed(window) == every
    assign(window.workspace.library, every[1], window.workspace.annotator)
    window.registry.trigger("my-pages")
    assert listed(window) == [every[1]]
    window.page_list.show_all()
    assert listed(window) == every


def test_a_reviewer_sees_the_pages_with_open_notes(window):
    every = listed(window)
    window.page_flow.open(every[1])
    window.session.execute(AddNote(kind=NoteKind.DOUBT, span=Span(0, 2), text="请复核"))
    window.registry.trigger("review-pages")
    assert listed(window) == [every[1]]
    window.session.execute(ResolveNote(id=window.session.annotations.notes[0].id, resolved=True))
    window.page_list.show_all()
    window.registry.trigger("review-pages")
    assert listed(window) == every


def test_the_menu_of_the_list_offers_them(window):
    offered = [action.text() for action in window.page_list._order.menu().actions()]
    assert "只看分派给我的版面" in offered


def test_a_name_in_the_reading_view_leads_to_the_index(window, qtbot):
    window.flows.reading.name_wanted.emit("清溪", "LOC")
    window.flows.reading.name_wanted.emit("茶山", "")
    (index,) = window.findChildren(EntityIndexWindow)
    assert index._field.text() == "茶山"
    qtbot.waitUntil(lambda: not window.reads.is_busy)
    index.close()
