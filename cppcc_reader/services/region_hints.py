"""What a layout format calls its regions, brought into the splitter's proposal."""

from __future__ import annotations

from dataclasses import replace

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.role import Role, coarse_role
from cppcc_reader.core.model.segment import Evidence, Segment
from cppcc_reader.formats.layout_page import LayoutBlock, LayoutPage

CONFIDENCE = 0.9
"""How far a region's type is trusted: layout analysis is good, not infallible."""


def with_region_hints(annotations: AnnotationSet, page: LayoutPage) -> AnnotationSet:
    """Return the proposal with the roles that the regions' types say, and page furniture out of the articles.

    A type that only says the same more coarsely (a heading that the splitter calls a kicker) changes nothing.
    """
    hints: dict[int, LayoutBlock] = {}
    for span, block in page.spans():
        for _article, segment in annotations.all_segments():
            if span.covers(segment.span):
                hints[segment.start] = block
    furniture = [_hinted(segment, hints.get(segment.start)) for segment in annotations.furniture]
    articles = []
    for article in annotations.articles:
        kept = [one for one in article.segments if not _is_furniture(hints.get(one.start))]
        furniture += [_hinted(one, hints[one.start]) for one in article.segments if _is_furniture(hints.get(one.start))]
        if kept:
            segments = tuple(_hinted(one, hints.get(one.start)) for one in kept)
            articles.append(replace(article, segments=segments))
    return annotations.replaced(articles=tuple(articles), furniture=tuple(furniture))


def _is_furniture(block: LayoutBlock | None) -> bool:
    return block is not None and block.furniture


def _hinted(segment: Segment, block: LayoutBlock | None) -> Segment:
    if block is None:
        return segment
    role = Role.OTHER if block.furniture and segment.role is not Role.SECTION else block.role
    if role is None or coarse_role(role) == coarse_role(segment.role):
        return segment
    evidence = Evidence(CONFIDENCE, f"版式标注为 {block.kind}")
    return replace(segment, role=role, role_evidence=evidence, join=segment.join and role is segment.role)
