"""What a document is beside its text and labels, as one JSON object: many formats carry it as their metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cppcc_reader.core.model.json_codec import note_from_json, note_to_json
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.formats.training_document import (
    ArticleContinuation,
    DocumentMeta,
    DocumentSegment,
    TrainingDocument,
    mention_order,
)

Json = dict[str, Any]

# Valid JSON, but line ends to str.splitlines() and to old JavaScript.
_LINE_ENDS = (("\x85", "\\u0085"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def json_line(data: object) -> str:
    """Return the object as one line of JSON with its line feed, safe for readers that know more line ends."""
    line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _LINE_ENDS:
        line = line.replace(character, escape)
    return line + "\n"


def meta_to_json(document: TrainingDocument) -> Json:
    """Return everything about a document but its text and its mentions; positions are code points of its text."""
    meta = document.meta
    return {
        "id": document.id,
        "offsets": "codepoint",
        "page_id": document.page_id,
        "article_id": document.article_id,
        "name": meta.name,
        "sha256": meta.sha256,
        "paper": meta.paper,
        "date": meta.date,
        "page_no": meta.page_no,
        "state": meta.state.value,
        "annotator": meta.annotator,
        "continuations": [
            {"article_id": one.article_id, "continued_from": one.continued_from, "continues_to": one.continues_to}
            for one in document.continuations
        ],
        "segments": [_segment_to_json(segment) for segment in document.segments],
        "notes": [note_to_json(document.text, note) for note in document.notes],
    }


def document_from_meta(text: str, data: Mapping[str, Any], mentions: tuple[Mention, ...]) -> TrainingDocument:
    """Build a document from its text, the object of :func:`meta_to_json` and its mentions.

    Raises:
        KeyError, TypeError, ValueError: if the object is not of that shape.
    """
    return TrainingDocument(
        id=str(data["id"]),
        page_id=str(data["page_id"]),
        article_id=data["article_id"],
        text=text,
        segments=tuple(_segment_from_json(one) for one in data.get("segments") or ()),
        mentions=tuple(sorted(mentions, key=mention_order)),
        notes=tuple(note_from_json(one, text) for one in data.get("notes") or ()),
        continuations=tuple(
            ArticleContinuation(
                article_id=str(one["article_id"]),
                continued_from=one.get("continued_from"),
                continues_to=one.get("continues_to"),
            )
            for one in data.get("continuations") or ()
        ),
        meta=DocumentMeta(
            name=str(data.get("name") or ""),
            sha256=str(data.get("sha256") or ""),
            paper=data.get("paper"),
            date=data.get("date"),
            page_no=data.get("page_no"),
            state=PageState(data.get("state") or PageState.NEW),
            annotator=str(data.get("annotator") or ""),
        ),
    )


def is_own_meta(data: object) -> bool:
    """Tell whether the object was written by :func:`meta_to_json`, not by another tool."""
    return isinstance(data, Mapping) and {"id", "page_id", "article_id", "segments"} <= data.keys()


def _segment_to_json(segment: DocumentSegment) -> Json:
    return {
        "start": segment.start,
        "end": segment.end,
        "page_start": segment.page_start,
        "role": segment.role.value,
        "join": segment.join,
        "article_id": segment.article_id,
        "order": segment.order,
    }


def _segment_from_json(data: Mapping[str, Any]) -> DocumentSegment:
    return DocumentSegment(
        start=int(data["start"]),
        end=int(data["end"]),
        page_start=int(data["page_start"]),
        role=Role(data["role"]),
        join=bool(data["join"]),
        article_id=data["article_id"],
        order=int(data["order"]),
    )
