"""Reading, stepping, copying with the source, printing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from view_fakes import PAGE_TEXT, span_of

from cppcc_reader.core.editing.page_commands import AddNote
from cppcc_reader.core.editing.segment_commands import JoinWithPrevious
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.page import PageMeta
from cppcc_reader.views import print_jobs
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.article_cursor import TextCursor
from cppcc_reader.views.reading_shelf import ReadingShelf
from cppcc_reader.views.reading_style import Paper, ReadingStyle
from cppcc_reader.views.reading_view import ReadingView
from cppcc_reader.views.theme import DARK, LIGHT

META = PageMeta(paper="清溪报", date="2022-08-20", page_no="3")


@pytest.fixture
def view(qtbot, fake_service, make_session) -> ReadingView:
    record = fake_service.records["p1"]
    fake_service.records["p1"] = replace(record, page=replace(record.page, meta=META))
    session = make_session(fake_service)
    session.open_page("p1")
    made = ReadingView(session, LIGHT, style=ReadingStyle(entities=True))
    qtbot.addWidget(made)
    made.resize(1000, 420)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def session_told(view) -> list[str]:
    """What the reading view says in the status bar."""
    told: list[str] = []
    view._session.message.connect(told.append)
    return told


def test_breaks_are_mended_without_a_mark_and_the_contents_name_the_articles(view) -> None:
    shown = [paragraph.text for block in view._canvas.flow.blocks for paragraph in block.words.paragraphs]
    assert any("委员陈青松说" in text for text in shown)
    titles = [view._contents.item(row).text() for row in range(view._contents.count())]
    assert titles == ["清溪县政协为茶山修路", "秋收时节，茶山村的晒场上一片金黄。", "南岭市政协视察老旧小区"]


def test_keys_and_contents_go_from_article_to_article(view, qtbot) -> None:
    assert view._contents.currentRow() == 0
    qtbot.keyClick(view._canvas, Qt.Key.Key_J)
    assert view._contents.currentRow() == 1
    assert view._canvas.scrolled > 0
    qtbot.keyClick(view._canvas, Qt.Key.Key_K)
    assert view._contents.currentRow() == 0
    qtbot.keyClick(view._canvas, Qt.Key.Key_Space)
    assert view._canvas.scrolled > 200


def test_the_chosen_article_is_the_one_that_is_read_first(view) -> None:
    view.hide()
    view._session.select(Selection(article_id="a3", caret=PAGE_TEXT.index("南岭")))
    view.show()
    assert view._canvas.part_read().key == "p1#a3"


def test_a_hit_of_a_search_is_selected_and_in_sight(view) -> None:
    view._session.select(Selection(article_id="a3", fragments=(span_of(PAGE_TEXT, "老旧小区改造"),)))
    part, words = view._canvas.selected_part()
    assert (part.key, words) == ("p1#a3", "老旧小区改造")
    assert view._canvas.viewport().rect().contains(view._canvas.caret_box().center().toPoint())


def test_words_are_copied_with_the_source_line(view, qtbot) -> None:
    canvas = view._canvas
    block = canvas.flow.blocks[0]
    start = block.words.position_of(PAGE_TEXT.index("陈青"))
    canvas.set_cursor(TextCursor(block.key, start + 3, start))
    qtbot.keyClick(canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "陈青松"
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(canvas, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text() == "陈青松\n——《清溪报》2022年8月20日第3版"


def test_without_a_selection_the_whole_article_is_copied(view) -> None:
    assert view.copied_words(with_source=False).startswith("清溪县政协为茶山修路\n本报讯")


def test_an_entity_leads_to_its_index(view, qtbot) -> None:
    canvas = view._canvas
    block = canvas.flow.blocks[0]
    position = block.words.position_of(PAGE_TEXT.index("高远"))
    box = next(canvas.flow.layout_of(block).rects(position, position + 1))
    place = box.translated(canvas.flow.origin(block)).translated(canvas.card(block).left() + canvas.gutter, 0)
    with qtbot.waitSignal(view.entity_wanted) as heard:
        qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert heard.args == ["高远", "PER"]
    qtbot.mouseMove(canvas.viewport(), QPoint(3, 3))


def test_steps_past_the_page_ask_for_its_neighbour(view, qtbot) -> None:
    class Page:
        paper = date = page_no = None

        def __init__(self, name: str) -> None:
            self.id = self.name = name

    view._shelf = lambda: ReadingShelf([Page("p1"), Page("p2")])
    view.refresh()
    with qtbot.waitSignal(view.page_wanted) as heard:
        view._bar.page_step.emit(1)
    assert heard.args == ["p2"]
    view._canvas.go_to("p1#a3")
    view._contents.setCurrentRow(2)
    with qtbot.waitSignal(view.page_wanted):
        qtbot.keyClick(view._canvas, Qt.Key.Key_J)


def test_a_change_of_the_page_is_shown_and_styles_are_kept(view, qtbot) -> None:
    view._session.execute(JoinWithPrevious(article_id="a3"))
    assert view._contents.count() == 2
    with qtbot.waitSignal(view.style_changed):
        view.set_reading_style(ReadingStyle(paper=Paper.NIGHT, widened=False, contents=False, serif=False))
    assert view._contents.isHidden()
    view.set_theme(DARK)
    assert view._canvas.grab().toImage().pixelColor(5, 200).lightness() < 60
    view._session.close_page()
    assert view._canvas.part_read() is None
    assert view.copied_words(with_source=True) == ""


def test_article_and_page_are_saved_as_pdf_in_the_background(view, session_told, tmp_path: Path, qtbot) -> None:
    whole, one = tmp_path / "page.pdf", tmp_path / "article.pdf"
    view._jobs.save(view.print_job(whole_page=True), whole)
    assert view._jobs.is_busy, "the window does not wait for it"
    view._jobs.save(view.print_job(whole_page=False), one)
    qtbot.waitUntil(lambda: not view._jobs.is_busy)
    assert whole.read_bytes().startswith(b"%PDF")
    assert one.stat().st_size < whole.stat().st_size
    assert session_told[-1] == "已存为 article.pdf，共 1 页"


def test_a_pdf_that_cannot_be_written_is_said_and_leaves_nothing(
    view, session_told, tmp_path: Path, qtbot, allow_logs
) -> None:
    allow_logs("background work failed")
    path = tmp_path / "no such folder" / "x.pdf"
    view._jobs.save(view.print_job(whole_page=True), path)
    qtbot.waitUntil(lambda: not view._jobs.is_busy)
    assert "没有写出文件" in session_told[-1]
    assert not path.parent.exists()


def test_a_page_goes_to_the_printer_that_was_chosen(view, session_told, tmp_path: Path, qtbot, monkeypatch) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    monkeypatch.setattr(print_jobs, "ask_printer", lambda _parent, *, title: printer)
    view._bar.print_wanted.emit(True)
    qtbot.waitUntil(lambda: not view._jobs.is_busy)
    assert session_told[-1] == "已送去打印，共 1 页"
    assert (tmp_path / "printed.pdf").stat().st_size > 0


def test_closing_waits_for_a_pdf_that_is_being_written(view, tmp_path: Path) -> None:
    view._jobs.save(view.print_job(whole_page=True), tmp_path / "last.pdf")
    view.stop()
    assert (tmp_path / "last.pdf").exists()


def test_the_line_that_says_where_an_article_began_leads_there(qtbot, fake_service, make_session) -> None:
    record = fake_service.records["p1"]
    road, *others = record.annotations.articles
    first = record.annotations.replaced(articles=(replace(road, continues_to="p2#a1"), *others))
    second = record.annotations.replaced(articles=(replace(road, continued_from="p1#a1"), *others))
    fake_service.records["p1"] = replace(record, annotations=first)
    fake_service.records["p2"] = replace(record, page=replace(record.page, id="p2"), annotations=second)
    session = make_session(fake_service)
    session.open_page("p2")
    view = ReadingView(session, LIGHT, load=fake_service.record)
    view.page_wanted.connect(session.open_page)
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.show()
    canvas = view._canvas
    words = canvas._scene.place_words("p2#a1")
    assert words.startswith("上接")
    box = canvas._painter.place_box(canvas.card(canvas.flow.blocks[0]), words)
    assert canvas.place_at(box.center() - QPointF(box.width(), 0)) is None
    qtbot.mouseMove(canvas.viewport(), box.center().toPoint())
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert session.page_id == "p1"
    assert session.selection.article_id == "a1"
    # And on the first page, the part that stands on the other one leads back.
    box = canvas._painter.place_box(canvas.card(canvas.flow.blocks[1]), canvas._scene.place_words("p2#a1"))
    assert canvas.place_at(box.center())[1] == "a1"


def test_corrections_stand_in_the_words_on_request_and_in_what_is_copied(view, qtbot) -> None:
    session = view._session
    session.execute(AddNote(kind=NoteKind.CORRECTION, span=span_of(PAGE_TEXT, "修路"), text="铺路"))
    assert "清溪县政协为茶山修路" in view.copied_words(with_source=False)
    style = replace(view.style_, corrected=True)
    with qtbot.waitSignal(view.style_changed):
        view._bar.style_chosen.emit(style)
    assert view.copied_words(with_source=False).startswith("清溪县政协为茶山铺路\n本报讯")
    assert view._contents.item(0).text() == "清溪县政协为茶山铺路"
    session.select(Selection(article_id="a3", fragments=(span_of(PAGE_TEXT, "老旧小区改造"),)))
    assert view._canvas.part_read().key == "p1#a3"
    assert session.text == PAGE_TEXT
    assert ReadingStyle.from_settings(style.to_settings()) == style
