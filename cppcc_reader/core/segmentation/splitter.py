"""Splitting a page: units, roles, links, one global decision, articles."""

from __future__ import annotations

import math

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.segmentation import role_rules
from cppcc_reader.core.segmentation.assembly import LinkDecision, assemble
from cppcc_reader.core.segmentation.assignment import Link, best_links
from cppcc_reader.core.segmentation.candidates import CandidateFinder
from cppcc_reader.core.segmentation.facts import facts_of
from cppcc_reader.core.segmentation.link_rules import LinkRules
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.patterns import folded
from cppcc_reader.core.segmentation.reasons import reason_of_link, reason_of_start
from cppcc_reader.core.segmentation.similarity import Similarity
from cppcc_reader.core.segmentation.units import units_of


class SplitterModel:
    """A trained splitter; without one the rules decide."""


def split_page(text: str, model: SplitterModel | None = None) -> AnnotationSet:
    """Split a page into articles and furniture.

    Any text gives a partition of its non-blank characters that keeps every invariant.

    Args:
        text: the page's frozen text.
        model: the trained splitter, or None to decide by rules alone.
    """
    view = _view_by_rules(text)
    return assemble(text, view, _decisions_by_rules(view))


def _view_by_rules(text: str) -> PageView:
    flat = folded(text)
    units = units_of(text, flat)
    facts = [facts_of(unit, flat) for unit in units]
    guesses = role_rules.guess_roles(units, facts)
    return PageView(units, facts, guesses, Similarity([fact.text for fact in facts]))


def _decisions_by_rules(view: PageView) -> dict[int, LinkDecision]:
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
