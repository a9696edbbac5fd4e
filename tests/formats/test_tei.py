"""TEI: valid against the schema, and every name and segment stands in it."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.file_stem import file_stem
from cppcc_reader.formats.loss import LossKind
from cppcc_reader.formats.tei import EXPORTER, NAMESPACE
from cppcc_reader.formats.tei_names import ELEMENTS
from cppcc_reader.formats.training_document import TrainingDocument, Unit
from export_samples import nasty_record, records, write_with

etree = pytest.importorskip("lxml.etree", reason="lxml is a test dependency of the exports")

NAME_TAGS = {f"{{{NAMESPACE}}}{tag}" for tag in (*ELEMENTS.values(), "name")}
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("tei_subset.rng")))


def _parsed(folder: Path, document: TrainingDocument) -> Any:
    tree = etree.parse(folder / "all" / f"{file_stem(document.id)}.tei.xml")
    SCHEMA.assertValid(tree)
    return tree.getroot()


def _tags(root: Any, *names: str) -> list[Any]:
    return list(root.iter(*(f"{{{NAMESPACE}}}{name}" for name in names)))


def _names(root: Any) -> list[str]:
    """The words of each name, its linked parts put together."""
    text = next(root.iter(f"{{{NAMESPACE}}}text"))
    parts = [element for element in text.iter() if element.tag in NAME_TAGS]
    by_id = {f"#{element.get('{http://www.w3.org/XML/1998/namespace}id')}": element for element in parts}
    words = []
    for element in parts:
        if element.get("prev") is None:
            found, following = "".join(element.itertext()), element.get("next")
            while following is not None:
                found += "".join(by_id[following].itertext())
                following = by_id[following].get("next")
            words.append(found)
    return sorted(words)


@pytest.mark.parametrize("unit", Unit)
def test_every_name_and_every_segment_is_there(tmp_path: Path, pages: list[PageRecord], unit: Unit) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, pages, unit)
    for document in documents:
        root = _parsed(tmp_path, document)
        assert _names(root) == sorted(mention.quote(document.text) for mention in document.mentions)
        body = next(root.iter(f"{{{NAMESPACE}}}body"))
        words = re.sub(r"\s", "", "".join(body.itertext()))
        ordered = sorted(
            document.segments,
            key=lambda one: (one.article_id is None, _first(document, one.article_id), one.order, one.start),
        )
        assert words == re.sub(r"\s", "", "".join(document.text[one.start : one.end] for one in ordered))
        assert len(_tags(body, "div")) == len({one.article_id for one in document.segments})


def _first(document: TrainingDocument, article_id: str | None) -> int:
    return min(one.start for one in document.segments if one.article_id == article_id)


def test_headings_bylines_breaks_and_continuations_are_marked(tmp_path: Path) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, [nasty_record()])
    root = _parsed(tmp_path, documents[0])
    first, second, furniture = _tags(next(root.iter(f"{{{NAMESPACE}}}body")), "div")
    assert [(head.get("type"), head.text) for head in _tags(first, "head")] == [
        ("kicker", "@引题"),
        ("headline", "=1+1 主题\n"),
    ]
    assert (first.get("next"), second.get("prev")) == ("p2.tei.xml#a9", "p0.tei.xml#a3")
    assert [one.getparent().tag for one in _tags(first, "cb")] == [f"{{{NAMESPACE}}}p"]
    assert furniture.get("type") == "furniture"
    assert [one.get("type") for one in _tags(root, "note")] == ["remark", "correction", "correction"]


def test_names_that_cross_are_left_out_and_named(tmp_path: Path) -> None:
    _documents, losses = write_with(EXPORTER, tmp_path, [nasty_record()])
    assert [loss.quote for loss in losses if loss.kind is LossKind.CROSSING] == ["政协主"]


def test_suggestions_and_normal_forms_are_marked(tmp_path: Path) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, [nasty_record()])
    root = _parsed(tmp_path, documents[0])
    assert {element.text: element.get("resp") for element in _tags(root, "roleName")} == {"主席": "#suggested"}
    assert [element.get("key") for element in _tags(root, "persName") if element.get("key")] == ["赵政"]


@given(record=records())
def test_any_page_is_valid_and_complete(record: PageRecord) -> None:
    with tempfile.TemporaryDirectory() as folder:
        documents, _losses = write_with(EXPORTER, Path(folder), [record])
        for document in documents:
            root = _parsed(Path(folder), document)
            assert _names(root) == sorted(mention.quote(document.text) for mention in document.mentions)


def test_the_schema_can_fail(tmp_path: Path) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, [nasty_record()])
    root = _parsed(tmp_path, documents[0])
    division = _tags(root, "div")[0]
    division.append(division[0])  # a heading at the end of its division
    assert not SCHEMA.validate(root)
