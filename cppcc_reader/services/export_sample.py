"""What the first record of an export will look like, in the very words that the file will hold."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET, TagSet
from cppcc_reader.services.export_destination import CARD, CORRECTIONS, DROPPED, MANIFEST
from cppcc_reader.services.export_options import ExportOptions
from cppcc_reader.services.training_export import export

TRIED = 30
"""Pages looked at for one that gives a record: the options may leave all documents of a page out."""
_BESIDES = {MANIFEST, CARD, CORRECTIONS, DROPPED}
_BINARY = {".spacy", ".parquet"}


def export_sample(
    records: Iterable[PageRecord], options: ExportOptions, *, tag_set: TagSet = DEFAULT_TAG_SET, limit: int = 4000
) -> str | None:
    """Return the beginning of what the first page that passes would be written as; None if no page gives a record.

    Args:
        records: pages in their order; no more are taken than needed.
        options: what is to be written.
        tag_set: labels of the library.
        limit: characters of each file.

    Raises:
        ExportError: if the export could not be made at all.
    """
    alone = replace(options, split=None)
    passing = (record for record in records if options.pages.reason_against(record) is None)
    for record in islice(passing, TRIED):
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "sample"
            manifest = export([record], alone, target, tag_set=tag_set)
            if any(tally.documents for tally in manifest.splits.values()):
                return _beginning(target, limit)
    return None


def _beginning(folder: Path, limit: int) -> str:
    parts = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in _BESIDES):
        if path.suffix in _BINARY:
            words = f"（二进制文件，{path.stat().st_size:,} 字节）"
        else:
            text = path.read_text(encoding="utf-8-sig")
            words = text[:limit] + ("…" if len(text) > limit else "")
        parts.append(f"── {path.relative_to(folder)} ──\n{words}")
    return "\n".join(parts[:4])
