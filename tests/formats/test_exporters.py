"""The table of formats: what every line of it promises."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cppcc_reader.formats import optional_package
from cppcc_reader.formats.exporters import EXPORTERS, require_packages
from cppcc_reader.formats.loss import LossKind
from cppcc_reader.formats.optional_package import MissingPackageError, load
from cppcc_reader.formats.training_document import Unit
from export_samples import nasty_record, write_with

EACH = pytest.mark.parametrize("name", EXPORTERS)


@pytest.mark.parametrize(("name", "unit"), [(one.name, unit) for one in EXPORTERS.values() for unit in one.units])
def test_no_mention_vanishes_without_a_word(tmp_path: Path, name: str, unit: Unit) -> None:
    exporter = EXPORTERS[name]
    for package in exporter.needs:
        pytest.importorskip(package, reason=f"the format {name} needs {package}")
    record = nasty_record()
    documents, losses = write_with(exporter, tmp_path, [record], unit)
    written = {(one.page_id, mention.id) for one in documents for mention in one.mentions}
    named = sum(
        loss.count
        for loss in losses
        if loss.kind in {LossKind.MENTIONS, LossKind.FRAGMENTS, LossKind.NESTED, LossKind.CROSSING, LossKind.MISALIGNED}
    )
    in_furniture = 1 if unit is Unit.ARTICLE else 0
    assert len(written) + named + in_furniture == len(record.annotations.mentions)


@EACH
def test_a_split_without_documents_is_no_error(tmp_path: Path, name: str) -> None:
    exporter = EXPORTERS[name]
    for package in exporter.needs:
        pytest.importorskip(package, reason=f"the format {name} needs {package}")
    write_with(exporter, tmp_path, [])
    assert any(tmp_path.iterdir())


@EACH
def test_names_for_people_are_chinese_and_units_are_given(name: str) -> None:
    exporter = EXPORTERS[name]
    assert exporter.name == name
    assert exporter.units
    assert exporter.offsets in {"codepoint", "utf16", "token", "inline"}


def test_a_missing_package_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    wanting = replace(EXPORTERS["parquet"], needs=("no_such_package_anywhere",))
    with pytest.raises(MissingPackageError, match=r"no_such_package_anywhere.*pip install 'cppcc-reader\[export\]'"):
        require_packages(wanting)
    with pytest.raises(MissingPackageError, match="读写"):
        load("no_such_package_anywhere.part", "读写")
    assert not optional_package.is_installed("no_such_package_anywhere")
