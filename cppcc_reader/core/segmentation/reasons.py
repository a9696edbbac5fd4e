"""Why a unit begins an article or follows another, in words that a reader of newspapers understands."""

from __future__ import annotations

import numpy as np

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation.page_view import PageView

_ALIKE = 0.45
"""Nearness in meaning worth telling a person; about half of the parts of one article are nearer to each other."""


def reason_of_start(view: PageView, unit: int) -> str:
    """Say why a unit begins an article."""
    kind, fact = view.kinds[unit], view.facts[unit]
    if kind == "T":
        return "标题起首"
    if kind == "C":
        return "独立的图片说明"
    if fact.dateline:
        return "电头开头，未见标题"
    if fact.starts_inside or view.guesses[unit].inside > 0.5:
        return "句子缺开头，本版未见上文"
    return "与前文不相连"


def reason_of_link(view: PageView, before: int, unit: int) -> str:
    """Say why a unit follows another."""
    first, second = view.kinds[before], view.kinds[unit]
    if second == "T":
        return "同一组标题"
    if second == "Y":
        return "标题下的署名" if first in "TY" else "文末署名"
    if second == "C":
        return "图片标题后的说明" if first == "T" else "随文图片"
    if second == "R":
        return "图片说明后的署名"
    if second == "S":
        return "正文之内的小标题"
    if first in "TYN":
        return _reason_after_head(view, before, unit)
    return _reason_after_text(view, before, unit)


def _reason_after_head(view: PageView, before: int, unit: int) -> str:
    if before > unit:
        return "标题在正文之后" + _shared(view, [before], view.group_starting(unit))
    if view.before[unit] != before:
        return "隔着别的文章接上标题" + _shared(view, [before], view.group_starting(unit))
    if view.facts[unit].dateline:
        return "标题后电头开头"
    return "署名后的正文" if view.guesses[before].role is Role.BYLINE else "标题后的正文"


def _reason_after_text(view: PageView, before: int, unit: int) -> str:
    adjacent = view.before[unit] == before
    shared = "" if adjacent else _shared(view, view.group_ending(before), view.group_starting(unit))
    if view.facts[before].ends_open:
        return "上段句子未完" + ("" if adjacent else "，隔栏相接") + shared
    return ("紧接上段" if adjacent else "隔着别的文章续上文") + shared


def _shared(view: PageView, lefts: list[int], rights: list[int]) -> str:
    words = view.overlap.words_in_common(lefts, rights)
    if words:
        return "；与前文共有：" + "、".join(words)
    return "；所说与前文相近" if _alike(view, lefts, rights) else ""


def _alike(view: PageView, lefts: list[int], rights: list[int]) -> bool:
    if view.meaning is None:
        return False
    left, right = ((np.array([part[0]]), np.array([part[-1] + 1])) for part in (lefts, rights))
    return float(view.meaning.of_groups(left, right)[0]) >= _ALIKE
