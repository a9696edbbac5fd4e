"""Every invariant can be broken, and is then named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.invariants import InvariantError, check, check_change, find_problems
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from page_builder import build

TEXT, PAGE = build(("a1", "headline", "修桥"), ("a1", "body", "桥修好了。"), ("", "section", "简讯"))


def with_segments(*segments: Segment) -> AnnotationSet:
    return AnnotationSet.of(articles=(Article(id="a1", segments=segments),), furniture=PAGE.furniture)


def mention(*spans: tuple[int, int], mention_id: str = "m1") -> Mention:
    return Mention(id=mention_id, label="PER", fragments=tuple(Span(*span) for span in spans))


BROKEN = {
    "重叠": with_segments(Segment(start=0, end=2), Segment(start=1, end=9)),
    "不属于任何文章": with_segments(Segment(start=0, end=2)),
    "超出版面文本": with_segments(Segment(start=0, end=2), Segment(start=4, end=99)),
    "空白开头或结尾": with_segments(Segment(start=0, end=3), Segment(start=4, end=9)),
    "跨越空行": with_segments(Segment(start=0, end=9)),
    "文章编号重复": PAGE.replaced(articles=(*PAGE.articles, *PAGE.articles)),
    "实体编号重复": PAGE.replaced(mentions=(mention((0, 1)), mention((1, 2)))),
    "实体超出版面文本": PAGE.replaced(mentions=(mention((0, 99)),)),
    "实体只有空白": PAGE.replaced(mentions=(mention((2, 3)),)),
    "实体片段跨越空行": PAGE.replaced(mentions=(mention((1, 5)),)),
    "实体片段重叠": PAGE.replaced(mentions=(mention((4, 6), (5, 7)),)),
    "批注超出版面文本": PAGE.replaced(
        notes=(Note(id="n1", kind=NoteKind.REMARK, span=Span(0, 99), text="看"),),
    ),
    "批注编号重复": PAGE.replaced(
        notes=tuple(Note(id="n1", kind=NoteKind.REMARK, span=Span(i, i + 1), text="看") for i in range(2)),
    ),
}


def test_a_sound_page_has_no_problems() -> None:
    assert list(find_problems(TEXT, PAGE)) == []


@pytest.mark.parametrize("problem", BROKEN)
def test_each_broken_invariant_is_named(problem: str) -> None:
    with pytest.raises(InvariantError, match=problem):
        check(TEXT, BROKEN[problem])


@pytest.mark.parametrize("problem", BROKEN)
def test_a_change_that_breaks_one_is_named_too(problem: str) -> None:
    with pytest.raises(InvariantError, match=problem):
        check_change(TEXT, PAGE, BROKEN[problem])


def test_a_change_elsewhere_does_not_look_at_mentions_again() -> None:
    before = BROKEN["实体超出版面文本"]
    after = before.replaced(articles=tuple(replace(article, confidence=0.5) for article in before.articles))
    check_change(TEXT, before, after)


def test_a_mention_without_text_cannot_be() -> None:
    with pytest.raises(ValueError, match="fragment"):
        Mention(id="m1", label="PER", fragments=())
