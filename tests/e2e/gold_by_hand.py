"""A person who corrects a page with the keyboard until it says what the gold says."""

from __future__ import annotations

from real_hands import RealHands

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.views.actions import ROLE_KEYS
from cppcc_reader.views.main_window import MainWindow

_X_NAMES = {"-": "minus", "=": "equal", "\\": "backslash"}
Shape = tuple[tuple[tuple[tuple[int, int, Role, bool], ...], ...], tuple[tuple[int, int, Role], ...]]


def shape(annotations: AnnotationSet) -> Shape:
    """Return what a person decides about a page: articles with order, roles and joins, and furniture."""
    articles = tuple(
        tuple((s.start, s.end, s.role, s.join) for s in article.segments) for article in annotations.articles
    )
    return articles, tuple((s.start, s.end, s.role) for s in annotations.furniture)


class Corrector:
    """Looks at the page, compares with the gold, presses keys."""

    def __init__(self, window: MainWindow, hands: RealHands, gold: AnnotationSet) -> None:
        self._window = window
        self._session = window.session
        self._hands = hands
        self._gold = gold

    def bring_to_gold(self) -> None:
        """Correct edges, articles, furniture, order, roles and joins, in this order."""
        self._mend_edges()
        for segment in self._gold.furniture:
            if self._owner(segment) is not None:
                self._go_to(segment)
                self._hands.press("f")
        claimed = self._gather_articles()
        for article, gold in zip(claimed, self._gold.articles, strict=True):
            self._order(article, [segment.start for segment in gold.segments])
        for _article, segment in self._gold.all_segments():
            self._set_role(segment)
        for article in self._gold.articles:
            for segment in article.segments:
                if self._now(segment).join is not segment.join:
                    self._go_to(segment)
                    self._hands.press("t")

    def _mend_edges(self) -> None:
        for _article, segment in self._gold.segments_in_page_order():
            for edge in (segment.start, segment.end):
                found = self._session.annotations.segment_at(edge)
                if found is not None and found[1].start < edge < found[1].end:
                    self._put_caret(edge)
                    self._hands.press("x")
            while self._now(segment).end < segment.end:
                self._go_to(segment)
                before = self._now(segment).end
                self._hands.press("g")
                assert self._now(segment).end > before, "the next segment would not merge"

    def _gather_articles(self) -> list[int]:
        """Bring the segments of every gold article together; return the start of one segment of each."""
        taken: set[str] = set()
        for gold in self._gold.articles:
            first = gold.segments[0]
            owner = self._owner(first)
            if owner is None or owner in taken:
                self._go_to(first)
                self._hands.press("shift+Return")
                owner = self._owner(first)
                assert owner is not None
            taken.add(owner)
            for segment in gold.segments[1:]:
                if self._owner(segment) != self._owner(first):
                    self._go_to(segment)
                    self._hands.press("m", self._session.keys[self._owner(first)])
        return [gold.segments[0].start for gold in self._gold.articles]

    def _order(self, member: int, wanted: list[int]) -> None:
        for place, start in enumerate(wanted):
            for _ in range(len(wanted)):
                owner = self._session.annotations.segment_at(member)[0]
                here = [segment.start for segment in owner.segments].index(start)
                if here == place:
                    break
                self._go_to(self._session.annotations.segment_at(start)[1])
                self._hands.press("bracketleft" if here > place else "bracketright")

    def _set_role(self, segment: Segment) -> None:
        if self._now(segment).role is not segment.role:
            self._go_to(segment)
            key = ROLE_KEYS[segment.role]
            self._hands.press(_X_NAMES.get(key, key))

    def _go_to(self, segment: Segment) -> None:
        """Walk to a block with J and K."""
        starts = [placed.segment.start for placed in self._window.source.plan.placed]
        if self._session.selection.caret is None:
            self._hands.press("j")
        here = self._window.source.plan.nearest(self._window.source.caret())
        steps = starts.index(segment.start) - starts.index(here.segment.start)
        self._hands.press(*(["j"] if steps > 0 else ["k"]) * abs(steps) or ["j", "k"])
        if self._session.selection.segment_starts != (segment.start,):
            # At an end of the page J and K do not undo each other.
            self._hands.press("k", "j")
        assert self._session.selection.segment_starts == (segment.start,)

    def _put_caret(self, offset: int) -> None:
        """Walk to a block, then character by character."""
        found = self._session.annotations.segment_at(offset)
        self._go_to(found[1])
        self._hands.press(*["Right"] * (offset - found[1].start))
        assert self._session.selection.caret == offset

    def _owner(self, segment: Segment) -> str | None:
        found = self._session.annotations.segment_at(segment.start)
        return found[0].id if found[0] is not None else None

    def _now(self, segment: Segment) -> Segment:
        found = self._session.annotations.segment_at(segment.start)
        assert found[1].start == segment.start
        return found[1]
