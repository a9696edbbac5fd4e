"""spaCy DocBin: ``doc.ents`` flat, ``doc.spans`` whole, the mapping to the page in ``doc.user_data``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.document_json import document_from_meta, is_own_meta, meta_to_json
from cppcc_reader.formats.exporter import Exporter, Target
from cppcc_reader.formats.loss import Loss, LossKind, Trait, mention_loss, outermost
from cppcc_reader.formats.optional_package import MissingPackageError, load
from cppcc_reader.formats.reading import UNTAKEABLE, Refusal, cause_of
from cppcc_reader.formats.training_document import TrainingDocument

SUFFIX = ".spacy"
_PURPOSE = "读写 .spacy 文件"
MENTIONS, SEGMENTS, META = "mentions", "segments", "cppcc"
DOCUMENTS_PER_FILE = 2000
"""A DocBin is held in memory until it is written; more documents make more files."""


class SpacyWriter:
    """Collects documents and writes a file for every so many of them."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._nlp = load("spacy", _PURPOSE).blank("zh")
        self._nlp.max_length = 2**31
        self._files = 0
        self._documents = self._empty()

    @staticmethod
    def _empty() -> Any:
        attributes = ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_ID"]
        return load("spacy.tokens", _PURPOSE).DocBin(store_user_data=True, attrs=attributes)

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Add one document; mentions that do not begin and end with its tokens are left out and returned."""
        doc = self._nlp.make_doc(document.text)
        spans: list[Any] = []
        lost: list[Mention] = []
        for mention in document.mentions:
            found = [
                doc.char_span(one.start, one.end, label=mention.label, span_id=mention.id) for one in mention.fragments
            ]
            if None in found:
                lost.append(mention)
            else:
                spans += found
        doc.spans[MENTIONS] = spans
        doc.spans[SEGMENTS] = _segment_spans(doc, document)
        flat = {mention.id for mention in _flat(document, lost)}
        doc.ents = [span for span in spans if span.id_ in flat]
        doc.user_data[META] = {**meta_to_json(document), "mentions": _extras(document)}
        self._documents.add(doc)
        if len(self._documents) >= DOCUMENTS_PER_FILE:
            self._flush()
        return [mention_loss(LossKind.MISALIGNED, document, mention) for mention in lost]

    def _flush(self) -> None:
        self._files += 1
        number = "" if self._files == 1 else f"-{self._files}"
        self._documents.to_disk(self._target.path(f"{number}{SUFFIX}"))
        self._documents = self._empty()

    def close(self) -> None:
        """Write what is left; a split without documents is an empty file."""
        if len(self._documents) or not self._files:
            self._flush()


EXPORTER = Exporter(
    name="spacy",
    name_zh="spaCy DocBin",
    suffix=SUFFIX,
    offsets="token",
    open=SpacyWriter,
    carries=frozenset(Trait),
    roles_as_labels=True,
    needs=("spacy",),
)


def _flat(document: TrainingDocument, lost: list[Mention]) -> list[Mention]:
    kept, _inner = outermost(document)
    return [mention for mention in kept if mention not in lost and len(mention.fragments) == 1]


def _segment_spans(doc: Any, document: TrainingDocument) -> list[Any]:
    spans = (
        doc.char_span(one.start, one.end, label=one.role.value, alignment_mode="expand") for one in document.segments
    )
    return [span for span in spans if span is not None]


def _extras(document: TrainingDocument) -> dict[str, dict[str, str]]:
    """What a span of spaCy has no place for, by mention id."""
    return {
        one.id: {"origin": one.origin.value, **({} if one.normal_form is None else {"normal_form": one.normal_form})}
        for one in document.mentions
        if one.origin is not Origin.PERSON or one.normal_form is not None
    }


def read_spacy(path: Path, refuse: Callable[[Refusal], None]) -> Iterator[TrainingDocument]:
    """Yield the documents of a DocBin file, its own or another's (then from ``doc.ents`` and all span groups)."""
    try:
        found = load("spacy.tokens", "读取 .spacy 文件").DocBin().from_disk(path)
        docs = found.get_docs(load("spacy", _PURPOSE).blank("zh").vocab)
    except MissingPackageError as error:
        refuse(Refusal(path, None, str(error)))
        return
    except Exception as error:  # what a damaged file raises depends on where it is damaged
        refuse(Refusal(path, None, f"不是 spaCy DocBin 文件：{error}"))
        return
    for number, doc in enumerate(docs, 1):
        try:
            yield _document(doc, f"{path.name}-{number}")
        except UNTAKEABLE as error:
            refuse(Refusal(path, None, f"第 {number} 个文档：{cause_of(error)}"))


def _document(doc: Any, name: str) -> TrainingDocument:
    meta = doc.user_data.get(META)
    if is_own_meta(meta):
        return document_from_meta(doc.text, meta, _own_mentions(doc, meta.get("mentions") or {}))
    groups = [doc.ents, *(doc.spans[key] for key in sorted(doc.spans))]
    found = dict.fromkeys((span.start_char, span.end_char, span.label_) for group in groups for span in group)
    mentions = (
        Mention(id=f"m{index}", label=label, fragments=(Span(start, end),))
        for index, (start, end, label) in enumerate(sorted(found), 1)
    )
    return TrainingDocument(id=name, page_id=name, text=doc.text, mentions=tuple(mentions))


def _own_mentions(doc: Any, extras: dict[str, dict[str, str]]) -> tuple[Mention, ...]:
    fragments: dict[tuple[str, str], list[Span]] = {}
    for span in doc.spans[MENTIONS]:
        fragments.setdefault((span.id_, span.label_), []).append(Span(span.start_char, span.end_char))
    return tuple(
        Mention(
            id=mention_id,
            label=label,
            fragments=tuple(spans),
            origin=Origin(extras.get(mention_id, {}).get("origin", Origin.PERSON)),
            normal_form=extras.get(mention_id, {}).get("normal_form"),
        )
        for (mention_id, label), spans in fragments.items()
    )
