"""Readable features of "this unit comes directly after that one", of "this unit begins" and of "this unit ends"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from cppcc_reader.core.segmentation import patterns as p
from cppcc_reader.core.segmentation.candidates import CandidateFinder
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.sentence_flow import SentenceFlow

_CONNECTIVE = re.compile(
    r"(?:此外|同时|据悉|据了解|据介绍|随后|接下来|下一步|为此|对此|因此|其中|目前|当天|会上|会议|活动|与此同时|不仅如此|"
    r"另外|而|但|于是|记者了解到|截至|在此|这|该|他|她|它|其)"
)
_SHARED_STEPS = (0.0, 0.5, 1.2, 2.5, 5.0)
_TOPIC_STEPS = (0.02, 0.06, 0.12, 0.2, 0.3, 0.45)
_TOPIC_GROUP = 4
_FLOW_STEPS = (-1.0, 0.5, 1.5, 3.0, 4.5)
_INSIDE_STEPS = (0.03, 0.2, 0.5, 0.8, 0.97)

Features = list[str]


class LinkFeatures:
    """Features of the links of one page; computed on demand, each unit's own part once."""

    def __init__(self, view: PageView, flow: SentenceFlow) -> None:
        self._view = view
        self._flow = flow
        self._ends = [self._end_state(index) for index in range(len(view.units))]
        self._begins = [self._begin_state(index) for index in range(len(view.units))]
        self._openings = [self._opening(index) for index in range(len(view.units))]
        self._open_before = self._count_open_ends()
        finder = CandidateFinder(view)
        self.candidates = [finder.before(index) for index in range(len(view.units))]
        self._shared, self._topic = self._overlaps()
        self._sides = self._head_sides()

    def of_links(self, unit: int) -> list[Features]:
        """Return the features of each candidate link to ``unit``, in the order of its candidates."""
        befores = self.candidates[unit]
        shared, topic = self._shared[unit], self._topic[unit]
        best, best_topic = max(shared, default=0.0), max(topic, default=0.0)
        flows = [self._flow_between(before, unit) for before in befores]
        best_flow = max((flow for flow in flows if flow is not None), default=None)
        found = []
        for before, weight, cosine, flow in zip(befores, shared, topic, flows, strict=True):
            features = self._pair(before, unit)
            pair = features[0]
            features.append(f"共有={_step(weight, _SHARED_STEPS)}|{pair[:4]}")
            if best > 0.0:
                features.append(
                    f"共有最多={'是' if weight == best else ('近' if weight > best / 2 else '否')}|{pair[:4]}"
                )
            features.append(f"话题={_step(cosine, _TOPIC_STEPS)}|{pair[:4]}")
            if best_topic > 0.05:
                features.append(f"话题最近={_rank(cosine, best_topic)}|{pair[:4]}")
            if flow is not None and best_flow is not None:
                features.append(f"衔接={_step(flow, _FLOW_STEPS)}|{pair[2:4]}")
                features.append(f"衔接最好={'是' if flow == best_flow else '否'}|{pair[2:4]}")
            found.append(features)
        return found

    def of_beginning(self, unit: int) -> Features:
        """Return the features of ``unit`` beginning an article."""
        view = self._view
        kind, role = view.kinds[unit], view.guesses[unit].role.value
        before = view.before[unit]
        left = f"{view.kinds[before]}{self._ends[before]}" if before >= 0 else "^"
        after = view.after[unit]
        right = view.kinds[after] if after >= 0 else "$"
        begin, opening = self._begins[unit], self._openings[unit]
        shared, topic = max(self._shared[unit], default=0.0), max(self._topic[unit], default=0.0)
        adjacent = self._topic[unit][0] if self.candidates[unit] else 0.0
        features = [
            f"始={kind}",
            f"始.角={role}",
            f"始={kind}|{left}",
            f"始={kind}|{begin}|{left}",
            f"始={kind}|{begin}|{opening}",
            f"始={kind}|{opening}|{left}",
            f"始.共有={kind}|{_step(shared, _SHARED_STEPS)}",
            f"始={kind}|后{right}",
            f"始.话题={kind}|{_step(topic, _TOPIC_STEPS)}|{_step(adjacent, _TOPIC_STEPS)}",
        ]
        if kind in "TY":
            features.append(f"始.题={role}|{left}|{right}")
            features.append(f"始.题属={kind}|{self._sides[unit]}|{left[0]}")
            if before >= 0:
                features.append(f"始.题属={kind}|{self._sides[before]}{self._sides[unit]}|{left[0]}")
            features.append(f"始.题似={_tenths(view.guesses[unit].headline)}|{_tenths(view.guesses[unit].subhead)}")
            features.append(f"始.题似={_tenths(view.guesses[unit].subhead)}|{left}")
        if view.facts[unit].dateline:
            features.append(f"始.电头|{left}")
        return features

    def of_end(self, unit: int) -> Features:
        """Return the features of ``unit`` ending its article (or its part on this page)."""
        view = self._view
        kind, end = view.kinds[unit], self._ends[unit]
        after = view.after[unit]
        right = f"{view.kinds[after]}{self._begins[after]}" if after >= 0 else "$"
        opening = self._openings[after] if after >= 0 else "$"
        return [
            f"终={kind}",
            f"终={kind}{end}",
            f"终.角={view.guesses[unit].role.value}",
            f"终={kind}{end}|{right}",
            f"终={kind}|{self._tail(unit)}",
            f"终.题属={kind}|{self._sides[unit]}|{right[0]}",
            f"终={kind}{end}|{opening}|{right[0]}",
            f"终.长={kind}|{min(view.facts[unit].length // 40, 4)}|{right[0]}",
        ]

    def _pair(self, before: int, unit: int) -> Features:
        view = self._view
        first, second = view.kinds[before], view.kinds[unit]
        where = self._where(before, unit)
        base = f"{first}{second}{where}"
        end, begin, opening = self._ends[before], self._begins[unit], self._openings[unit]
        features = [base, f"{base}|{end}|{begin}", f"{base}|{opening}", f"宽窄={self._same_width(before, unit)}"]
        if first in "TY" or second in "TYS":
            features += self._head_pair(before, unit, base)
        if second in "BS" and first in "BS":
            features += self._text_pair(before, unit, base)
        if second in "CR" or first in "CR":
            features.append(
                f"图|{base}|{view.guesses[before].role.value}|{int(view.facts[unit].credit)}{int(view.facts[before].credit)}"
            )
        tail = self._tail(before)
        if tail != "无":
            features.append(f"尾={tail}|{base[1:]}")
        if view.facts[unit].note_from:
            features.append(f"接版|{base}")
        return features

    def _head_pair(self, before: int, unit: int, base: str) -> Features:
        view = self._view
        first, second = view.guesses[before], view.guesses[unit]
        after = view.after[before]
        rest = "尾" if after < 0 or view.kinds[after] not in "TY" else view.guesses[after].role.value
        features = [
            f"题角={first.role.value}|{second.role.value}|{base[2:]}",
            f"题末={rest}|{base}",
            f"题角末={first.role.value}|{rest}|{base[1:]}",
        ]
        if base[:2] in ("TT", "TY", "YT"):
            features.append(f"题属={self._sides[before]}{self._sides[unit]}|{base[2:]}")
            features.append(f"题属={self._sides[before]}{self._sides[unit]}|{first.role.value}|{second.role.value}")
        elif base[0] in "TY" and base[1] not in "TY":
            features.append(f"题文属={self._sides[before]}|{base}")
            features.append(f"题文属={self._sides[before]}|{base}|{rest}")
        elif view.kinds[unit] == "T":
            features.append(f"文题属={self._sides[unit]}|{base}")
        if view.kinds[unit] in "TS":
            features.append(f"题似={_tenths(second.headline)}|{_tenths(second.subhead)}|{base[:1]}{base[2:]}")
        if view.kinds[unit] not in "TY":
            previous = view.before[unit]
            left = f"{view.kinds[previous]}{self._ends[previous]}" if previous >= 0 else "^"
            features.append(f"题文={base}|{left}|{self._begins[unit]}")
            features.append(f"题文={base}|{left}|{self._openings[unit]}")
            if after >= 0 and after != unit:
                features.append(f"题旁={base}|{view.kinds[after]}{self._begins[after]}{self._openings[after]}")
        return features

    def _text_pair(self, before: int, unit: int, base: str) -> Features:
        view = self._view
        first, second = view.facts[before], view.facts[unit]
        features = []
        if first.quote_debt > 0 or second.quote_debt < 0:
            features.append(f"引号={int(first.quote_debt > 0)}{int(second.quote_debt < 0)}|{base[2:]}")
        if self._ends[before] != "。" and base[2:] != "邻":
            between = abs(self._open_before[unit] - self._open_before[before]) - (before < unit)
            features.append(f"其间断头={min(between, 4)}|{base[2]}|{self._begins[unit]}")
        return features

    def _where(self, before: int, unit: int) -> str:
        view = self._view
        if view.before[unit] == before:
            return "邻"
        if before > unit:
            if view.kinds[before] in "TY":
                return f"后{min(view.head_run_before[before] - view.head_run_before[unit], 4)}"
            return "后" + ("近" if before - unit < 8 else "远")
        if view.run[before] == view.run[unit]:
            return "同段"
        between = {view.kinds[place] for place in range(before + 1, unit)} if unit - before < 12 else {"B"}
        if between <= set("CRF"):
            return "隔图"
        if between <= set("TYF"):
            return "隔题"
        if between <= set("TYCRF"):
            return "隔图题"
        return f"隔{min(view.head_run_before[unit] - view.head_run_before[before], 4)}"

    def _overlaps(self) -> tuple[list[list[float]], list[list[float]]]:
        """Return for each unit and candidate the rare words and the topic that they share, all reckoned at once."""
        view = self._view
        sizes = [len(one) for one in self.candidates]
        befores = np.fromiter((before for one in self.candidates for before in one), dtype=np.int64, count=sum(sizes))
        units = np.repeat(np.arange(len(sizes)), sizes)
        first, stop = view.group_bounds()
        left, right = (first[befores], befores + 1), (units, stop[units])
        shared = view.overlap.rare_between(left, right).tolist()
        wide_first, wide_stop = view.group_bounds(_TOPIC_GROUP)
        topic = view.overlap.topic_between((wide_first[befores], befores + 1), (units, wide_stop[units])).tolist()
        return _cut(shared, sizes), _cut(topic, sizes)

    def _head_sides(self) -> list[str]:
        """Return for each head whether it shares more with the text before it (前) or after it (后); 平 for neither."""
        view = self._view
        heads = [index for index, kind in enumerate(view.kinds) if kind in "TYS"]
        sides = ["平"] * len(view.kinds)
        if not heads:
            return sides
        before, after = view.text_around(heads, _TOPIC_GROUP)
        alone = (np.asarray(heads), np.asarray(heads) + 1)
        backward, forward = view.overlap.rare_between(before, alone), view.overlap.rare_between(alone, after)
        for index, left, right in zip(heads, backward.tolist(), forward.tolist(), strict=True):
            if left > right + 0.3:
                sides[index] = "前前" if left > 3 * right + 1.0 else "前"
            elif right > left + 0.3:
                sides[index] = "后后" if right > 3 * left + 1.0 else "后"
        return sides

    def _flow_between(self, before: int, unit: int) -> float | None:
        if self._ends[before] in "。" or self._view.kinds[before] != "B" or self._view.kinds[unit] != "B":
            return None
        return self._flow.across(self._view.facts[before].text, self._view.facts[unit].text)

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
        view = self._view
        if view.facts[index].dateline:
            return "电"
        if view.facts[index].starts_inside:
            return "续"
        return str(_step(view.guesses[index].inside, _INSIDE_STEPS))

    def _opening(self, index: int) -> str:
        text = self._view.facts[index].text
        if self._view.facts[index].dateline:
            return "电"
        if p.DATE_LEAD.match(text):
            return "时"
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


def _cut(values: list[float], sizes: Sequence[int]) -> list[list[float]]:
    found, start = [], 0
    for size in sizes:
        found.append(values[start : start + size])
        start += size
    return found


def _rank(value: float, best: float) -> str:
    return "是" if value == best else ("近" if value > 0.7 * best else "否")


def _step(value: float, steps: Sequence[float]) -> int:
    for step, bound in enumerate(steps):
        if value <= bound:
            return step
    return len(steps)


def _tenths(probability: float) -> int:
    """Return a probability in coarse steps: 0, 1 (to a fifth), 2 (to a half), 3 (to four fifths), 4."""
    return _step(probability, (0.02, 0.2, 0.5, 0.8))
