"""The window of all notes leads to places and to pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.span import Span
from cppcc_reader.storage.library import Library
from cppcc_reader.views.note_index_window import NoteIndexWindow
from cppcc_reader.views.task_runner import TaskRunner
from library_builder import add_page
from page_builder import build


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[NoteIndexWindow]:
    runner = TaskRunner()
    with Library.create(tmp_path / "文库.cppcc") as library:
        text, annotations = build(("a1", "headline", "茶乡春早"), ("a1", "body", "望澜市政办开会。"))
        notes = (
            Note(id="n1", kind=NoteKind.CORRECTION, span=Span(9, 10), text="协", author="甲"),
            Note(id="n2", kind=NoteKind.REMARK, span=Span(0, 2), text="看过了", author="乙", resolved=True),
        )
        for page_id in ("p1", "p2"):
            add_page(library, page_id, text, annotations.replaced(notes=notes))
        window = NoteIndexWindow(library, runner)
        qtbot.addWidget(window)
        qtbot.waitUntil(lambda: not runner.is_busy)
        yield window
        runner.close()


def _shown(window: NoteIndexWindow) -> list[tuple[str, str]]:
    return [(note.page_id, note.id) for note in window._notes]


def test_only_open_notes_are_listed_first(window: NoteIndexWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: _shown(window) == [("p1", "n1"), ("p2", "n1")])
    window._open_only.setChecked(False)
    qtbot.waitUntil(lambda: len(_shown(window)) == 4)
    window._author.setCurrentIndex(window._author.findData("乙"))
    qtbot.waitUntil(lambda: _shown(window) == [("p1", "n2"), ("p2", "n2")])


def test_a_note_opens_its_place_and_the_pages_behind(window: NoteIndexWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window._table.rowCount() == 2)
    with qtbot.waitSignal(window.place_chosen) as place:
        window._table.itemActivated.emit(window._table.item(1, 0))
    assert place.args == ["p2", Span(9, 10)]
    with qtbot.waitSignal(window.pages_chosen) as pages:
        window._show_pages.click()
    assert pages.args is not None
    assert pages.args[0] == ["p1", "p2"]


def test_all_notes_asked_for_are_written(window: NoteIndexWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window._open_only.setChecked(False)
    path = tmp_path / "批注.csv"
    window.write_table(path)
    qtbot.waitUntil(path.exists)
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 5
    qtbot.waitUntil(lambda: "4 行" in window._status.text())
