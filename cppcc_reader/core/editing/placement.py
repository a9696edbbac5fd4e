"""Where a moved segment goes in its new article, when nobody says where."""

from __future__ import annotations

from collections.abc import Sequence

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment

_RANK = {Role.KICKER: 0, Role.HEADLINE: 1, Role.DECK: 2}
_OPENING = frozenset({*_RANK, Role.DATELINE, Role.BYLINE, Role.LEAD})


def placed(existing: Sequence[Segment], moved: Sequence[Segment]) -> list[Segment]:
    """Return the reading order of an article after ``moved`` (in the order given) has come to it.

    Headings go to the other headings at the top. Running text goes behind the last segment that stands
    before it on the page; a piece that stands before the whole article is its tail if the article has an
    opening of its own (newspapers set tails before heads when columns are read across), else its beginning.
    """
    order = list(existing)
    for segment in moved:
        order.insert(_index_for(order, segment), segment)
    return order


def _index_for(order: Sequence[Segment], segment: Segment) -> int:
    if segment.role in _RANK:
        return _heading_index(order, segment)
    before = [index for index, other in enumerate(order) if other.start < segment.start]
    if not before:
        has_opening = bool(order) and order[0].role in _OPENING
        return len(order) if has_opening else 0
    nearest = max(before, key=lambda index: order[index].start)
    # A late headline lies near the piece on the page but far from it in the reading order.
    return len(order) if order[nearest].role in _RANK and nearest + 1 < len(order) else nearest + 1


def _heading_index(order: Sequence[Segment], segment: Segment) -> int:
    top = 0
    while top < len(order) and order[top].role in _RANK:
        top += 1
    for index in range(top):
        other = order[index]
        if (_RANK[other.role], other.start) > (_RANK[segment.role], segment.start):
            return index
    return top
