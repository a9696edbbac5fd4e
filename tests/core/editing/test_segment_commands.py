"""Commands on boundaries, attachment, roles and joins."""

from __future__ import annotations

import pytest

from cppcc_reader.core.editing.command import EditError
from cppcc_reader.core.editing.range_commands import NEW_ARTICLE, IsolateRange, LinkContinuation
from cppcc_reader.core.editing.segment_commands import (
    AcceptSegments,
    BeginArticle,
    CutSegment,
    JoinArticles,
    JoinWithPrevious,
    MergeSegments,
    MoveInOrder,
    MoveSegments,
    MoveToNewArticle,
    SetJoin,
    SetRole,
    TakeAlternative,
)
from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Alternative
from page_builder import build, shape

PAGE = (
    ("a1", "headline", "桥东区修好三座桥"),
    ("a1", "dateline", "本报讯"),
    ("a1", "+body", "桥东区今年修好了三座旧桥，方便了两岸的"),
    ("a1", "+body", "居民。"),
    ("a2", "body", "茶园今年丰收，茶农很高兴。"),
    ("a2", "body", "他们准备明年再种一片。"),
    ("", "section", "各地简讯"),
)


def starts(text: str, *words: str) -> tuple[int, ...]:
    return tuple(text.index(word) for word in words)


def test_begin_article_takes_the_rest_of_the_reading_order() -> None:
    text, page = build(*PAGE)
    after = BeginArticle(at=text.index("居民。")).applied_to(text, page)
    assert shape(text, after) == [["桥东区", "本报讯", "+桥东区"], ["居民。"], ["茶园今", "他们准"]]
    assert [a.id for a in after.articles] == ["a1", "a3", "a2"]
    check(text, after)


def test_begin_article_in_the_middle_of_a_segment_cuts_it() -> None:
    text, page = build(*PAGE)
    after = BeginArticle(at=text.index("茶农很")).applied_to(text, page)
    assert shape(text, after)[1:] == [["茶园今"], ["茶农很", "他们准"]]
    check(text, after)


def test_begin_article_at_furniture_makes_it_an_article() -> None:
    text, page = build(*PAGE)
    after = BeginArticle(at=text.index("各地简讯")).applied_to(text, page)
    assert after.furniture == ()
    assert after.articles[-1].segments[0].role is Role.HEADLINE


def test_begin_article_where_one_begins_is_refused() -> None:
    text, page = build(*PAGE)
    with pytest.raises(EditError, match="开头"):
        BeginArticle(at=0).applied_to(text, page)


def test_join_with_previous_appends_and_mends_the_seam() -> None:
    text, page = build(
        ("a1", "body", "代表们走进工厂，看了新的"), ("a2", "body", "车间，听取了意见。"), ("a2", "body", "随后座谈。")
    )
    after = JoinWithPrevious(article_id="a2").applied_to(text, page)
    assert shape(text, after) == [["代表们", "+车间，", "随后座"]]


def test_join_with_previous_refuses_the_first_article() -> None:
    text, page = build(*PAGE)
    with pytest.raises(EditError, match="第一篇"):
        JoinWithPrevious(article_id="a1").applied_to(text, page)


def test_a_headline_behind_its_body_goes_to_the_top_when_joined() -> None:
    text, page = build(("a1", "body", "河水清了。"), ("a1", "body", "鱼也多了。"), ("a2", "headline", "清水河"))
    after = JoinWithPrevious(article_id="a2").applied_to(text, page)
    assert shape(text, after) == [["清水河", "河水清", "鱼也多"]]


def test_joins_inside_the_joined_article_stay() -> None:
    text, page = build(("a1", "body", "一句话。"), ("a2", "body", "两句话。"), ("a2", "+body", "三句话。"))
    after = JoinArticles(target="a1", article_id="a2").applied_to(text, page)
    assert shape(text, after) == [["一句话", "两句话", "+三句话"]]


def test_a_block_sent_to_furniture_loses_its_join_and_running_role() -> None:
    text, page = build(*PAGE)
    after = MoveSegments(starts=starts(text, "居民。"), target=None).applied_to(text, page)
    moved = [segment for segment in after.furniture if text[segment.start] == "居"]
    assert [(s.role, s.join, s.checked) for s in moved] == [(Role.OTHER, False, True)]
    check(text, after)


def test_a_tail_before_its_article_goes_to_the_end() -> None:
    text, page = build(
        ("a1", "body", "居民。"), ("a2", "headline", "修桥"), ("a2", "body", "桥东区修好了旧桥，方便了两岸的")
    )
    after = MoveSegments(starts=(0,), target="a2").applied_to(text, page)
    assert shape(text, after) == [["修桥", "桥东区", "+居民。"]]


