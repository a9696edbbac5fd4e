"""From a range marked on the source text to the fragments that it means."""

from __future__ import annotations

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.source_plan import SourcePlan


def selected_fragments(text: str, annotations: AnnotationSet, start: int, end: int) -> tuple[Span, ...]:
    """Return what a person means who marks ``[start, end)`` of the page.

    White space at the edges is left out. Where both ends lie in the same article, what is meant is the run of
    its reading text from the one to the other: a caption between the two parts of a broken sentence is not.
    Otherwise it is every segment touched, in page order. Within one segment there is one fragment.
    """
    touched = [pair for pair in annotations.segments_in_page_order() if pair[1].start < end and start < pair[1].end]
    if not touched:
        return ()
    segments = [segment for _article, segment in touched]
    first, last = touched[0], touched[-1]
    if first[0] is not None and last[0] is not None and first[0].id == last[0].id:
        segments = [one for one in _run_between(first[0], first[1], last[1]) if one in segments]
    found = (_trimmed(text, max(start, one.start), min(end, one.end)) for one in segments)
    return tuple(fragment for fragment in found if fragment is not None)


def selection_of(
    text: str, annotations: AnnotationSet, plan: SourcePlan, *, caret: int, marked: tuple[int, int]
) -> Selection:
    """Return the selection that a caret and a marked range of the page mean; an empty range marks nothing."""
    fragments = selected_fragments(text, annotations, *marked) if marked[0] < marked[1] else ()
    if fragments:
        return selection_of_fragments(annotations, fragments, caret=caret)
    placed = plan.nearest(caret)
    if placed is None:
        return Selection(caret=caret)
    return Selection(article_id=placed.article_id, segment_starts=(placed.segment.start,), caret=caret)


def selection_of_fragments(annotations: AnnotationSet, fragments: tuple[Span, ...], *, caret: int) -> Selection:
    """Return the selection of marked fragments: their blocks, and the article of the first."""
    starts = segments_touched(annotations, fragments)
    found = annotations.segment_at(fragments[0].start)
    article_id = found[0].id if found and found[0] else None
    return Selection(article_id=article_id, segment_starts=starts, fragments=fragments, caret=caret)


def segments_touched(annotations: AnnotationSet, fragments: tuple[Span, ...]) -> tuple[int, ...]:
    """Return the starts of the segments that hold some of the fragments, in page order."""
    return tuple(
        segment.start
        for _article, segment in annotations.segments_in_page_order()
        if any(segment.span.overlaps(fragment) for fragment in fragments)
    )


def _run_between(article: Article, first: Segment, last: Segment) -> list[Segment]:
    """Return the segments from one to the other in reading order, whichever of the two is read first."""
    low, high = sorted((article.segments.index(first), article.segments.index(last)))
    return list(article.segments[low : high + 1])


def _trimmed(text: str, start: int, end: int) -> Span | None:
    quote = text[start:end]
    start, end = start + len(quote) - len(quote.lstrip()), start + len(quote.rstrip())
    return Span(start, end) if start < end else None
