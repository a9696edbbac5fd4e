"""Importing a folder takes files of other tools as pages and leaves their companions alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cppcc_reader.formats.training_document import Unit
from cppcc_reader.services.export_options import ExportOptions
from cppcc_reader.services.import_report import Outcome
from cppcc_reader.services.page_import import import_paths, preview
from cppcc_reader.services.presegmentation import Presegmenter
from cppcc_reader.services.training_export import export
from cppcc_reader.storage.library import Library
from export_samples import sample_records
from library_builder import NOW


@pytest.mark.parametrize("name", ["pages", "label-studio", "brat", "cas-xmi", "cas-json"])
def test_an_exported_folder_gives_the_pages_back(tmp_path: Path, name: str) -> None:
    export(sample_records(), ExportOptions(format=name, unit=Unit.PAGE), tmp_path / "set")
    with Library.create(tmp_path / "x.cppcc") as library:
        report = import_paths(library, [tmp_path / "set"], Presegmenter.load(entities=False), clock=lambda: NOW)
        assert [(one.outcome, one.page_id) for one in report.outcomes] == [
            (Outcome.IMPORTED, page_id) for page_id in ("p1", "p2", "p3")
        ]
        for record in sample_records():
            back = library.pages.record(record.page.id)
            names = {(one.label, one.fragments, one.normal_form) for one in record.annotations.mentions}
            assert {(one.label, one.fragments, one.normal_form) for one in back.annotations.mentions} == names
            shape = [[(s.start, s.role, s.join) for s in one.segments] for one in record.annotations.articles]
            assert [[(s.start, s.role, s.join) for s in one.segments] for one in back.annotations.articles] == shape


def test_layout_files_are_split_and_bad_ones_named(tmp_path: Path) -> None:
    good = "<alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT='县里开会'/></TextLine></TextBlock>"
    (tmp_path / "a.xml").write_text(good + "</PrintSpace></Page></Layout></alto>", encoding="utf-8")
    (tmp_path / "b.xml").write_text("<alto>\n<Layout></alto>", encoding="utf-8")
    assert [check.reason for check in preview([tmp_path])] == ["", ""]
    with Library.create(tmp_path / "x.cppcc") as library:
        report = import_paths(library, [tmp_path], Presegmenter.load(entities=False), clock=lambda: NOW)
        assert [(one.outcome, one.place) for one in report.outcomes] == [
            (Outcome.IMPORTED, "a.xml"),
            (Outcome.REFUSED, "b.xml 第 2 行"),
        ]
        assert "不是格式正确的 XML" in report.outcomes[1].reason
        (page_id,) = library.pages.ids()
        assert library.pages.page(page_id).text == "县里开会\n"
