"""Labels found by lists of words or by regular expressions that a project gives as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cppcc_reader.core.tagging.candidate import Candidate, Rank

LONGEST_MATCH = 200
"""Matches longer than this many characters are no names and are left out."""


class RuleError(ValueError):
    """A rule that cannot be used; the message is Chinese and names the rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRule:
    """One rule: a label with the words, the regular expression, or both, that find it.

    Attributes:
        label: id of a label of the tag set.
        words: written out; the longest wins where several begin at one place.
        pattern: a regular expression, empty for none; its group ``name``, if there is one, is the mention.
        confidence: probability in [0, 1] that is shown with the suggestion.
    """

    label: str
    words: tuple[str, ...] = ()
    pattern: str = ""
    confidence: float = 0.9


class CustomRules:
    """Rules made ready for use."""

    def __init__(self, rules: Iterable[LabelRule] = ()) -> None:
        """Compile the rules.

        Raises:
            RuleError: if a regular expression is wrong.
        """
        self._compiled = [pair for rule in rules for pair in _compiled(rule)]

    def candidates(self, text: str) -> Iterator[Candidate]:
        """Yield what the rules find in a text."""
        for rule, pattern, reason in self._compiled:
            group = "name" if "name" in pattern.groupindex else 0
            for match in pattern.finditer(text):
                start, end = match.span(group)
                if 0 <= start < end <= start + LONGEST_MATCH and text[start:end].strip():
                    yield Candidate(start, end, rule.label, rule.confidence, reason, Rank.PROJECT)


def _compiled(rule: LabelRule) -> Iterator[tuple[LabelRule, re.Pattern[str], str]]:
    words = sorted({word for word in rule.words if word.strip()}, key=lambda word: (-len(word), word))
    if words:
        yield rule, re.compile("|".join(map(re.escape, words))), "项目词表"
    if rule.pattern:
        try:
            yield rule, re.compile(rule.pattern), "项目规则"
        except re.error as error:
            raise RuleError(f"标签 {rule.label} 的正则表达式有误：{rule.pattern}（{error.msg}）") from error
