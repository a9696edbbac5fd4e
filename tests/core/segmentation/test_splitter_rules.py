"""What the rules alone make of pages of invented news."""

from __future__ import annotations

from pathlib import Path

from cppcc_reader.core.evaluation.splitting_report import page_figures, summarise
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence, Segment
from cppcc_reader.core.segmentation.splitter import split_page
from cppcc_reader.formats.page_record import record_from_line

_HEAD = "青石县政协调研果园灌溉"
_BODY = "本报讯（记者 林一舟）6月3日，青石县政协组织委员到柳湾乡调研果园灌溉情况。委员们察看了渠道。"
_MORE = "委员们建议，尽快修好柳湾乡的老渠，让果农用上放心水。"


def _articles(text: str) -> list[list[str]]:
    return [[text[s.start : s.end] for s in article.segments] for article in split_page(text).articles]


def test_headline_before_its_text() -> None:
    text = "\n\n".join([_HEAD, _BODY, _MORE])
    assert [s.role for s in split_page(text).articles[0].segments] == [
        Role.HEADLINE, Role.DATELINE, Role.BODY, Role.BODY,
    ]  # fmt: skip


def test_headline_after_its_text_is_read_first() -> None:
    text = "\n\n".join([_BODY, _MORE, _HEAD])
    assert [articles[0] for articles in _articles(text)] == [_HEAD]


def test_broken_sentence_is_joined() -> None:
    text = "\n\n".join([_HEAD, _BODY + "大家一致认为，要把老渠的维修", "经费列入年度预算，让果农放心。"])
    segments = split_page(text).articles[0].segments
    assert [s.join for s in segments] == [False, False, True, True]


def test_photo_with_its_own_title_is_an_article() -> None:
    text = "\n\n".join([_HEAD, _BODY, "修渠忙", "6月5日，柳湾乡村民在清理渠道。 林一舟 摄"])
    assert [s.role for s in split_page(text).articles[1].segments] == [Role.HEADLINE, Role.CAPTION, Role.CREDIT]


def test_editor_line_is_furniture() -> None:
    text = "\n\n".join([_HEAD, _BODY, "责编：钱小满 校对：孙大可"])
    assert [text[s.start : s.end] for s in split_page(text).furniture] == ["责编：钱小满 校对：孙大可"]


def test_every_decision_has_a_reason_and_a_confidence() -> None:
    for article in split_page("\n\n".join([_HEAD, _BODY, _MORE])).articles:
        for segment in article.segments:
            assert all(e is not None and e.reason and 0 <= e.confidence <= 1 for e in _evidence(segment))


def test_figures_on_the_gold_pages(shared_gold: Path) -> None:
    records = [record_from_line(line) for line in shared_gold.read_text(encoding="utf-8").splitlines()]
    report = summarise(page_figures(r.page.text, r.annotations, split_page(r.page.text), r.ambiguous) for r in records)
    assert report.exact >= 0.80
    assert report.b_cubed >= 0.93


def _evidence(segment: Segment) -> tuple[Evidence | None, Evidence | None]:
    return segment.role_evidence, segment.link_evidence
