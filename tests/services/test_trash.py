"""What is deleted for good is really gone, and only that; the index forgets it, too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.core.editing.mention_commands import AddMention
from cppcc_reader.core.editing.page_commands import AddNote
from cppcc_reader.core.editing.range_commands import LinkContinuation
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.backup import restore
from cppcc_reader.services.library_check import check_library
from cppcc_reader.services.search import SearchRequest, SearchService
from cppcc_reader.services.trash import delete_for_good, trash_contents
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page, trash
from page_builder import build


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        for number in (1, 2, 3):
            add_page(library, f"p{number}", *build(("a1", "headline", "茶乡"), ("a1", "body", f"采茶第{number}天。")))
        service = AnnotationService(library, annotator="甲", clock=lambda: NOW)
        tag = AddMention(fragments=(Span(0, 2),), label="LOC")
        service.execute_bulk({"p1": tag, "p2": tag}, "全库标注")
        service.execute("p1", AddNote(kind=NoteKind.CORRECTION, span=Span(0, 1), text="荼"))
        service.execute("p3", LinkContinuation(article_id="a1", continues_to="p1#a1"))
        _index(library)
        trash(library, "p1")
        yield library


def _index(library: Library) -> None:
    while SearchService(library).index_slice(10):
        pass


def test_the_preview_says_what_would_be_gone(library: Library) -> None:
    contents = trash_contents(library)
    assert [page.id for page in contents.pages] == ["p1"]
    assert (contents.articles, contents.mentions, contents.notes, contents.steps) == (1, 1, 1, 3)
    assert (contents.worked_on, contents.linked) == (("p1.txt",), ("p3.txt",))
    assert trash_contents(library, ["p2"]).pages == ()


def test_to_be_moved_to_the_trash_is_no_work_on_a_page(library: Library) -> None:
    add_page(library, "p4", *build(("a1", "body", "没有人看过。")))
    trash(library, "p4")
    assert trash_contents(library, ["p4"]).worked_on == ()


def test_the_page_is_gone_and_the_rest_is_whole(library: Library) -> None:
    count, snapshot = delete_for_good(library, ["p1", "p2"], NOW)
    assert count == 1, "a page that is not in the trash stays"
    assert library.pages.ids(include_trashed=True) == ["p2", "p3"]
    assert check_library(library).problems == ()
    assert library.integrity_problems() == []
    service = AnnotationService(library, annotator="甲", clock=lambda: NOW)
    assert set(service.undo("p2")) == {"p2"}
    assert [hit.page_id for hit in SearchService(library).search(SearchRequest(query="采茶")).hits] == ["p3", "p2"]
    assert SearchService(library).search(SearchRequest(query="荼")).hits == []
    restore(library, snapshot, NOW)
    assert library.pages.ids() == ["p2", "p3"]
    assert library.pages.filing("p1").trashed


def test_its_file_can_be_imported_again(library: Library) -> None:
    record = library.pages.record("p1")
    delete_for_good(library, ["p1"], NOW)
    assert not library.pages.contains(record.page.source.sha256)
    library.pages.add(record, None, NOW)
    _index(library)
    assert {hit.page_id for hit in SearchService(library).search(SearchRequest(query="采茶")).hits} == {
        "p1",
        "p2",
        "p3",
    }
