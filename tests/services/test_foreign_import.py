"""Files of other tools as pages: labels at their places, regions as hints, refusals by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence, Segment
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.training_document import Unit
from cppcc_reader.services.export_options import ExportOptions
from cppcc_reader.services.foreign_import import is_foreign, read_records
from cppcc_reader.services.training_export import export
from export_samples import nasty_record, plain_record, refuse_nothing, sample_records


class OneArticle:
    """Puts every block into one article of body text."""

    def annotate(self, text: str) -> AnnotationSet:
        segments, start = [], 0
        for block in text.split("\n\n"):
            if block.strip():
                at = start + len(block) - len(block.lstrip())
                evidence = Evidence(0.5, "猜的")
                segments.append(Segment(start=at, end=at + len(block.strip()), role_evidence=evidence))
            start += len(block) + 2
        return AnnotationSet.of(articles=(Article(id="a1", segments=tuple(segments)),))


def _read(path: Path) -> list[PageRecord]:
    assert is_foreign(path)
    return list(read_records(path, OneArticle(), refuse_nothing))


def _said(record: PageRecord) -> object:
    """All that a document of another tool can say of a page: no evidence, and ids need not be kept."""
    annotations = record.annotations
    articles = [
        (one.id, [(s.start, s.end, s.role, s.join) for s in one.segments], one.continued_from, one.continues_to)
        for one in annotations.articles
    ]
    furniture = [(one.start, one.end, one.role) for one in annotations.furniture]
    names = sorted((one.label, one.fragments, one.origin, one.normal_form) for one in annotations.mentions)
    return record.page.id, record.page.text, record.page.meta, articles, furniture, names, annotations.notes


@pytest.mark.parametrize("name", ["label-studio", "spacy", "brat", "cas-json"])
def test_whole_pages_come_back_as_they_went_out(tmp_path: Path, name: str) -> None:
    if name == "spacy":
        pytest.importorskip("spacy", reason="spaCy is an optional package of the exports")
    records = sample_records()
    export(records, ExportOptions(format=name, unit=Unit.PAGE), tmp_path / "set")
    paths = [path for path in sorted((tmp_path / "set").rglob("*")) if path.is_file() and is_foreign(path)]
    back = [record for path in paths for record in _read(path)]
    assert [_said(one) for one in back] == [_said(one) for one in records]


@pytest.mark.parametrize("name", ["doccano", "conll"])
def test_flat_formats_bring_flat_pages_back(tmp_path: Path, name: str) -> None:
    records = [plain_record("p2"), plain_record("p3", words="𠮷水")]
    export(records, ExportOptions(format=name, unit=Unit.PAGE), tmp_path / "set")
    (path,) = [path for path in (tmp_path / "set").iterdir() if is_foreign(path)]
    assert [_said(one) for one in _read(path)] == [_said(one) for one in records]


def test_an_article_becomes_a_page_with_one_article(tmp_path: Path) -> None:
    export([nasty_record()], ExportOptions(format="doccano"), tmp_path / "set")
    first, second = _read(tmp_path / "set" / "all.doccano.jsonl")
    for record in (first, second):
        check(record.page.text, record.annotations)
        assert len(record.annotations.articles) == 1
    assert [one.quote(first.page.text) for one in first.annotations.mentions][:1] == ["赵  政"]
    assert first.page.id != second.page.id != "p1"


def test_texts_of_others_are_split_and_keep_their_labels(tmp_path: Path) -> None:
    text = "\ufeff县里开会\r\n\r\n张三\r\n到会\r收尾"
    start = text.index("张三")
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": text, "label": [[start, start + 6, "PER"], [0, 1, "LOC"]]}), encoding="utf-8")
    (record,) = _read(path)
    check(record.page.text, record.annotations)
    assert record.page.text == "县里开会\n\n张三\n到会\n收尾"
    assert [(one.label, one.quote(record.page.text)) for one in record.annotations.mentions] == [("PER", "张三\n到会")]
    assert len(record.annotations.articles[0].segments) == 2


def test_a_label_over_a_blank_line_becomes_two_fragments(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": "云江省白\n\n水县", "label": [[0, 8, "LOC"]]}), encoding="utf-8")
    (record,) = _read(path)
    assert [len(one) for one in record.annotations.mentions[0].fragments] == [4, 2]


def test_region_types_correct_the_roles_and_take_furniture_out(tmp_path: Path) -> None:
    blocks = [
        ("heading", "县里开会"),
        ("paragraph", "本报讯张三到会。"),
        ("caption", "图为会场"),
        ("page-number", "02"),
    ]
    regions = "".join(
        f'<TextRegion id="r{i}" type="{kind}"><TextEquiv><Unicode>{words}</Unicode></TextEquiv></TextRegion>'
        for i, (kind, words) in enumerate(blocks)
    )
    path = tmp_path / "x.xml"
    path.write_text(f'<PcGts><Page imageFilename="a.tif">{regions}</Page></PcGts>', encoding="utf-8")
    (record,) = _read(path)
    (article,) = record.annotations.articles
    assert [one.role for one in article.segments] == [Role.HEADLINE, Role.BODY, Role.CAPTION]
    assert article.segments[0].role_evidence == Evidence(0.9, "版式标注为 heading")
    assert [one.span.text_of(record.page.text) for one in record.annotations.furniture] == ["02"]
    check(record.page.text, record.annotations)


def test_what_contradicts_itself_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    export(sample_records(), ExportOptions(format="doccano", unit=Unit.PAGE), tmp_path / "set")
    path = tmp_path / "set" / "all.doccano.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
    rows[1]["meta"]["segments"] = rows[1]["meta"]["segments"][:1]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    refused: list[Refusal] = []
    assert [one.page.id for one in read_records(path, OneArticle(), refused.append)] == ["p1", "p3"]
    assert "p2" in refused[0].cause
    assert "不属于任何文章" in refused[0].cause


def test_plain_pages_and_page_records_are_not_foreign(tmp_path: Path) -> None:
    export(sample_records(), ExportOptions(format="pages"), tmp_path / "set")
    (tmp_path / "page.txt").write_text('县里开会 {"text": "label"}', encoding="utf-8")
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and is_foreign(path)]
