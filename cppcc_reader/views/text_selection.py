"""From a range marked on the source text to the fragments that it means."""

from __future__ import annotations

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span


def selected_fragments(text: str, annotations: AnnotationSet, start: int, end: int) -> tuple[Span, ...]:
    """Return what a person means who marks ``[start, end)`` of the page.

    White space at the edges is left out. Where both ends lie in the same article, only that article's text is
    meant (a caption between the two parts of a broken sentence is not), in its reading order; otherwise all
    segments touched, in page order. Within one segment there is one fragment, whatever it covers.
    """
    pairs = [pair for pair in annotations.segments_in_page_order() if pair[1].start < end and start < pair[1].end]
    if not pairs:
        return ()
    first, last = pairs[0][0], pairs[-1][0]
    if first is not None and last is not None and first.id == last.id:
        pairs = [pair for pair in _reading_order(first) if pair[1].start < end and start < pair[1].end]
    fragments: list[Span] = []
    for _article, segment in pairs:
        fragment = _trimmed(text, max(start, segment.start), min(end, segment.end))
        if fragment is not None:
            fragments.append(fragment)
    return tuple(fragments)


def segments_touched(annotations: AnnotationSet, fragments: tuple[Span, ...]) -> tuple[int, ...]:
    """Return the starts of the segments that hold some of the fragments, in page order."""
    return tuple(
        segment.start
        for _article, segment in annotations.segments_in_page_order()
        if any(segment.span.overlaps(fragment) for fragment in fragments)
    )


def _reading_order(article: Article) -> list[tuple[Article, Segment]]:
    return [(article, segment) for segment in article.segments]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    quote = text[start:end]
    start, end = start + len(quote) - len(quote.lstrip()), start + len(quote.rstrip())
    return Span(start, end) if start < end else None
