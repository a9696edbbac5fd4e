"""Full forms for short names."""

from __future__ import annotations

from tagging_samples import GAZETTEER

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.tagging.normal_forms import full_place, longer_form, propose_normal_forms
from page_builder import build


def test_a_short_body_takes_the_longest_that_ends_alike() -> None:
    names = ["青山省蓝田彝族自治州政协", "蓝田州政协", "县政协"]
    assert longer_form("州政协", names) == "青山省蓝田彝族自治州政协"
    assert longer_form("蓝田州政协", names) == "青山省蓝田彝族自治州政协"


def test_nothing_is_proposed_where_the_page_does_not_tell() -> None:
    assert longer_form("政协", ["白水市政协"]) is None
    assert longer_form("县政协", ["红石县政协", "黑石县政协"]) is None
    assert longer_form("州政协", ["县政协"]) is None


def test_a_place_takes_its_parents_and_needs_evidence_where_two_bear_the_name() -> None:
    assert full_place("红石", "", GAZETTEER) == "青山省白水市红石县"
    assert full_place("无名", "", GAZETTEER) is None


def test_the_own_article_is_asked_before_the_page() -> None:
    text, page = build(("a1", "body", "红石县政协，县政协"), ("a2", "body", "黑石县政协，县政协"))
    spans = [Span(0, 5), Span(6, 9), Span(11, 16), Span(17, 20)]
    mentions = tuple(Mention(id=f"m{n}", label="ORG", fragments=(span,)) for n, span in enumerate(spans))
    proposed = propose_normal_forms(text, page.replaced(mentions=mentions), GAZETTEER)
    assert proposed == {"m1": "红石县政协", "m3": "黑石县政协"}
