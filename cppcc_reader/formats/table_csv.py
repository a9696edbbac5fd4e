"""Tables as CSV that a spreadsheet opens as they are: UTF-8 with byte order mark, no cell that is run as a formula."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table beside its place and put it there when it is whole.

    Raises:
        OSError: if it cannot be written; what was there stays.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(header)
            writer.writerows([safe_cell(value) for value in row] for row in rows)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def safe_cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