def test_an_index_places_segments_exactly() -> None:
    text, page = build(*PAGE)
    after = MoveSegments(starts=starts(text, "他们准备"), target="a1", index=1).applied_to(text, page)
    assert shape(text, after)[0] == ["桥东区", "他们准", "本报讯", "+桥东区", "+居民。"]


def test_new_article_of_chosen_blocks_puts_headings_first() -> None:
    text, page = build(*PAGE)
    after = MoveToNewArticle(starts=starts(text, "居民。", "各地简讯")).applied_to(text, page)
    assert ["各地简", "居民。"] in shape(text, after)
    check(text, after)


def test_new_article_of_a_whole_article_is_refused() -> None:
    text, page = build(*PAGE)
    with pytest.raises(EditError, match="独立"):
        MoveToNewArticle(starts=starts(text, "茶园", "他们准备")).applied_to(text, page)


def test_a_body_joins_its_new_dateline() -> None:
    text, page = build(("a1", "body", "本报讯 记者赵明报道。"), ("a1", "body", "今天开会。"))
    after = SetRole(starts=(0,), role=Role.DATELINE).applied_to(text, page)
    assert shape(text, after) == [["本报讯", "+今天开"]]


def test_order_moves_and_stops_at_the_ends() -> None:
    text, page = build(*PAGE)
    start = text.index("茶园")
    after = MoveInOrder(start=start, step=1).applied_to(text, page)
    assert shape(text, after)[1] == ["他们准", "茶园今"]
    with pytest.raises(EditError, match="最后"):
        MoveInOrder(start=start, step=1).applied_to(text, after)


def test_cut_leaves_white_space_out_and_merge_takes_it_back() -> None:
    text, page = build(("a1", "body", "本报讯　今天开会。"))
    after = CutSegment(at=3).applied_to(text, page)
    assert [(s.start, s.end) for s in after.articles[0].segments] == [(0, 3), (4, 9)]
    merged = MergeSegments(start=0).applied_to(text, after)
    assert [(s.start, s.end) for s in merged.articles[0].segments] == [(0, 9)]


def test_merge_over_a_blank_line_is_refused() -> None:
    text, page = build(*PAGE)
    with pytest.raises(EditError, match="不相连"):
        MergeSegments(start=text.index("茶园")).applied_to(text, page)


def test_join_is_set_and_taken_away() -> None:
    text, page = build(*PAGE)
    start = text.index("他们准备")
    joined = SetJoin(start=start, join=True).applied_to(text, page)
    assert shape(text, joined)[1] == ["茶园今", "+他们准"]
    assert shape(text, SetJoin(start=start, join=False).applied_to(text, joined)) == shape(text, page)
    with pytest.raises(EditError, match="第一段"):
        SetJoin(start=text.index("茶园"), join=True).applied_to(text, page)


def test_accepting_settles_a_doubt() -> None:
    text, page = build(*PAGE)
    after = AcceptSegments(starts=(0,)).applied_to(text, page)
    assert after.articles[0].segments[0].confidence == 1.0


@pytest.mark.parametrize(
    ("alternative", "expected"),
    [
        (Alternative(kind="role", role=Role.SUBHEAD), Role.SUBHEAD),
        (Alternative(kind="furniture"), Role.OTHER),
    ],
)
def test_second_best_readings_are_taken(alternative: Alternative, expected: Role) -> None:
    text, page = build(*PAGE)
    [article] = [a for a in page.articles if a.id == "a2"]
    first = article.segments[0]
    changed = type(first)(start=first.start, end=first.end, alternatives=(alternative,))
    page = page.replaced(articles=(page.articles[0], type(article)(id="a2", segments=(changed, *article.segments[1:]))))
    after = TakeAlternative(start=first.start).applied_to(text, page)
    pair = after.segment_at(first.start)
    assert pair is not None
    assert pair[1].role is expected


def test_selected_lines_go_where_they_are_sent() -> None:
    text, page = build(*PAGE)
    start = text.index("茶农很高兴")
    after = IsolateRange(start=start, end=start + 5, target=NEW_ARTICLE).applied_to(text, page)
    assert ["茶农很"] in shape(text, after)
    check(text, after)


def test_continuations_are_linked() -> None:
    text, page = build(*PAGE)
    after = LinkContinuation(article_id="a1", continues_to="p2#a4").applied_to(text, page)
    assert after.article("a1").continues_to == "p2#a4"


def test_what_is_gone_is_refused_in_words() -> None:
    text, page = build(*PAGE)
    with pytest.raises(EditError, match="不存在"):
        SetRole(starts=(1,), role=Role.BODY).applied_to(text, page)
    with pytest.raises(EditError, match="没有编号"):
        MoveSegments(starts=(0,), target="zz").applied_to(text, page)
