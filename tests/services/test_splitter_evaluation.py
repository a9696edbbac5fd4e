"""Measuring: what perfect predictions score, what the simple splitters do, and the tables."""

from __future__ import annotations

import pytest

from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.services import baselines
from cppcc_reader.services.evaluation import as_markdown, as_table, compare, measure, splitters
from page_builder import build

_TEXT, _GOLD = build(
    ("a1", "headline", "老渠修好"),
    ("a1", "body", "柳湾乡的老渠修好了，果农很高兴。"),
    ("a1", "body", "老渠从此年年有水。"),
    ("a2", "headline", "灯会开幕"),
    ("a2", "body", "青石县的灯会昨晚开幕，看灯的人很多。"),
)
_RECORD = PageRecord(
    page=Page(id="p1", text=_TEXT, source=PageSource(name="p1.txt", sha256="0" * 64)), annotations=_GOLD
)


def test_the_gold_itself_is_perfect() -> None:
    report = compare("页", [_RECORD], [_RECORD]).report
    assert (report.exact, report.b_cubed, report.operations) == (1.0, 1.0, 0.0)


def test_a_missing_prediction_is_named() -> None:
    with pytest.raises(ValueError, match=r"p1\.txt"):
        compare("页", [_RECORD], [])


def test_blank_lines_make_every_block_an_article() -> None:
    assert len(baselines.blank_lines(_TEXT).articles) == 5


def test_few_rules_begin_articles_at_heads() -> None:
    assert len(baselines.few_rules(_TEXT).articles) == 2


def test_text_tiling_gives_every_line_to_an_article() -> None:
    pytest.importorskip("nltk", reason="nltk is a tool for measuring only")
    text = "\n\n".join(f"第{n}段说的是{'果园的收成' if n < 20 else '码头的渔船'}，一共{n}句。" for n in range(40))
    found = baselines.text_tiling(text)
    assert sum(len(article.segments) for article in found.articles) == 40


def test_tables_hold_every_system() -> None:
    measured = [
        measure("页", [_RECORD], name, splitter) for name, splitter in splitters(None, with_baselines=False).items()
    ]
    assert "本程序，只用规则" in as_table(measured)
    assert as_markdown(measured).count("\n") == 2
