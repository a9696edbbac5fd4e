"""Labels found by rules given as data."""

from __future__ import annotations

import pytest
from tagging_samples import found

from cppcc_reader.core.tagging.custom_rules import LONGEST_MATCH, CustomRules, LabelRule, RuleError


def test_words_and_patterns_find_their_label() -> None:
    rules = CustomRules(
        [LabelRule(label="EVENT", words=("兰洽会", "洽会")), LabelRule(label="LAW", pattern="《(?P<name>[^》]+条例)》")]
    )
    text = "在兰洽会上宣讲《节水条例》"
    assert found(text, list(rules.candidates(text))) == [("EVENT", "兰洽会"), ("LAW", "节水条例")]


def test_a_wrong_pattern_is_named() -> None:
    with pytest.raises(RuleError, match="LAW"):
        CustomRules([LabelRule(label="LAW", pattern="(")])


def test_endless_and_empty_matches_are_no_names() -> None:
    rules = CustomRules([LabelRule(label="X", pattern="a*"), LabelRule(label="Y", words=("", " "))])
    assert list(rules.candidates("a" * (LONGEST_MATCH + 1) + " ")) == []
