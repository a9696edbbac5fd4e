"""All figures of splitting over a set of pages, as formats.md defines them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cppcc_reader.core.evaluation import boundary_scores, partition_scores, role_scores
from cppcc_reader.core.evaluation.confidence_scores import sure_and_right
from cppcc_reader.core.evaluation.labelling import Labelling, label
from cppcc_reader.core.evaluation.role_scores import Overlap, Share
from cppcc_reader.core.model.annotation_set import AnnotationSet


@dataclass(frozen=True, slots=True)
class PageFigures:
    """The figures of one page."""

    articles: int
    exact: int
    ordered: int
    b_cubed: float
    adjusted_rand: float
    operations: int
    pk: float
    window_diff: float
    boundary_similarity: float
    coarse_roles: Share
    exact_roles: Share
    joins: Overlap
    sure: Share


@dataclass(frozen=True, slots=True)
class SplittingReport:
    """Figures over a set of pages: articles, roles and joins counted over all, the rest as means over pages.

    Attributes:
        sure_right: share that is right of the decisions made with a confidence of at least 0.95.
        sure_a_page: decisions of that confidence for each page.
    """

    pages: int
    articles: int
    exact: float
    ordered: float
    b_cubed: float
    adjusted_rand: float
    operations: float
    pk: float
    window_diff: float
    boundary_similarity: float
    coarse_roles: float
    exact_roles: float
    joins: float
    sure_right: float
    sure_a_page: float


def page_figures(
    text: str, gold: AnnotationSet, predicted: AnnotationSet, ambiguous: tuple[tuple[int, int], ...] = ()
) -> PageFigures:
    """Compare a prediction with the gold of one page.

    Args:
        text: the page's frozen text.
        ambiguous: ranges that may go either way and are not counted.
    """
    left, right = label(text, gold, ambiguous), label(text, predicted, ambiguous)
    found = partition_scores.count_exact(left, right)
    gold_gaps, predicted_gaps = _gaps(text, left), _gaps(text, right)
    return PageFigures(
        articles=found.gold,
        exact=found.exact,
        ordered=found.ordered,
        b_cubed=partition_scores.b_cubed(left.articles, right.articles),
        adjusted_rand=partition_scores.adjusted_rand(left.articles, right.articles),
        operations=partition_scores.correction_operations(left.articles, right.articles),
        pk=boundary_scores.pk(gold_gaps, predicted_gaps),
        window_diff=boundary_scores.window_diff(gold_gaps, predicted_gaps),
        boundary_similarity=boundary_scores.boundary_similarity(gold_gaps, predicted_gaps),
        coarse_roles=role_scores.coarse_roles(left, right),
        exact_roles=role_scores.exact_roles_outside_body(left, right),
        joins=role_scores.joins(left, right),
        sure=sure_and_right(gold, predicted, ambiguous=ambiguous),
    )


def summarise(figures: Iterable[PageFigures]) -> SplittingReport:
    """Return the figures of a set of pages (all perfect for an empty set)."""
    pages = list(figures)
    articles = sum(page.articles for page in pages)
    sure = sum((page.sure for page in pages), Share())
    return SplittingReport(
        pages=len(pages),
        articles=articles,
        exact=Share(sum(page.exact for page in pages), articles).rate,
        ordered=Share(sum(page.ordered for page in pages), articles).rate,
        b_cubed=_mean([page.b_cubed for page in pages], 1.0),
        adjusted_rand=_mean([page.adjusted_rand for page in pages], 1.0),
        operations=_mean([float(page.operations) for page in pages], 0.0),
        pk=_mean([page.pk for page in pages], 0.0),
        window_diff=_mean([page.window_diff for page in pages], 0.0),
        boundary_similarity=_mean([page.boundary_similarity for page in pages], 1.0),
        coarse_roles=sum((page.coarse_roles for page in pages), Share()).rate,
        exact_roles=sum((page.exact_roles for page in pages), Share()).rate,
        joins=sum((page.joins for page in pages), Overlap()).f1,
        sure_right=sure.rate,
        sure_a_page=sure.total / len(pages) if pages else 0.0,
    )


def _gaps(text: str, labelling: Labelling) -> list[bool]:
    return boundary_scores.boundaries(boundary_scores.block_labels(text, labelling))


def _mean(values: list[float], empty: float) -> float:
    return sum(values) / len(values) if values else empty
