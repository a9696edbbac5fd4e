"""Reading the pages that a command is given: page files, folders of them, page-record files."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.record_file import is_record_file, read_records


def read_all(paths: Sequence[Path]) -> list[PageRecord]:
    """Return all page records of some page-record files.

    Raises:
        RecordFileError: at the first line that cannot be taken.
        OSError: if a file cannot be opened.
    """
    return [record for path in paths for record in read_records(path)]


def page_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield files in order, those of a folder by name; record files and text files only from folders."""
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.suffix.lower() == ".txt" or is_record_file(one))
        else:
            yield path


def warn(message: str) -> None:
    """Tell the person at the terminal something beside the output."""
    print(message, file=sys.stderr)
