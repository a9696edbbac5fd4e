"""The reader's choices, the shelf, the source line, and articles read through over pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from view_fakes import page_record

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.page import PageMeta
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.views.reading_pages import reading_parts
from cppcc_reader.views.reading_shelf import ReadingShelf
from cppcc_reader.views.reading_source_line import source_line
from cppcc_reader.views.reading_style import LARGEST, SMALLEST, Paper, ReadingStyle
from cppcc_reader.views.theme import LIGHT


@dataclass
class Shelved:
    id: str
    name: str = ""
    paper: str | None = None
    date: str | None = None
    page_no: str | None = None


def _continued(page_id: str, lines: list[str], **article: str | None) -> PageRecord:
    """Return a page with one article: a headline, a body and what follows as notices."""
    text, segments = "", []
    for number, line in enumerate(lines):
        role = (Role.HEADLINE, Role.BODY, Role.NOTE)[min(number, 2)]
        segments.append(Segment(start=len(text), end=len(text) + len(line), role=role))
        text += line + "\n\n"
    whole = Article(id="a1", segments=tuple(segments), **article)
    return page_record(text, AnnotationSet.of(articles=(whole,)), page_id)


def test_a_linked_article_is_read_through_without_the_notices_between() -> None:
    first = _continued("p1", ["茶山修路", "路修好了。", "（下转第三版）"], continues_to="p3#a1")
    third = _continued("p3", ["茶山修路（续）", "茶叶出山了。", "（上接第一版）"], continued_from="p1#a1")
    parts = reading_parts(first, {"p3": third}.__getitem__, widened=False)
    assert [part.key for part in parts] == ["p1#a1", "p3#a1"]
    assert [part.goes_on for part in parts] == [False, True]
    assert [part.other_place for part in parts] == [None, (third.page, "a1")]
    words = [paragraph.text for part in parts for paragraph in part.words.paragraphs]
    assert words == ["茶山修路", "路修好了。", "茶山修路（续）", "茶叶出山了。"]


def test_the_second_part_says_where_the_article_began() -> None:
    first = _continued("p1", ["茶山修路", "路修好了。"], continues_to="p3#a1")
    third = _continued("p3", ["茶山修路（续）", "茶叶出山了。"], continued_from="p1#a1")
    (part,) = reading_parts(third, {"p1": first}.__getitem__, widened=False)
    assert part.before == (first.page, "a1")
    assert part.other_place == (first.page, "a1")
    assert reading_parts(third, None, widened=False)[0].before is None


def test_a_link_that_leads_nowhere_or_round_ends_the_article() -> None:
    lost = _continued("p1", ["茶山修路", "路修好了。", "（下转第三版）"], continues_to="p3#a1")
    assert len(reading_parts(lost, {}.__getitem__, widened=False)) == 1
    assert len(reading_parts(lost, None, widened=False)) == 1
    round_about = _continued("p1", ["茶山修路", "路修好了。"], continues_to="p1#a1")
    assert len(reading_parts(round_about, None, widened=False)) == 1


def test_the_shelf_goes_by_paper_day_and_number() -> None:
    pages = [
        Shelved("b", paper="甲报", date="2022-08-20", page_no="10"),
        Shelved("a", paper="甲报", date="2022-08-20", page_no="02"),
        Shelved("c", paper="甲报", date="2022-08-21", page_no="1"),
        Shelved("d", paper="乙报", date="2022-08-20", page_no="1"),
    ]
    shelf = ReadingShelf(pages)
    assert shelf.page("a", 1) == "b"
    assert shelf.page("b", 1) == "c"
    assert shelf.page("d", -1) is None
    assert shelf.page("unknown", 1) is None
    assert shelf.issue("a", 1) == "c"
    assert shelf.issue("c", -1) == "a"
    assert shelf.issue("c", 1) is None


@pytest.mark.parametrize(
    ("meta", "line"),
    [
        (PageMeta(paper="岚江政协报", date="2022-08-20", page_no="03"), "——《岚江政协报》2022年8月20日第3版"),
        (PageMeta(paper="岚江政协报"), "——《岚江政协报》"),
        (PageMeta(date="2022-08", page_no="A2"), "——2022-08第A2版"),
        (PageMeta(page_no="3"), "——p1.txt"),
    ],
)
def test_the_source_line_says_what_is_known(qapp, meta: PageMeta, line: str) -> None:
    record = page_record("文", AnnotationSet.of(furniture=(Segment(start=0, end=1, role=Role.SECTION),)))
    assert source_line(replace(record.page, meta=meta)) == line


def test_choices_survive_the_settings_and_nonsense_does_not() -> None:
    chosen = ReadingStyle(size=24, serif=False, paper=Paper.NIGHT, entities=True)
    assert ReadingStyle.from_settings(chosen.to_settings()) == chosen
    assert ReadingStyle.from_settings({"size": "big", "paper": "gold"}) == ReadingStyle()
    assert ReadingStyle.from_settings({"size": 900}).size == LARGEST
    assert ReadingStyle().resized(-99).size == SMALLEST


def test_night_paper_is_dark_in_a_light_window() -> None:
    assert ReadingStyle(paper=Paper.NIGHT).theme(LIGHT).is_dark
    assert ReadingStyle().theme(LIGHT) is LIGHT
