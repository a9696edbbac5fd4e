"""Only readings that would change something are offered."""

from __future__ import annotations

import pytest

from cppcc_reader.core.model.alternatives import open_alternatives
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Alternative, Segment

ROLE = Alternative(kind="role", role=Role.HEADLINE)
AWAY = Alternative(kind="attach", target=20)
OWN = Alternative(kind="attach", target=0)
GONE = Alternative(kind="attach", target=99)
BEGIN, FURNITURE = Alternative(kind="begin"), Alternative(kind="furniture")
JOIN, UNJOIN = Alternative(kind="join"), Alternative(kind="unjoin")
ALL = (ROLE, AWAY, OWN, GONE, BEGIN, FURNITURE, JOIN, UNJOIN)


def _page(segment: Segment, *, first: bool = False, furniture: bool = False) -> AnnotationSet:
    head = Segment(start=0, end=4)
    other = Article(id="a2", segments=(Segment(start=20, end=24),))
    own = Article(id="a1", segments=(segment,) if first else (head, segment))
    articles = (Article(id="a1", segments=(head,)), other) if furniture else (own, other)
    return AnnotationSet.of(articles=articles, furniture=(segment,) if furniture else ())


@pytest.mark.parametrize(
    ("segment", "place", "offered"),
    [
        (Segment(start=10, end=14, alternatives=ALL), {}, (ROLE, AWAY, BEGIN, FURNITURE, JOIN)),
        (Segment(start=10, end=14, alternatives=ALL, role=Role.HEADLINE), {}, (AWAY, BEGIN, FURNITURE, JOIN)),
        (Segment(start=10, end=14, alternatives=ALL, join=True), {}, (ROLE, AWAY, BEGIN, FURNITURE, UNJOIN)),
        (Segment(start=10, end=14, alternatives=(BEGIN, ROLE)), {"first": True}, (ROLE,)),
        (Segment(start=10, end=14, alternatives=ALL), {"furniture": True}, (ROLE, AWAY, OWN, BEGIN, JOIN)),
    ],
)
def test_what_already_is_so_is_not_offered(segment, place, offered) -> None:
    found = open_alternatives(_page(segment, **place), segment)
    assert tuple(segment.alternatives[number] for number in found) == offered
