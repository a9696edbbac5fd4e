"""Neighbours that are one name: 云南省|巍山县 is one place, 江西|新余市政协 one body."""

from __future__ import annotations

from collections.abc import Iterable

from cppcc_reader.core.tagging.candidate import LOC, ORG, Candidate
from cppcc_reader.core.tagging.gazetteer import Gazetteer

# Bodies that no place belongs to although one may stand right before them.
_NATIONAL = ("全国", "国务院", "中央", "中共中央", "党中央", "新华社", "人民政协", "国家", "政协")
# 中美, 京津: single characters side by side are several places.
_SHORTEST_LINK = 2


def joined_neighbours(text: str, candidates: Iterable[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Return the candidates with runs of places, and places before bodies, made one.

    Args:
        text: the text they stand in.
        candidates: without overlaps, by position.
        gazetteer: knows which place lies in which.
    """
    joined: list[Candidate] = []
    for one in candidates:
        if joined and _belong_together(text, joined[-1], one, gazetteer):
            joined[-1] = _union(joined[-1], one)
        else:
            joined.append(one)
    return joined


def _belong_together(text: str, left: Candidate, right: Candidate, gazetteer: Gazetteer) -> bool:
    if left.end != right.start or left.label != LOC or right.label not in (LOC, ORG):
        return False
    if left.end - left.start < _SHORTEST_LINK or right.end - right.start < _SHORTEST_LINK:
        return False
    name = text[right.start : right.end]
    for place in gazetteer.place_matches(name)[:1]:
        if place.start == 0 and not gazetteer.may_hold(text[left.start : left.end], name[: place.end]):
            return False
    if right.label == ORG:
        return not name.startswith(_NATIONAL)
    # 北京上海 are two places, 北京朝阳区 one: what follows must be a unit.
    return text[right.end - 1] in "省市县区州旗盟乡镇村社道园"


def _union(left: Candidate, right: Candidate) -> Candidate:
    confidence = min(left.confidence, right.confidence)
    return Candidate(left.start, right.end, right.label, confidence, right.reason, max(left.rank, right.rank))
