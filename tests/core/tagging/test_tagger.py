"""The entity suggester by its rules: examples of the guideline, and properties that hold of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tagging_samples import GAZETTEER, found

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.invariants import find_problems
from cppcc_reader.core.model.mention import Origin
from cppcc_reader.core.tagging.candidate import LABELS
from cppcc_reader.core.tagging.custom_rules import CustomRules, LabelRule
from cppcc_reader.core.tagging.tagger import Tagger
from page_builder import build

TAGGER = Tagger(GAZETTEER)


def tagged(text: str) -> list[tuple[str, str]]:
    return found(text, TAGGER.candidates([text])[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("白水市政协召开会议", [("ORG", "白水市政协")]),
        ("青山白水市政协召开会议", [("ORG", "青山白水市政协")]),
        ("全区政协组织", [("ORG", "政协")]),
        ("广大政协委员踊跃行动", []),
        ("区政协经济委主任张大明说", [("ORG", "区政协经济委"), ("TITLE", "主任"), ("PER", "张大明")]),
        (
            "县政协党组书记、主席李明出席",
            [("ORG", "县政协党组"), ("TITLE", "书记"), ("TITLE", "主席"), ("PER", "李明")],
        ),
        ("政协党组织", [("ORG", "政协")]),
        ("州委副书记、局长周正到会", [("ORG", "州委"), ("TITLE", "副书记"), ("TITLE", "局长"), ("PER", "周正")]),
        ("市委市政府", [("ORG", "市委"), ("ORG", "市政府")]),
        ("县政协主席会议听取汇报", [("ORG", "县政协")]),
        ("白水市市场监管局局长王平", [("ORG", "白水市市场监管局"), ("TITLE", "局长"), ("PER", "王平")]),
        ("赴青山省白水市红石县绿洲镇考察", [("LOC", "青山省白水市红石县绿洲镇")]),
        ("财政部门负责", []),
        ("财政部发文", [("ORG", "财政部")]),
        ("主席关于加强学习的讲话", []),
        ("团县委联合开展", [("ORG", "团县委")]),
        ("人民银行白水市分行通报", [("ORG", "人民银行白水市分行")]),
        (
            "区公安局交警大队副主任王平",
            [("ORG", "区公安局交警大队"), ("TITLE", "副主任"), ("PER", "王平")],
        ),
        ("大石村党支部书记王平", [("ORG", "大石村党支部"), ("TITLE", "书记"), ("PER", "王平")]),
        ("县政协城建环资委主任王平", [("ORG", "县政协城建环资委"), ("TITLE", "主任"), ("PER", "王平")]),
        ("在白水市三号码头等船", [("LOC", "白水市三号码头")]),
        ("在白水市创建国家级步行街", [("LOC", "白水市")]),
        ("10位市政协委员和群众参加", [("ORG", "市政协")]),
    ],
)
def test_names_are_found_as_the_guideline_wants(text: str, expected: list[tuple[str, str]]) -> None:
    assert tagged(text) == expected


def test_a_byline_gives_names_and_what_they_are() -> None:
    assert tagged("本报讯(记者 张三 通讯员 李 四 欧阳小五)近日") == [
        ("TITLE", "记者"),
        ("PER", "张三"),
        ("TITLE", "通讯员"),
        ("PER", "李 四"),
        ("PER", "欧阳小五"),
    ]


def test_a_signature_ends_a_paragraph() -> None:
    assert tagged("会议结束。(王小平)\n下一段(王小平)继续") == [("PER", "王小平"), ("PER", "王小平")]
    assert tagged("会议结束(高兴)。") == []


def test_a_name_across_a_column_break_is_one_mention_of_two_fragments() -> None:
    text, page = build(("a1", "body", "调研组来到青山省白"), ("a1", "+body", "水市考察"))
    [mention] = TAGGER.suggest(text, page)
    assert (mention.label, mention.quote(text), len(mention.fragments)) == ("LOC", "青山省白水市", 2)
    assert mention.origin is Origin.SUGGESTED
    assert mention.evidence is not None
    assert mention.evidence.reason


def test_a_name_known_on_the_page_is_found_where_nothing_else_shows_it() -> None:
    text, page = build(("a1", "body", "县政协主席李大钟出席。"), ("a2", "body", "随后李大钟离开了"))
    assert [one.quote(text) for one in TAGGER.suggest(text, page) if one.label == "PER"] == ["李大钟", "李大钟"]


def test_what_was_rejected_on_the_page_stays_away() -> None:
    text, page = build(("a1", "body", "白水市政协召开会议"))
    assert TAGGER.suggest(text, page.replaced(rejected=frozenset({("ORG", "白水市政协")}))) == ()


def test_rules_of_the_project_come_first() -> None:
    rules = CustomRules([LabelRule(label="EVENT", pattern="[青白]水市政协")])
    text = "白水市政协召开会议"
    assert found(text, Tagger(GAZETTEER, rules=rules).candidates([text])[0]) == [("EVENT", "白水市政协")]


_PIECES = st.sampled_from(
    [
        "白水市",
        "青山",
        "政协",
        "县委",
        "主席",
        "张三",
        "(记者 ",
        ")",
        "2031年",
        "5月",
        "6日至8日",
        "\n",
        "，",
        "。",
        "“",
        " ",
        "公司",
    ]
)
_TEXTS = st.lists(_PIECES | st.text(max_size=4), max_size=25).map("".join)


@given(_TEXTS)
def test_of_any_text_suggestions_are_flat_labelled_ranges_inside_it(text: str) -> None:
    [candidates] = TAGGER.candidates([text])
    end = 0
    for one in candidates:
        assert end <= one.start < one.end <= len(text)
        assert one.label in LABELS
        assert 0 <= one.confidence <= 1
        end = one.end
    assert TAGGER.candidates([text]) == [candidates]


@given(st.lists(_TEXTS.map(lambda text: " ".join(text.split())).filter(bool), min_size=1, max_size=4))
def test_of_any_page_suggestions_hold_the_invariants(blocks: list[str]) -> None:
    text, page = build(*((f"a{number}", "body", block) for number, block in enumerate(blocks)))
    mentions = TAGGER.suggest(text, page)
    assert not [problem for problem in find_problems(text, AnnotationSet.of(mentions=mentions)) if "实体" in problem]
