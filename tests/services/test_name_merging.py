"""Variants of a name become one, in one step that is taken back as one; the index goes out as tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.entity_index import indexed_names
from cppcc_reader.services.entity_table import write_names, write_places
from cppcc_reader.services.name_merging import STEP_NAME, merge_commands, proposed_form
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page, trash
from page_builder import build

WORDS = "望澜市政协开会。市政协主席讲话。"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        for number in range(2):
            text, annotations = build(("a1", "headline", f"第{number}版"), ("a1", "body", WORDS))
            full, short = text.index("望澜"), text.index("。市政协") + 1
            mentions = (
                Mention(id="m1", label="ORG", fragments=(Span(full, full + 5),)),
                Mention(id="m2", label="ORG", fragments=(Span(short, short + 3),)),
            )
            add_page(
                library, f"p{number}", text, annotations.replaced(mentions=mentions), date=f"2023-08-0{number + 1}"
            )
        yield library


def test_variants_count_under_one_name_after_merging(library: Library) -> None:
    names = indexed_names(library)
    assert {name.name: name.count for name in names} == {"望澜市政协": 2, "市政协": 2}
    assert proposed_form(names) == "望澜市政协"
    service = AnnotationService(library, annotator="甲", clock=lambda: NOW)
    changes = service.execute_bulk(merge_commands(library, names, "望澜市政协"), STEP_NAME)
    assert sorted(changes) == ["p0", "p1"]
    assert {name.name: name.count for name in indexed_names(library)} == {"望澜市政协": 4}
    kept = {m.id: m.normal_form for m in library.annotations.load("p0").mentions}
    assert kept == {"m1": None, "m2": "望澜市政协"}
    service.undo("p1")
    assert len(indexed_names(library)) == 2


def test_a_page_in_the_trash_is_left_alone(library: Library) -> None:
    trash(library, "p0")
    assert sorted(merge_commands(library, indexed_names(library), "望澜市政协")) == ["p1"]


def test_names_and_their_places_are_written(library: Library, tmp_path: Path) -> None:
    names, places = tmp_path / "名称.csv", tmp_path / "各处.csv"
    assert write_names(names, library, label="ORG", holding="望澜") == 1
    assert [list(row.values()) for row in _rows(names)] == [
        ["望澜市政协", "ORG", "2", "2", "2023-08-01", "2023-08-02"],
    ]
    chosen = [name for name in indexed_names(library) if name.name == "市政协"]
    assert write_places(places, library, chosen) == 2
    assert [(row["日期"], row["原文"], row["下文"][:2]) for row in _rows(places)] == [
        ("2023-08-01", "市政协", "主席"),
        ("2023-08-02", "市政协", "主席"),
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_names_of_different_labels_become_one(library: Library) -> None:
    service = AnnotationService(library, annotator="甲", clock=lambda: NOW)
    names = indexed_names(library)
    service.execute_bulk(merge_commands(library, names, "望澜市政协", "LOC"), STEP_NAME)
    assert [(name.name, name.label, name.count) for name in indexed_names(library)] == [("望澜市政协", "LOC", 4)]
    service.undo("p0")
    assert indexed_names(library) == names


def test_a_normal_form_is_taken_away_again(library: Library) -> None:
    service = AnnotationService(library, annotator="甲", clock=lambda: NOW)
    service.execute_bulk(merge_commands(library, indexed_names(library), "望澜市政协"), STEP_NAME)
    service.execute_bulk(merge_commands(library, indexed_names(library), ""), STEP_NAME)
    assert {name.name: name.count for name in indexed_names(library)} == {"望澜市政协": 2, "市政协": 2}
