"""Doubts: the places of a page where a person should look."""

from __future__ import annotations

from dataclasses import dataclass

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.segment import Segment

DOUBT_THRESHOLD = 0.8
"""Below this confidence a decision is shown as a doubt (a probability)."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubtful segment with the article it stands in (None for furniture)."""

    segment: Segment
    article_id: str | None


def doubts_of(annotations: AnnotationSet, threshold: float = DOUBT_THRESHOLD) -> list[Doubt]:
    """Return the doubts of a page by position; sort by ``segment.confidence`` for the most doubtful first."""
    return [
        Doubt(segment, None if article is None else article.id)
        for article, segment in annotations.segments_in_page_order()
        if segment.is_doubtful(threshold)
    ]
