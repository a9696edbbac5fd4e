"""doccano lines: its own reading rules, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.doccano import EXPORTER, DoccanoWriter, read_doccano
from cppcc_reader.formats.document_builder import documents_of
from cppcc_reader.formats.exporter import Target
from cppcc_reader.formats.loss import fit
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.training_document import TrainingDocument, Unit
from export_samples import plain_record, records


def _refuse(refusal: Refusal) -> None:
    raise AssertionError(str(refusal))


def _write(folder: Path, *pages: PageRecord) -> tuple[Path, list[TrainingDocument]]:
    target = Target(folder=folder)
    writer = DoccanoWriter(target)
    documents = [fit(one, EXPORTER.carries)[0] for page in pages for one in documents_of(page, Unit.ARTICLE)[0]]
    for document in documents:
        list(writer.write(document))
    writer.close()
    return target.path(EXPORTER.suffix), documents


def _said(document: TrainingDocument) -> object:
    names = [(one.label, one.fragments) for one in document.mentions]
    return replace(document, mentions=()), names


def test_what_is_read_back_is_what_was_written(tmp_path: Path, pages: list[PageRecord]) -> None:
    path, documents = _write(tmp_path, *pages)
    assert [_said(one) for one in read_doccano(path, _refuse)] == [_said(one) for one in documents]


def test_each_line_stands_alone_even_for_readers_that_know_more_line_ends(
    tmp_path: Path, pages: list[PageRecord]
) -> None:
    path, documents = _write(tmp_path, *pages)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(documents)
    for line, document in zip(lines, documents, strict=True):
        row = json.loads(line)
        assert [row["text"][start:end] for start, end, _label in row["label"]] == [
            mention.quote(document.text) for mention in document.mentions
        ]


def test_all_shapes_that_doccano_exports_are_read(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    rows = [
        {"id": 1, "data": "张三来", "label": [[0, 2, "PER"]]},
        {"id": 2, "text": "京𠮷", "entities": [{"id": 5, "label": "LOC", "start_offset": 1, "end_offset": 2}]},
        {"text": "无标注", "labels": []},
        {"text": "县", "label": [], "meta": "{'id': 1}"},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    found = [(one.text, [(m.label, m.quote(one.text)) for m in one.mentions]) for one in read_doccano(path, _refuse)]
    assert found == [("张三来", [("PER", "张三")]), ("京𠮷", [("LOC", "𠮷")]), ("无标注", []), ("县", [])]


def test_bad_lines_are_refused_with_their_cause_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"text":"甲","label":[[0,9,"PER"]]}\n{\n{"label":[]}\n[1]\n{"text":"乙"}\n', encoding="utf-8")
    refused: list[Refusal] = []
    assert [one.text for one in read_doccano(path, refused.append)] == ["乙"]
    assert [one.line for one in refused] == [1, 2, 3, 4]
    assert "不在文本之内" in refused[0].cause
    assert "不是 JSON" in refused[1].cause
    assert "data" in refused[2].cause


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records())
def test_any_page_comes_back(tmp_path: Path, record: PageRecord) -> None:
    path, documents = _write(tmp_path, record)
    assert [_said(one) for one in read_doccano(path, _refuse)] == [_said(one) for one in documents]


def test_metadata_that_comes_back_as_text_is_still_ours(tmp_path: Path) -> None:
    path, documents = _write(tmp_path, plain_record())
    row = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**row, "meta": json.dumps(row["meta"])}), encoding="utf-8")
    assert [_said(one) for one in read_doccano(path, _refuse)] == [_said(one) for one in documents]
