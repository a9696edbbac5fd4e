"""Open ends of articles and the parts that fit them."""

from __future__ import annotations

import pytest

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.page import Page, PageMeta, PageSource
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.segmentation.continuation import LIKELY, Direction, candidates, open_ends, title_likeness
from cppcc_reader.core.segmentation.page_numbers import page_number
from page_builder import build


def page(page_id: str, text: str, page_no: str | None = None, date: str | None = None) -> Page:
    source = PageSource(name=f"{page_id}.txt", sha256="0" * 64)
    return Page(id=page_id, text=text, source=source, meta=PageMeta(page_no=page_no, date=date))


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("一", "1"), ("第1版", "1"), ("１版", "1"), ("〇二", "2"), ("零三", "3"), ("十", "10"), ("十二版", "12"),
        ("二十", "20"), ("二十三", "23"), ("A1", "A1"), ("Ａ０１", "A1"), ("a12", "A12"), ("首", None), ("", None),
    ],
)  # fmt: skip
def test_page_numbers_are_one(written: str, number: str | None) -> None:
    assert page_number(written) == number


@pytest.mark.parametrize(
    ("body", "direction", "number"),
    [
        ("(接一版)会议强调，要办好实事。", Direction.FROM, "1"),
        ("（上接第一版）", Direction.FROM, "1"),
        ("接A1版", Direction.FROM, "A1"),
        ("会议强调，要办好实事。（下转第二版）", Direction.TO, "2"),
        ("会议强调，要办好实事。（转第Ａ０３版）", Direction.TO, "A3"),
        ("（下转第4版◀）", Direction.TO, "4"),
    ],
)
def test_notes_are_read(body: str, direction: Direction, number: str) -> None:
    text, annotations = build(("a1", "headline", "办实事"), ("a1", "body", body))
    [end] = open_ends(page("p", text), annotations)
    assert (end.direction, end.page_no, end.title) == (direction, number, "办实事")


@pytest.mark.parametrize(
    "body",
    ["他接一版又一版地修改方案。" + "改" * 40, "全书共接三版印刷" + "，" + "很受欢迎" * 12, "会议强调，要办好实事。"],
)
def test_running_text_is_no_note(body: str) -> None:
    text, annotations = build(("a1", "body", body))
    assert open_ends(page("p", text), annotations) == []


def first_page() -> tuple[Page, AnnotationSet]:
    text, annotations = build(
        ("a1", "headline", "清溪县政协协商为民谱新篇"),
        ("a1", "body", "何为民到茶山村调研。（下转第三版）"),
        ("a2", "headline", "南岭修桥"),
        ("a2", "body", "桥修好了。（下转第三版）"),
    )
    name = Mention(id="m1", label="PER", fragments=(Span(text.index("何为民"), text.index("何为民") + 3),))
    return page("p1", text, "1", "2031-05-06"), annotations.replaced(mentions=(name,))


def third_page() -> tuple[Page, AnnotationSet]:
    text, annotations = build(
        ("a1", "headline", "协商为民谱新篇"),
        ("a1", "note", "（上接第一版）"),
        ("a1", "body", "何为民说，路修好了。"),
        ("a2", "headline", "南岭修桥记"),
        ("a2", "body", "（紧接一版）通车了。"),
    )
    name = Mention(id="m1", label="PER", fragments=(Span(text.index("何为民"), text.index("何为民") + 3),))
    return page("p3", text, "03", "2031-05-06"), annotations.replaced(mentions=(name,))


def test_the_part_that_fits_comes_first_with_its_reason() -> None:
    for first, second in (("a1", "a1"), ("a2", "a2")):
        [end] = [e for e in open_ends(*first_page()) if e.article_id == first]
        found = candidates(end, open_ends(*third_page()))
        assert found[0].end.article_id == second
        assert found[0].score >= LIKELY > found[1].score
        assert "标题相近" in found[0].reason
    [end] = [e for e in open_ends(*first_page()) if e.article_id == "a1"]
    assert "共有：何为民" in candidates(end, open_ends(*third_page()))[0].reason


def test_another_day_or_the_same_direction_does_not_fit() -> None:
    end = open_ends(*first_page())[0]
    other, annotations = third_page()
    elsewhere = page("p9", other.text, "3", "2031-05-07")
    assert candidates(end, open_ends(elsewhere, annotations)) == []
    assert candidates(end, open_ends(page("p8", first_page()[0].text), first_page()[1])) == []


def test_titles_are_compared_as_far_as_the_shorter_one_goes() -> None:
    assert title_likeness("清溪县政协：协商为民谱新篇", "协商为民谱新篇") == 1.0
    assert title_likeness("南岭修桥", "茶园丰收") == 0.0
    assert title_likeness("", "茶园丰收") == 0.0
