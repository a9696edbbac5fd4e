"""What lies behind the paths that a person gives."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from cppcc_reader.services.import_sources import expand, holds_records, natural_key


def test_numbers_in_names_count_as_numbers() -> None:
    names = ["第10版", "第9版", "a10b2", "a9", "a10b10", "第9版a", "b", "12", "2"]
    assert sorted(names, key=natural_key) == ["2", "12", "a9", "a10b2", "a10b10", "b", "第9版", "第9版a", "第10版"]


def test_a_folder_holds_its_files_and_those_of_its_folders(tmp_path: Path) -> None:
    for name in ("2/10.txt", "2/9.txt", "10/1.txt", "0.txt", ".git/x", "2/.x", "库.cppcc", "库.cppcc-wal", "~$稿.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (tmp_path / "库.cppcc.snapshots").mkdir()
    (tmp_path / "库.cppcc.snapshots" / "旧.txt").touch()
    found = [path.relative_to(tmp_path).as_posix() for path in expand([tmp_path])]
    assert found == ["0.txt", "2/9.txt", "2/10.txt", "10/1.txt"]


def test_files_are_taken_as_they_are_named(tmp_path: Path) -> None:
    assert list(expand([tmp_path / "无.txt", tmp_path / "库.cppcc"])) == [tmp_path / "无.txt", tmp_path / "库.cppcc"]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("页.jsonl", b'{"format": "cppcc-reader/page"}', True),
        ("页.txt", b'{"format": "cppcc-reader/page"}', False),
        ("别.jsonl", b'{"text": "a", "label": []}', False),
        ("坏.jsonl", b"not json", True),
        ("页.jsonl.gz", gzip.compress(b'{"format": "cppcc-reader/page"}'), True),
        ("坏.jsonl.gz", b"\x1f\x8bbroken", True),
    ],
)
def test_files_of_records_are_known_by_name_and_content(
    tmp_path: Path, name: str, content: bytes, expected: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert holds_records(path) is expected
