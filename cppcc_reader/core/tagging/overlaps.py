"""Choosing among candidates that overlap: flat mentions, the best sum of evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from math import log

from cppcc_reader.core.tagging.candidate import Candidate


def best_without_overlap(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the heaviest set of candidates without overlaps, by position.

    Weighted interval scheduling over merged duplicates; ties go to the earlier and longer candidate.
    """
    unique = _merge(candidates)
    ordered = sorted(unique, key=lambda one: (one.end, one.start, one.label))
    ends = [one.end for one in ordered]
    best: list[float] = [0.0]
    takes: list[bool] = []
    before: list[int] = []
    for index, one in enumerate(ordered):
        compatible = bisect_right(ends, one.start, 0, index)
        taken = best[compatible] + _weight(one)
        takes.append(taken > best[-1])
        before.append(compatible)
        best.append(max(taken, best[-1]))
    return _trace(ordered, takes, before)


def _weight(one: Candidate) -> float:
    """Evidence grows with length (the outermost name is meant) and with the odds of being right."""
    confidence = min(max(one.confidence, 0.01), 0.995)
    return (one.end - one.start) ** 0.5 * max(0.05, 1.5 + log(confidence / (1 - confidence)))


def _merge(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep one candidate of the same range and label: the most certain."""
    best: dict[tuple[int, int, str], Candidate] = {}
    for one in candidates:
        key = (one.start, one.end, one.label)
        if key not in best or best[key].confidence < one.confidence:
            best[key] = one
    return list(best.values())


def _trace(ordered: list[Candidate], takes: list[bool], before: list[int]) -> list[Candidate]:
    chosen: list[Candidate] = []
    index = len(ordered)
    while index > 0:
        if takes[index - 1]:
            chosen.append(ordered[index - 1])
            index = before[index - 1]
        else:
            index -= 1
    return chosen[::-1]
