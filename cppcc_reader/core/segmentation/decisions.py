"""The page's one decision in words and numbers: what precedes each unit, why, how surely, and what else could be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cppcc_reader.core.model.segment import Alternative, Evidence
from cppcc_reader.core.segmentation.assembly import LinkDecision
from cppcc_reader.core.segmentation.assignment import best_links
from cppcc_reader.core.segmentation.confidence import Confidences
from cppcc_reader.core.segmentation.link_features import LinkFeatures
from cppcc_reader.core.segmentation.link_model import LinkModel, LinkScores, shares_after, shares_before
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.reasons import reason_of_link, reason_of_start

_WORTH_MENTIONING = 0.03
"""A second reading below this probability is not shown."""


@dataclass(frozen=True, slots=True)
class RawDecision:
    """What stands before a unit (None: it begins an article) with the uncorrected probability."""

    before: int | None
    raw: float
    options: dict[int | None, float]


def raw_decisions(view: PageView, features: LinkFeatures, model: LinkModel) -> dict[int, RawDecision]:
    """Decide all links of a page at once and return each with its raw probability."""
    scores = model.scores(features, view.kinds)
    chosen = best_links(scores.gains)
    return {unit: _raw(scores, features, unit, chosen.get(unit)) for unit in scores.units}


def _raw(scores: LinkScores, features: LinkFeatures, unit: int, before: int | None) -> RawDecision:
    options = shares_before(scores, features.candidates[unit], unit)
    raw = options[before]
    if before is not None:
        raw = (raw * shares_after(scores, before)[unit]) ** 0.5
    return RawDecision(before, raw, options)


def link_decisions(
    view: PageView, decided: Mapping[int, RawDecision], confidences: Confidences
) -> dict[int, LinkDecision]:
    """Return the decisions with confidences, reasons and second readings."""
    roots = _roots(decided)
    return {
        unit: LinkDecision(one.before, _evidence(view, unit, one, confidences), _second_reading(view, unit, one, roots))
        for unit, one in decided.items()
    }


def _evidence(view: PageView, unit: int, one: RawDecision, confidences: Confidences) -> Evidence:
    if one.before is None:
        return Evidence(confidences.begin.of(one.raw), reason_of_start(view, unit))
    return Evidence(confidences.link.of(one.raw), reason_of_link(view, one.before, unit))


def _second_reading(view: PageView, unit: int, one: RawDecision, roots: Mapping[int, int]) -> tuple[Alternative, ...]:
    others = {
        before: probability
        for before, probability in one.options.items()
        if before != one.before and (before is None or roots.get(before) != roots[unit])
    }
    if not others:
        return ()
    before, probability = max(others.items(), key=lambda item: item[1])
    if probability < _WORTH_MENTIONING:
        return ()
    if before is None:
        return (Alternative(kind="begin", evidence=Evidence(round(probability, 4), reason_of_start(view, unit))),)
    evidence = Evidence(round(probability, 4), reason_of_link(view, before, unit))
    return (Alternative(kind="attach", target=view.units[before].start, evidence=evidence),)


def _roots(decided: Mapping[int, RawDecision]) -> dict[int, int]:
    """Return for each unit the first unit of its article."""
    roots: dict[int, int] = {}
    for unit in decided:
        path = [unit]
        while path[-1] not in roots and (before := decided[path[-1]].before) is not None:
            path.append(before)
        root = roots.get(path[-1], path[-1])
        roots.update(dict.fromkeys(path, root))
    return roots
