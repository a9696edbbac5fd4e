"""A library's own rules for labels: lists of words and regular expressions, kept as one of its settings."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from cppcc_reader.core.tagging.custom_rules import CustomRules, LabelRule, RuleError
from cppcc_reader.storage.library import Library

SETTING = "label_rules"
_LOG = logging.getLogger(__name__)


def label_rules_of(library: Library) -> tuple[LabelRule, ...]:
    """Return the rules of a library; what cannot be read any more is left out and logged."""
    rules: list[LabelRule] = []
    for stored in library.settings.get(SETTING, []):
        try:
            rules.append(_rule(stored))
        except (KeyError, TypeError, ValueError):
            _LOG.exception("a label rule of %s cannot be read", library.path)
    return tuple(rules)


def keep_label_rules(library: Library, rules: Sequence[LabelRule]) -> None:
    """Store the rules of a library.

    Raises:
        RuleError: if a regular expression is wrong; nothing is written then.
        LibraryError: if the library cannot be written.
    """
    CustomRules(rules)
    library.settings.set(
        SETTING,
        [
            {"label": rule.label, "words": list(rule.words), "pattern": rule.pattern, "confidence": rule.confidence}
            for rule in rules
        ],
    )


def _rule(stored: dict[str, Any]) -> LabelRule:
    rule = LabelRule(
        label=str(stored["label"]),
        words=tuple(str(word) for word in stored.get("words", ())),
        pattern=str(stored.get("pattern", "")),
        confidence=float(stored.get("confidence", 0.9)),
    )
    CustomRules([rule])
    return rule


__all__ = ["SETTING", "LabelRule", "RuleError", "keep_label_rules", "label_rules_of"]
