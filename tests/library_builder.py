"""Libraries for tests: pages in the notation of ``page_builder`` stored with a fixed time."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from cppcc_reader.core.editing.filing_commands import Assign, SetMeta, SetTrashed
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.page import Page, PageMeta, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.storage.library import Library

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def add_page(
    library: Library,
    page_id: str,
    text: str,
    annotations: AnnotationSet,
    *,
    paper: str | None = None,
    date: str | None = None,
    page_no: str | None = None,
) -> PageRecord:
    """Store a page under an id of the test's choice and return its record."""
    data = text.encode()
    digest = hashlib.sha256(page_id.encode() + data).hexdigest()
    page = Page(
        id=page_id,
        text=text,
        source=PageSource(name=f"{page_id}.txt", sha256=digest),
        meta=PageMeta(paper=paper, date=date, page_no=page_no),
    )
    record = PageRecord(page=page, annotations=annotations)
    library.pages.add(record, None, NOW)
    return record


def trash(library: Library, page_id: str, *, trashed: bool = True) -> None:
    """Move a page to the trash or take it out, as a step of the history."""
    _service(library).file({page_id: SetTrashed(trashed)}, "移到回收站")


def assign(library: Library, page_id: str, name: str) -> None:
    """Give a page to somebody, as a step of the history."""
    _service(library).file({page_id: Assign(name)}, "分派版面")


def describe(library: Library, page_id: str, meta: PageMeta) -> None:
    """Say where a page was printed, as a step of the history."""
    _service(library).file({page_id: SetMeta(meta)}, "填写报纸和日期")


def _service(library: Library) -> AnnotationService:
    return AnnotationService(library, annotator="甲", clock=lambda: NOW)
