"""Which of the splitter's other readings of a segment would still change something."""

from __future__ import annotations

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.segment import Alternative, Segment


def open_alternatives(annotations: AnnotationSet, segment: Segment) -> tuple[int, ...]:
    """Return the places, in ``segment.alternatives``, of those readings that are not what the segment already is."""
    found = annotations.segment_at(segment.start)
    article = None if found is None else found[0]
    return tuple(
        number
        for number, alternative in enumerate(segment.alternatives)
        if not _is_so_already(alternative, segment, article, annotations)
    )


def _is_so_already(
    alternative: Alternative, segment: Segment, article: Article | None, annotations: AnnotationSet
) -> bool:
    if alternative.kind == "role":
        return alternative.role is segment.role
    if alternative.kind == "attach" and alternative.target is not None:
        home = annotations.segment_at(alternative.target)
        return home is None or home[0] is None or home[0] is article
    if alternative.kind == "begin":
        return article is not None and article.segments[0].start == segment.start
    if alternative.kind == "furniture":
        return article is None
    return segment.join == (alternative.kind == "join")
