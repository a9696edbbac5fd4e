"""What a person should look at before exporting: each item leads to its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD, doubts_of
from cppcc_reader.core.model.invariants import find_problems
from cppcc_reader.core.model.mention import Origin
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET, TagSet
from cppcc_reader.formats.document_builder import documents_of
from cppcc_reader.formats.loss import LOSS_NAMES_ZH, cuts_a_word
from cppcc_reader.formats.training_document import Unit
from cppcc_reader.services.export_options import ExportOptions, What
from cppcc_reader.services.export_split import SPLITS, split_of

RARE_LABEL = 5
"""A label with fewer mentions than this can hardly be learned."""

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_DONE = frozenset({PageState.FINISHED, PageState.GOLD})


class PreflightKind(StrEnum):
    """What may be wrong with a data set."""

    BROKEN = "broken"
    UNFINISHED = "unfinished"
    DOUBT = "doubt"
    SUGGESTIONS = "suggestions"
    MISALIGNED = "misaligned"
    UNKNOWN_LABEL = "unknown_label"
    RARE_LABEL = "rare_label"
    EMPTY_SPLIT = "empty_split"
    ASTRAL = "astral"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreflightItem:
    """One thing to look at.

    Attributes:
        page_id, page_name: where; empty where it concerns the whole data set.
        span: the place on the page, or None for the page as a whole.
        message: what is the matter, in Chinese.
    """

    kind: PreflightKind
    message: str
    page_id: str = ""
    page_name: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    page_id: str
    page_name: str
    span: Span


def preflight(
    records: Iterable[PageRecord],
    options: ExportOptions,
    *,
    tag_set: TagSet = DEFAULT_TAG_SET,
    threshold: float = DOUBT_THRESHOLD,
) -> Iterator[PreflightItem]:
    """Yield what to look at: page by page first, then what concerns the whole data set.

    Args:
        records: the library's pages; those that the options leave out are not looked at.
        options: the export that is planned.
        tag_set: the labels that should occur.
        threshold: confidence below which a decision is a doubt.
    """
    counts: Counter[str] = Counter()
    first: dict[str, _Place] = {}
    splits: Counter[str] = Counter()
    for record in records:
        if options.pages.reason_against(record) is not None:
            continue
        splits[split_of(record, options.split)] += 1
        yield from _page_items(record, options, threshold)
        if options.what is not What.SEGMENTATION:
            for mention in record.annotations.mentions:
                counts[mention.label] += 1
                place = _Place(record.page.id, record.page.source.name, mention.fragments[0])
                first.setdefault(mention.label, place)
    yield from _label_items(counts, first, tag_set)
    if options.split is not None:
        yield from _split_items(splits, options)


def _page_items(record: PageRecord, options: ExportOptions, threshold: float) -> Iterator[PreflightItem]:
    def item(kind: PreflightKind, message: str, span: Span | None = None) -> PreflightItem:
        return PreflightItem(
            kind=kind, message=message, page_id=record.page.id, page_name=record.page.source.name, span=span
        )

    annotations = record.annotations
    yield from (item(PreflightKind.BROKEN, problem) for problem in find_problems(record.page.text, annotations))
    if annotations.state not in _DONE:
        yield item(PreflightKind.UNFINISHED, "版面还没有完成")
    for doubt in doubts_of(annotations, threshold):
        reason = doubt.segment.reason or "把握不大"
        yield item(PreflightKind.DOUBT, f"切分疑点：{reason}", doubt.segment.span)
    astral = _ASTRAL.search(record.page.text) if options.exporter.offsets == "utf16" else None
    if astral is not None:
        message = f"有辅助平面的字“{astral.group()}”：此格式的位置按 UTF-16 计，自己写程序读取时要换算"
        yield item(PreflightKind.ASTRAL, message, Span(*astral.span()))
    if options.what is What.SEGMENTATION:
        return
    suggested = [mention for mention in annotations.mentions if mention.origin is Origin.SUGGESTED]
    if suggested:
        fate = "不会导出" if options.confirmed_only else "会当作标注导出"
        message = f"有 {len(suggested)} 个实体建议没有人确认，{fate}"
        yield item(PreflightKind.SUGGESTIONS, message, suggested[0].fragments[0])
    for span, message in _misaligned(record, options):
        yield item(PreflightKind.MISALIGNED, message, span)


def _misaligned(record: PageRecord, options: ExportOptions) -> Iterator[tuple[Span, str]]:
    text = record.page.text
    for mention in record.annotations.mentions:
        for fragment in mention.fragments:
            words = fragment.text_of(text)
            if words != words.strip():
                yield fragment, f"实体“{words.strip()}”的边上有空白"
            elif cuts_a_word(text, fragment):
                yield fragment, f"实体“{words}”切断了拉丁字母的词或数字"
    if options.chosen_unit is Unit.ARTICLE:
        for loss in documents_of(record, Unit.ARTICLE)[1]:
            start = loss.start or 0
            yield Span(start, start + 1), f"实体“{loss.quote}”：{LOSS_NAMES_ZH[loss.kind]}"


def _label_items(counts: Counter[str], first: dict[str, _Place], tag_set: TagSet) -> Iterator[PreflightItem]:
    for label, count in sorted(counts.items()):
        place = first[label]
        problems = []
        if tag_set.label(label) is None:
            problems.append((PreflightKind.UNKNOWN_LABEL, f"标签 {label} 不在标签集里（{count} 个）"))
        if count < RARE_LABEL:
            problems.append((PreflightKind.RARE_LABEL, f"标签 {label} 只有 {count} 个，难以学会"))
        for kind, message in problems:
            yield PreflightItem(
                kind=kind, message=message, page_id=place.page_id, page_name=place.page_name, span=place.span
            )


def _split_items(splits: Counter[str], options: ExportOptions) -> Iterator[PreflightItem]:
    assert options.split is not None
    shares = dict(zip(SPLITS, (options.split.train, options.split.dev, options.split.test), strict=True))
    for name, share in shares.items():
        if share and not splits[name]:
            yield PreflightItem(
                kind=PreflightKind.EMPTY_SPLIT, message=f"划分 {name} 里没有版面：版面太少，或换一个种子"
            )
