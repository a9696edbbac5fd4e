"""UIMA CAS: the feature structures of a document and their type system, shared by XMI and JSON.

Names carry DKPro Core's ``NamedEntity`` (so INCEpTION and cassis know them); what it has no place for stands
in a subtype. Positions are UTF-16 units, as UIMA counts them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note
from cppcc_reader.formats.training_document import DocumentSegment, TrainingDocument
from cppcc_reader.formats.utf16 import Utf16Offsets

NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
DOCUMENT_ANNOTATION = "uima.tcas.DocumentAnnotation"
MENTION = "cppcc.reader.type.MentionFragment"
SEGMENT = "cppcc.reader.type.ArticleSegment"
NOTE = "cppcc.reader.type.Note"
CONTINUATION = "cppcc.reader.type.ArticleContinuation"
SOURCE = "cppcc.reader.type.Source"
ANNOTATION = "uima.tcas.Annotation"
STRING, INTEGER, BOOLEAN = "uima.cas.String", "uima.cas.Integer", "uima.cas.Boolean"
SOFA_ID = "_InitialView"


@dataclass(frozen=True, slots=True)
class CasType:
    """A type: its parent, and the features that it adds with their ranges."""

    parent: str
    features: dict[str, str]


TYPES: dict[str, CasType] = {
    NAMED_ENTITY: CasType(ANNOTATION, {"value": STRING, "identifier": STRING}),
    MENTION: CasType(NAMED_ENTITY, {"mentionId": STRING, "fragment": INTEGER, "origin": STRING, "normalForm": STRING}),
    SEGMENT: CasType(
        ANNOTATION,
        {"articleId": STRING, "role": STRING, "order": INTEGER, "join": BOOLEAN, "pageStart": INTEGER},
    ),
    NOTE: CasType(
        ANNOTATION, {"noteId": STRING, "kind": STRING, "text": STRING, "author": STRING, "resolved": BOOLEAN}
    ),
    SOURCE: CasType(
        ANNOTATION,
        {
            "documentId": STRING,
            "pageId": STRING,
            "articleId": STRING,
            "name": STRING,
            "sha256": STRING,
            "paper": STRING,
            "date": STRING,
            "pageNo": STRING,
            "state": STRING,
            "annotator": STRING,
        },
    ),
    CONTINUATION: CasType(ANNOTATION, {"articleId": STRING, "continuedFrom": STRING, "continuesTo": STRING}),
}


@dataclass(frozen=True, slots=True)
class FeatureStructure:
    """One annotation; features that are None are left out."""

    type: str
    begin: int
    end: int
    features: dict[str, Any]


def feature_structures(document: TrainingDocument) -> Iterator[FeatureStructure]:
    """Yield the annotations of a document: source, segments, mention fragments, notes, continuations."""
    units = Utf16Offsets(document.text)
    to_units = units.to_utf16
    length = to_units(len(document.text))
    yield FeatureStructure(DOCUMENT_ANNOTATION, 0, length, {"language": "zh"})
    yield FeatureStructure(SOURCE, 0, length, _source(document))
    yield from (_segment(one, to_units) for one in document.segments)
    for mention in document.mentions:
        yield from _fragments(mention, to_units)
    yield from (_note(one, to_units) for one in document.notes)
    for one in document.continuations:
        features = {
            "articleId": one.article_id,
            "continuedFrom": one.continued_from,
            "continuesTo": one.continues_to,
        }
        yield FeatureStructure(CONTINUATION, 0, length, features)


def _source(document: TrainingDocument) -> dict[str, Any]:
    meta = document.meta
    return {
        "documentId": document.id,
        "pageId": document.page_id,
        "articleId": document.article_id,
        "name": meta.name,
        "sha256": meta.sha256,
        "paper": meta.paper,
        "date": meta.date,
        "pageNo": meta.page_no,
        "state": meta.state.value,
        "annotator": meta.annotator,
    }


def _segment(segment: DocumentSegment, to_units: Callable[[int], int]) -> FeatureStructure:
    features = {
        "articleId": segment.article_id,
        "role": segment.role.value,
        "order": segment.order,
        "join": segment.join,
        "pageStart": segment.page_start,
    }
    return FeatureStructure(SEGMENT, to_units(segment.start), to_units(segment.end), features)


def _fragments(mention: Mention, to_units: Callable[[int], int]) -> Iterator[FeatureStructure]:
    for index, fragment in enumerate(mention.fragments):
        features = {
            "value": mention.label,
            "mentionId": mention.id,
            "fragment": index,
            "origin": mention.origin.value,
            "normalForm": mention.normal_form,
        }
        yield FeatureStructure(MENTION, to_units(fragment.start), to_units(fragment.end), features)


def _note(note: Note, to_units: Callable[[int], int]) -> FeatureStructure:
    features = {
        "noteId": note.id,
        "kind": note.kind.value,
        "text": note.text,
        "author": note.author,
        "resolved": note.resolved,
    }
    return FeatureStructure(NOTE, to_units(note.span.start), to_units(note.span.end), features)
