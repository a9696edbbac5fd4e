"""A process may die while SQLite copies its log back into the file: nothing is lost, and nothing may look lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cppcc_reader.services.library_check import check_library
from cppcc_reader.storage.errors import LibraryDamagedError
from cppcc_reader.storage.library import Library
from library_builder import add_page
from page_builder import build

BLOCKS = [("a1", "headline", "新桥通车"), *(("a1", "body", f"第{number}段，桥修好了。") for number in range(400))]
HEADER = 100


@pytest.fixture
def half_checkpointed(tmp_path: Path) -> Path:
    """A file whose header already counts the pages that only the log beside it holds."""
    path, left = tmp_path / "库.cppcc", tmp_path / "死后.cppcc"
    with Library.create(path):
        pass
    with Library.open(path) as library:
        add_page(library, "p1", *build(*BLOCKS))
        shutil.copy(path, left)
        shutil.copy(f"{path}-wal", f"{left}-wal")
    with path.open("rb") as whole, left.open("r+b") as half:
        half.write(whole.read(HEADER))
    assert left.stat().st_size < path.stat().st_size
    return left


def test_the_rest_is_taken_from_the_log(half_checkpointed: Path) -> None:
    with Library.open(half_checkpointed) as library:
        assert library.pages.ids() == ["p1"]
        assert check_library(library).problems == ()


def test_without_the_log_the_file_is_damaged(half_checkpointed: Path) -> None:
    Path(f"{half_checkpointed}-wal").unlink()
    with pytest.raises(LibraryDamagedError):
        Library.open(half_checkpointed)
