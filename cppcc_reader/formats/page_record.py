"""The page record: the project's own lossless format, one JSON object per line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.invariants import InvariantError, check
from cppcc_reader.core.model.json_codec import (
    Json,
    RecordError,
    article_from_json,
    article_to_json,
    mention_from_json,
    mention_to_json,
    note_from_json,
    note_to_json,
    segment_from_json,
    segment_to_json,
    without_empty,
)
from cppcc_reader.core.model.page import Page, PageMeta, PageSource, PageState
from cppcc_reader.core.model.provenance import PageRecord, Provenance

__all__ = [
    "FORMAT",
    "VERSION",
    "RecordError",
    "record_from_json",
    "record_from_line",
    "record_to_json",
    "record_to_line",
]

FORMAT = "cppcc-reader/page"
VERSION = 1


def record_to_json(record: PageRecord) -> Json:
    """Return the JSON object of a record.

    Raises:
        RecordError: if the record breaks an invariant (quotes are cut from the text, so they always fit).
    """
    text, annotations = record.page.text, record.annotations
    try:
        check(text, annotations)
    except InvariantError as error:
        raise RecordError(str(error)) from error
    meta = record.page.meta
    return {
        "format": FORMAT,
        "version": VERSION,
        "offsets": "codepoint",
        "page_id": record.page.id,
        "source": _source_to_json(record.page.source),
        "meta": {"paper": meta.paper, "date": meta.date, "page_no": meta.page_no},
        "text": text,
        "articles": [article_to_json(text, article) for article in annotations.articles],
        "furniture": [segment_to_json(text, segment) for segment in annotations.furniture],
        "mentions": [mention_to_json(text, mention) for mention in annotations.mentions],
        "notes": [note_to_json(text, note) for note in annotations.notes],
        "provenance": {
            "annotator": record.provenance.annotator,
            "state": annotations.state.value,
            "software": record.provenance.software,
        },
        **without_empty(
            set_aside_reason=annotations.set_aside_reason,
            rejected=sorted(map(list, annotations.rejected)),
            ambiguous=[list(pair) for pair in record.ambiguous],
        ),
    }


def _source_to_json(source: PageSource) -> Json:
    return {
        "name": source.name,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "newline": source.newline,
        "bom": source.bom,
    }


def record_to_line(record: PageRecord) -> str:
    """Return the record as one line of JSON with its line feed."""
    return json.dumps(record_to_json(record), ensure_ascii=False, separators=(", ", ": ")) + "\n"


def record_from_line(line: str) -> PageRecord:
    """Read a record from one line of JSON.

    Raises:
        RecordError: if it is no JSON, no page record, of a newer version, or contradicts its own text.
    """
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise RecordError(f"不是 JSON：第 {error.colno} 个字符处") from error
    except RecursionError as error:
        raise RecordError("JSON 嵌套太深") from error
    return record_from_json(data)


def record_from_json(data: object) -> PageRecord:
    """Read a record from its JSON object.

    Raises:
        RecordError: as :func:`record_from_line`.
    """
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise RecordError("不是版面记录（缺少 format: cppcc-reader/page）")
    if data.get("version") != VERSION:
        raise RecordError(f"版面记录的版本是 {data.get('version')}，本程序只认识 {VERSION}")
    if data.get("offsets", "codepoint") != "codepoint":
        raise RecordError(f"位置单位是 {data.get('offsets')}，应为 codepoint")
    try:
        record = _read(data)
    except RecordError:
        raise
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise RecordError(f"字段缺失或取值不对：{error}") from error
    try:
        check(record.page.text, record.annotations)
    except InvariantError as error:
        raise RecordError(str(error)) from error
    except OverflowError as error:
        raise RecordError("位置大得不可能") from error
    return record


def _read(data: Mapping[str, Any]) -> PageRecord:
    text, source, meta = data["text"], data["source"], data.get("meta") or {}
    provenance = data.get("provenance") or {}
    page = Page(
        # Records of others may lack an id: the bytes' digest names the page then.
        id=str(data.get("page_id") or source["sha256"][:16]),
        text=text,
        source=PageSource(
            name=str(source["name"]),
            sha256=str(source["sha256"]),
            encoding=str(source.get("encoding", "utf-8")),
            newline=str(source.get("newline", "lf")),
            bom=bool(source.get("bom", False)),
        ),
        meta=PageMeta(paper=meta.get("paper"), date=meta.get("date"), page_no=meta.get("page_no")),
    )
    annotations = AnnotationSet.of(
        articles=tuple(article_from_json(one, text) for one in data["articles"]),
        furniture=tuple(segment_from_json(one, text) for one in data.get("furniture", ())),
        mentions=tuple(mention_from_json(one, text) for one in data.get("mentions", ())),
        notes=tuple(note_from_json(one, text) for one in data.get("notes", ())),
        state=PageState(provenance.get("state", PageState.NEW)),
        set_aside_reason=str(data.get("set_aside_reason", "")),
        rejected=frozenset((str(label), str(quote)) for label, quote in data.get("rejected", ())),
    )
    return PageRecord(
        page=page,
        annotations=annotations,
        provenance=Provenance(
            annotator=str(provenance.get("annotator", "")), software=str(provenance.get("software", ""))
        ),
        ambiguous=tuple((int(start), int(end)) for start, end in data.get("ambiguous", ())),
    )
