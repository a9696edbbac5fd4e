"""Tagging the same string over pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.same_string import is_open, places_in_library, places_on_page, tagging_commands
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page
from page_builder import build

ONE = build(("a1", "body", "记者从青"), ("a1", "+body", "山县获悉。"), ("a2", "body", "青山县变了。"))
TWO = build(("a1", "body", "去青山县看看。"))
OTHER = build(("a1", "body", "去白水县看看。"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.cppcc") as library:
        for page_id, page in (("p1", ONE), ("p2", TWO), ("p3", OTHER)):
            add_page(library, page_id, *page)
        yield library


def test_the_scope_is_the_article_the_page_or_the_library(library: Library) -> None:
    assert len(places_on_page(library, "p1", "青山县", article_id="a2")) == 1
    assert len(places_on_page(library, "p1", "青山县")) == 2
    assert [found.page_id for found in places_in_library(library, "青山县")] == ["p1", "p1", "p2"]


def test_the_chosen_places_are_tagged_in_one_step(library: Library) -> None:
    service = AnnotationService(library, annotator="李明", clock=lambda: NOW)
    found = places_in_library(library, "青山县")
    service.execute_bulk(tagging_commands([found[0], found[2]], "LOC"), "标注全部同名文字")
    assert [m.quote(ONE[0]) for m in library.annotations.load("p1").mentions] == ["青山县"]
    assert [is_open(place.place, "LOC") for place in places_in_library(library, "青山县")] == [False, True, False]
    service.undo("p2")
    assert library.annotations.load("p1").mentions == ()


def test_a_part_of_a_longer_name_or_of_a_person_s_work_is_not_taken_unasked(library: Library) -> None:
    text, annotations = build(("a1", "body", "远山县政协、县政协、县政协。"))
    longer = Mention(id="m1", label="ORG", fragments=(Span(0, 5),), origin=Origin.SUGGESTED)
    shorter = Mention(id="m2", label="ORG", fragments=(Span(7, 9),), origin=Origin.SUGGESTED)
    by_hand = Mention(id="m3", label="ORG", fragments=(Span(11, 13),))
    add_page(library, "p4", text, annotations.replaced(mentions=(longer, shorter, by_hand)))
    places = places_on_page(library, "p4", "县政协")
    assert [is_open(found.place, "ORG") for found in places] == [False, True, False]


def test_cancelling_stops_between_pages(library: Library) -> None:
    seen: list[tuple[int, int]] = []
    places_in_library(library, "青山县", progress=lambda *step: seen.append(step), cancelled=lambda: bool(seen))
    assert len(seen) <= 1
