"""Choosing among candidates that overlap: mentions are flat, and the outermost name is meant."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from cppcc_reader.core.tagging.candidate import Candidate, Rank


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


def _precedence(one: Candidate) -> tuple[int, float, int, int, str, str]:
    length = one.end - one.start
    by_length = one.rank >= Rank.WHOLE_NAME
    return (-one.rank, -length if by_length else -one.confidence, -length, one.start, one.label, one.reason)
