"""UIMA CAS read back from XMI and JSON: its own files whole, other people's by their ``NamedEntity``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.cas import CONTINUATION, MENTION, NAMED_ENTITY, NOTE, SEGMENT, SOURCE, FeatureStructure
from cppcc_reader.formats.cas_xmi import CAS, XMI
from cppcc_reader.formats.reading import UNTAKEABLE, ReadingError, Refusal, cause_of, require_inside, text_of_file
from cppcc_reader.formats.safe_xml import XmlError, local_name, parse_xml
from cppcc_reader.formats.training_document import (
    ArticleContinuation,
    DocumentMeta,
    DocumentSegment,
    TrainingDocument,
    mention_order,
)
from cppcc_reader.formats.utf16 import Utf16Offsets


def read_cas(path: Path, refuse: Callable[[Refusal], None]) -> Iterator[TrainingDocument]:
    """Yield the documents of a folder of XMI and JSON files, or of one file."""
    paths = sorted(p for p in path.iterdir() if p.suffix in {".xmi", ".json"}) if path.is_dir() else [path]
    for one in paths:
        try:
            text, structures = _parse_json(one) if one.suffix == ".json" else _parse_xmi(one)
            yield _document(text, structures, one)
        except XmlError as error:
            refuse(Refusal(one, error.line, str(error)))
        except UNTAKEABLE as error:
            refuse(Refusal(one, None, cause_of(error)))


def _parse_xmi(path: Path) -> tuple[str, list[FeatureStructure]]:
    root = parse_xml(path).root
    sofa = next((one for one in root if one.tag == f"{{{CAS}}}Sofa"), None)
    if root.tag != f"{{{XMI}}}XMI" or sofa is None or "sofaString" not in sofa.attrib:
        raise ReadingError("不是 UIMA XMI，或其中没有文本（sofaString）")
    structures = []
    for one in root:
        if "begin" in one.attrib and "end" in one.attrib:
            package = one.tag.partition("}")[0].removeprefix("{http:///").removesuffix(".ecore").replace("/", ".")
            name = f"{package}.{local_name(one)}"
            structures.append(FeatureStructure(name, int(one.attrib["begin"]), int(one.attrib["end"]), one.attrib))
    return sofa.attrib["sofaString"], structures


def _parse_json(path: Path) -> tuple[str, list[FeatureStructure]]:
    try:
        data = json.loads(text_of_file(path))
    except json.JSONDecodeError as error:
        raise ReadingError(f"不是 JSON：第 {error.lineno} 行第 {error.colno} 个字符处") from error
    found = data.get("%FEATURE_STRUCTURES") if isinstance(data, Mapping) else None
    sofa = next((one for one in found or () if one.get("%TYPE") == "uima.cas.Sofa"), None)
    if found is None or sofa is None or "sofaString" not in sofa:
        raise ReadingError("不是 UIMA JSON CAS，或其中没有文本（sofaString）")
    structures = [
        FeatureStructure(str(one["%TYPE"]), int(one.get("begin", 0)), int(one["end"]), one)
        for one in found
        if "end" in one
    ]
    return str(sofa["sofaString"]), structures


def _document(text: str, structures: list[FeatureStructure], path: Path) -> TrainingDocument:
    units = Utf16Offsets(text)

    def of(*names: str) -> list[tuple[Span, Mapping[str, Any]]]:
        return [
            (require_inside(units.from_utf16(one.begin), units.from_utf16(one.end), text), one.features)
            for one in structures
            if one.type in names
        ]

    mentions = tuple(sorted(_mentions(of(MENTION, NAMED_ENTITY)), key=mention_order))
    sources = of(SOURCE)
    if not sources:
        stem = path.name.partition(".")[0]
        return TrainingDocument(id=stem, page_id=stem, text=text, mentions=mentions)
    source = sources[0][1]
    return TrainingDocument(
        id=str(source["documentId"]),
        page_id=str(source["pageId"]),
        article_id=source.get("articleId"),
        text=text,
        segments=tuple(_segment(span, features) for span, features in of(SEGMENT)),
        mentions=mentions,
        notes=tuple(_note(span, features) for span, features in of(NOTE)),
        continuations=tuple(
            ArticleContinuation(
                article_id=str(one["articleId"]),
                continued_from=one.get("continuedFrom"),
                continues_to=one.get("continuesTo"),
            )
            for _span, one in of(CONTINUATION)
        ),
        meta=_meta(source),
    )


def _mentions(found: list[tuple[Span, Mapping[str, Any]]]) -> Iterator[Mention]:
    parts: dict[str, list[tuple[int, Span, Mapping[str, Any]]]] = {}
    for number, (span, features) in enumerate(found, 1):
        key = str(features.get("mentionId") or f"m{number}")
        parts.setdefault(key, []).append((int(features.get("fragment", 0)), span, features))
    for mention_id, fragments in parts.items():
        fragments.sort(key=lambda part: part[0])
        features = fragments[0][2]
        yield Mention(
            id=mention_id,
            label=str(features.get("value") or "ENTITY"),
            fragments=tuple(span for _index, span, _features in fragments),
            origin=Origin(features.get("origin", Origin.PERSON)),
            normal_form=features.get("normalForm"),
        )


def _segment(span: Span, features: Mapping[str, Any]) -> DocumentSegment:
    return DocumentSegment(
        start=span.start,
        end=span.end,
        page_start=int(features["pageStart"]),
        role=Role(features["role"]),
        join=_truth(features.get("join", False)),
        article_id=features.get("articleId"),
        order=int(features["order"]),
    )


def _note(span: Span, features: Mapping[str, Any]) -> Note:
    return Note(
        id=str(features["noteId"]),
        kind=NoteKind(features["kind"]),
        span=span,
        text=str(features.get("text", "")),
        author=str(features.get("author", "")),
        resolved=_truth(features.get("resolved", False)),
    )


def _meta(source: Mapping[str, Any]) -> DocumentMeta:
    return DocumentMeta(
        name=str(source.get("name", "")),
        sha256=str(source.get("sha256", "")),
        paper=source.get("paper"),
        date=source.get("date"),
        page_no=source.get("pageNo"),
        state=PageState(source.get("state", PageState.NEW)),
        annotator=str(source.get("annotator", "")),
    )


def _truth(value: object) -> bool:
    return value is True or value == "true"
