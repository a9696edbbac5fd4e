"""A Parquet data set: one row per document, one file per split; ``datasets.load_dataset`` takes the folder as it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cppcc_reader.formats.document_json import meta_to_json
from cppcc_reader.formats.exporter import Exporter, Target
from cppcc_reader.formats.loss import ALL_TRAITS, Loss
from cppcc_reader.formats.parquet_file import Columns, ParquetFile, features_yaml
from cppcc_reader.formats.training_document import TrainingDocument

SUFFIX = ".parquet"

COLUMNS: Columns = {
    "id": "string",
    "text": "string",
    "mentions": {
        "id": "string",
        "label": "string",
        "text": "string",
        "fragments": {"start": "int32", "end": "int32"},
        "origin": "string",
        "confidence": "float32",
        "normal_form": "string",
    },
    "segments": {
        "start": "int32",
        "end": "int32",
        "page_start": "int32",
        "role": "string",
        "join": "bool",
        "article_id": "string",
        "order": "int32",
    },
    "notes": {
        "id": "string",
        "kind": "string",
        "start": "int32",
        "end": "int32",
        "quote": "string",
        "text": "string",
        "author": "string",
        "resolved": "bool",
    },
    "page_id": "string",
    "article_id": "string",
    "continuations": {"article_id": "string", "continued_from": "string", "continues_to": "string"},
    "name": "string",
    "sha256": "string",
    "paper": "string",
    "date": "string",
    "page_no": "string",
    "state": "string",
    "annotator": "string",
}


class ParquetWriter:
    """Writes one row per document."""

    def __init__(self, target: Target) -> None:
        self._file = ParquetFile(target.path(SUFFIX), COLUMNS)

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write one document."""
        self._file.write(row_of(document))
        return ()

    def close(self) -> None:
        """End the file."""
        self._file.close()


EXPORTER = Exporter(
    name="parquet",
    name_zh="Parquet 数据集",
    suffix=SUFFIX,
    offsets="codepoint",
    open=ParquetWriter,
    carries=ALL_TRAITS,
    needs=("pyarrow",),
    features=features_yaml(COLUMNS),
)


def row_of(document: TrainingDocument) -> dict[str, Any]:
    """Return the row of a document; positions are code points of its text."""
    meta = meta_to_json(document)
    meta.pop("offsets")
    notes = [{"author": "", "resolved": False, **note} for note in meta.pop("notes")]
    mentions = [
        {
            "id": one.id,
            "label": one.label,
            "text": one.quote(document.text),
            "fragments": [{"start": fragment.start, "end": fragment.end} for fragment in one.fragments],
            "origin": one.origin.value,
            "confidence": None if one.evidence is None else one.evidence.confidence,
            "normal_form": one.normal_form,
        }
        for one in document.mentions
    ]
    return {"text": document.text, "mentions": mentions, "notes": notes, **meta}
