"""How often characters follow one another in printed news, up to three in a row, and what that says of a break."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

Count = Callable[[str], int]
"""Returns how often one to three characters in a row were seen."""

_PRIOR = 2.0
"""Strength of the shorter context in the longer one's estimate (Dirichlet smoothing, MacKay and Peto 1995)."""
_LEVELS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_MOST_REMEMBERED = 100_000
_RATIO = 1.35
"""A count is kept in whole steps of this factor: a letter is enough for it."""
_COUNTS = {level: max(1, round(_RATIO**step)) for step, level in enumerate(_LEVELS)}


class Followers:
    """Counts of runs of characters, kept as what follows each character and each pair.

    Args:
        table: for each run its followers, a character and the letter of its count one after another; the empty run
            has the counts of single characters.
    """

    def __init__(self, table: Mapping[str, str]) -> None:
        self.table = table
        self._counted: dict[str, int] = {}
        self.total = sum(_count_of(level) for level in table.get("", "")[1::2])

    @classmethod
    def of_counts(cls, counts: Mapping[str, int]) -> Followers:
        """Return the table of runs of one to three characters."""
        rows: dict[str, list[str]] = {}
        for run in sorted(counts):
            rows.setdefault(run[:-1], []).append(run[-1] + level_of(counts[run]))
        return cls({run: "".join(found) for run, found in rows.items()})

    def count(self, run: str) -> int:
        """Return about how often the run was seen."""
        found = self._counted.get(run)
        if found is None:
            if len(self._counted) > _MOST_REMEMBERED:
                self._counted.clear()
            found = self._counted[run] = self._look_up(run)
        return found

    def _look_up(self, run: str) -> int:
        row, last = self.table.get(run[:-1], ""), run[-1]
        place = row.find(last)
        while place % 2 and place >= 0:  # a letter of the text may look like the letter of a count
            place = row.find(last, place + 1)
        return _count_of(row[place + 1]) if place >= 0 else 0


def level_of(count: int) -> str:
    """Return the letter that stands for a count of 1 or more."""
    return _LEVELS[min(round(math.log(count, _RATIO)), len(_LEVELS) - 1)]


def _count_of(level: str) -> int:
    return _COUNTS[level]


NOT_COUNTED = Followers({})


def runs_on(before: str, after: str, count: Count, total: int) -> float:
    """Return by how much (nats) ``before`` makes the first two characters of ``after`` more likely than they are.

    Args:
        before, after: folded text on both sides of the break, at least one character each.
        count: of runs of up to three characters.
        total: of all characters counted.
    """
    last, first = before[-1], after[0]
    alone = (count(first) + 0.5) / (total + 1.0)
    by_one = (count(last + first) + _PRIOR * alone) / (count(last) + _PRIOR)
    likely = by_one
    if len(before) > 1:
        pair = before[-2:]
        likely = (count(pair + first) + _PRIOR * by_one) / (count(pair) + _PRIOR)
    gain = math.log(likely / alone)
    if len(after) > 1:
        second = after[:2]
        usual = (count(second) + 0.5) / (count(first) + 1.0)
        gain += math.log((count(last + second) + _PRIOR * usual) / (count(last + first) + _PRIOR) / usual)
    return gain
