"""Page records as an export: the one format that loses nothing."""

from __future__ import annotations

from collections.abc import Iterable

from cppcc_reader.formats.exporter import Exporter, Target, TextFile
from cppcc_reader.formats.loss import ALL_TRAITS, Loss
from cppcc_reader.formats.page_record import record_to_line
from cppcc_reader.formats.training_document import TrainingDocument, Unit

SUFFIX = ".pages.jsonl"


class PagesWriter:
    """Writes one page record per line."""

    def __init__(self, target: Target) -> None:
        self._file = TextFile(target.path(SUFFIX))

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write the record that the document was made from."""
        assert document.record is not None, "page records are made from pages of a library"
        self._file.write(record_to_line(document.record))
        return ()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


EXPORTER = Exporter(
    name="pages",
    name_zh="版面记录",
    suffix=SUFFIX,
    offsets="codepoint",
    open=PagesWriter,
    units=(Unit.PAGE,),
    carries=ALL_TRAITS,
)
