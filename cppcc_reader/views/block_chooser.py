"""Choosing whole blocks in the source view: one after the other, several, from here to there."""

from __future__ import annotations

from typing import Protocol

from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.source_plan import SourcePlan


class BlockView(Protocol):
    """What choosing needs of the view."""

    plan: SourcePlan

    def caret(self) -> int:
        """Return the page offset of the caret."""
        ...

    def tell(self, selection: Selection) -> None:
        """Make this the selection, with the caret where it says."""
        ...


class BlockChooser:
    """Turns steps and clicks into selections of blocks."""

    def __init__(self, view: BlockView, session: AnnotationSession) -> None:
        self._view = view
        self._session = session

    def toggle(self, offset: int) -> None:
        """Add the block at an offset to the chosen ones, or take it out."""
        placed = self._view.plan.nearest(offset)
        if placed is not None:
            starts = set(self._session.selection.segment_starts) ^ {placed.segment.start}
            self._choose(tuple(sorted(starts)), placed.segment.start, placed.article_id)

    def choose_range(self, first: int, last: int) -> None:
        """Choose all blocks from one offset to another; the caret goes to the last."""
        plan = self._view.plan
        low, high, target = plan.nearest(min(first, last)), plan.nearest(max(first, last)), plan.nearest(last)
        if low is None or high is None or target is None:
            return
        starts = (placed.segment.start for placed in plan.placed)
        chosen = tuple(start for start in starts if low.segment.start <= start <= high.segment.start)
        self._choose(chosen, target.segment.start, target.article_id)

    def step(self, step: int, *, extend: bool = False) -> int | None:
        """Go to the next (+1) or previous (-1) block and return its start; extending keeps those chosen before."""
        caret, plan = self._view.caret(), self._view.plan
        here = plan.nearest(caret)
        fresh = self._session.selection.caret is None
        target = here if fresh else plan.step(here.segment.start, step) if here else None
        if target is None:
            return None
        chosen = self._session.selection.segment_starts
        if extend and chosen:
            anchor = chosen[-1] if caret <= chosen[0] < chosen[-1] else chosen[0]
            self.choose_range(anchor, target.segment.start)
        else:
            self._choose((target.segment.start,), target.segment.start, target.article_id)
        return target.segment.start

    def _choose(self, starts: tuple[int, ...], caret: int, article_id: str | None) -> None:
        self._view.tell(Selection(article_id=article_id, segment_starts=starts, caret=caret))
