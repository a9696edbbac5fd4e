"""Scores of "this unit comes directly after that one" by rules alone, against beginning an article (score 0)."""

from __future__ import annotations

import math

import numpy as np

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.segmentation.assembly import LinkDecision
from cppcc_reader.core.segmentation.assignment import Link, best_links
from cppcc_reader.core.segmentation.candidates import CandidateFinder
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.reasons import reason_of_link, reason_of_start

_TITLE_PAIRS = {
    (Role.KICKER, Role.HEADLINE): 4.0,
    (Role.HEADLINE, Role.DECK): 4.0,
    (Role.KICKER, Role.KICKER): 1.0,
    (Role.DECK, Role.DECK): 3.0,
    (Role.HEADLINE, Role.HEADLINE): 0.5,
    (Role.HEADLINE, Role.KICKER): -0.5,
}
_NEVER = -9.0


class LinkRules:
    """The rule-made link scores of one page."""

    def __init__(self, view: PageView) -> None:
        self._view = view

    def score(self, before: int, unit: int) -> float:
        """Return how much better it is that ``unit`` follows ``before`` than that it begins an article."""
        view = self._view
        first, second = view.kinds[before], view.kinds[unit]
        adjacent = view.before[unit] == before
        if second == "T":
            return self._title_after(before, unit) if adjacent and first in "TN" else _NEVER
        if second == "Y":
            return 5.0 if adjacent and first in "TY" else (2.0 if adjacent and first == "B" else _NEVER)
        if second in "CR":
            return self._caption_after(before, unit, adjacent=adjacent)
        if first in "TYN":
            return self._text_after_head(before, unit, adjacent=adjacent)
        if first in "CR":
            return -3.0 if adjacent else _NEVER
        return self._text_after_text(before, unit, adjacent=adjacent)

    def _title_after(self, before: int, unit: int) -> float:
        pair = (self._view.guesses[before].role, self._view.guesses[unit].role)
        return _TITLE_PAIRS.get(pair, -2.0)

    def _caption_after(self, before: int, unit: int, *, adjacent: bool) -> float:
        first = self._view.kinds[before]
        if not adjacent:
            return _NEVER
        if self._view.kinds[unit] == "R":
            return 4.0 if first in "CB" else _NEVER
        return 4.0 if first == "T" else _NEVER

    def _text_after_head(self, before: int, unit: int, *, adjacent: bool) -> float:
        view = self._view
        inside = view.guesses[unit].inside > 0.5
        if adjacent:
            return 4.0
        shared = self._shared([before], unit)
        if before > unit:
            runs = view.head_run_before[before] - view.head_run_before[unit]
            start = 3.5 if view.facts[unit].dateline else 2.0
            return (_NEVER if inside else start - 1.5 * (runs - 1)) + min(shared, 3.0)
        return -4.0 + min(shared, 4.0)

    def _shared(self, lefts: list[int], unit: int) -> float:
        rights = self._view.group_starting(unit)
        pairs = [(left, right) for left in lefts for right in rights]
        found = self._view.overlap.rare(np.array([one for one, _ in pairs]), np.array([two for _, two in pairs]))
        return float(found.sum())

    def _text_after_text(self, before: int, unit: int, *, adjacent: bool) -> float:
        view = self._view
        inside, open_end = view.guesses[unit].inside > 0.5, view.facts[before].ends_open
        if view.facts[unit].dateline:
            return _NEVER
        shared = min(self._shared(view.group_ending(before), unit), 3.0)
        if adjacent:
            if view.facts[before].byline_tail or view.facts[before].note_to:
                return -1.0
            if open_end:
                return 8.0 if inside else 3.5
            return -1.0 + shared if inside else 3.0
        if open_end:
            far = min(2.0, 0.1 * abs(unit - before))
            return (2.5 if inside else -2.0) + shared - far
        return _NEVER if before > unit else -4.0 + shared


def decisions_by_rules(view: PageView) -> dict[int, LinkDecision]:
    """Decide all links of a page by rules, at once."""
    finder, rules = CandidateFinder(view), LinkRules(view)
    gains: dict[Link, float] = {}
    for unit in range(len(view.units)):
        for before in finder.before(unit):
            gains[(before, unit)] = rules.score(before, unit)
    chosen = best_links(gains)
    return {
        unit: _decision_by_rules(view, unit, chosen.get(unit), [gains[(b, unit)] for b in finder.before(unit)], gains)
        for unit, kind in enumerate(view.kinds)
        if kind != "F"
    }


def _decision_by_rules(
    view: PageView, unit: int, before: int | None, rivals: list[float], gains: dict[Link, float]
) -> LinkDecision:
    if before is None:
        sure = _squashed(2.0 - max(rivals, default=-4.0))
        return LinkDecision(None, Evidence(sure, reason_of_start(view, unit)))
    return LinkDecision(before, Evidence(_squashed(gains[(before, unit)]), reason_of_link(view, before, unit)))


def _squashed(score: float) -> float:
    """Return a score as a cautious probability between one half and 0.97 (the logistic function, capped)."""
    return round(min(0.97, max(0.5, 1.0 / (1.0 + math.exp(-score)))), 4)
