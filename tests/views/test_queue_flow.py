"""The queue narrowed to one's own pages and to those a reviewer was asked about; many pages assigned at once."""

import pytest
from test_main_window import imported, page_files, start

from cppcc_reader.core.editing.page_commands import AddNote, ResolveNote
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.backup import snapshots
from cppcc_reader.views.entity_index_window import EntityIndexWindow

__all__ = ["page_files", "start"]


@pytest.fixture
def window(start, page_files, qtbot):
    made = start(imports=[page_files])
    imported(made, qtbot)
    return made


def listed(window):
    return [window.pages.page_at(row).id for row in range(window.pages.rowCount())]


def test_the_pages_listed_are_assigned_after_a_backup(window, monkeypatch, qtbot):
    monkeypatch.setattr("cppcc_reader.views.queue_flow.ask_choice", lambda *_, **_named: "田小禾")
    every = listed(window)
    window.page_list.show_only(every[:1], "一版")
    window.registry.trigger("assign-listed")
    qtbot.waitUntil(lambda: window.workspace.library.pages.summary(every[0]).assignee == "田小禾")
    assert window.workspace.library.pages.summary(every[1]).assignee == ""
    assert "分派版面" in [one.reason for one in snapshots(window.workspace.library.path)]


def test_only_my_pages_are_in_the_queue(window):
    every = listed(window)
    window.registry.trigger("my-pages")
    assert listed(window) == every
    window.workspace.library.pages.set_assignee(every[1], window.workspace.annotator)
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
    qtbot.waitUntil(lambda: not window.tasks.is_busy)
    index.close()
