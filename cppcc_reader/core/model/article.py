"""An article: an ordered list of segments that may lie anywhere on the page."""

from __future__ import annotations

from dataclasses import dataclass

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An ordered, non-empty list of segments; the order is the reading order.

    Attributes:
        id: unique on its page.
        confidence: how sure the splitter is of the whole article; None for what a person made.
        continued_from, continues_to: ``page_id#article_id`` of the other part, or None.
    """

    id: str
    segments: tuple[Segment, ...]
    confidence: float | None = None
    continued_from: str | None = None
    continues_to: str | None = None

    @property
    def start(self) -> int:
        """Offset of its first character on the page (not in reading order)."""
        return min(segment.start for segment in self.segments)

    def segments_with(self, *roles: Role) -> tuple[Segment, ...]:
        """Return its segments of the given roles, in reading order."""
        return tuple(segment for segment in self.segments if segment.role in roles)

    def title(self, text: str) -> str:
        """Return the headline lines joined by a space; else the best other heading; else the first words.

        Args:
            text: the page's frozen text.
        """
        for role in (Role.HEADLINE, Role.KICKER, Role.DECK):
            lines = [segment.span.text_of(text) for segment in self.segments_with(role)]
            if lines:
                return " ".join(" ".join(line.split()) for line in lines)
        return " ".join(self.segments[0].span.text_of(text).split())[:20]
