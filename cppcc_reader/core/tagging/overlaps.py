"""Choosing among candidates that overlap: mentions are flat, and the outermost name is meant."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from cppcc_reader.core.tagging.candidate import Candidate, Rank

_SURE_LIST = 0.85
"""Confidence from which a list or pattern corrects the model."""
_LONGEST_NAME = 40


def best_without_overlap(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates without overlaps, by position.

    Higher ranks come first. Among whole names and certain ones the longest goes before, for the outermost
    name is meant; among the others the surest. The outcome does not depend on the order they come in.
    """
    chosen: list[tuple[int, int, Candidate]] = []
    for one in sorted(set(candidates), key=_precedence):
        at = bisect_left(chosen, (one.start,), key=lambda entry: (entry[0],))
        before_is_free = at == 0 or chosen[at - 1][1] <= one.start
        after_is_free = at == len(chosen) or one.end <= chosen[at][0]
        if before_is_free and after_is_free:
            insort(chosen, (one.start, one.end, one), key=lambda entry: entry[0])
    return [one for _start, _end, one in chosen]


def without_parts(modelled: Iterable[Candidate], listed: Iterable[Candidate]) -> list[Candidate]:
    """Return what the model found without parts of listed names, and without doubtful other labels for them.

    The model sees a name in its sentence and so goes before a list, unless it saw a part of the name only.
    What is certain stays in any case.
    """
    sure = sorted((one.start, one.end, one.label) for one in listed if one.confidence >= _SURE_LIST)
    starts = [start for start, _end, _label in sure]
    return [
        one
        for one in modelled
        if one.rank > Rank.ORDINARY or not any(_is_better(entry, one) for entry in _around(sure, starts, one))
    ]


def _around(sure: list[tuple[int, int, str]], starts: list[int], one: Candidate) -> list[tuple[int, int, str]]:
    return sure[bisect_left(starts, one.start - _LONGEST_NAME) : bisect_left(starts, one.start + 1)]


def _is_better(entry: tuple[int, int, str], one: Candidate) -> bool:
    start, end, label = entry
    if not (start <= one.start and one.end <= end):
        return False
    is_part = end - start > one.end - one.start
    return (is_part and label == one.label) or (label != one.label and one.confidence < _SURE_LIST)


def _precedence(one: Candidate) -> tuple[int, float, int, int, str, str]:
    length = one.end - one.start
    by_length = one.rank >= Rank.WHOLE_NAME
    return (-one.rank, -length if by_length else -one.confidence, -length, one.start, one.label, one.reason)
