"""Notes, doubts and corrections of a whole library: for the reviewer, and as a list of slips of recognition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cppcc_reader.core.character_folding import fold_width
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.table_csv import write_table
from cppcc_reader.storage.library import Library

SHOWN = 2000
"""Notes listed; whoever looks for more narrows the search."""
HEADER = ("种类", "原文", "内容（勘误：应作）", "作者", "已解决", "报纸", "日期", "文件", "起", "止", "版面编号")
KIND_NAMES_ZH = {NoteKind.REMARK: "批注", NoteKind.DOUBT: "存疑", NoteKind.CORRECTION: "勘误"}
_ALL = 2**31


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteQuery:
    """Which notes are wanted.

    Attributes:
        kind: None for all kinds.
        author: empty for everybody.
        open_only: without those that are dealt with.
        words: characters of the quote or of what was written; half and full width are one.
    """

    kind: NoteKind | None = None
    author: str = ""
    open_only: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryNote:
    """One note with the page it stands on."""

    page_id: str
    page_name: str
    paper: str | None
    date: str | None
    id: str
    kind: NoteKind
    span: Span
    quote: str
    text: str
    author: str
    resolved: bool


def notes_of(library: Library, query: NoteQuery, limit: int = SHOWN) -> list[LibraryNote]:
    """Return the notes that a query asks for, by date of the page and by place."""
    wanted = fold_width(query.words).strip()
    rows = library.notes.find(
        kind=query.kind.value if query.kind else "",
        author=query.author,
        open_only=query.open_only,
        # Words are compared here, where full and half width are one, so all must be read.
        limit=_ALL if wanted else limit,
    )
    notes = (_note(row) for row in rows)
    found = [note for note in notes if not wanted or wanted in fold_width(f"{note.quote}\n{note.text}")]
    return found[:limit]


def write_notes(path: Path, notes: Iterable[LibraryNote]) -> int:
    """Write one row for each note and return how many.

    Raises:
        OSError: if the file cannot be written.
    """
    rows = [
        (
            KIND_NAMES_ZH[note.kind],
            note.quote,
            note.text,
            note.author,
            "是" if note.resolved else "否",
            note.paper or "",
            note.date or "",
            note.page_name,
            note.span.start,
            note.span.end,
            note.page_id,
        )
        for note in notes
    ]
    write_table(path, HEADER, rows)
    return len(rows)


def all_notes_of(library: Library, query: NoteQuery) -> list[LibraryNote]:
    """Return every note that a query asks for, however many."""
    return notes_of(library, query, limit=_ALL)


def _note(row: tuple[Any, ...]) -> LibraryNote:
    page_id, page_name, paper, date, note_id, kind, start, stop, quote, text, author, resolved = row
    return LibraryNote(
        page_id=page_id,
        page_name=page_name,
        paper=paper,
        date=date,
        id=note_id,
        kind=NoteKind(kind),
        span=Span(start, stop),
        quote=quote,
        text=text,
        author=author,
        resolved=bool(resolved),
    )
