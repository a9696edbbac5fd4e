"""Both the printed and the corrected form find an article, whatever was edited or taken back since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.core.character_folding import Folding
from cppcc_reader.core.editing.command import Command
from cppcc_reader.core.editing.page_commands import AddNote, EditNote, RemoveNote
from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.search import Hit, SearchRequest, SearchService, hit_to_json
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page
from page_builder import build

TEXT, PAGE = build(
    ("a1", "headline", "魏山修路"),
    ("a1", "body", "何魏民到了村里。"),
    ("a2", "body", "茶园丰收。"),
    ("", "other", "责编 魏"),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.cppcc") as library:
        add_page(library, "p1", TEXT, PAGE)
        add_page(library, "p2", TEXT, PAGE)
        yield library


@pytest.fixture
def service(library: Library) -> AnnotationService:
    return AnnotationService(library, annotator="甲", clock=lambda: NOW)


def correct(quote: str, reading: str) -> Command:
    start = TEXT.index(quote)
    return AddNote(kind=NoteKind.CORRECTION, span=Span(start, start + len(quote)), text=reading)


def hits(library: Library, query: str, *, fresh: bool = False, **more: object) -> list[Hit]:
    service = SearchService(library)
    while not fresh and service.index_slice(10):
        pass
    return service.search(SearchRequest(query=query, **more), include_waiting=fresh).hits  # type: ignore[arg-type]


@pytest.mark.parametrize("fresh", [False, True], ids=["indexed", "waiting"])
def test_both_forms_find_the_article_and_the_hit_shows_the_mark(
    library: Library, service: AnnotationService, fresh: bool
) -> None:
    hits(library, "何")
    service.execute("p1", correct("何魏民", "何为民"))
    (corrected,) = hits(library, "何为民", fresh=fresh)
    assert (corrected.page_id, corrected.correction) == ("p1", "何魏民→何为民")
    mark = corrected.marks[0]
    assert corrected.snippet[mark.start : mark.end] == "何为民"
    assert [TEXT[one.start : one.end] for one in corrected.fragments] == ["何魏民"]
    printed = {hit.page_id: hit.correction for hit in hits(library, "何魏民", fresh=fresh)}
    assert printed == {"p1": "何魏民→何为民", "p2": ""}
    assert hit_to_json(corrected)["correction"] == "何魏民→何为民"


def test_a_place_beside_a_correction_bears_no_mark(library: Library, service: AnnotationService) -> None:
    service.execute("p1", correct("何魏民", "何为民"))
    assert {hit.correction for hit in hits(library, "村里")} == {""}


def test_the_index_follows_edits_undo_and_redo(library: Library, service: AnnotationService) -> None:
    service.execute("p1", correct("魏山", "巍山"))
    note = library.annotations.load("p1").notes[0].id
    assert len(hits(library, "巍山")) == 1
    service.execute("p1", EditNote(id=note, text="伟山"))
    assert (hits(library, "巍山"), len(hits(library, "伟山"))) == ([], 1)
    service.undo("p1")
    assert (len(hits(library, "巍山")), hits(library, "伟山")) == (1, [])
    service.execute("p1", RemoveNote(id=note))
    assert hits(library, "巍山") == []
    service.undo("p1")
    service.execute("p1", SetRole(starts=(0,), role=Role.KICKER))
    assert len(hits(library, "巍山")) == 1
    service.jump_to("p1", None)
    assert hits(library, "巍山") == []
    assert library.finder._database.rows("SELECT rowid FROM search_text WHERE search_text MATCH 'whole : 巍'") == []


def test_words_of_both_layers_find_one_article(library: Library, service: AnnotationService) -> None:
    service.execute("p1", correct("何魏民", "何为民"))
    assert [hit.page_id for hit in hits(library, "何魏民 何为民")] == ["p1"]
    assert {hit.page_id for hit in hits(library, "何 -为民")} == {"p2"}


def test_roles_and_foldings_hold_for_corrected_words(library: Library, service: AnnotationService) -> None:
    service.execute("p1", correct("魏山", "鞏山"))
    assert len(hits(library, "鞏山", roles=frozenset({Role.HEADLINE}))) == 1
    assert hits(library, "鞏山", roles=frozenset({Role.DECK})) == []
    assert len(hits(library, "巩山", folding=Folding(variants=True))) == 1
    assert hits(library, "巩山") == []


def test_a_correction_of_furniture_finds_nothing_and_breaks_nothing(
    library: Library, service: AnnotationService
) -> None:
    start = TEXT.rindex("魏")
    service.execute("p1", AddNote(kind=NoteKind.CORRECTION, span=Span(start, start + 1), text="卫"))
    assert hits(library, "卫") == []


def test_a_new_words_cannot_reach_over_from_one_layer_to_the_other(
    library: Library, service: AnnotationService
) -> None:
    service.execute("p1", correct("村里", "乡里"))
    assert hits(library, "里。魏山") == []
