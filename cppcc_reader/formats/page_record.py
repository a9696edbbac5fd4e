"""The page record: the project's own lossless format, one JSON object per line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.invariants import InvariantError, check
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.page import Page, PageMeta, PageSource, PageState
from cppcc_reader.core.model.provenance import PageRecord, Provenance
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Alternative, Evidence, Segment
from cppcc_reader.core.model.span import Span

FORMAT = "cppcc-reader/page"
VERSION = 1

Json = dict[str, Any]


class RecordError(ValueError):
    """A page record that cannot be taken as it is; the message is Chinese and names the cause."""


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
    source, meta = record.page.source, record.page.meta
    return {
        "format": FORMAT,
        "version": VERSION,
        "offsets": "codepoint",
        "page_id": record.page.id,
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "encoding": source.encoding,
            "newline": source.newline,
            "bom": source.bom,
        },
        "meta": {"paper": meta.paper, "date": meta.date, "page_no": meta.page_no},
        "text": text,
        "articles": [_article_to_json(text, article) for article in annotations.articles],
        "furniture": [segment_to_json(text, segment) for segment in annotations.furniture],
        "mentions": [mention_to_json(text, mention) for mention in annotations.mentions],
        "notes": [note_to_json(text, note) for note in annotations.notes],
        "provenance": {
            "annotator": record.provenance.annotator,
            "state": annotations.state.value,
            "software": record.provenance.software,
        },
        **_optional(
            set_aside_reason=annotations.set_aside_reason,
            rejected=sorted(map(list, annotations.rejected)),
            ambiguous=[list(pair) for pair in record.ambiguous],
        ),
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
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordError(f"字段缺失或取值不对：{error}") from error
    try:
        check(record.page.text, record.annotations)
    except InvariantError as error:
        raise RecordError(str(error)) from error
    return record


def segment_to_json(text: str, segment: Segment) -> Json:
    """Return the JSON object of a segment with its quote."""
    data: Json = {
        "start": segment.start,
        "end": segment.end,
        "role": segment.role.value,
        "join": segment.join,
        "quote": text[segment.start : segment.end],
    }
    if segment.role_evidence is not None or segment.link_evidence is not None:
        data["confidence"] = round(min(e.confidence for e in _evidences(segment)), 4)
        data["reason"] = segment.reason
    data.update(
        _optional(
            role_evidence=_evidence_to_json(segment.role_evidence),
            link_evidence=_evidence_to_json(segment.link_evidence),
            checked=segment.checked,
            alternatives=[_alternative_to_json(one) for one in segment.alternatives],
        )
    )
    return data


def segment_from_json(data: Mapping[str, Any], text: str) -> Segment:
    """Read a segment and compare its quote with the text.

    Raises:
        RecordError: if the quote differs.
    """
    segment = Segment(
        start=int(data["start"]),
        end=int(data["end"]),
        role=Role(data["role"]),
        join=bool(data.get("join", False)),
        role_evidence=_evidence_from_json(data.get("role_evidence")),
        link_evidence=_evidence_from_json(data.get("link_evidence")),
        checked=bool(data.get("checked", False)),
        alternatives=tuple(_alternative_from_json(one) for one in data.get("alternatives", ())),
    )
    if segment.role_evidence is None and segment.link_evidence is None and "confidence" in data:
        evidence = Evidence(float(data["confidence"]), str(data.get("reason", "")))
        segment = Segment(
            start=segment.start,
            end=segment.end,
            role=segment.role,
            join=segment.join,
            link_evidence=evidence,
            checked=segment.checked,
            alternatives=segment.alternatives,
        )
    _compare_quote(data, text[segment.start : segment.end], segment.start)
    return segment


def mention_to_json(text: str, mention: Mention) -> Json:
    """Return the JSON object of a mention with its quote."""
    return {
        "id": mention.id,
        "label": mention.label,
        "fragments": [[fragment.start, fragment.end] for fragment in mention.fragments],
        "quote": mention.quote(text),
        "origin": mention.origin.value,
        **_optional(evidence=_evidence_to_json(mention.evidence), normal_form=mention.normal_form),
    }


def mention_from_json(data: Mapping[str, Any], text: str) -> Mention:
    """Read a mention and compare its quote with the text.

    Raises:
        RecordError: if the quote differs.
    """
    mention = Mention(
        id=str(data["id"]),
        label=str(data["label"]),
        fragments=tuple(Span(int(start), int(end)) for start, end in data["fragments"]),
        origin=Origin(data.get("origin", Origin.PERSON)),
        evidence=_evidence_from_json(data.get("evidence")),
        normal_form=data.get("normal_form"),
    )
    _compare_quote(data, mention.quote(text), mention.start)
    return mention


def note_to_json(text: str, note: Note) -> Json:
    """Return the JSON object of a note with its quote."""
    return {
        "id": note.id,
        "kind": note.kind.value,
        "start": note.span.start,
        "end": note.span.end,
        "quote": note.span.text_of(text),
        "text": note.text,
        **_optional(author=note.author, resolved=note.resolved),
    }


def note_from_json(data: Mapping[str, Any], text: str) -> Note:
    """Read a note and compare its quote with the text.

    Raises:
        RecordError: if the quote differs.
    """
    note = Note(
        id=str(data["id"]),
        kind=NoteKind(data["kind"]),
        span=Span(int(data["start"]), int(data["end"])),
        text=str(data["text"]),
        author=str(data.get("author", "")),
        resolved=bool(data.get("resolved", False)),
    )
    _compare_quote(data, note.span.text_of(text), note.span.start)
    return note


def article_from_json(data: Mapping[str, Any], text: str) -> Article:
    """Read an article with its segments.

    Raises:
        RecordError: if it has no segment or a quote differs.
    """
    segments = tuple(segment_from_json(one, text) for one in data["segments"])
    if not segments:
        raise RecordError(f"文章没有任何段落：{data['id']}")
    return Article(
        id=str(data["id"]),
        segments=segments,
        confidence=data.get("confidence"),
        continued_from=data.get("continued_from"),
        continues_to=data.get("continues_to"),
    )


def _article_to_json(text: str, article: Article) -> Json:
    return {
        "id": article.id,
        "confidence": article.confidence,
        "continued_from": article.continued_from,
        "continues_to": article.continues_to,
        "segments": [segment_to_json(text, segment) for segment in article.segments],
    }


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


def _evidences(segment: Segment) -> list[Evidence]:
    return [e for e in (segment.role_evidence, segment.link_evidence) if e is not None]


def _evidence_to_json(evidence: Evidence | None) -> Json | None:
    return None if evidence is None else {"confidence": round(evidence.confidence, 4), "reason": evidence.reason}


def _evidence_from_json(data: Mapping[str, Any] | None) -> Evidence | None:
    return None if data is None else Evidence(float(data["confidence"]), str(data.get("reason", "")))


def _alternative_to_json(alternative: Alternative) -> Json:
    return {
        "kind": alternative.kind,
        **_optional(
            role=alternative.role.value if alternative.role else None,
            target=alternative.target,
            evidence=_evidence_to_json(alternative.evidence),
        ),
    }


def _alternative_from_json(data: Mapping[str, Any]) -> Alternative:
    return Alternative(
        kind=str(data["kind"]),
        role=Role(data["role"]) if data.get("role") else None,
        target=data.get("target"),
        evidence=_evidence_from_json(data.get("evidence")) or Evidence(0.0),
    )


def _optional(**values: object) -> Json:
    """Leave out what says nothing, so that records stay short and old readers are not puzzled."""
    return {
        key: value
        for key, value in values.items()
        if value is not None and value is not False and value not in ("", [])
    }


def _compare_quote(data: Mapping[str, Any], found: str, start: int) -> None:
    quote = data.get("quote")
    if quote is not None and quote != found:
        raise RecordError(f"引文与原文不符：位置 {start} 处应为“{str(quote)[:20]}”，原文是“{found[:20]}”")
