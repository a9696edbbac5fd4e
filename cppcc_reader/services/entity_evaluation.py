"""Figures of entity suggestion: ours beside jieba's own tags, on page records and on corpora of sentences."""

from __future__ import annotations

import gzip
import importlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from cppcc_reader.core.evaluation.span_scores import SpanScore, micro, precision_above, score_mentions
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.reading_text import reading_text
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.tagging.candidate import LABELS, LOC, ORG, PER, TIME
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.neural_model import STYLES
from cppcc_reader.core.tagging.suggestions import suggested_mentions
from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.core.words import jieba_tokenizer
from cppcc_reader.services.tagger_loading import load_gazetteer, load_model

EntitySystem = Callable[[str, AnnotationSet], Sequence[Mention]]
"""Takes a page's text with its gold articles, returns mentions."""

SURE = 0.95
"""Confidence from which suggestions ought to be right in 97 of 100 cases."""

_GUIDELINES = {"模型·MSRA规范": "newspaper", "模型·人民日报规范": "daily", "模型·1998规范": "pfr"}
_POSSEG = {"nr": PER, "nrt": PER, "nrfg": PER, "ns": LOC, "nt": ORG, "t": TIME}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityFigures:
    """The score of one system on one set of pages.

    Attributes:
        sure, sure_right: suggestions of at least :data:`SURE` confidence, and how many of them are right.
    """

    data: str
    system: str
    scores: dict[str, SpanScore]
    sure: int = 0
    sure_right: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the figures as a JSON object."""
        rows = {**self.scores, "micro": micro(self.scores)}
        return {
            "data": self.data,
            "system": self.system,
            "f1": {label: round(score.f1, 4) for label, score in rows.items()},
            "precision": {label: round(score.precision, 4) for label, score in rows.items()},
            "recall": {label: round(score.recall, 4) for label, score in rows.items()},
            "sure": self.sure,
            "sure_right": self.sure_right,
        }


def entity_systems(*, with_baselines: bool, with_guidelines: bool = False) -> dict[str, EntitySystem]:
    """Return our suggester and, if asked, what it is compared with.

    Args:
        with_baselines: the suggester without its model, the model without lists and patterns, jieba's tags.
        with_guidelines: the model following the guidelines of corpora: MSRA, People's Daily, the pages of 1998.
            There 甘肃省|岷县 is two names and 市委 mostly none; here it is one, and 市委 a body.
    """
    gazetteer = load_gazetteer()
    systems: dict[str, EntitySystem] = {"本程序": Tagger(gazetteer, model=load_model(gazetteer)).suggest}
    if with_baselines:
        systems["只用规则"] = Tagger(gazetteer).suggest
        systems |= _models(gazetteer, {"只用模型": STYLES[0]})
        systems["jieba.posseg"] = posseg_mentions
    return systems | (_models(gazetteer, _GUIDELINES) if with_guidelines else {})


def _models(gazetteer: Gazetteer, styles: Mapping[str, str]) -> dict[str, EntitySystem]:
    found = {name: load_model(gazetteer, style=style) for name, style in styles.items()}
    return {name: partial(suggested_mentions, find=model.candidates) for name, model in found.items() if model}


def measure_entities(
    data: str, records: Iterable[PageRecord], system_name: str, system: EntitySystem, *, labels: Sequence[str] = LABELS
) -> EntityFigures:
    """Return the strict figures of a system on pages whose articles are given as in the gold.

    Args:
        data: name of the pages for people.
        labels: which to count.
    """
    total = dict.fromkeys(labels, SpanScore())
    sure = right = 0
    for record in records:
        text, gold = record.page.text, record.annotations.mentions
        found = [one for one in system(text, record.annotations.replaced(mentions=())) if one.label in labels]
        scores = score_mentions(gold, found, labels=labels, ambiguous=record.ambiguous)
        total = {label: total[label] + scores[label] for label in labels}
        here = precision_above(gold, found, confidence=SURE, ambiguous=record.ambiguous)
        sure, right = sure + here[0], right + here[1]
    return EntityFigures(data=data, system=system_name, scores=total, sure=sure, sure_right=right)


def labels_of(records: Iterable[PageRecord]) -> tuple[str, ...]:
    """Return the labels of ours that a gold set uses: a corpus without positions says nothing about them."""
    used = {mention.label for record in records for mention in record.annotations.mentions}
    return tuple(label for label in LABELS if label in used)


def sentence_records(path: Path) -> Iterator[PageRecord]:
    """Yield sentences of a corpus (one JSON object per line: text, entities) as pages of one article each.

    Entities whose label is none of ours are left out.
    """
    raw = path.read_bytes()
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").split("\n")
    for number, line in enumerate(lines):
        data = json.loads(line) if line else {"text": ""}
        if data["text"].strip():
            yield _sentence_record(f"{path.name}-{number}", data["text"], data["entities"])


def posseg_mentions(text: str, annotations: AnnotationSet) -> list[Mention]:
    """Return what jieba's own tags say: nr is a person, ns a place, nt a body, t a time."""
    posseg = _posseg()
    found: list[Mention] = []
    for article in annotations.articles:
        reading = reading_text(text, article)
        at = 0
        for word, tag in posseg.lcut(reading.text):
            span = Span(at, at + len(word))
            at = span.end
            if tag in _POSSEG and (fragments := reading.to_source(span)):
                found.append(
                    Mention(id=f"j{len(found)}", label=_POSSEG[tag], fragments=fragments, origin=Origin.SUGGESTED)
                )
    return found


def entity_table(figures: Iterable[EntityFigures]) -> str:
    """Return the figures as a Markdown table: strict F1 per label and over all, and how right the sure ones are."""
    head = ["数据", "系统", *LABELS, "合计", f"≥{SURE} 的正确率"]
    rows = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for one in figures:
        cells = [f"{one.scores[label].f1:.3f}" if label in one.scores else "" for label in LABELS]
        sure = f"{one.sure_right / one.sure:.3f}（{one.sure}）" if one.sure else ""
        rows.append("| " + " | ".join([one.data, one.system, *cells, f"{micro(one.scores).f1:.3f}", sure]) + " |")
    return "\n".join(rows)


@cache
def _posseg() -> Any:
    """Return jieba's tagger; it reads its dictionary when it is made."""
    return importlib.import_module("jieba.posseg").POSTokenizer(jieba_tokenizer())


def _sentence_record(name: str, text: str, entities: Sequence[Sequence[Any]]) -> PageRecord:
    # Line ends inside a sentence would read as paragraphs; a space keeps every position.
    plain = text.replace("\n", " ")
    start = len(plain) - len(plain.lstrip())
    segment = Segment(start=start, end=len(plain.rstrip()))
    mentions = tuple(
        Mention(id=f"m{number}", label=label, fragments=(Span(begin, end),))
        for number, (begin, end, label) in enumerate(entities)
        if label in LABELS
    )
    return PageRecord(
        page=Page(id=name, text=plain, source=PageSource(name=name, sha256="")),
        annotations=AnnotationSet.of(articles=(Article(id="a1", segments=(segment,)),), mentions=mentions),
    )
