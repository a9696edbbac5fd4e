import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from cppcc_reader.app import Application
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.segmentation.splitter import split_page
from cppcc_reader.formats.page_text import read_page_file
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.report_dialog import ReportDialog
from library_builder import NOW, trash

PAGES = {
    "甲.txt": "清溪县政协为茶山修路\n\n本报讯（记者 高远）清溪县政协近日到茶山村调研，委员们走了三里山路。\n",
    "乙.txt": "南岭市政协视察老旧小区\n\n本报讯（记者 田小禾）南岭市政协组织委员视察老旧小区改造，居民说好。\n",
}


@pytest.fixture
def page_files(tmp_path):
    folder = tmp_path / "版面"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def start(tmp_path, qtbot, monkeypatch):
    """Open a window on a library in a folder of the test's own; everything is closed again at the end."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    started = []
    before = (QApplication.palette(), QApplication.font(), QApplication.instance().styleSheet())

    def make(path=None, imports=(), **values):
        settings = UserSettings(tmp_path / f"settings{len(started)}.json")
        settings.set("language", "zh_CN")
        for name, value in values.items():
            settings.set(name, value)
        application = Application(QApplication.instance(), settings)
        started.append(application)
        assert application.open(path or tmp_path / "文库.cppcc", imports)
        return application.window

    make.last = lambda: started[-1]
    yield make
    for application in started:
        if application.window is not None:
            application.window.close()
            application.window.deleteLater()
        application.deleteLater()
    QApplication.setPalette(before[0])
    QApplication.setFont(before[1])
    QApplication.instance().setStyleSheet(before[2])


def imported(window, qtbot, count=2):
    qtbot.waitUntil(lambda: window.pages.total == count and not window.tasks.is_busy, timeout=20_000)


def test_an_empty_library_shows_where_to_begin(start):
    window = start()
    assert window.centre.currentWidget() is window.empty
    assert window.pages.total == 0
    # What needs a page is off; what begins the work is on.
    assert not window.registry.action("begin-article").isEnabled()
    assert not window.registry.action("finish-and-next").isEnabled()
    assert window.registry.action("import-files").isEnabled()


def test_files_named_at_the_start_are_imported_and_the_first_is_opened(start, page_files, qtbot):
    window = start(imports=[page_files])
    imported(window, qtbot)
    assert window.centre.currentWidget() is window.splitter
    assert window.session.record is not None
    assert window.session.record.page.source.name in window.windowTitle()
    assert window.source.toPlainText() == window.session.text
    assert window.registry.action("begin-article").isEnabled()


def test_edits_are_saved_at_once_and_undone_after_a_restart(start, page_files, tmp_path, qtbot):
    window = start(imports=[page_files])
    imported(window, qtbot)
    page_id, before = window.session.page_id, window.session.annotations
    window.source.setFocus()
    window.source.step_block(1)
    qtbot.keyClick(window.source, Qt.Key.Key_F)
    after = window.session.annotations
    assert after != before
    assert window.statusBar().saved_words().startswith("已保存")
    window.close()

    window = start()
    window.page_flow.open(page_id)
    assert window.session.annotations == after
    window.registry.trigger("undo")
    undone = window.session.annotations
    assert (undone.articles, undone.furniture) == (before.articles, before.furniture)
    window.registry.trigger("redo")
    assert window.session.annotations == after


def test_the_page_open_last_is_open_again(start, page_files, qtbot):
    window = start(imports=[page_files])
    imported(window, qtbot)
    window.registry.trigger("next-page")
    page_id, settings = window.session.page_id, window.workspace.settings
    window.close()
    window = start(last_page=settings.get("last_page"))
    assert window.session.page_id == page_id


def test_the_caret_is_where_it_was_when_the_window_was_closed(start, page_files, qtbot):
    window = start(imports=[page_files])
    imported(window, qtbot)
    caret = window.session.annotations.articles[-1].segments[-1].start + 1
    window.session.select(Selection(caret=caret))
    start.last().reopen()
    again = start.last().window
    assert again.session.selection.caret == caret
    assert again.source.textCursor().position() > 0


def test_a_language_nobody_knows_is_no_obstacle(start):
    assert start(language="tlh").isVisible()


def test_an_accident_is_logged_and_told_without_a_traceback(start, allow_logs, qtbot):
    allow_logs("unexpected error")
    window = start()
    try:
        raise ZeroDivisionError("division by zero")
    except ZeroDivisionError as error:
        start.last().take_accident(type(error), error, error.__traceback__)
    assert "ZeroDivisionError" in window.statusBar().message()
    assert "Traceback" not in window.statusBar().message()


def test_finishing_a_page_goes_on_to_the_next_that_needs_a_person(start, page_files, qtbot):
    window = start(imports=[page_files])
    imported(window, qtbot)
    first = window.session.page_id
    window.registry.trigger("finish-and-next")
    second = window.session.page_id
    assert second != first
    assert "已完成" in window.statusBar().message()
    assert window.pages.page_at(window.pages.row_of(first)).state is PageState.FINISHED
    window.registry.trigger("finish-and-next")
    assert window.session.page_id == second
    assert "没有待处理" in window.statusBar().message()


def test_a_second_window_on_the_library_is_read_only_and_says_so(start, page_files, tmp_path, qtbot):
    first = start(imports=[page_files])
    imported(first, qtbot)
    second = start()
    assert second.session.read_only
    assert "只读" in second.windowTitle()
    assert second.statusBar().message()
    before = second.session.annotations
    second.source.step_block(1)
    qtbot.keyClick(second.source, Qt.Key.Key_F)
    assert second.session.annotations == before
    assert not second.registry.action("undo").isEnabled()


def test_a_file_that_is_no_library_is_refused_in_words(tmp_path, qtbot, monkeypatch):
    path = tmp_path / "假的.cppcc"
    path.write_text("这不是文库", encoding="utf-8")
    application = Application(QApplication.instance(), UserSettings(tmp_path / "settings.json"))
    said = []
    monkeypatch.setattr(application, "_say", lambda title, words: said.append(words))
    assert not application.open(path)
    assert said
    assert path.read_text(encoding="utf-8") == "这不是文库"
    application.deleteLater()


def test_dropped_files_are_looked_at_and_imported(start, page_files, qtbot, monkeypatch):
    window = start()
    looked = []
    monkeypatch.setattr(window.imports, "look_at", lambda paths, **_: looked.append(paths))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page_files))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, none))
    assert looked == [[page_files]]


def test_refused_files_are_reported_and_the_rest_is_imported(start, page_files, qtbot):
    (page_files / "空.txt").write_bytes(b"")
    window = start(imports=[page_files])
    imported(window, qtbot)
    qtbot.waitUntil(lambda: bool(window.findChildren(ReportDialog)))
    [report] = window.findChildren(ReportDialog)
    assert "空.txt" in report.findChild(QPlainTextEdit).toPlainText()
    report.accept()


def test_a_narrow_window_folds_the_page_list(start, qtbot):
    window = start()
    window.resize(1500, 800)
    qtbot.waitUntil(lambda: not window.page_list.is_folded)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.page_list.is_folded)
    window.registry.trigger("toggle-pages")
    assert not window.page_list.is_folded


def test_panes_and_theme_are_remembered(start, tmp_path):
    window = start()
    window.resize(1500, 800)
    window.registry.trigger("theme-dark")
    assert window.theme.name == "dark"
    assert window.workspace.settings.get("theme") == "dark"
    window.close()
    assert window.workspace.settings.get("geometry")


def test_every_action_of_the_window_has_a_name_and_every_widget_one_for_screen_readers(start, page_files, qtbot):
    window = start(imports=[page_files])
    imported(window, qtbot)
    for spec in window.registry.bound_specs():
        assert window.registry.action(spec.id).text()
    for widget in (
        window.source,
        window.source.margin,
        window.articles,
        window.page_list.view,
        window.page_list.filter,
    ):
        assert widget.accessibleName()


def test_the_panes_are_reached_one_after_the_other_by_f6(start, page_files, qtbot):
    window = start(imports=[page_files])
    imported(window, qtbot)
    window.activateWindow()
    window.source.setFocus()
    window.registry.trigger("focus-next-pane")
    qtbot.waitUntil(lambda: window.articles.hasFocus() or window.articles.isAncestorOf(QApplication.focusWidget()))
    window.registry.trigger("focus-next-pane")
    qtbot.waitUntil(window.page_list.view.hasFocus)


def test_the_trash_keeps_a_page_that_left_the_list(start, page_files, qtbot, tmp_path):
    window = start(imports=[page_files])
    imported(window, qtbot)
    page_id = window.session.page_id
    trash(window.workspace.library, page_id)
    window.page_flow.load()
    assert window.pages.row_of(page_id) is None
    window.close()
    with Library.open(tmp_path / "文库.cppcc") as library:
        assert page_id in library.pages.ids(include_trashed=True)


def test_going_to_another_library_closes_the_first(start, page_files, qtbot, tmp_path):
    window = start(imports=[page_files])
    imported(window, qtbot)
    window.close()
    shutil.copy(tmp_path / "文库.cppcc", tmp_path / "另一个.cppcc")
    other = start(Path(tmp_path / "另一个.cppcc"))
    assert other.pages.total == len(PAGES)
    assert not other.session.read_only


def test_panels_that_were_open_are_open_again(start, page_files, qtbot):
    window = start(imports=[page_files])
    imported(window, qtbot)
    assert window.flows.panels.shown() == []
    window.registry.trigger("toggle-inspector")
    start.last().reopen()
    again = start.last().window
    assert again is not window
    assert again.flows.panels.shown() == ["toggle-inspector"]
    assert again.registry.action("toggle-inspector").isChecked()


def store(library, name, text):
    file = library.path.with_name(name)
    file.write_text(text, encoding="utf-8")
    page = read_page_file(file)
    library.pages.add(PageRecord(page=page.page, annotations=split_page(page.page.text)), page.original, NOW)


def test_a_page_that_arrives_later_but_stands_first_is_opened_unless_somebody_reads(start):
    window = start()
    library = window.workspace.library
    for name in ("清溪报_2031-05-03.txt", "清溪报_2031-05-02.txt"):
        store(library, name, f"{name} 清溪县政协为茶山修路。")
        window.page_flow.load()
        assert window.session.record.page.source.name == name
    QTest.keyClick(window.source, Qt.Key.Key_Right)
    store(library, "清溪报_2031-05-01.txt", "南岭市政协视察老旧小区。")
    window.page_flow.load()
    assert window.session.record.page.source.name == "清溪报_2031-05-02.txt"


def test_a_file_named_at_the_start_is_shown(start, page_files, qtbot):
    window = start(imports=[page_files / "甲.txt"])
    imported(window, qtbot, 1)
    window.close()
    again = start(imports=[page_files / "乙.txt"])
    qtbot.waitUntil(lambda: again.session.record is not None and again.session.record.page.source.name == "乙.txt")
    imported(again, qtbot, 2)
    again.close()
    third = start(imports=[page_files / "甲.txt"])
    qtbot.waitUntil(lambda: third.session.record.page.source.name == "甲.txt")
    imported(third, qtbot, 2)
