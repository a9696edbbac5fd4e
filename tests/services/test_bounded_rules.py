"""A regular expression that would take for ever is stopped, named and left out; the others go on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cppcc_reader.core.tagging.custom_rules import CustomRules, LabelRule, RuleError
from cppcc_reader.services.bounded_rules import BoundedRules, RuleTooSlowError, try_rule
from cppcc_reader.services.label_rules import keep_label_rules
from cppcc_reader.services.library_tagger import presegmenter_of
from cppcc_reader.storage.library import Library

ENDLESS = LabelRule(label="LAW", pattern="(禾+)+$")
TEXT = "《茶乡条例》" + "禾" * 40 + "。"
HONEST = LabelRule(label="LAW", words=("茶乡",), pattern="《(?P<name>.+?)》")


def test_what_is_found_is_what_the_plain_rules_find() -> None:
    rules = [HONEST, LabelRule(label="PER", words=("禾",))]
    found = list(BoundedRules(rules).candidates(TEXT))
    key = lambda one: (one.start, one.end, one.label)  # noqa: E731
    assert sorted(found, key=key) == sorted(CustomRules(rules).candidates(TEXT), key=key)


def test_an_endless_pattern_is_stopped_and_the_others_go_on(allow_logs: Callable[[str], None]) -> None:
    rules = BoundedRules([ENDLESS, HONEST], seconds=0.3)
    allow_logs("太慢")
    assert {(one.start, one.end) for one in rules.candidates(TEXT)} == {(1, 3), (1, 5)}
    (told,) = rules.stopped()
    assert "LAW" in str(told)
    assert "(禾+)+$" in str(told)
    assert len(list(rules.candidates(TEXT))) == 2
    assert len(rules.stopped()) == 1


def test_a_rule_on_trial_says_what_is_wrong_with_it(allow_logs: Callable[[str], None]) -> None:
    assert [TEXT[one.start : one.end] for one in try_rule(HONEST, TEXT)] == ["茶乡", "茶乡条例"]
    with pytest.raises(RuleError, match="有误"):
        try_rule(LabelRule(label="LAW", pattern="("), TEXT)
    allow_logs("太慢")
    with pytest.raises(RuleTooSlowError):
        try_rule(ENDLESS, TEXT, seconds=0.3)


def test_rules_of_words_start_no_process() -> None:
    rules = BoundedRules([LabelRule(label="PER", words=("禾",))])
    assert list(rules.candidates("禾"))
    assert rules._matcher is None


def test_a_library_tells_of_its_rules_that_were_stopped(tmp_path: Path, allow_logs: Callable[[str], None]) -> None:
    with Library.create(tmp_path / "a.cppcc") as library:
        keep_label_rules(library, [ENDLESS])
        machine = presegmenter_of(library)
    assert machine.complaints() == ()
    allow_logs("太慢")
    machine.tagger()._rules._seconds = 0.3
    list(machine.tagger()._rules.candidates(TEXT))
    assert ["LAW" in words for words in machine.complaints()] == [True]
