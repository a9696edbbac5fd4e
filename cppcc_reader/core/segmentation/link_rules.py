"""Scores of "this unit comes directly after that one" by rules alone, against beginning an article (score 0)."""

from __future__ import annotations

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation.page_view import PageView

_TITLE_PAIRS = {
    (Role.KICKER, Role.HEADLINE): 4.0,
    (Role.HEADLINE, Role.DECK): 4.0,
    (Role.KICKER, Role.KICKER): 1.0,
    (Role.DECK, Role.DECK): 3.0,
    (Role.HEADLINE, Role.HEADLINE): 0.5,
    (Role.HEADLINE, Role.KICKER): -0.5,
}
_NEVER = -9.0


class LinkRules:
    """The rule-made link scores of one page."""

    def __init__(self, view: PageView) -> None:
        self._view = view

    def score(self, before: int, unit: int) -> float:
        """Return how much better it is that ``unit`` follows ``before`` than that it begins an article."""
        view = self._view
        first, second = view.kinds[before], view.kinds[unit]
        adjacent = view.before[unit] == before
        if second == "T":
            return self._title_after(before, unit) if adjacent and first in "TN" else _NEVER
        if second == "Y":
            return 5.0 if adjacent and first in "TY" else (2.0 if adjacent and first == "B" else _NEVER)
        if second in "CR":
            return self._caption_after(before, unit, adjacent=adjacent)
        if first in "TYN":
            return self._text_after_head(before, unit, adjacent=adjacent)
        if first in "CR":
            return -3.0 if adjacent else _NEVER
        return self._text_after_text(before, unit, adjacent=adjacent)

    def _title_after(self, before: int, unit: int) -> float:
        pair = (self._view.guesses[before].role, self._view.guesses[unit].role)
        return _TITLE_PAIRS.get(pair, -2.0)

    def _caption_after(self, before: int, unit: int, *, adjacent: bool) -> float:
        first = self._view.kinds[before]
        if not adjacent:
            return _NEVER
        if self._view.kinds[unit] == "R":
            return 4.0 if first in "CB" else _NEVER
        return 4.0 if first == "T" else _NEVER

    def _text_after_head(self, before: int, unit: int, *, adjacent: bool) -> float:
        view = self._view
        inside = view.guesses[unit].inside > 0.5
        if adjacent:
            return 4.0
        shared = view.similarity.between_groups([before], view.group_starting(unit))
        if before > unit:
            runs = view.head_run_before[before] - view.head_run_before[unit]
            start = 3.5 if view.facts[unit].dateline else 2.0
            return (_NEVER if inside else start - 1.5 * (runs - 1)) + min(shared, 3.0)
        return -4.0 + min(shared, 4.0)

    def _text_after_text(self, before: int, unit: int, *, adjacent: bool) -> float:
        view = self._view
        inside, open_end = view.guesses[unit].inside > 0.5, view.facts[before].ends_open
        if view.facts[unit].dateline:
            return _NEVER
        shared = min(view.similarity.between_groups(view.group_ending(before), view.group_starting(unit)), 3.0)
        if adjacent:
            if view.facts[before].byline_tail or view.facts[before].note_to:
                return -1.0
            if open_end:
                return 8.0 if inside else 3.5
            return -1.0 + shared if inside else 3.0
        if open_end:
            far = min(2.0, 0.1 * abs(unit - before))
            return (2.5 if inside else -2.0) + shared - far
        return _NEVER if before > unit else -4.0 + shared
