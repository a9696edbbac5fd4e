"""Counting the actions from a split to the gold."""

from __future__ import annotations

from cppcc_reader.services.effort import effort
from page_builder import build

GOLD = (
    ("a1", "headline", "桥东区修好三座桥"),
    ("a1", "dateline", "本报讯"),
    ("a1", "+body", "桥东区今年修好了三座旧桥，方便了两岸的"),
    ("a1", "+body", "居民。"),
    ("a2", "headline", "茶园丰收"),
    ("a2", "body", "茶园今年丰收，茶农很高兴。"),
    ("", "section", "各地简讯"),
)


def changed(*rows: tuple[int, tuple[str, str]]) -> tuple[tuple[str, str, str], ...]:
    wanted = dict(rows)
    return tuple((*wanted.get(i, row[:2]), row[2]) for i, row in enumerate(GOLD))


def test_a_right_page_costs_nothing() -> None:
    text, gold = build(*GOLD)
    found = effort(text, gold, gold)
    assert (found.actions, found.reached, found.labeller) == (0, True, 7)


def test_one_wrong_role_costs_one_action() -> None:
    text, gold = build(*GOLD)
    _text, page = build(*changed((4, ("a2", "subhead"))))
    assert effort(text, page, gold).steps == (("更改角色", 1),)


def test_two_articles_taken_for_one_cost_one_action() -> None:
    text, gold = build(*GOLD)
    _text, page = build(*changed((4, ("a1", "headline")), (5, ("a1", "body"))))
    found = effort(text, page, gold)
    assert found.reached
    assert found.actions == 1


def test_one_article_taken_for_two_costs_one_action() -> None:
    text, gold = build(*GOLD)
    _text, page = build(*changed((3, ("a9", "body"))))
    found = effort(text, page, gold)
    assert found.reached
    assert found.actions == 1


def test_a_banner_taken_for_an_article_costs_one_action() -> None:
    text, gold = build(*GOLD)
    _text, page = build(*changed((6, ("a9", "headline"))))
    found = effort(text, page, gold)
    assert found.reached
    assert found.actions == 1


def test_an_uncut_dateline_is_cut_and_named() -> None:
    text, gold = build(("a1", "body", "本报讯 今天开会。"))
    gold = build(("a1", "body", "本报讯 今天开会。"))[1]
    from cppcc_reader.core.editing.segment_commands import CutSegment, SetRole
    from cppcc_reader.core.model.role import Role

    wanted = SetRole(starts=(0,), role=Role.DATELINE).applied_to(text, CutSegment(at=4).applied_to(text, gold))
    found = effort(text, gold, wanted)
    assert found.reached
    assert found.actions == 2


def test_what_is_ambiguous_costs_nothing() -> None:
    text, gold = build(*GOLD)
    _text, page = build(*changed((6, ("a9", "headline"))))
    start = text.index("各地简讯")
    assert effort(text, page, gold, ((start, start + 4),)).actions == 0
