"""Which units may come directly before a unit in its article."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from cppcc_reader.core.segmentation.page_view import PageView

_NEAR = 5
_NEAR_HEAD = 2
"""Units back that are always considered, for text and for heads, captions and the like."""
_HEAD_RUNS_AHEAD = 3
_HEAD_RUNS_BACK = 2
_HEADS_OF_RUN = 5
_ALIKE = 2
_MOST_COMPARED = 600
"""Texts of a page up to which each is compared with every other."""
_OPEN_ENDS = 10
"""Broken-off ends considered on either side of a unit that begins in mid-sentence."""


class CandidateFinder:
    """Finds the possible predecessors of each unit; their number is bounded, so a page costs linear time."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        facts, kinds = view.facts, view.kinds
        self._open_ends = [i for i, kind in enumerate(kinds) if kind in "BS" and facts[i].ends_open]
        self._alike = self._nearest_in_meaning()
        self._run_ends = [i for i in range(len(kinds) - 1) if kinds[i] == "B" and view.run[i] != view.run[i + 1]]

    def before(self, index: int) -> list[int]:
        """Return the possible predecessors of a unit, nearest first where it matters not otherwise."""
        view = self._view
        if view.kinds[index] == "F":
            return []
        text = view.kinds[index] in "BS"
        found = self._near(index, _NEAR if text else _NEAR_HEAD)
        if view.kinds[index] not in "TY":
            found += self._heads_around(index)
            found += self._distant(self._run_ends, index, 6, ahead=False)
            found += self._alike.get(index, [])
            if view.guesses[index].inside > 0.05:
                found += self._distant(self._open_ends, index, _OPEN_ENDS, ahead=True)
        return list(dict.fromkeys(found))

    def _nearest_in_meaning(self) -> dict[int, list[int]]:
        """Return for each text the few texts of the page that are nearest in meaning; none on an endless page."""
        view = self._view
        texts = np.asarray([i for i, kind in enumerate(view.kinds) if kind in "BS"], dtype=np.int64)
        if view.meaning is None or not 1 < len(texts) <= _MOST_COMPARED:
            return {}
        return dict(zip(texts.tolist(), view.meaning.nearest(texts, texts, _ALIKE), strict=True))

    def _near(self, index: int, reach: int) -> list[int]:
        found: list[int] = []
        place = self._view.before[index]
        while place >= 0 and len(found) < reach:
            found.append(place)
            place = self._view.before[place]
        return found

    def _heads_around(self, index: int) -> list[int]:
        view = self._view
        upto = view.head_run_before[index]
        ahead = view.head_runs[upto : upto + _HEAD_RUNS_AHEAD]
        back = view.head_runs[max(0, upto - _HEAD_RUNS_BACK) : upto]
        return [unit for run in back + ahead for unit in run[-_HEADS_OF_RUN:]]

    @staticmethod
    def _distant(sorted_units: list[int], index: int, reach: int, *, ahead: bool) -> list[int]:
        low = bisect_left(sorted_units, index)
        near = sorted_units[max(0, low - reach) : low]
        if ahead:
            near += sorted_units[low : low + reach]
        return [unit for unit in near if unit != index]
