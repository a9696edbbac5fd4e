"""What is said about a page comes back exactly as it was stored."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from cppcc_reader.core.editing.change_set import diff
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.doubt import doubts_of
from cppcc_reader.core.model.invariants import InvariantError
from cppcc_reader.core.model.mention import Origin
from cppcc_reader.core.model.page import PageState
from cppcc_reader.storage.errors import UnknownPageError
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page
from page_builder import build
from random_pages import pages

LATER = datetime(2026, 1, 3, tzinfo=UTC)


@settings(max_examples=30)
@given(pages())
def test_random_sets_come_back_as_they_were_stored(page: tuple[str, AnnotationSet]) -> None:
    text, annotations = page
    with TemporaryDirectory() as folder:
        path = Path(folder, "库.cppcc")
        with Library.create(path) as library:
            stored = add_page(library, "p1", text, annotations)
        with Library.open(path) as library:
            assert library.pages.record("p1") == stored
            _compare_counters(library, annotations)
            assert library.annotations.wrong_quotes("p1") == []


@settings(max_examples=30)
@given(pages(), pages())
def test_a_change_set_leads_from_any_set_to_any_other(
    page: tuple[str, AnnotationSet], other: tuple[str, AnnotationSet]
) -> None:
    text, before = page
    # The other page's remarks on this page's text: only what names no places of its own.
    after = before.replaced(
        state=other[1].state,
        rejected=other[1].rejected,
        mentions=before.mentions[1:],
        notes=before.notes[:1],
        articles=before.articles[1:],
        furniture=before.furniture + (before.articles[0].segments if before.articles else ()),
    )
    with TemporaryDirectory() as folder, Library.create(Path(folder, "库.cppcc")) as library:
        add_page(library, "p1", text, before)
        library.annotations.write("p1", diff(before, after, "改"), LATER)
        assert library.annotations.load("p1") == after
        _compare_counters(library, after)
        library.annotations.write("p1", diff(after, before, "改"), LATER)
        assert library.annotations.load("p1") == before
        library.annotations.replace("p1", after, LATER)
        assert library.annotations.load("p1") == after
        _compare_counters(library, after)


def test_a_change_touches_only_its_page_and_dates_it(tmp_path: Path) -> None:
    text, annotations = build(("a1", "headline", "新桥通车"), ("a1", "body", "桥修好了。"))
    with Library.create(tmp_path / "库.cppcc") as library:
        for page_id in ("p1", "p2"):
            add_page(library, page_id, text, annotations)
        changed = annotations.replaced(state=PageState.FINISHED)
        library.annotations.write("p1", diff(annotations, changed, "完成"), LATER)
        assert library.annotations.load("p2") == annotations
        assert library.pages.summary("p1").updated_at == "2026-01-03T00:00:00.000+00:00"
        assert library.pages.summary("p1").state is PageState.FINISHED
        assert library.pages.summary("p2").updated_at == library.pages.summary("p2").imported_at


def test_a_segment_may_move_to_another_article_in_one_change(tmp_path: Path) -> None:
    text, before = build(("a1", "headline", "新桥通车"), ("a1", "body", "桥修好了。"), ("a2", "body", "区里开会。"))
    first, second = before.articles
    after = before.replaced(
        articles=(
            replace(first, segments=first.segments[:1]),
            replace(second, segments=(*second.segments, first.segments[1])),
        )
    )
    with Library.create(tmp_path / "库.cppcc") as library:
        add_page(library, "p1", text, before)
        library.annotations.write("p1", diff(before, after, "移动"), LATER)
        assert library.annotations.load("p1") == after


def test_replacing_refuses_what_contradicts_the_text_and_keeps_the_old(tmp_path: Path) -> None:
    text, annotations = build(("a1", "body", "桥修好了。"), ("a2", "body", "区里开会。"))
    with Library.create(tmp_path / "库.cppcc") as library:
        add_page(library, "p1", text, annotations)
        with pytest.raises(InvariantError, match="不属于任何文章"):
            library.annotations.replace("p1", annotations.replaced(articles=annotations.articles[:1]), LATER)
        assert library.annotations.load("p1") == annotations


def test_wrong_quotes_are_found(tmp_path: Path) -> None:
    text, annotations = build(("a1", "body", "桥修好了，区里的干部和群众都很高兴，当天来看的有三千多人。"))
    path = tmp_path / "库.cppcc"
    with Library.create(path) as library:
        add_page(library, "p1", text, annotations)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE segment SET stop = stop - 1")
    connection.close()
    with Library.open(path) as library:
        assert library.annotations.wrong_quotes("p1") == [f"0–{len(text.strip()) - 1}"]


def test_an_unknown_page_is_named(tmp_path: Path) -> None:
    with Library.create(tmp_path / "库.cppcc") as library:
        _text, annotations = build(("a1", "body", "桥"))
        for call in (
            lambda: library.annotations.load("无"),
            lambda: library.annotations.replace("无", annotations, NOW),
            lambda: library.annotations.write("无", diff(annotations, annotations, ""), NOW),
        ):
            with pytest.raises(UnknownPageError, match="没有这个版面：无"):
                call()


def _compare_counters(library: Library, annotations: AnnotationSet) -> None:
    summary = library.pages.summary("p1")
    suggested = sum(mention.origin is Origin.SUGGESTED for mention in annotations.mentions)
    assert summary.articles == len(annotations.articles)
    assert summary.doubts == len(doubts_of(annotations))
    assert (summary.mentions, summary.suggested) == (len(annotations.mentions) - suggested, suggested)
    assert (summary.state, summary.set_aside_reason) == (annotations.state, annotations.set_aside_reason)
