"""Rows into a Parquet file, a batch at a time; needs pyarrow."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cppcc_reader.formats.optional_package import load

ROWS_PER_GROUP = 1000
"""Rows held in memory before they are written."""

# A column is a plain type, or a list of records of such columns.
Columns = Mapping[str, "str | Columns"]


class ParquetFile:
    """Writes dictionaries as rows of fixed columns."""

    def __init__(self, path: Path, columns: Columns) -> None:
        """Open a file.

        Args:
            path: the file.
            columns: name to ``string``, ``int32``, ``float32``, ``bool``, or to the columns of a list of records.

        Raises:
            MissingPackageError: if pyarrow is not installed.
        """
        self._arrow = load("pyarrow", "写 Parquet 文件")
        self._schema = self._arrow.schema([(name, self._type(kind)) for name, kind in columns.items()])
        self._writer = load("pyarrow.parquet", "写 Parquet 文件").ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Mapping[str, Any]] = []

    def _type(self, kind: str | Columns) -> Any:
        if isinstance(kind, str):
            return getattr(self._arrow, _ARROW_NAMES.get(kind, kind))()
        fields = [(name, self._type(inner)) for name, inner in kind.items()]
        return self._arrow.list_(self._arrow.struct(fields))

    def write(self, row: Mapping[str, Any]) -> None:
        """Add a row."""
        self._rows.append(row)
        if len(self._rows) >= ROWS_PER_GROUP:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows = []

    def close(self) -> None:
        """Write what is left and end the file."""
        try:
            if self._rows:
                self._flush()
        finally:
            self._writer.close()


_ARROW_NAMES = {"bool": "bool_"}


def features_yaml(columns: Columns, indent: str = "  ") -> str:
    """Return the columns as the ``features`` of a dataset card's head (YAML)."""
    lines: list[str] = []
    for name, kind in columns.items():
        lines.append(f"{indent}- name: {name}")
        if isinstance(kind, str):
            lines.append(f"{indent}  dtype: {kind}")
        else:
            lines += [f"{indent}  list:", features_yaml(kind, indent + "  ")]
    return "\n".join(lines)
