"""The reviewer's list: notes of all pages by kind, author, words and whether they are dealt with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.note_index import NoteQuery, notes_of, write_notes
from cppcc_reader.storage.library import Library
from library_builder import add_page, trash
from page_builder import build


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        text, annotations = build(("a1", "headline", "茶乡春早"), ("a1", "body", "望澜市政办开会。"))
        slip = text.index("办")
        notes = (
            Note(id="n1", kind=NoteKind.CORRECTION, span=Span(slip, slip + 1), text="协", author="甲"),
            Note(id="n2", kind=NoteKind.DOUBT, span=Span(0, 2), text="标题是否完整", author="乙"),
            Note(id="n3", kind=NoteKind.REMARK, span=Span(0, 2), text="已查ＯＣＲ", author="甲", resolved=True),
        )
        add_page(library, "p2", text, annotations.replaced(notes=notes[:1]), date="2023-08-02")
        add_page(library, "p1", text, annotations.replaced(notes=notes[1:]), date="2023-08-01")
        add_page(library, "p0", text, annotations.replaced(notes=notes[1:2]), date="2023-07-01")
        trash(library, "p0")
        yield library


def _ids(library: Library, query: NoteQuery) -> list[tuple[str, str]]:
    return [(note.page_id, note.id) for note in notes_of(library, query)]


def test_notes_come_by_date_without_the_trash(library: Library) -> None:
    assert _ids(library, NoteQuery()) == [("p1", "n2"), ("p1", "n3"), ("p2", "n1")]


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        (NoteQuery(open_only=True), ["n2", "n1"]),
        (NoteQuery(kind=NoteKind.CORRECTION), ["n1"]),
        (NoteQuery(author="甲"), ["n3", "n1"]),
        (NoteQuery(words="ocr"), ["n3"]),
        (NoteQuery(words="协"), ["n1"]),
        (NoteQuery(words="办"), ["n1"]),
        (NoteQuery(words="无此"), []),
    ],
)
def test_notes_are_filtered(library: Library, query: NoteQuery, wanted: list[str]) -> None:
    assert [note for _page, note in _ids(library, query)] == wanted


def test_pages_that_wait_for_the_reviewer(library: Library) -> None:
    assert library.notes.pages_with_open() == ["p1"]
    assert library.notes.authors() == ["乙", "甲"]


def test_a_table_of_corrections(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "勘误.csv"
    assert write_notes(path, notes_of(library, NoteQuery(kind=NoteKind.CORRECTION))) == 1
    row = path.read_text(encoding="utf-8-sig").splitlines()[1].split(",")
    assert row[:5] == ["勘误", "办", "协", "甲", "否"]
