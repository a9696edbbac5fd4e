"""The segmentation table: one line per segment with features, role, article, order and join; CSV and Parquet.

The CSV opens in spreadsheets as it is (UTF-8 with byte order mark), and no cell is ever taken for a formula.
Parquet is written where pyarrow is installed and holds the cells as they are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from cppcc_reader.core.model.segment import Segment
from cppcc_reader.formats.exporter import Exporter, Target
from cppcc_reader.formats.loss import Loss, Trait
from cppcc_reader.formats.optional_package import is_installed
from cppcc_reader.formats.parquet_file import Columns, ParquetFile, features_yaml
from cppcc_reader.formats.training_document import TrainingDocument, Unit

SUFFIX = ".segments.csv"

COLUMNS: Columns = {
    "page_id": "string",
    "name": "string",
    "paper": "string",
    "date": "string",
    "page_no": "string",
    "state": "string",
    "position": "int32",
    "article_id": "string",
    "order": "int32",
    "role": "string",
    "join": "bool",
    "confidence": "float32",
    "checked": "bool",
    "start": "int32",
    "end": "int32",
    "characters": "int32",
    "lines": "int32",
    "line_share": "float32",
    "blank_lines_before": "int32",
    "starts_with": "string",
    "ends_with": "string",
    "ends_sentence": "bool",
    "digit_share": "float32",
    "punctuation_share": "float32",
    "mentions": "int32",
    "text": "string",
}

_SENTENCE_ENDS = frozenset("。！？!?…")
_CLOSING = "”’」』）)】》"
_PUNCTUATION = frozenset("，。、；：！？“”‘’（）《》—…,.;:!?()")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class SegmentsWriter:
    """Writes the table of one split."""

    def __init__(self, target: Target) -> None:
        self._file = target.path(SUFFIX).open("w", encoding="utf-8-sig", newline="")
        self._csv = csv.writer(self._file)
        self._csv.writerow(COLUMNS)
        self._parquet = ParquetFile(target.path(".parquet"), COLUMNS) if is_installed("pyarrow") else None

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write the lines of one page."""
        for row in rows_of(document):
            self._csv.writerow([_cell(row[name]) for name in COLUMNS])
            if self._parquet is not None:
                self._parquet.write(row)
        return ()

    def close(self) -> None:
        """End both files."""
        self._file.close()
        if self._parquet is not None:
            self._parquet.close()


EXPORTER = Exporter(
    name="segments",
    name_zh="切分表",
    suffix=SUFFIX,
    offsets="codepoint",
    open=SegmentsWriter,
    units=(Unit.PAGE,),
    carries=frozenset({Trait.SEGMENTS}),
    features=features_yaml(COLUMNS),
)


def rows_of(document: TrainingDocument) -> Iterator[dict[str, Any]]:
    """Yield the lines of a page's segments in page order."""
    assert document.record is not None, "the table is made from pages of a library"
    text, meta = document.text, document.meta
    orders = {segment.start: segment.order for segment in document.segments}
    width = max((len(line) for line in text.split("\n")), default=1) or 1
    before = 0
    for position, (article, segment) in enumerate(document.record.annotations.segments_in_page_order()):
        yield {
            "page_id": document.page_id,
            "name": meta.name,
            "paper": meta.paper,
            "date": meta.date,
            "page_no": meta.page_no,
            "state": meta.state.value,
            "position": position,
            "article_id": None if article is None else article.id,
            "order": orders[segment.start],
            "blank_lines_before": max(0, text.count("\n", before, segment.start) - 1),
            "mentions": sum(segment.start <= one.start < segment.end for one in document.record.annotations.mentions),
            **_features(segment, segment.span.text_of(text), width),
        }
        before = segment.end


def _features(segment: Segment, words: str, width: int) -> dict[str, Any]:
    visible = [character for character in words if not character.isspace()]
    return {
        "role": segment.role.value,
        "join": segment.join,
        "confidence": segment.confidence,
        "checked": segment.checked,
        "start": segment.start,
        "end": segment.end,
        "characters": len(visible),
        "lines": words.count("\n") + 1,
        "line_share": round(max(map(len, words.split("\n"))) / width, 4),
        "starts_with": words[:4],
        "ends_with": words[-1],
        "ends_sentence": words.rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS,
        "digit_share": round(sum(map(str.isdigit, visible)) / len(visible), 4),
        "punctuation_share": round(sum(c in _PUNCTUATION for c in visible) / len(visible), 4),
        "text": words,
    }


def _cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula: such a beginning gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    words = str(value)
    return f"'{words}" if isinstance(value, str) and words.startswith(_FORMULA_STARTS) else words
