"""The pages of a library as they go out: one at a time, with the names of all who worked on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.storage.library import Library


def library_records(library: Library, page_ids: Iterable[str] | None = None) -> Iterator[PageRecord]:
    """Yield the records of a library, or of some of its pages, in the order the pages came in.

    The annotator that a record came with stays, followed by those of the edit log.
    """
    wanted = None if page_ids is None else frozenset(page_ids)
    for page_id in library.pages.ids():
        if wanted is None or page_id in wanted:
            yield with_annotators(library.pages.record(page_id), library.log.annotators(page_id))


def with_annotators(record: PageRecord, names: Iterable[str]) -> PageRecord:
    """Return the record naming all its annotators, each once."""
    known = [name for name in record.provenance.annotator.split("、") if name]
    joined = "、".join(dict.fromkeys([*known, *names]))
    return replace(record, provenance=replace(record.provenance, annotator=joined))
