"""Whatever is done to the articles of a page, not one mention is lost, moved or changed."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cppcc_reader.core.editing import range_commands, segment_commands
from cppcc_reader.core.editing.command import Command, EditError
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.segmentation.splitter import split_page
from page_builder import build

WORDS = st.text(alphabet="桥东区修好。三座，旧𠮷", min_size=2, max_size=12)
BLOCKS = st.lists(
    st.tuples(st.sampled_from(["a1", "a2", "a3", ""]), st.sampled_from(["body", "headline", "+body"]), WORDS),
    min_size=2,
    max_size=8,
)


class Hand:
    """Draws where a command is to act."""

    def __init__(self, data: st.DataObject, text: str, page: AnnotationSet) -> None:
        self.text, self.page, self._data = text, page, data
        self.segments = [segment.start for _article, segment in page.all_segments()]
        self.articles = [article.id for article in page.articles] or ["a1"]

    def one(self, choices: list[object]) -> object:
        return self._data.draw(st.sampled_from(choices))

    def start(self) -> int:
        return self._data.draw(st.sampled_from(self.segments))

    def starts(self) -> tuple[int, ...]:
        return tuple(self._data.draw(st.lists(st.sampled_from(self.segments), min_size=1, max_size=3, unique=True)))

    def article(self) -> str:
        return self._data.draw(st.sampled_from(self.articles))

    def offset(self) -> int:
        return self._data.draw(st.integers(0, len(self.text) - 1))

    def span(self) -> tuple[int, int]:
        start = self.offset()
        return start, self._data.draw(st.integers(start + 1, len(self.text)))


def _resplit(hand: Hand) -> Command:
    split = split_page(hand.text)
    return range_commands.ReplaceSegmentation(articles=split.articles, furniture=split.furniture)


def _isolated(hand: Hand) -> Command:
    start, end = hand.span()
    target = hand.one([range_commands.NEW_ARTICLE, None, hand.article()])
    return range_commands.IsolateRange(start=start, end=end, target=target)  # type: ignore[arg-type]


SEGMENT = segment_commands
EVERY: dict[type, Callable[[Hand], Command]] = {
    SEGMENT.BeginArticle: lambda hand: SEGMENT.BeginArticle(at=hand.offset()),
    SEGMENT.JoinWithPrevious: lambda hand: SEGMENT.JoinWithPrevious(article_id=hand.article()),
    SEGMENT.JoinArticles: lambda hand: SEGMENT.JoinArticles(target=hand.article(), article_id=hand.article()),
    SEGMENT.MoveSegments: lambda hand: SEGMENT.MoveSegments(
        starts=hand.starts(),
        target=hand.one([hand.article(), None]),  # type: ignore[arg-type]
    ),
    SEGMENT.MoveToNewArticle: lambda hand: SEGMENT.MoveToNewArticle(starts=hand.starts()),
    SEGMENT.SetRole: lambda hand: SEGMENT.SetRole(starts=hand.starts(), role=hand.one(list(Role))),  # type: ignore[arg-type]
    SEGMENT.MoveInOrder: lambda hand: SEGMENT.MoveInOrder(start=hand.start(), step=hand.one([-1, 1])),  # type: ignore[arg-type]
    SEGMENT.CutSegment: lambda hand: SEGMENT.CutSegment(at=hand.offset()),
    SEGMENT.MergeSegments: lambda hand: SEGMENT.MergeSegments(start=hand.start()),
    SEGMENT.SetJoin: lambda hand: SEGMENT.SetJoin(start=hand.start(), join=bool(hand.one([True, False]))),
    SEGMENT.AcceptSegments: lambda hand: SEGMENT.AcceptSegments(starts=hand.starts()),
    SEGMENT.TakeAlternative: lambda hand: SEGMENT.TakeAlternative(start=hand.start()),
    range_commands.IsolateRange: _isolated,
    range_commands.LinkContinuation: lambda hand: range_commands.LinkContinuation(
        article_id=hand.article(), continues_to="p2#a1"
    ),
    range_commands.ReplaceSegmentation: _resplit,
}


def test_every_command_on_segments_is_tried() -> None:
    found = {
        one
        for module in (segment_commands, range_commands)
        for _name, one in inspect.getmembers(module, inspect.isclass)
        if one.__module__ == module.__name__ and hasattr(one, "applied_to")
    }
    assert found == set(EVERY)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
@settings(max_examples=40, deadline=None)
@given(data=st.data(), blocks=BLOCKS)
def test_no_mention_is_lost_by_a_change_of_the_articles(
    kind: type, data: st.DataObject, blocks: list[tuple[str, str, str]]
) -> None:
    text, page = build(*blocks)
    page = page.replaced(mentions=_mentions(text, page))
    hand = Hand(data, text, page)
    try:
        after = EVERY[kind](hand).applied_to(text, page)
    except EditError:
        return
    assert after.mentions == page.mentions


def _mentions(text: str, page: AnnotationSet) -> tuple[Mention, ...]:
    """Return one mention at the beginning of every segment, and one in two fragments over the first two."""
    starts = [segment.start for _article, segment in page.all_segments()]
    single = [
        Mention(
            id=f"m{start}",
            label="PER",
            fragments=(Span(start, start + 1),),
            origin=Origin.SUGGESTED,
            evidence=Evidence(0.9, "名单"),
            normal_form="桥东区",
        )
        for start in starts
    ]
    first, second = sorted(starts)[:2] if len(starts) > 1 else (starts[0], starts[0])
    broken = Mention(id="broken", label="ORG", fragments=(Span(first, first + 1), Span(second, second + 1)))
    return (*single, broken) if first != second else tuple(single)
