"""What lies behind the paths that a person gives to import: files in natural order, each of one kind."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from cppcc_reader.formats.page_record import FORMAT
from cppcc_reader.formats.record_file import is_record_file
from cppcc_reader.services.foreign_import import is_companion

_DIGITS = re.compile(r"(\d+)")
_OWN_FILES = (".cppcc", ".cppcc-wal", ".cppcc-shm", ".cppcc.lock")
_PEEKED_BYTES = 4096


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Return a sort key by which ``page2`` comes before ``page10``, whatever stands before the digits."""
    return [(0, int(part), part) if part.isdecimal() else (1, 0, part) for part in _DIGITS.split(name) if part]


def expand(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files behind paths: folders with all that they hold, in natural order, hidden files left out.

    A path that does not exist is yielded too, so that it is refused with a reason.
    """
    for path in paths:
        if path.is_dir():
            yield from _files_in(path)
        else:
            yield path


def holds_records(path: Path) -> bool:
    """Tell whether a file is one of page records, by its name and by its first line."""
    if not is_record_file(path):
        return False
    try:
        with gzip.open(path, "rb") if path.name.endswith(".gz") else path.open("rb") as handle:
            head = handle.read(_PEEKED_BYTES)
    except (OSError, EOFError):
        return True  # to be refused by the reader of records, which names the cause
    return FORMAT.encode() in head or not head.lstrip().startswith(b"{")


def _files_in(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted((name for name in folders if not _is_left_out(name)), key=natural_key)
        for name in sorted(files, key=natural_key):
            if not (_is_left_out(name) or is_companion(Path(root, name))):
                yield Path(root, name)


def _is_left_out(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith((*_OWN_FILES, ".cppcc.snapshots"))
