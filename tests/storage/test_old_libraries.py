"""Libraries of every schema that was ever in use still open (made by make_old_library.py, never made again)."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cppcc_reader.formats.record_file import read_records
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.library_check import check_library
from cppcc_reader.storage.errors import OlderLibraryError
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.schema import SCHEMA_VERSION, migrations
from library_builder import NOW

DATA = Path(__file__).with_name("data")
VERSIONS = range(1, SCHEMA_VERSION + 1)


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def path(version: int, tmp_path: Path) -> Path:
    return Path(shutil.copy(DATA / f"schema-{version}.cppcc", tmp_path / "旧.cppcc"))


def test_an_old_library_opens_with_everything_in_it(path: Path) -> None:
    with Library.open(path) as library:
        found = [library.pages.record(page_id) for page_id in library.pages.ids()]
        assert found == list(read_records(DATA / "old.pages.jsonl"))
        assert len(library.pages.summaries(include_trashed=True)) == 2
        assert library.pages.original_bytes(found[0].page.id) == found[0].page.text.encode("gb18030")
        assert library.settings.get("语言") == "中文"
        assert check_library(library).problems == ()


def test_its_steps_can_be_taken_back(path: Path) -> None:
    with Library.open(path) as library:
        service = AnnotationService(library, annotator="乙", clock=lambda: NOW)
        page_id = library.pages.ids()[0]
        names = []
        while (name := service.undo_name(page_id)) is not None:
            service.undo(page_id)
            names.append(name)
        assert len(names) == 2
        assert library.annotations.load(page_id).mentions == ()


def test_it_is_brought_up_to_date_with_a_copy_kept(path: Path, version: int) -> None:
    before = path.read_bytes()
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    copy = path.with_name(f"{path.name}.schema-{version}.bak")
    assert copy.exists() == (version < SCHEMA_VERSION)
    if version == SCHEMA_VERSION:
        assert path.read_bytes() == before


def test_an_old_one_is_not_changed_by_reading(path: Path, version: int) -> None:
    if version == SCHEMA_VERSION:
        pytest.skip("this one is up to date")
    before = path.read_bytes()
    with pytest.raises(OlderLibraryError, match=r"旧格式.*升级"):
        Library.open(path, read_only=True)
    assert path.read_bytes() == before


def test_the_version_counts_the_migrations() -> None:
    assert len(migrations()._migrations) == SCHEMA_VERSION
