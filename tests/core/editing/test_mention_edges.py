"""Edges of a mention move by characters and by words, inside their paragraph, never beside a blank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.editing.mention_edges import with_moved_edges
from cppcc_reader.core.model.span import Span


def words(text: str) -> list[tuple[int, int]]:
    """Cut after every third character."""
    return [(at, min(at + 3, len(text))) for at in range(0, len(text), 3)]


@pytest.mark.parametrize(
    ("text", "place", "step", "by_words", "found"),
    [
        ("县政协主席何为民", Span(1, 3), (0, 1), False, "政协主"),
        ("县政协主席何为民", Span(1, 3), (-1, 0), False, "县政协"),
        ("县政协主席何为民", Span(1, 4), (1, 0), False, "协主"),
        ("赵　政说", Span(0, 1), (0, 1), False, "赵　政"),
        ("赵　政说", Span(0, 3), (0, -1), False, "赵"),
        ("甲乙\n丙丁", Span(0, 2), (0, 1), False, "甲乙"),
        ("甲乙\n丙丁", Span(3, 4), (-1, 0), False, "丙"),
        ("甲", Span(0, 1), (1, 0), False, "甲"),
        ("一二三四五六七", Span(1, 2), (0, 1), True, "二三"),
        ("一二三四五六七", Span(1, 3), (0, 1), True, "二三四五六"),
        ("一二三四五六七", Span(4, 7), (-1, 0), True, "四五六七"),
        ("一二三四五六七", Span(3, 7), (0, -1), True, "四五六"),
        ("段\n一二三四五", Span(3, 4), (0, 1), True, "二三"),
    ],
)
def test_an_edge_takes_one_step(text: str, place: Span, step: tuple[int, int], by_words: bool, found: str) -> None:
    moved = with_moved_edges(text, place, start=step[0], end=step[1], words=words if by_words else None)
    assert moved.text_of(text) == found


@given(
    st.text("甲乙 　\n", min_size=1, max_size=12),
    st.data(),
    st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]),
    st.booleans(),
)
def test_a_moved_range_keeps_a_visible_character_and_its_paragraph(
    text: str, data: st.DataObject, step: tuple[int, int], by_words: bool
) -> None:
    seen = [at for at, one in enumerate(text) if not one.isspace()]
    if not seen:
        return
    at = data.draw(st.sampled_from(seen))
    moved = with_moved_edges(
        text, Span(at, at + 1), start=step[0], end=step[1], words=words if by_words else None
    ).text_of(text)
    assert moved
    assert moved == moved.strip()
    assert "\n" not in moved
