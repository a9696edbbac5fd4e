"""Only what is said with enough confidence is judged, and only what the gold says too is right."""

from __future__ import annotations

import pytest

from cppcc_reader.core.evaluation.confidence_scores import sure_and_right
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence, Segment


def _set(
    role: Role, *, order: tuple[int, int] = (0, 4), role_sure: float = 0.99, link_sure: float = 0.99
) -> AnnotationSet:
    evidence = {"role_evidence": Evidence(role_sure), "link_evidence": Evidence(link_sure)}
    return AnnotationSet.of(
        articles=(
            Article(
                id="a1",
                segments=tuple(
                    Segment(start=start, end=start + 2, role=role if start == 0 else Role.BODY, **evidence)
                    for start in order
                ),
            ),
        )
    )


@pytest.mark.parametrize(
    ("predicted", "right", "total"),
    [
        (_set(Role.HEADLINE), 4, 4),
        (_set(Role.KICKER), 3, 4),
        (_set(Role.KICKER, role_sure=0.6), 2, 2),
        (_set(Role.HEADLINE, order=(4, 0)), 2, 4),
        (_set(Role.HEADLINE, order=(4, 0), link_sure=0.5), 2, 2),
    ],
)
def test_shares(predicted: AnnotationSet, right: int, total: int) -> None:
    found = sure_and_right(_set(Role.HEADLINE), predicted)
    assert (found.right, found.total) == (right, total)


def test_ambiguous_segments_are_not_judged() -> None:
    assert sure_and_right(_set(Role.HEADLINE), _set(Role.KICKER), ambiguous=[(0, 2)]).total == 2
