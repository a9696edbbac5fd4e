"""What should be looked at before exporting leads to its place."""

from __future__ import annotations

from dataclasses import replace

from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.services.export_options import ExportOptions, PageFilter, SplitPlan, What
from cppcc_reader.services.export_preflight import PreflightItem, PreflightKind, preflight
from export_samples import nasty_record, plain_record

OPTIONS = ExportOptions(format="conll")


def _of(kind: PreflightKind, *records: PageRecord, options: ExportOptions = OPTIONS) -> list[PreflightItem]:
    return [item for item in preflight(records, options) if item.kind is kind]


def _quote(item: PreflightItem, record: PageRecord) -> str:
    assert item.span is not None
    return item.span.text_of(record.page.text)


def test_unfinished_pages_are_named() -> None:
    assert [item.page_id for item in _of(PreflightKind.UNFINISHED, nasty_record(), plain_record())] == ["p2"]


def test_each_doubt_leads_to_its_segment() -> None:
    record = plain_record()
    (article,) = record.annotations.articles
    doubtful = replace(article.segments[1], link_evidence=Evidence(0.4, "上段句子未完"))
    articles = (replace(article, segments=(article.segments[0], doubtful)),)
    record = replace(record, annotations=record.annotations.replaced(articles=articles))
    (item,) = _of(PreflightKind.DOUBT, record)
    assert (item.page_id, item.span, item.message) == ("p2", doubtful.span, "切分疑点：上段句子未完")


def test_names_that_cut_words_or_lie_in_no_article_lead_to_their_place() -> None:
    record = nasty_record()
    found = {_quote(item, record)[:1]: item.message for item in _of(PreflightKind.MISALIGNED, record)}
    assert "切断" in found["D"]
    assert "附件" in found["王"]


def test_unconfirmed_suggestions_are_counted_once_per_page() -> None:
    (item,) = _of(PreflightKind.SUGGESTIONS, nasty_record(), plain_record())
    assert "1 个实体建议" in item.message
    assert "会当作标注导出" in item.message
    (item,) = _of(PreflightKind.SUGGESTIONS, nasty_record(), options=replace(OPTIONS, confirmed_only=True))
    assert "不会导出" in item.message


def test_rare_and_unknown_labels_lead_to_their_first_mention() -> None:
    record = plain_record()
    odd = replace(record.annotations.mentions[0], label="EVENT")
    record = replace(record, annotations=record.annotations.replaced(mentions=(odd,)))
    (unknown,) = _of(PreflightKind.UNKNOWN_LABEL, record)
    assert _quote(unknown, record) == "新文县委"
    assert [item.span for item in _of(PreflightKind.RARE_LABEL, record)] == [odd.fragments[0]]
    assert not _of(PreflightKind.RARE_LABEL, record, options=replace(OPTIONS, what=What.SEGMENTATION))


def test_a_split_without_pages_is_named() -> None:
    options = replace(OPTIONS, split=SplitPlan(train=1, dev=1, test=0))
    assert len(_of(PreflightKind.EMPTY_SPLIT, plain_record(), options=options)) == 1


def test_pages_that_are_not_exported_are_not_looked_at() -> None:
    options = replace(OPTIONS, pages=PageFilter(states=frozenset({PageState.GOLD})))
    assert list(preflight([nasty_record(), plain_record()], options)) == []


def test_a_page_that_breaks_a_rule_is_named() -> None:
    record = plain_record()
    broken = replace(record, page=replace(record.page, text=record.page.text + "散落"))
    (item,) = _of(PreflightKind.BROKEN, broken)
    assert "不属于任何文章" in item.message


def test_characters_that_count_twice_are_named_for_formats_that_count_so() -> None:
    record = nasty_record()
    (item,) = _of(PreflightKind.ASTRAL, record, plain_record(), options=ExportOptions(format="label-studio"))
    assert _quote(item, record) == "𠮷"
    assert not _of(PreflightKind.ASTRAL, record)
