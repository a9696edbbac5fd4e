"""The bytes of every text format, kept: a format that people train on does not change by accident.

After a wanted change run ``CPPCC_READER_UPDATE_GOLDEN=1 python -m pytest tests/golden`` and read the difference.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from cppcc_reader.formats.exporters import EXPORTERS
from cppcc_reader.services.export_options import ExportOptions
from cppcc_reader.services.training_export import export
from export_samples import nasty_record, plain_record

GOLDEN = Path(__file__).parent / "exports"
BINARY = {".spacy", ".parquet"}  # their bytes depend on the versions of the packages that write them


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in BINARY and path.name not in {"manifest.json", "README.md"}
    }


@pytest.mark.parametrize("name", [one.name for one in EXPORTERS.values() if one.suffix not in BINARY])
def test_the_bytes_are_those_that_were_kept(tmp_path: Path, name: str) -> None:
    export([nasty_record(), plain_record()], ExportOptions(format=name), tmp_path / "set")
    if os.environ.get("CPPCC_READER_UPDATE_GOLDEN"):
        shutil.rmtree(GOLDEN / name, ignore_errors=True)
        for relative, data in _files(tmp_path / "set").items():
            place = GOLDEN / name / relative
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
    assert _files(tmp_path / "set") == _files(GOLDEN / name)
