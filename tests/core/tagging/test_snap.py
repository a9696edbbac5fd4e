"""What a double click means, and growing and shrinking a selection."""

from __future__ import annotations

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.tagging.snap import Edge, Step, resized, snap, suggestion_at, word_at
from page_builder import build

TEXT, PAGE = build(("a1", "body", "调研组来到白水市政"), ("a1", "+body", "协座谈"), ("", "section", "政协要闻"))
BODY = Mention(id="s1", label="ORG", fragments=(Span(5, 9), Span(11, 12)), origin=Origin.SUGGESTED)


def words(fragments: tuple[Span, ...]) -> str:
    return "|".join(span.text_of(TEXT) for span in fragments)


def test_a_double_click_takes_the_suggested_mention_else_the_word() -> None:
    suggested = PAGE.replaced(mentions=(BODY,))
    assert words(snap(TEXT, suggested, 6)) == "白水市政|协"
    assert words(snap(TEXT, suggested, 0)) == "调研组"
    assert suggestion_at(PAGE.replaced(mentions=(Mention(id="m", label="ORG", fragments=(Span(5, 9),)),)), 6) is None


def test_a_word_goes_across_a_column_break() -> None:
    assert words(word_at(TEXT, PAGE, 8)) == "市政|协"
    assert words(word_at(TEXT, PAGE, TEXT.index("要闻"))) == "要闻"


def test_white_space_and_places_outside_hold_no_word() -> None:
    assert word_at(TEXT, PAGE, 9) == ()
    assert word_at(TEXT, PAGE, 9999) == ()


def test_each_end_moves_by_characters_or_words() -> None:
    start = (Span(3, 5),)
    assert words(resized(TEXT, PAGE, start, edge=Edge.END, step=Step.CHARACTER, outward=True)) == "来到白"
    assert words(resized(TEXT, PAGE, start, edge=Edge.START, step=Step.WORD, outward=True)) == "调研组来到"
    assert words(resized(TEXT, PAGE, start, edge=Edge.START, step=Step.CHARACTER, outward=False)) == "到"
    assert words(resized(TEXT, PAGE, (Span(8, 9),), edge=Edge.END, step=Step.CHARACTER, outward=True)) == "政|协"


def test_a_selection_that_cannot_move_stays() -> None:
    one = (Span(0, 1),)
    assert resized(TEXT, PAGE, one, edge=Edge.START, step=Step.WORD, outward=True) == one
    assert resized(TEXT, PAGE, one, edge=Edge.END, step=Step.CHARACTER, outward=False) == one
    across = (Span(0, 1), Span(TEXT.index("要"), TEXT.index("要") + 1))
    assert resized(TEXT, PAGE, across, edge=Edge.END, step=Step.WORD, outward=True) == across
