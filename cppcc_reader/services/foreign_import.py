"""Files of other tools as pages of a library: their text, their labels, their regions as hints."""

from __future__ import annotations

import hashlib
import logging
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.invariants import InvariantError, check
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.page import Page, PageMeta, PageSource
from cppcc_reader.core.model.provenance import PageRecord, Provenance
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.layout_page import LayoutPage
from cppcc_reader.formats.readers import recognise
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.training_document import DocumentSegment, TrainingDocument, Unit
from cppcc_reader.services.export_destination import CARD, CORRECTIONS, DROPPED, MANIFEST, read_manifest
from cppcc_reader.services.region_hints import with_region_hints

_log = logging.getLogger(__name__)

_COMPANIONS = frozenset(
    {
        MANIFEST,
        CARD,
        CORRECTIONS,
        DROPPED,
        "documents.jsonl",
        "annotation.conf",
        "TypeSystem.xml",
    }
)
_COMPANION_ENDS = (".documents.jsonl", ".segments.csv", ".parquet", ".prodigy.jsonl", ".tei.xml", ".label-studio.xml")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


class Annotator(Protocol):
    """Whatever proposes articles and entities for a text (``services.presegmentation.Presegmenter``)."""

    def annotate(self, text: str) -> AnnotationSet:
        """Return the proposal for a page."""


def is_foreign(path: Path) -> bool:
    """Tell whether a file is one of another tool that :func:`read_records` reads."""
    return recognise(path) is not None


def is_companion(path: Path) -> bool:
    """Tell whether a file only accompanies an exported data set or brat's annotations: it is no page of its own."""
    if path.suffix == ".txt" and path.with_suffix(".ann").exists():
        return True
    accompanies = path.name in _COMPANIONS or path.name.endswith(_COMPANION_ENDS)
    return accompanies and any(read_manifest(folder) is not None for folder in (path.parent, path.parent.parent))


def read_records(
    path: Path,
    annotator: Annotator,
    refuse: Callable[[Refusal], None],
    take_over: Callable[[TrainingDocument, str], bool] = lambda document, reader_name: False,
) -> Iterator[PageRecord]:
    """Yield the pages of another tool's file.

    Labelled documents keep their labels and, where they came from here, their articles; otherwise the
    annotator splits them. Pages of layout formats are split and tagged, region types correcting the roles.

    Args:
        path: a file that :func:`is_foreign` knows.
        annotator: proposes articles and entities.
        refuse: told what cannot be taken; the rest is still read.
        take_over: asked about each labelled document with its format's name; True if it is dealt with there.
    """
    reader = recognise(path)
    if reader is None:
        refuse(Refusal(path, None, "不认识的格式"))
        return
    for found in reader.read(path, refuse):
        if isinstance(found, TrainingDocument) and take_over(found, reader.name):
            continue
        try:
            if isinstance(found, LayoutPage):
                yield _record_of_layout(found, annotator)
            else:
                yield record_of_document(found, annotator)
        except InvariantError as error:
            refuse(Refusal(path, None, f"{_name_of(found)}：{error}"))
        except Exception:  # one page on which the machine stumbles must not cost the others
            _log.exception("cannot take %s of %s", _name_of(found), path)
            refuse(Refusal(path, None, f"{_name_of(found)}：处理时出错（详情已写入日志）"))


def _name_of(found: TrainingDocument | LayoutPage) -> str:
    return found.name if isinstance(found, LayoutPage) else found.id


def _record_of_layout(page: LayoutPage, annotator: Annotator) -> PageRecord:
    text = page.text
    annotations = with_region_hints(annotator.annotate(text), page)
    check(text, annotations)
    digest = _digest(text)
    source = PageSource(name=page.name, sha256=digest)
    return PageRecord(page=Page(id=digest[:16], text=text, source=source), annotations=annotations)


def record_of_document(document: TrainingDocument, annotator: Annotator) -> PageRecord:
    """Return a document as a page of its own.

    A page that was exported from here is the same page again; an article becomes a page with one article.

    Raises:
        InvariantError: if its annotation says something impossible about its text.
    """
    document = _normalised(document)
    meta = document.meta
    whole = document.unit is Unit.PAGE and meta.sha256
    digest = meta.sha256 if whole else _digest(document.text)
    base = _own_articles(document) if document.segments else annotator.annotate(document.text)
    mentions = (_within_lines(mention, document.text) for mention in document.mentions)
    annotations = base.replaced(
        mentions=tuple(mention for mention in mentions if mention is not None), notes=document.notes, state=meta.state
    )
    check(document.text, annotations)
    name = meta.name if whole else f"{meta.name}#{document.article_id}" if meta.name else document.id
    return PageRecord(
        page=Page(
            id=document.page_id if whole else digest[:16],
            text=document.text,
            source=PageSource(name=name, sha256=digest),
            meta=PageMeta(paper=meta.paper, date=meta.date, page_no=meta.page_no),
        ),
        annotations=annotations,
        provenance=Provenance(annotator=meta.annotator),
    )


def _own_articles(document: TrainingDocument) -> AnnotationSet:
    groups: dict[str | None, list[DocumentSegment]] = {}
    for segment in document.segments:
        groups.setdefault(segment.article_id, []).append(segment)
    furniture = groups.pop(None, [])
    return AnnotationSet.of(
        articles=tuple(
            Article(
                id=str(article_id),
                segments=tuple(_segment(one) for one in sorted(found, key=lambda one: one.order)),
                continued_from=document.continuation_of(article_id).continued_from,
                continues_to=document.continuation_of(article_id).continues_to,
            )
            for article_id, found in groups.items()
        ),
        furniture=tuple(_segment(one) for one in furniture),
    )


def _segment(segment: DocumentSegment) -> Segment:
    return Segment(start=segment.start, end=segment.end, role=segment.role, join=segment.join)


def _normalised(document: TrainingDocument) -> TrainingDocument:
    """Return the document with LF line ends and no byte order mark, its labels moved along."""
    text = document.text
    gone = [found.start() for found in re.finditer(r"\A\ufeff|\r(?=\n)", text)]
    if not gone and "\r" not in text:
        return document
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    moved = []
    for mention in document.mentions:
        spans = [
            (one.start - bisect_left(gone, one.start), one.end - bisect_left(gone, one.end))
            for one in mention.fragments
        ]
        fragments = tuple(Span(start, end) for start, end in spans if start < end)
        if fragments:
            moved.append(replace(mention, fragments=fragments))
    return replace(document, text=plain, mentions=tuple(moved))


def _within_lines(mention: Mention, text: str) -> Mention | None:
    """Return the mention with no fragment blank or across a blank line, or None if nothing is left of it."""
    fragments: list[Span] = []
    for fragment in mention.fragments:
        gaps = [place for found in _BLANK_LINES.finditer(text, fragment.start, fragment.end) for place in found.span()]
        bounds = [fragment.start, *gaps, fragment.end]
        pairs = zip(bounds[::2], bounds[1::2], strict=True)
        fragments += [Span(start, end) for start, end in pairs if text[start:end].strip()]
    return replace(mention, fragments=tuple(fragments)) if fragments else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
