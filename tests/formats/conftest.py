"""The pages that every format is tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.record_file import read_records
from export_samples import sample_records


@pytest.fixture(params=["nasty", "shipped", "gold"])
def pages(request: pytest.FixtureRequest) -> list[PageRecord]:
    """The nasty pages, the sample pages that ship, and the real pages marked by careful readers (if there)."""
    if request.param == "nasty":
        return sample_records()
    name = "samples_dir" if request.param == "shipped" else "shared_gold"
    place: Path = request.getfixturevalue(name)
    path = place.parent / "gold.pages.jsonl" if request.param == "shipped" else place
    return list(read_records(path))
