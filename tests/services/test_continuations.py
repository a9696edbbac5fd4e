"""Linking articles over pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.continuations import ends_of_article, find_candidates, link_commands, unlink_commands
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page
from page_builder import build

FIRST = build(("a1", "headline", "清溪协商为民"), ("a1", "body", "何为民去了茶山。（下转第三版）"))
THIRD = build(("a7", "headline", "协商为民"), ("a7", "body", "（上接第一版）路修好了。"))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.cppcc") as library:
        add_page(library, "p1", *FIRST, paper="清溪报", date="2031-05-06", page_no="1")
        add_page(library, "p3", *THIRD, paper="清溪报", date="2031-05-06", page_no="3")
        add_page(library, "q3", *THIRD, paper="清溪报", date="2031-05-07", page_no="3")
        yield library


def test_both_parts_are_linked_and_unlinked_in_one_step(library: Library) -> None:
    service = AnnotationService(library, annotator="李明", clock=lambda: NOW)
    [end] = ends_of_article(library, "p1", "a1")
    [found] = find_candidates(library, end)
    assert found.end.page_id == "p3"
    service.execute_bulk(link_commands(library, end, found.end), "链接续文")
    assert library.annotations.load("p1").article("a1").continues_to == "p3#a7"
    assert library.annotations.load("p3").article("a7").continued_from == "p1#a1"
    service.execute_bulk(unlink_commands(library, found.end), "取消续文链接")
    assert library.annotations.load("p1").article("a1").continues_to is None
    service.undo("p3")
    service.undo("p1")
    assert library.annotations.load("p3").article("a7").continued_from is None


def test_pages_without_a_date_are_looked_at_too(tmp_path: Path) -> None:
    with Library.create(tmp_path / "b.cppcc") as library:
        add_page(library, "p1", *FIRST)
        add_page(library, "p2", *THIRD)
        [end] = ends_of_article(library, "p2", "a7")
        assert [found.end.page_id for found in find_candidates(library, end)] == ["p1"]
