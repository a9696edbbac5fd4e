"""Roles, joins and the summary over pages."""

from __future__ import annotations

import pytest

from cppcc_reader.core.evaluation.splitting_report import page_figures, summarise
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment

_TEXT = "标题\n\n正文未完\n\n的句子。"


def _one(title: Role, *, join: bool) -> AnnotationSet:
    segments = (
        Segment(start=0, end=2, role=title),
        Segment(start=4, end=8),
        Segment(start=10, end=14, join=join),
    )
    return AnnotationSet.of(articles=(Article(id="a1", segments=segments),))


def test_perfect_page() -> None:
    gold = _one(Role.HEADLINE, join=True)
    report = summarise([page_figures(_TEXT, gold, gold)])
    assert (report.exact, report.ordered, report.b_cubed, report.operations) == (1.0, 1.0, 1.0, 0.0)
    assert (report.coarse_roles, report.exact_roles, report.joins) == (1.0, 1.0, 1.0)


def test_wrong_kind_of_title_is_coarsely_right() -> None:
    report = summarise([page_figures(_TEXT, _one(Role.HEADLINE, join=True), _one(Role.KICKER, join=True))])
    assert (report.coarse_roles, report.exact_roles) == (1.0, 0.0)


def test_subhead_for_a_headline_is_wrong_either_way() -> None:
    report = summarise([page_figures(_TEXT, _one(Role.HEADLINE, join=True), _one(Role.SUBHEAD, join=True))])
    assert report.coarse_roles == pytest.approx(8 / 10)


def test_missed_join() -> None:
    report = summarise([page_figures(_TEXT, _one(Role.HEADLINE, join=True), _one(Role.HEADLINE, join=False))])
    assert report.joins == 0.0


def test_no_pages() -> None:
    assert summarise([]).exact == 1.0
