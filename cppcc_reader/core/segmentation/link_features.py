"""What the linker sees of "this unit comes directly after that one", of "this unit begins" and of "this unit ends"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from cppcc_reader.core.segmentation import patterns as p
from cppcc_reader.core.segmentation.across_heads import AcrossSteps, across_heads
from cppcc_reader.core.segmentation.candidates import CandidateFinder
from cppcc_reader.core.segmentation.clues import Clue
from cppcc_reader.core.segmentation.manner import manner_of
from cppcc_reader.core.segmentation.nearness import SHARED_STEPS, MeaningSteps, Nearness
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.sentence_flow import SentenceFlow
from cppcc_reader.core.segmentation.topics import NEAR_STEPS, TOPIC_STEPS

_CONNECTIVE = re.compile(
    r"(?:此外|同时|据悉|据了解|据介绍|随后|接下来|下一步|为此|对此|因此|其中|目前|当天|会上|会议|活动|与此同时|不仅如此|"
    r"另外|而|但|于是|记者了解到|截至|在此|这|该|他|她|它|其)"
)
_SIDE_GROUP = 4
_HEAD_GROUP = 8
_FLOW_STEPS = (-5.0, -2.5, -0.5, 1.0, 2.5, 4.0, 6.0, 8.0)
_INSIDE_STEPS = (0.03, 0.2, 0.5, 0.8, 0.97)
_BEHIND_STEPS = (0.0, 1.0, 2.5, 5.0)
_NO_SEAM = 9
_ENOUGH_SIGNED = 4
_HABIT = 0.75
"""A page has a habit where this share of its heads, and so many, follow it."""
_GOES_ON = 2.0
"""Rare words shared across a single line, from which the text seems to go on."""
_SURE_STEPS = (0.02, 0.2, 0.5, 0.8)


class LinkFeatures:
    """Clues of the links of one page; each unit's own part is computed once, words in common all at once."""

    def __init__(self, view: PageView, flow: SentenceFlow) -> None:
        self._view = view
        self._flow = flow
        places = range(len(view.units))
        self._roles = [guess.role.value for guess in view.guesses]
        self._ends = [self._end_state(index) for index in places]
        self._openings = [self._opening(index) for index in places]
        self._begins = [self._begin_state(index) for index in places]
        self._tails = [self._tail(index) for index in places]
        self._looks = [
            (bisect_left(_SURE_STEPS, guess.headline), bisect_left(_SURE_STEPS, guess.subhead))
            for guess in view.guesses
        ]
        self._manner = manner_of(view.facts)
        self._open_before = self._count_open_ends()
        finder = CandidateFinder(view)
        self._nearness = Nearness(view, [finder.before(index) for index in places])
        self.candidates = self._nearness.candidates
        self._amid: set[int] = set()
        self._nearest_after = self._nearness.nearest_after()
        self._between: dict[int, AcrossSteps] = {}
        self._sides = self._head_sides()
        self._signed_page = self._is_signed_page()

    def of_links(self, unit: int) -> list[list[Clue]]:
        """Return the clues of each candidate link to ``unit``, in the order of its candidates."""
        befores = self.candidates[unit]
        flows = [self._flow_between(before, unit) for before in befores]
        best_flow = max((flow for flow in flows if flow is not None), default=0.0)
        meanings = self._nearness.meanings[unit]
        found = []
        for place, (before, flow) in enumerate(zip(befores, flows, strict=True)):
            clues = self._link(before, unit)
            base = str(clues[0][1])
            clues.append(("words", base[:4], *self._nearness.words[unit][place]))
            seam = _NO_SEAM
            if flow is not None:
                seam = bisect_left(_BEHIND_STEPS, best_flow - flow)
                clues.append(("flow", base[2:4], bisect_left(_FLOW_STEPS, flow), seam))
            if meanings:
                clues += _meant(base, seam, meanings[place])
            found.append(clues)
        return found

    def of_beginning(self, unit: int) -> list[Clue]:
        """Return the clues of ``unit`` beginning an article."""
        view = self._view
        kind, role = view.kinds[unit], self._roles[unit]
        left = self._left(unit)
        before, after = view.before[unit], view.after[unit]
        right = view.kinds[after] if after >= 0 else "$"
        shared, topic = max(self._nearness.shared[unit], default=0.0), max(self._nearness.topic[unit], default=0.0)
        adjacent = self._nearness.topic[unit][0] if self.candidates[unit] else 0.0
        clues: list[Clue] = [
            ("begin", kind, role, left, right, self._begins[unit], self._openings[unit]),
            (
                "beginwords",
                kind,
                bisect_left(SHARED_STEPS, shared),
                bisect_left(TOPIC_STEPS, topic),
                bisect_left(TOPIC_STEPS, adjacent),
            ),
        ]
        clues.append(("beginorder", self._manner, kind, left, self._openings[unit]))
        if near := self._nearness.near[unit]:
            clues.append(
                ("beginmeaning", kind, bisect_left(NEAR_STEPS, max(near)), bisect_left(NEAR_STEPS, near[0]), left[0])
            )
        if kind in "TS" and unit in self._between:
            clues.append(("beginbetween", kind, left, *self._between[unit]))
        if kind in "TY":
            side = self._sides[before] if before >= 0 else "无"
            clues.append(("beginhead", role, left, right, *self._looks[unit]))
            clues.append(("beginside", kind, side, self._sides[unit], left[0]))
        if unit in self._amid and self._signed_page and self._stands_alone(unit):
            clues.append(("beginunsigned",))
        return clues

    def of_end(self, unit: int) -> list[Clue]:
        """Return the clues of ``unit`` ending its article (or its part on this page)."""
        view = self._view
        kind, after = view.kinds[unit], view.after[unit]
        right = f"{view.kinds[after]}{self._begins[after]}" if after >= 0 else "$"
        opening = self._openings[after] if after >= 0 else "$"
        length = min(view.facts[unit].length // 40, 4)
        clues: list[Clue] = [
            ("end", kind, self._roles[unit], self._ends[unit], right, opening, self._tails[unit]),
            ("endmore", kind, right[0], length, self._sides[unit]),
            ("endorder", self._manner, kind, self._ends[unit], right[0], self._tails[unit]),
        ]
        if unit in self._nearest_after:
            clues.append(("endmeaning", kind, self._ends[unit], bisect_left(NEAR_STEPS, self._nearest_after[unit])))
        return clues

    def _link(self, before: int, unit: int) -> list[Clue]:
        view = self._view
        first, second = view.kinds[before], view.kinds[unit]
        base = f"{first}{second}{self._where(before, unit)}"
        end, begin, opening = self._ends[before], self._begins[unit], self._openings[unit]
        note = int(view.facts[unit].note_from)
        clues: list[Clue] = [
            ("pair", base, end, begin, opening, self._same_width(before, unit), self._tails[before], note),
            ("order", self._manner, base, end, opening),
        ]
        if first in "TY" or second in "TYS":
            clues += self._head_link(before, unit, base)
        elif second == "B" and first in "BS":
            clues.append(self._text_link(before, unit, base))
        if second in "CR" or first in "CR":
            both = f"{int(view.facts[unit].credit)}{int(view.facts[before].credit)}"
            clues.append(("picture", base, self._roles[before], both))
        return clues

    def _head_link(self, before: int, unit: int, base: str) -> list[Clue]:
        view = self._view
        first, second = self._roles[before], self._roles[unit]
        after = view.after[before]
        rest = "尾" if after < 0 or view.kinds[after] not in "TY" else self._roles[after]
        clues: list[Clue] = [("heads", base, first, second, rest)]
        if base[0] in "TY" or base[1] in "TY":
            clues.append(("sides", base, first, second, self._sides[before], self._sides[unit], rest))
        if base[1] in "TS":
            clues.append(("doubtful", base[0] + base[2:], *self._looks[unit]))
        if base[1] not in "TY":
            rival = ""
            if after >= 0 and after != unit:
                rival = f"{view.kinds[after]}{self._begins[after]}{self._openings[after]}"
            clues.append(("headtext", base, self._left(unit), self._begins[unit], self._openings[unit], rival))
        return clues

    def _text_link(self, before: int, unit: int, base: str) -> Clue:
        view = self._view
        first, second = view.facts[before], view.facts[unit]
        quotes = between = ""
        if first.quote_debt > 0 or second.quote_debt < 0:
            quotes = f"{int(first.quote_debt > 0)}{int(second.quote_debt < 0)}"
        if self._ends[before] != "。" and base[2:] != "邻":
            count = abs(self._open_before[unit] - self._open_before[before]) - (before < unit)
            between = f"{min(count, 4)}|{base[2]}|{self._begins[unit]}"
        return ("text", base[2:], quotes, between)

    def _left(self, unit: int) -> str:
        before = self._view.before[unit]
        return f"{self._view.kinds[before]}{self._ends[before]}" if before >= 0 else "^"

    def _where(self, before: int, unit: int) -> str:
        view = self._view
        if view.before[unit] == before:
            return "邻"
        if before > unit:
            if view.kinds[before] in "TY":
                return f"后{min(view.head_run_before[before] - view.head_run_before[unit], 4)}"
            return "后近" if before - unit < 8 else "后远"
        if view.run[before] == view.run[unit]:
            return "同段"
        between = set(view.kinds[before + 1 : unit]) if unit - before < 12 else {"B"}
        if between <= {"C", "R", "F"}:
            return "隔图"
        if between <= {"T", "Y", "F"}:
            return "隔题"
        if between <= {"T", "Y", "C", "R", "F"}:
            return "隔图题"
        return f"隔{min(view.head_run_before[unit] - view.head_run_before[before], 4)}"

    def _head_sides(self) -> list[str]:
        """Return for each head whether it shares more with the text before it (前) or after it (后); 平 for neither."""
        view = self._view
        heads = [index for index, kind in enumerate(view.kinds) if kind in "TYS"]
        sides = ["平"] * len(view.kinds)
        if not heads:
            return sides
        before, after = view.text_around(heads, _SIDE_GROUP)
        alone = (np.asarray(heads), np.asarray(heads) + 1)
        backward, forward = view.overlap.rare_between(before, alone), view.overlap.rare_between(alone, after)
        across = view.overlap.rare_between(before, after)
        self._between = _head_meanings(view, heads)
        self._amid = {heads[place] for place in np.flatnonzero(across >= _GOES_ON).tolist()}
        for index, left, right in zip(heads, backward.tolist(), forward.tolist(), strict=True):
            if left > right + 0.3:
                sides[index] = "前前" if left > 3 * right + 1.0 else "前"
            elif right > left + 0.3:
                sides[index] = "后后" if right > 3 * left + 1.0 else "后"
        return sides

    def _stands_alone(self, unit: int) -> bool:
        """Tell whether a head is a single line between texts, without dateline or byline."""
        view = self._view
        before, after = view.before[unit], view.after[unit]
        if before < 0 or after < 0 or view.kinds[unit] not in "TS" or self._is_signed(unit):
            return False
        return view.kinds[before] in "BS" and view.kinds[after] in "BS"

    def _is_signed(self, unit: int) -> bool:
        """Tell whether what follows a head shows who wrote it or where it comes from."""
        after = self._view.after[unit]
        if after < 0:
            return False
        fact = self._view.facts[after]
        return self._view.kinds[after] in "YCRN" or fact.dateline or fact.note_from

    def _is_signed_page(self) -> bool:
        """Tell whether it is the habit of this page that articles have a dateline or a byline."""
        runs = [run for run in self._view.head_runs if run]
        signed = sum(any(self._view.kinds[one] == "Y" for one in run) or self._is_signed(run[-1]) for run in runs)
        return signed >= _ENOUGH_SIGNED and signed >= _HABIT * len(runs)

    def _flow_between(self, before: int, unit: int) -> float | None:
        if self._ends[before] == "。" or self._view.kinds[before] not in "BS" or self._view.kinds[unit] != "B":
            return None
        return self._flow.runs_on(self._view.facts[before].text, self._view.facts[unit].text)

    def _end_state(self, index: int) -> str:
        fact = self._view.facts[index]
        if fact.ends_whole:
            return "。"
        last = fact.text[-1]
        if last in ",;、":
            return ","
        if last in ":—":
            return ":"
        return "”" if last in p.CLOSERS else "词"

    def _begin_state(self, index: int) -> str:
        fact = self._view.facts[index]
        if fact.dateline:
            return "电"
        if fact.starts_inside:
            return "续"
        return str(bisect_left(_INSIDE_STEPS, self._view.guesses[index].inside))

    def _opening(self, index: int) -> str:
        text = self._view.facts[index].text
        if self._view.facts[index].dateline:
            return "电"
        if date := p.DATE_LEAD.match(text):
            return "时地" if p.PLACE_NEXT.match(text, date.end()) else "时"
        if text[0] in "“『「":
            return "引"
        if p.LIST_HEAD.match(text):
            return "序"
        return "承" if _CONNECTIVE.match(text) else "他"

    def _tail(self, index: int) -> str:
        fact = self._view.facts[index]
        if fact.note_to:
            return "转版"
        if fact.byline_tail:
            return "署名"
        if fact.credit:
            return "摄"
        return "括" if fact.text[-1] == ")" else "无"

    def _same_width(self, before: int, unit: int) -> str:
        left, right = self._view.widths[before], self._view.widths[unit]
        return "不明" if not left or not right else ("同" if left == right else "异")

    def _count_open_ends(self) -> list[int]:
        count, found = 0, []
        for index, end in enumerate(self._ends):
            found.append(count)
            count += end != "。" and self._view.kinds[index] == "B"
        return found


def _head_meanings(view: PageView, heads: Sequence[int]) -> dict[int, AcrossSteps]:
    """Return for each head how the texts on both sides of it hang together; nothing without a model of meaning."""
    if view.meaning is None:
        return {}
    before, after = view.text_up_to_heads(heads, _HEAD_GROUP)
    places = np.asarray(heads, dtype=np.int64)
    return dict(zip(heads, across_heads(places, before, after, view.meaning, view.overlap.topics), strict=True))


def _meant(base: str, seam: int, steps: MeaningSteps) -> list[Clue]:
    """Return the clues of a candidate's meaning; ``seam``: how far its seam is behind the best one."""
    near, lead, alone, lead_alone = steps
    clues: list[Clue] = [("meaning", base[:4], near, lead), ("alone", base[:4], alone, lead_alone)]
    if base[0] in "BS" and base[1] in "BS":
        clues.append(("seam", base[2], seam, lead_alone // 2, lead // 2))
    return clues
