"""Pages keep their text, their bytes and what the list shows of them."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.invariants import InvariantError
from cppcc_reader.core.model.page import PageMeta
from cppcc_reader.core.model.provenance import PageRecord, Provenance
from cppcc_reader.formats.page_text import decode_page
from cppcc_reader.storage.errors import UnknownPageError
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page, assign, describe, trash
from page_builder import build

TEXT, ANNOTATIONS = build(("a1", "headline", "新橋通車"), ("a1", "body", "橋修好了。"))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = Library.create(tmp_path / "库.cppcc")
    yield made
    made.close()


def _record(data: bytes, **fields: object) -> PageRecord:
    page = decode_page(data, Path("页.txt")).page
    _text, annotations = build(("a1", "headline", "新橋通車"), ("a1", "body", page.text.split("\n\n")[1]))
    return PageRecord(page=page, annotations=annotations, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("big5"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode("gb18030"),
        TEXT.replace("\n", "\r").encode("utf-16-be"),
        TEXT.replace("\n", "\r\n", 1).encode(),
    ],
    ids=["utf-8", "bom", "gb18030", "big5", "utf-16", "crlf", "cr", "mixed"],
)
def test_the_file_is_given_back_bit_for_bit(library: Library, data: bytes) -> None:
    record = _record(data)
    library.pages.add(record, data, NOW)
    assert library.pages.page(record.page.id) == record.page
    assert library.pages.page(record.page.id).text == TEXT
    assert library.pages.original_bytes(record.page.id) == data
    assert library.pages.contains(hashlib.sha256(data).hexdigest())


def test_bytes_are_stored_twice_only_where_the_text_does_not_make_them(library: Library) -> None:
    plain, mixed = TEXT.encode("gb18030"), TEXT.replace("\n", "\r\n", 1).encode()
    for data in (plain, mixed):
        library.pages.add(_record(data), data, NOW)
    stored = library._database.rows("SELECT original FROM page_text ORDER BY page_key")
    assert stored == [(None,), (mixed,)]


def test_bytes_of_a_record_alone_are_made_from_its_text_or_unknown(library: Library) -> None:
    known = _record(TEXT.encode("gb18030"))
    library.pages.add(known, None, NOW)
    add_page(library, "p2", TEXT, ANNOTATIONS)
    assert library.pages.original_bytes(known.page.id) == TEXT.encode("gb18030")
    assert library.pages.original_bytes("p2") is None


def test_everything_in_a_record_comes_back(library: Library) -> None:
    record = _record(
        TEXT.encode(), provenance=Provenance(annotator="甲", software="某程序"), ambiguous=((0, 2), (3, 4))
    )
    library.pages.add(record, TEXT.encode(), NOW)
    assert library.pages.record(record.page.id) == record


def test_bytes_that_are_not_the_page_are_refused(library: Library) -> None:
    with pytest.raises(ValueError, match="not the bytes"):
        library.pages.add(_record(TEXT.encode()), b"other", NOW)
    assert library.pages.ids() == []


def test_a_record_that_contradicts_its_text_is_refused(library: Library) -> None:
    record = PageRecord(page=_record(TEXT.encode()).page, annotations=AnnotationSet())
    with pytest.raises(InvariantError):
        library.pages.add(record, None, NOW)
    assert library.pages.ids() == []


def test_the_same_bytes_cannot_come_in_twice(library: Library) -> None:
    record = _record(TEXT.encode())
    library.pages.add(record, None, NOW)
    with pytest.raises(sqlite3.IntegrityError):
        library.pages.add(record, None, NOW)
    assert len(library.pages.ids()) == 1


def test_pages_are_listed_in_the_order_they_came(library: Library) -> None:
    for page_id in ("p2", "p10", "p1"):
        add_page(library, page_id, TEXT, ANNOTATIONS)
    assert library.pages.ids() == ["p2", "p10", "p1"]
    assert [summary.id for summary in library.pages.summaries()] == ["p2", "p10", "p1"]


def test_the_trash_hides_a_page_and_gives_it_back(library: Library) -> None:
    for page_id in ("p1", "p2"):
        add_page(library, page_id, TEXT, ANNOTATIONS)
    trash(library, "p1")
    assert library.pages.ids() == ["p2"]
    assert [(one.id, one.trashed) for one in library.pages.summaries(include_trashed=True)] == [
        ("p1", True),
        ("p2", False),
    ]
    assert library.pages.has_id("p1")
    assert library.pages.record("p1").annotations == ANNOTATIONS
    trash(library, "p1", trashed=False)
    assert library.pages.ids() == ["p1", "p2"]


def test_what_is_known_about_a_page_can_be_changed(library: Library) -> None:
    add_page(library, "p1", TEXT, ANNOTATIONS)
    meta = PageMeta(paper="岚江政协报", date="2021-05-12", page_no="2")
    describe(library, "p1", meta)
    assign(library, "p1", "乙")
    summary = library.pages.summary("p1")
    assert library.pages.page("p1").meta == meta
    assert (summary.paper, summary.date, summary.page_no, summary.assignee) == ("岚江政协报", "2021-05-12", "2", "乙")
    assert (summary.characters, summary.articles) == (len(TEXT), 1)


def test_an_unknown_page_is_named(library: Library) -> None:
    calls = (library.pages.page, library.pages.record, library.pages.original_bytes, library.pages.summary)
    for call in (*calls, lambda page_id: trash(library, page_id)):
        with pytest.raises(UnknownPageError, match="没有这个版面：无"):
            call("无")
