"""Everything people and the machine say about one page, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.segment import Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationSet:
    """The articles, furniture, mentions, notes and state of one page.

    Use :meth:`of` to build one: it puts every list in its canonical order (articles by their first
    character on the page, furniture and mentions by position, notes by position), so equal sets compare equal.
    """

    articles: tuple[Article, ...] = ()
    furniture: tuple[Segment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    notes: tuple[Note, ...] = ()
    state: PageState = PageState.NEW
    set_aside_reason: str = ""
    rejected: frozenset[tuple[str, str]] = frozenset()
    """(label, quote) of suggestions that a person rejected on this page and that must stay away."""

    @classmethod
    def of(
        cls,
        *,
        articles: tuple[Article, ...] = (),
        furniture: tuple[Segment, ...] = (),
        mentions: tuple[Mention, ...] = (),
        notes: tuple[Note, ...] = (),
        state: PageState = PageState.NEW,
        set_aside_reason: str = "",
        rejected: frozenset[tuple[str, str]] = frozenset(),
    ) -> AnnotationSet:
        """Build a set with every list in canonical order."""
        return cls(
            articles=tuple(sorted(articles, key=_article_order)),
            furniture=tuple(sorted(furniture, key=_segment_order)),
            mentions=tuple(sorted(mentions, key=_mention_order)),
            notes=tuple(sorted(notes, key=_note_order)),
            state=state,
            set_aside_reason=set_aside_reason,
            rejected=rejected,
        )

    def replaced(self, **changes: object) -> AnnotationSet:
        """Return a copy with some fields changed, in canonical order; fields not named stay the same objects."""
        ordered = {name: _in_order(name, value) for name, value in changes.items()}
        return replace(self, **ordered)

    def all_segments(self) -> Iterator[tuple[Article | None, Segment]]:
        """Yield every segment with its article (None for furniture), articles first, in reading order."""
        for article in self.articles:
            for segment in article.segments:
                yield article, segment
        for segment in self.furniture:
            yield None, segment

    def segments_in_page_order(self) -> list[tuple[Article | None, Segment]]:
        """Return every segment with its article (None for furniture), by position on the page."""
        return sorted(self.all_segments(), key=lambda pair: pair[1].start)

    def article(self, article_id: str) -> Article:
        """Return the article of that id.

        Raises:
            KeyError: if there is none.
        """
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)

    def mention(self, mention_id: str) -> Mention:
        """Return the mention of that id.

        Raises:
            KeyError: if there is none.
        """
        for mention in self.mentions:
            if mention.id == mention_id:
                return mention
        raise KeyError(mention_id)

    def segment_at(self, offset: int) -> tuple[Article | None, Segment] | None:
        """Return the segment that holds the character at ``offset`` with its article, or None."""
        for article, segment in self.all_segments():
            if segment.start <= offset < segment.end:
                return article, segment
        return None


def _article_order(article: Article) -> tuple[int, str]:
    return (article.start, article.id)


def _segment_order(segment: Segment) -> int:
    return segment.start


def _mention_order(mention: Mention) -> tuple[int, int, str, str]:
    # The first fragment in reading order stands for the mention: pages hold thousands, and this runs at every edit.
    fragments = mention.fragments
    return (fragments[0].start, -fragments[-1].end, mention.label, mention.id)


def _note_order(note: Note) -> tuple[int, int, str]:
    return (note.span.start, note.span.end, note.id)


_ORDERS: dict[str, Callable[[Any], Any]] = {
    "articles": _article_order,
    "furniture": _segment_order,
    "mentions": _mention_order,
    "notes": _note_order,
}


def _in_order(name: str, value: Any) -> Any:
    order = _ORDERS.get(name)
    return value if order is None else tuple(sorted(value, key=order))
