"""Articles, segments, mentions and notes as JSON: shared by the page record and the edit log.

Every function takes the page's text to write or to compare quotes; with ``None`` (the edit log, whose
text cannot change) there are no quotes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Alternative, Evidence, Segment
from cppcc_reader.core.model.span import Span

Json = dict[str, Any]


class RecordError(ValueError):
    """A record that cannot be taken as it is; the message is Chinese and names the cause."""


def article_to_json(text: str | None, article: Article) -> Json:
    """Return the JSON object of an article with its segments and their quotes."""
    return {
        "id": article.id,
        "confidence": article.confidence,
        "continued_from": article.continued_from,
        "continues_to": article.continues_to,
        "segments": [segment_to_json(text, segment) for segment in article.segments],
    }


def segment_to_json(text: str | None, segment: Segment) -> Json:
    """Return the JSON object of a segment with its quote."""
    data: Json = {
        "start": segment.start,
        "end": segment.end,
        "role": segment.role.value,
        "join": segment.join,
        **_quote(text, segment.span),
    }
    if segment.role_evidence is not None or segment.link_evidence is not None:
        data["confidence"] = min(e.confidence for e in _evidences(segment))
        data["reason"] = segment.reason
    data.update(
        without_empty(
            role_evidence=_evidence_to_json(segment.role_evidence),
            link_evidence=_evidence_to_json(segment.link_evidence),
            checked=segment.checked,
            alternatives=[alternative_to_json(one) for one in segment.alternatives],
        )
    )
    return data


def segment_from_json(data: Mapping[str, Any], text: str | None) -> Segment:
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
        alternatives=tuple(alternative_from_json(one) for one in data.get("alternatives", ())),
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
    _compare_quote(data, text, segment.span)
    return segment


def mention_to_json(text: str | None, mention: Mention) -> Json:
    """Return the JSON object of a mention with its quote."""
    return {
        "id": mention.id,
        "label": mention.label,
        "fragments": [[fragment.start, fragment.end] for fragment in mention.fragments],
        **_quote(text, *mention.fragments),
        "origin": mention.origin.value,
        **without_empty(evidence=_evidence_to_json(mention.evidence), normal_form=mention.normal_form),
    }


def mention_from_json(data: Mapping[str, Any], text: str | None) -> Mention:
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
    _compare_quote(data, text, *mention.fragments)
    return mention


def note_to_json(text: str | None, note: Note) -> Json:
    """Return the JSON object of a note with its quote."""
    return {
        "id": note.id,
        "kind": note.kind.value,
        "start": note.span.start,
        "end": note.span.end,
        **_quote(text, note.span),
        "text": note.text,
        **without_empty(author=note.author, resolved=note.resolved),
    }


def note_from_json(data: Mapping[str, Any], text: str | None) -> Note:
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
    _compare_quote(data, text, note.span)
    return note


def article_from_json(data: Mapping[str, Any], text: str | None) -> Article:
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


def _evidences(segment: Segment) -> list[Evidence]:
    return [e for e in (segment.role_evidence, segment.link_evidence) if e is not None]


def _evidence_to_json(evidence: Evidence | None) -> Json | None:
    return None if evidence is None else {"confidence": evidence.confidence, "reason": evidence.reason}


def _evidence_from_json(data: Mapping[str, Any] | None) -> Evidence | None:
    return None if data is None else Evidence(float(data["confidence"]), str(data.get("reason", "")))


def alternative_to_json(alternative: Alternative) -> Json:
    """Return the JSON object of another reading of a segment."""
    return {
        "kind": alternative.kind,
        **without_empty(
            role=alternative.role.value if alternative.role else None,
            target=alternative.target,
            evidence=_evidence_to_json(alternative.evidence),
        ),
    }


def alternative_from_json(data: Mapping[str, Any]) -> Alternative:
    """Read another reading of a segment."""
    return Alternative(
        kind=str(data["kind"]),
        role=Role(data["role"]) if data.get("role") else None,
        target=data.get("target"),
        evidence=_evidence_from_json(data.get("evidence")) or Evidence(0.0),
    )


def without_empty(**values: object) -> Json:
    """Leave out what says nothing, so that records stay short and old readers are not puzzled."""
    return {
        key: value
        for key, value in values.items()
        if value is not None and value is not False and value not in ("", [])
    }


def _quote(text: str | None, *spans: Span) -> Json:
    return {} if text is None else {"quote": "".join(span.text_of(text) for span in spans)}


def _compare_quote(data: Mapping[str, Any], text: str | None, *spans: Span) -> None:
    quote = data.get("quote")
    if quote is None or text is None:
        return
    found = "".join(span.text_of(text) for span in spans)
    if quote != found:
        raise RecordError(f"引文与原文不符：位置 {spans[0].start} 处应为“{str(quote)[:20]}”，原文是“{found[:20]}”")
