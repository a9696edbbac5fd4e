"""What opens beside the three panes: panels, search, reading view, settings, dialogs."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDockWidget
from test_main_window import imported, page_files, start

from cppcc_reader.core.editing.page_commands import AddNote
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.backup import snapshots
from cppcc_reader.views.backup_actions import BackupActions
from cppcc_reader.views.note_dialog import NoteDialog
from cppcc_reader.views.note_index_window import NoteIndexWindow
from cppcc_reader.views.report_dialog import ReportDialog

__all__ = ["page_files", "start"]


@pytest.fixture
def window(start, page_files, qtbot):
    made = start(imports=[page_files])
    imported(made, qtbot)
    return made


def shown_docks(window):
    return {dock.objectName() for dock in window.findChildren(QDockWidget) if dock.isVisible()}


@pytest.mark.parametrize("action_id", ["toggle-inspector", "toggle-entities", "toggle-notes", "history"])
def test_a_panel_slides_in_when_asked_and_out_again(window, action_id):
    assert shown_docks(window) == set()
    window.registry.trigger(action_id)
    assert shown_docks(window) == {action_id}
    window.registry.trigger(action_id)
    assert shown_docks(window) == set()


@pytest.mark.parametrize("action_id", ["toggle-inspector", "toggle-entities", "toggle-notes", "history"])
def test_a_panel_is_never_narrower_than_its_words(window, action_id):
    window.registry.trigger(action_id)
    panel = window.findChild(QDockWidget, action_id).widget()
    assert panel.minimumWidth() >= panel.minimumSizeHint().width()


def test_a_panel_asked_for_after_the_search_shares_its_place(window):
    window.registry.trigger("find")
    window.registry.trigger("toggle-entities")
    search, entities = (window.findChild(QDockWidget, name) for name in ("search", "toggle-entities"))
    assert window.tabifiedDockWidgets(entities) == [search]


@pytest.mark.parametrize(("action_id", "name"), [("find", "search"), ("toggle-entities", "toggle-entities")])
def test_escape_leads_from_a_panel_back_to_the_page(window, action_id, name, qtbot):
    window.registry.trigger(action_id)
    panel = window.findChild(QDockWidget, name).widget()
    panel.setFocus()
    if not panel.isAncestorOf(window.focusWidget()):
        panel.focusNextChild()
    assert panel.isAncestorOf(window.focusWidget())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(window.source.hasFocus)


def test_panels_take_the_theme(window):
    window.registry.trigger("toggle-inspector")
    window.registry.trigger("theme-contrast")
    assert window.theme.name == "contrast"
    window.registry.trigger("theme-light")


def test_the_reading_view_takes_the_place_of_the_panes_and_escape_leaves_it(window, qtbot):
    window.registry.trigger("reading-view")
    assert window.flows.reading.is_shown
    assert window.registry.action("reading-view").isChecked()
    window.activateWindow()
    qtbot.keyClick(window.centre.currentWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.flows.reading.is_shown)
    assert window.source.hasFocus()
    assert window.centre.currentWidget() is window.splitter


def test_search_opens_in_a_panel_with_the_keyboard_in_its_line(window):
    window.registry.trigger("find")
    assert "search" in shown_docks(window)


def test_a_place_elsewhere_opens_its_page_and_is_chosen(window):
    first, second = (window.pages.page_at(row).id for row in range(2))
    window.page_flow.open(first)
    window.flows.places.show_span(second, Span(2, 5))
    assert window.session.page_id == second
    assert window.session.selection.fragments == (Span(2, 5),)
    article = window.session.annotations.articles[0]
    window.flows.places.show_article(f"{first}#{article.id}")
    assert window.session.page_id == first
    assert window.session.selection.article_id == article.id


def test_a_note_is_written_on_the_chosen_block(window, qtbot, monkeypatch):
    window.source.setFocus()
    window.source.step_block(1)
    monkeypatch.setattr(NoteDialog, "exec", lambda _dialog: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(NoteDialog, "text", property(lambda _dialog: "请核对"))
    qtbot.keyClick(window.source, Qt.Key.Key_N)
    [note] = window.session.annotations.notes
    assert note.text == "请核对"
    assert note.author == window.workspace.annotator
    assert window.source.look.notes == (note.span,)


def test_setting_a_page_aside_wants_a_reason(window, monkeypatch):
    answers = iter(["", "字迹不清"])
    monkeypatch.setattr("cppcc_reader.views.page_flow.ask_text", lambda *_, **_named: next(answers))
    page_id = window.session.page_id
    window.registry.trigger("set-aside")
    assert window.session.page_id == page_id
    assert "原因" in window.statusBar().message()
    window.registry.trigger("set-aside")
    assert window.pages.page_at(window.pages.row_of(page_id)).set_aside_reason == "字迹不清"


def test_a_doubt_is_flagged_by_one_key(window):
    window.source.setFocus()
    window.source.step_block(1)
    QTest.keyClick(window.source, Qt.Key.Key_Q)
    (note,) = window.session.annotations.notes
    assert (note.kind, note.text, note.author) == (NoteKind.DOUBT, "", window.workspace.annotator)
    assert "已标记存疑" in window.statusBar().message()


def test_a_correction_begins_with_what_is_printed(window, qtbot):
    dialog = NoteDialog("茶山", window, kind=NoteKind.CORRECTION)
    assert (dialog.kind, dialog.text) == (NoteKind.CORRECTION, "茶山")
    dialog._kinds.setCurrentIndex(0)
    assert dialog.text == ""
    dialog._field.setPlainText("请查")
    dialog._kinds.setCurrentIndex(2)
    assert dialog.text == "请查"
    dialog.deleteLater()


def test_a_page_is_assigned(window, monkeypatch):
    monkeypatch.setattr("cppcc_reader.views.page_flow.ask_choice", lambda *_, **_named: "田小禾")
    page_id = window.session.page_id
    window.registry.trigger("assign")
    assert window.workspace.library.pages.summary(page_id).assignee == "田小禾"
    assert window.pages.assignees() == ["田小禾"]


def test_splitting_again_is_one_step_that_can_be_undone(window, qtbot):
    window.source.setFocus()
    window.source.step_block(1)
    window.registry.trigger("furniture")
    changed = window.session.annotations
    window.registry.trigger("resplit")
    qtbot.waitUntil(lambda: not window.steps.is_busy, timeout=20_000)
    assert window.session.annotations.articles != changed.articles
    window.registry.trigger("undo")
    assert window.session.annotations.articles == changed.articles


def test_what_is_looked_up_does_not_wait_for_an_import(window, qtbot):
    gone_on = Event()
    window.tasks.run(lambda _context: gone_on.wait(30), done=lambda _answer: None)
    window.session.execute(AddNote(kind=NoteKind.DOUBT, span=Span(0, 2), text="请复核"))
    window.registry.trigger("library-notes")
    notes = window.findChild(NoteIndexWindow)
    qtbot.waitUntil(lambda: notes._table.rowCount() == 1, timeout=5_000)
    assert window.tasks.is_busy
    notes.close()
    gone_on.set()
    qtbot.waitUntil(lambda: not window.tasks.is_busy)


def test_a_window_that_stays_open_takes_the_backup_of_the_day(window, qtbot):
    folder = window.workspace.library.path
    backups = window.findChild(BackupActions)
    backups.take_daily()
    qtbot.waitUntil(lambda: not window.tasks.is_busy)
    assert [one.reason for one in snapshots(folder)] == ["每日"]
    backups.take_daily()
    qtbot.waitUntil(lambda: not window.tasks.is_busy)
    assert len(snapshots(folder)) == 1


def test_a_backup_is_taken_in_the_background(window, qtbot):
    window.registry.trigger("backup")
    qtbot.waitUntil(lambda: not window.tasks.is_busy, timeout=20_000)
    assert "已备份" in window.statusBar().message()


def test_larger_text_is_remembered(window):
    window.registry.trigger("zoom-in")
    assert window.workspace.settings.get("source_pixels") == 16
    assert window.source.document().defaultFont().pixelSize() == 16
    window.registry.trigger("zoom-reset")
    assert window.source.document().defaultFont().pixelSize() == 15


def test_the_context_menu_offers_what_can_be_done_here(window):
    texts = [action.text() for action in window.make_context_menu().actions()]
    assert any("另起一篇" in text for text in texts)
    assert "角色" in texts


def test_a_report_shows_every_line(qtbot):
    dialog = ReportDialog("导入结果", "未导入 1 版。", ["未导入 甲.txt：文件是空的"])
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "导入结果"
