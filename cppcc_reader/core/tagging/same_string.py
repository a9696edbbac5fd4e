"""Where else the same string stands: on reading texts, so that a name across a column break is found too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.reading_text import ReadingText, reading_text
from cppcc_reader.core.model.span import Span

CONTEXT = 16
"""Characters of reading text shown on either side of a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One place of a string.

    Attributes:
        fragments: the place on the page, in reading order.
        article_id: the article it stands in; None for furniture.
        before, after: up to :data:`CONTEXT` characters of reading text around it.
        mention: the mention that has exactly this place, of whatever label, or None.
        crossing: mentions that overlap the place without being at it; tagging it would replace them.
    """

    fragments: tuple[Span, ...]
    article_id: str | None
    before: str
    after: str
    mention: Mention | None = None
    crossing: tuple[Mention, ...] = ()


def occurrences(
    text: str, annotations: AnnotationSet, quote: str, *, article_id: str | None = None
) -> tuple[Occurrence, ...]:
    """Return every place of ``quote`` on a page, by position.

    White space inside names does not count (papers pad names: ``赵　明``); a paragraph's end does.

    Args:
        article_id: only in this article.
    """
    pattern = _pattern(quote)
    if pattern is None:
        return ()
    found = [
        _with_mentions(annotations, place)
        for owner, reading in _readings(text, annotations, article_id)
        for place in _places(pattern, owner, reading)
    ]
    return tuple(sorted(found, key=lambda place: place.fragments[0]))


def _pattern(quote: str) -> re.Pattern[str] | None:
    characters = [re.escape(character) for character in quote if not character.isspace()]
    return re.compile(r"[^\S\n]*".join(characters)) if characters else None


def _readings(
    text: str, annotations: AnnotationSet, article_id: str | None
) -> Iterator[tuple[str | None, ReadingText]]:
    for article in annotations.articles:
        if article_id in (None, article.id):
            yield article.id, reading_text(text, article)
    if article_id is None:
        for segment in annotations.furniture:
            yield None, reading_text(text, Article(id="", segments=(segment,)))


def _places(pattern: re.Pattern[str], owner: str | None, reading: ReadingText) -> Iterator[Occurrence]:
    for match in pattern.finditer(reading.text):
        start, end = match.span()
        yield Occurrence(
            fragments=reading.to_source(Span(start, end)),
            article_id=owner,
            before=_one_line(reading.text[max(0, start - CONTEXT) : start]),
            after=_one_line(reading.text[end : end + CONTEXT]),
        )


def _one_line(words: str) -> str:
    return words.replace("\n", " ")


def _with_mentions(annotations: AnnotationSet, place: Occurrence) -> Occurrence:
    exact, crossing = None, []
    for mention in annotations.mentions:
        if mention.fragments == place.fragments:
            exact = exact or mention
        elif any(one.overlaps(other) for one in mention.fragments for other in place.fragments):
            crossing.append(mention)
    return Occurrence(
        fragments=place.fragments,
        article_id=place.article_id,
        before=place.before,
        after=place.after,
        mention=exact,
        crossing=tuple(crossing),
    )
