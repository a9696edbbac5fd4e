"""spaCy loads what was annotated; what its tokens cannot hold is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats import spacy_docbin
from cppcc_reader.formats.loss import LossKind
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.spacy_docbin import EXPORTER, MENTIONS, SEGMENTS, read_spacy
from cppcc_reader.formats.training_document import TrainingDocument
from export_samples import nasty_record, plain_record, records, refuse_nothing, write_with

spacy = pytest.importorskip("spacy", reason="spaCy is an optional package of the exports")


def _docs(path: Path) -> list[Any]:
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(path).get_docs(spacy.blank("zh").vocab))


def _said(document: TrainingDocument) -> object:
    names = [(one.id, one.label, one.fragments, one.origin, one.normal_form) for one in document.mentions]
    return replace(document, mentions=()), names


def test_spacy_finds_every_mention_and_segment(tmp_path: Path, pages: list[PageRecord]) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, pages)
    docs = _docs(tmp_path / "all.spacy")
    assert [doc.text for doc in docs] == [document.text for document in documents]
    for doc, document in zip(docs, documents, strict=True):
        found = [(span.id_, span.label_, span.text) for span in doc.spans[MENTIONS]]
        assert found == [
            (one.id, one.label, fragment.text_of(doc.text)) for one in document.mentions for fragment in one.fragments
        ]
        roles = [(span.label_, span.text) for span in doc.spans[SEGMENTS]]
        assert roles == [(one.role.value, doc.text[one.start : one.end]) for one in document.segments]
        entities = {(span.ent_id_, span.label_, span.text) for span in doc.ents}
        assert entities <= {(one.id, one.label, one.quote(doc.text)) for one in document.mentions}
        assert doc.user_data["cppcc"]["article_id"] == document.article_id


def test_flat_names_are_all_entities_and_the_longest_of_nested_ones_wins(tmp_path: Path) -> None:
    write_with(EXPORTER, tmp_path, [plain_record(), nasty_record()])
    plain, _first, second = _docs(tmp_path / "all.spacy")
    assert [(span.label_, span.text) for span in plain.ents] == [("ORG", "新文县委"), ("PER", "周和")]
    assert "白水市政协" in [span.text for span in second.ents]
    assert "白水市" not in [span.text for span in second.ents]
    assert {"白水市政协", "白水市"} <= {span.text for span in second.spans[MENTIONS]}


def test_a_name_that_cuts_a_token_is_left_out_and_named(tmp_path: Path) -> None:
    record = plain_record(words="新\t\t文")
    start = record.page.text.rindex("\t\t") + 1
    cutting = Mention(id="m9", label="LOC", fragments=(Span(start, start + 3),))
    mentions = (*record.annotations.mentions, cutting)
    record = replace(record, annotations=record.annotations.replaced(mentions=mentions))
    documents, losses = write_with(EXPORTER, tmp_path, [record])
    assert [(loss.kind, loss.mention_id) for loss in losses] == [(LossKind.MISALIGNED, "m9")]
    assert [one.id for one in documents[0].mentions] == ["m1", "m2"]


def test_what_is_read_back_is_what_was_written(tmp_path: Path, pages: list[PageRecord]) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, pages)
    back = list(read_spacy(tmp_path / "all.spacy", refuse_nothing))
    assert [_said(one) for one in back] == [_said(one) for one in documents]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(records())
def test_any_page_comes_back(tmp_path: Path, record: PageRecord) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, [record])
    back = list(read_spacy(tmp_path / "all.spacy", refuse_nothing))
    assert [_said(one) for one in back] == [_said(one) for one in documents]


def test_many_documents_make_several_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_docbin, "DOCUMENTS_PER_FILE", 2)
    write_with(EXPORTER, tmp_path, [plain_record(f"p{number}") for number in range(5)])
    assert {path.name: len(_docs(path)) for path in tmp_path.iterdir()} == {
        "all.spacy": 2,
        "all-2.spacy": 2,
        "all-3.spacy": 1,
    }


def test_files_of_others_are_read(tmp_path: Path) -> None:
    from spacy.tokens import DocBin

    doc = spacy.blank("zh").make_doc("张三到京")
    doc.ents = [doc.char_span(0, 2, label="PER")]
    DocBin(docs=[doc]).to_disk(tmp_path / "x.spacy")
    (found,) = read_spacy(tmp_path / "x.spacy", refuse_nothing)
    assert [(one.label, one.quote(found.text)) for one in found.mentions] == [("PER", "张三")]


def test_what_is_no_docbin_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.spacy").write_bytes(b"nothing of the kind")
    refused: list[Refusal] = []
    assert list(read_spacy(tmp_path / "x.spacy", refused.append)) == []
    assert "不是 spaCy DocBin 文件" in refused[0].cause
