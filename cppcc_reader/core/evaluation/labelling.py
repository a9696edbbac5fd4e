"""The characters of a page with the article, the place in the reading order and the role that a reading gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment

FURNITURE = "furniture"
"""Label of all furniture of a page: it counts as one group beside the articles."""


@dataclass(frozen=True, slots=True)
class Labelling:
    """One reading of a page, character by character.

    Attributes:
        articles: for each counted character its article's id or :data:`FURNITURE`.
        roles: for each counted character its role.
        order: for each article its counted characters in reading order, as positions in ``articles``.
        joins: for each join the places (end of the segment before, start of the joined one) on the page.
        offsets: for each counted character its place in the page's text.
    """

    articles: tuple[str, ...]
    roles: tuple[Role, ...]
    order: dict[str, tuple[int, ...]]
    joins: frozenset[tuple[int, int]]
    offsets: tuple[int, ...]


def label(text: str, annotations: AnnotationSet, ambiguous: Sequence[tuple[int, int]] = ()) -> Labelling:
    """Return the labelling of a page; white space and ``ambiguous`` ranges are not counted.

    Args:
        text: the page's frozen text.
        annotations: a reading of it that keeps the invariants.
        ambiguous: ranges ``(start, end)`` that may go either way.
    """
    skipped = {place for start, end in ambiguous for place in range(start, end)}
    offsets = tuple(place for place, char in enumerate(text) if not char.isspace() and place not in skipped)
    position = {place: index for index, place in enumerate(offsets)}
    articles = [FURNITURE] * len(offsets)
    roles = [Role.OTHER] * len(offsets)
    order: dict[str, tuple[int, ...]] = {}

    def mark(segment: Segment, name: str) -> list[int]:
        found = [position[place] for place in range(segment.start, segment.end) if place in position]
        for index in found:
            articles[index], roles[index] = name, segment.role
        return found

    for segment in annotations.furniture:
        mark(segment, FURNITURE)
    joins = set()
    for article in annotations.articles:
        read: list[int] = []
        before: Segment | None = None
        for segment in article.segments:
            read += mark(segment, article.id)
            if segment.join and before is not None:
                joins.add((before.end, segment.start))
            before = segment
        if read:
            order[article.id] = tuple(read)
    return Labelling(tuple(articles), tuple(roles), order, frozenset(joins), offsets)
