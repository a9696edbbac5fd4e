"""UIMA CAS: cassis loads the files with their type system, and they can be read back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats import cas_json, cas_xmi
from cppcc_reader.formats.cas import MENTION, NAMED_ENTITY, NOTE, SEGMENT, SOURCE
from cppcc_reader.formats.cas_reader import read_cas
from cppcc_reader.formats.exporter import Exporter
from cppcc_reader.formats.file_stem import file_stem
from cppcc_reader.formats.loss import LossKind
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.training_document import TrainingDocument, Unit
from export_samples import nasty_record, records, refuse_nothing, write_with

BOTH = pytest.mark.parametrize("exporter", [cas_xmi.EXPORTER, cas_json.EXPORTER], ids=lambda one: one.name)
UNITS = pytest.mark.parametrize("unit", Unit)


def _load(exporter: Exporter, folder: Path, document: TrainingDocument) -> Any:
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is a test dependency of the exports")
    path = folder / "all" / f"{file_stem(document.id)}{exporter.suffix}"
    if exporter is cas_json.EXPORTER:
        with path.open("rb") as file:
            return cassis.load_cas_from_json(file)
    with (folder / "TypeSystem.xml").open("rb") as file:
        types = cassis.load_typesystem(file)
    with path.open("rb") as file:
        return cassis.load_cas_from_xmi(file, typesystem=types)


def _said(document: TrainingDocument) -> object:
    names = [(one.id, one.label, one.fragments, one.origin, one.normal_form) for one in document.mentions]
    return replace(document, mentions=()), names


def _by_id(documents: list[TrainingDocument]) -> list[object]:
    return [_said(one) for one in sorted(documents, key=lambda document: document.id)]


@BOTH
@UNITS
def test_cassis_finds_every_mention_segment_and_note(
    tmp_path: Path, pages: list[PageRecord], exporter: Exporter, unit: Unit
) -> None:
    documents, _losses = write_with(exporter, tmp_path, pages, unit)
    for document in documents:
        cas = _load(exporter, tmp_path, document)
        assert cas.sofa_string == document.text
        found = [(one.mentionId, one.value, one.get_covered_text()) for one in cas.select(MENTION)]
        assert sorted(found) == sorted(
            (one.id, one.label, part.text_of(document.text)) for one in document.mentions for part in one.fragments
        )
        assert len(list(cas.select(NAMED_ENTITY))) == len(found)
        segments = [(one.articleId, one.role, one.order, one.join, one.begin, one.end) for one in cas.select(SEGMENT)]
        assert segments == [
            (one.article_id, one.role.value, one.order, one.join, one.start, one.end) for one in document.segments
        ]
        notes = [(one.kind, one.get_covered_text()) for one in cas.select(NOTE)]
        assert notes == [(one.kind.value, one.span.text_of(document.text)) for one in document.notes]
        (source,) = cas.select(SOURCE)
        assert (source.documentId, source.state) == (document.id, document.meta.state.value)


@BOTH
@UNITS
def test_what_is_read_back_is_what_was_written(
    tmp_path: Path, pages: list[PageRecord], exporter: Exporter, unit: Unit
) -> None:
    documents, losses = write_with(exporter, tmp_path, pages, unit)
    assert _by_id(list(read_cas(tmp_path / "all", refuse_nothing))) == _by_id(documents)
    assert {loss.kind for loss in losses} <= {LossKind.CONTROL_CHARACTER}


@BOTH
@given(record=records())
def test_any_page_comes_back(exporter: Exporter, record: PageRecord) -> None:
    with tempfile.TemporaryDirectory() as folder:
        documents, _losses = write_with(exporter, Path(folder), [record])
        assert _by_id(list(read_cas(Path(folder) / "all", refuse_nothing))) == _by_id(documents)


def test_control_characters_are_replaced_and_named(tmp_path: Path) -> None:
    documents, losses = write_with(cas_xmi.EXPORTER, tmp_path, [nasty_record()])
    assert [(loss.kind, loss.quote) for loss in losses] == [(LossKind.CONTROL_CHARACTER, "U+000C")]
    assert "”\ufffd换页" in documents[0].text


def test_files_of_others_are_read_by_their_named_entities(tmp_path: Path) -> None:
    cassis = pytest.importorskip("cassis", reason="dkpro-cassis is a test dependency of the exports")
    types = cassis.TypeSystem()
    entity = types.create_type(NAMED_ENTITY, supertypeName="uima.tcas.Annotation")
    types.create_feature(entity, "value", "uima.cas.String")
    cas = cassis.Cas(types)
    cas.sofa_string = "𠮷张三到京"
    cas.sofa_mime = "text/plain"
    cas.add(entity(begin=1, end=3, value="PER"))
    cas.to_xmi(tmp_path / "x.xmi")
    cas.to_json(tmp_path / "x.json")
    for document in read_cas(tmp_path, refuse_nothing):
        assert [(one.label, one.quote(document.text)) for one in document.mentions] == [("PER", "张三")]


def test_dangerous_and_broken_files_are_refused_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "a.xmi").write_text('<!DOCTYPE x [\n<!ENTITY a "b">]><x>&a;</x>', encoding="utf-8")
    (tmp_path / "b.xmi").write_text("<x>\n\n<y></x>", encoding="utf-8")
    (tmp_path / "c.xmi").write_text("<x/>", encoding="utf-8")
    (tmp_path / "d.json").write_text("{\n]", encoding="utf-8")
    (tmp_path / "e.json").write_text("[]", encoding="utf-8")
    refused: list[Refusal] = []
    assert list(read_cas(tmp_path, refused.append)) == []
    assert [(one.path.name, one.line) for one in refused] == [
        ("a.xmi", 1),
        ("b.xmi", 3),
        ("c.xmi", None),
        ("d.json", None),
        ("e.json", None),
    ]
    assert "DOCTYPE" in refused[0].cause
