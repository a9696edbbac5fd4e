"""Commands on mentions."""

from __future__ import annotations

import pytest

from cppcc_reader.core.editing.command import EditError
from cppcc_reader.core.editing.mention_commands import (
    AcceptMentions,
    AddMention,
    AddMentions,
    RejectMentions,
    RelabelMentions,
    RemoveMentions,
    ReplaceSuggestions,
    ResizeMention,
    SetNormalForm,
    SetNormalForms,
)
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.span import Span
from page_builder import build

TEXT, PAGE = build(("a1", "body", "区政协主席李明到青"), ("a1", "+body", "山县调研。"))
BROKEN = (Span(8, 9), Span(11, 13))


def suggested(mention_id: str, start: int, end: int, label: str) -> Mention:
    return Mention(id=mention_id, label=label, fragments=(Span(start, end),), origin=Origin.SUGGESTED)


def quotes(annotations: AnnotationSet) -> list[tuple[str, str, str]]:
    return [(m.quote(TEXT), m.label, m.origin.value) for m in annotations.mentions]


def test_a_name_across_a_column_break_is_one_mention() -> None:
    after = AddMention(fragments=BROKEN, label="LOC").applied_to(TEXT, PAGE)
    assert quotes(after) == [("青山县", "LOC", "person")]
    assert after.mentions[0].fragments == BROKEN


def test_white_space_at_the_edges_is_left_out() -> None:
    after = AddMention(fragments=(Span(8, 10), Span(10, 13)), label="LOC").applied_to(TEXT, PAGE)
    assert after.mentions[0].fragments == BROKEN


def test_tagging_over_a_suggestion_replaces_it_and_nesting_keeps_it() -> None:
    page = PAGE.replaced(mentions=(suggested("m1", 0, 3, "ORG"),))
    assert quotes(AddMention(fragments=(Span(0, 5),), label="TITLE").applied_to(TEXT, page)) == [
        ("区政协主席", "TITLE", "person")
    ]
    nested = AddMention(fragments=(Span(0, 5),), label="TITLE", replacing=False).applied_to(TEXT, page)
    assert [quote for quote, _label, _origin in quotes(nested)] == ["区政协主席", "区政协"]


def test_tagging_twice_is_refused() -> None:
    page = AddMention(fragments=(Span(5, 7),), label="PER").applied_to(TEXT, PAGE)
    with pytest.raises(EditError, match="已经"):
        AddMention(fragments=(Span(5, 7),), label="PER").applied_to(TEXT, page)


def test_many_at_once_pass_over_what_is_there() -> None:
    page = AddMention(fragments=(Span(5, 7),), label="PER").applied_to(TEXT, PAGE)
    wanted = (suggested("x", 5, 7, "PER"), suggested("x", 0, 3, "ORG"))
    after = AddMentions(mentions=wanted).applied_to(TEXT, page)
    assert sorted(quotes(after)) == [("区政协", "ORG", "suggested"), ("李明", "PER", "person")]
    assert len({m.id for m in after.mentions}) == 2


def test_accept_reject_relabel_resize_remove() -> None:
    page = PAGE.replaced(mentions=(suggested("m1", 0, 3, "ORG"), suggested("m2", 5, 7, "PER")))
    accepted = AcceptMentions(ids=("m1",)).applied_to(TEXT, page)
    assert ("区政协", "ORG", "accepted") in quotes(accepted)
    rejected = RejectMentions(ids=("m2",)).applied_to(TEXT, accepted)
    assert rejected.rejected == {("PER", "李明")}
    relabelled = RelabelMentions(ids=("m1",), label="LOC").applied_to(TEXT, rejected)
    resized = ResizeMention(id="m1", fragments=(Span(0, 5),)).applied_to(TEXT, relabelled)
    assert quotes(resized) == [("区政协主席", "LOC", "person")]
    assert RemoveMentions(ids=("m1",)).applied_to(TEXT, resized).mentions == ()


def test_a_rejected_suggestion_stays_away() -> None:
    page = PAGE.replaced(rejected=frozenset({("PER", "李明")}))
    after = ReplaceSuggestions(mentions=(suggested("s1", 5, 7, "PER"), suggested("s2", 0, 3, "ORG"))).applied_to(
        TEXT, page
    )
    assert quotes(after) == [("区政协", "ORG", "suggested")]


def test_suggestions_give_way_to_what_people_made() -> None:
    page = AddMention(fragments=(Span(0, 5),), label="TITLE").applied_to(TEXT, PAGE)
    after = ReplaceSuggestions(mentions=(suggested("s1", 0, 3, "ORG"),)).applied_to(TEXT, page)
    assert quotes(after) == [("区政协主席", "TITLE", "person")]


def test_normal_forms_are_set_and_cleared() -> None:
    page = AddMention(fragments=(Span(0, 3),), label="ORG").applied_to(TEXT, PAGE)
    named = SetNormalForm(ids=("m1",), normal_form="青山市桥东区政协").applied_to(TEXT, page)
    assert named.mentions[0].normal_form == "青山市桥东区政协"
    assert SetNormalForm(ids=("m1",), normal_form=" ").applied_to(TEXT, named).mentions[0].normal_form is None


def test_nothing_selected_is_refused() -> None:
    with pytest.raises(EditError, match="选中"):
        AddMention(fragments=(Span(9, 11),), label="PER").applied_to(TEXT, PAGE)
    with pytest.raises(EditError, match="不存在"):
        RemoveMentions(ids=("m9",)).applied_to(TEXT, PAGE)


def test_several_normal_forms_are_one_step_and_leave_the_rest_alone() -> None:
    page = PAGE.replaced(mentions=(suggested("m1", 0, 3, "ORG"), suggested("m2", 5, 7, "PER")))
    after = SetNormalForms(forms=(("m1", "青山县青山区政协"),)).applied_to(TEXT, page)
    assert [mention.normal_form for mention in after.mentions] == ["青山县青山区政协", None]
    with pytest.raises(EditError):
        SetNormalForms(forms=(("m9", "无"),)).applied_to(TEXT, page)


def test_new_suggestions_get_ids_of_their_own() -> None:
    own = Mention(id="m2", label="TITLE", fragments=(Span(3, 5),))
    page = PAGE.replaced(mentions=(own,))
    fresh = tuple(suggested("s", start, start + 1, "PER") for start in (0, 1, 2, 5, 6))
    after = ReplaceSuggestions(mentions=fresh).applied_to(TEXT, page)
    assert len({m.id for m in after.mentions}) == len(after.mentions) == 6
