"""File names from document ids: safe on every system, and different ids stay different."""

from __future__ import annotations

from urllib.parse import quote


def file_stem(document_id: str) -> str:
    """Return a file name without suffix; letters, digits, ``-``, ``_`` and ``.`` stay, ``#`` becomes ``@``."""
    stem = "@".join(quote(part, safe="") for part in document_id.split("#"))
    return f"%{ord(stem[0]):02X}{stem[1:]}" if stem.startswith(".") else stem
