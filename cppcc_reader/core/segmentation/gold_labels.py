"""What a gold page says of each unit: its label for the role model, and the unit before it in its article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.segmentation import patterns as p
from cppcc_reader.core.segmentation.facts import Facts
from cppcc_reader.core.segmentation.units import Unit

INSIDE = "inside"
"""Label of text that begins in the middle of a sentence; all other labels are roles."""
FURNITURE_UNIT = -2
FIRST = -1

_TELLING = (Role.HEADLINE, Role.KICKER, Role.DECK, Role.CAPTION, Role.BODY, Role.SUBHEAD, Role.BYLINE)


@dataclass(frozen=True, slots=True)
class GoldUnits:
    """The gold of one page, unit by unit.

    Attributes:
        labels: role label of each unit's main piece.
        before: the unit before it in its article, :data:`FIRST`, or :data:`FURNITURE_UNIT`.
        articles: id of the article of each unit, None for furniture.
    """

    labels: list[str]
    before: list[int]
    articles: list[str | None]


def gold_units(units: Sequence[Unit], facts: Sequence[Facts], gold: AnnotationSet) -> GoldUnits:
    """Return what the gold says of each unit; a unit that the gold cuts belongs where its main piece begins."""
    index = _GoldIndex(gold)
    labels, keys = [], []
    for unit, fact in zip(units, facts, strict=True):
        found = index.of_range(unit.main_piece.start, unit.main_piece.end)
        labels.append(_label(found, unit, fact))
        keys.append(index.key(found[0]) if found else None)
    places = sorted((key, number) for number, key in enumerate(keys) if key is not None)
    before = [FURNITURE_UNIT] * len(units)
    last: tuple[str, int] | None = None
    for (article, _order), number in places:
        before[number] = last[1] if last is not None and last[0] == article else FIRST
        last = (article, number)
    return GoldUnits(labels, before, [None if key is None else key[0] for key in keys])


class _GoldIndex:
    """Finds the gold segments of a range of the page."""

    def __init__(self, gold: AnnotationSet) -> None:
        entries: list[tuple[Segment, str | None, int]] = [
            (segment, article.id, order) for article in gold.articles for order, segment in enumerate(article.segments)
        ]
        entries += [(segment, None, 0) for segment in gold.furniture]
        self._entries = sorted(entries, key=lambda entry: entry[0].start)
        self._starts = [entry[0].start for entry in self._entries]

    def of_range(self, start: int, end: int) -> list[tuple[Segment, str | None, int]]:
        first = max(0, bisect_right(self._starts, start) - 1)
        found = []
        for entry in self._entries[first:]:
            if entry[0].start >= end:
                break
            if entry[0].end > start:
                found.append(entry)
        return found

    @staticmethod
    def key(entry: tuple[Segment, str | None, int]) -> tuple[str, int] | None:
        return None if entry[1] is None else (entry[1], entry[2])


def _label(found: Sequence[tuple[Segment, str | None, int]], unit: Unit, fact: Facts) -> str:
    if not found:
        return Role.BODY.value
    first, article, _order = found[0]
    if article is None:
        return (Role.OTHER if p.EDITOR_LINE.match(fact.text) or p.FOLIO.match(fact.text) else Role.SECTION).value
    roles = [entry[0].role for entry in found]
    role = next((one for one in _TELLING if one in roles), roles[0])
    if role is Role.BODY and first.join and first.start == unit.start:
        return INSIDE
    return role.value
