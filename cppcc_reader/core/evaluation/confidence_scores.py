"""Whether what the splitter is sure of is right: every role and every place in the reading order it vouches for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cppcc_reader.core.evaluation.role_scores import Share
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment

_NOWHERE = -1


def sure_and_right(
    gold: AnnotationSet,
    predicted: AnnotationSet,
    *,
    confidence: float = 0.95,
    ambiguous: Sequence[tuple[int, int]] = (),
) -> Share:
    """Return how many decisions of at least ``confidence`` are right, out of how many.

    A role is right if the gold gives it to the segment's first character. A place is right if the gold begins a
    segment there too, after the same character of the same article, or begins an article there too.
    """
    before = {segment.start: end for segment, end in _with_ends_before(gold)}
    in_order = [segment for _article, segment in gold.segments_in_page_order()]
    starts, roles = [segment.start for segment in in_order], [segment.role for segment in in_order]
    right = total = 0
    for segment, end_before in _with_ends_before(predicted):
        if any(start <= segment.start < end for start, end in ambiguous):
            continue
        if segment.role_evidence is not None and segment.role_evidence.confidence >= confidence:
            total += 1
            right += _role_at(starts, roles, segment.start) is segment.role
        if segment.link_evidence is not None and segment.link_evidence.confidence >= confidence:
            total += 1
            right += before.get(segment.start) == end_before
    return Share(right, total)


def _with_ends_before(annotations: AnnotationSet) -> Iterator[tuple[Segment, int]]:
    """Yield each segment with the place where the one before it in its article ends (-1 for the first)."""
    for article in annotations.articles:
        end = _NOWHERE
        for segment in article.segments:
            yield segment, end
            end = segment.end
    for segment in annotations.furniture:
        yield segment, _NOWHERE - 1


def _role_at(starts: Sequence[int], roles: Sequence[Role], offset: int) -> Role | None:
    place = bisect_right(starts, offset)
    return roles[place - 1] if place else None
