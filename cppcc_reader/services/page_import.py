"""Bring page files and page records into a library: read, split, suggest, store in slices, report."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.invariants import InvariantError
from cppcc_reader.core.model.page import Page
from cppcc_reader.core.model.provenance import PageRecord, Provenance
from cppcc_reader.formats.page_text import PageFile, PageFileError, read_page_file
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.record_file import RecordFileError, read_lines
from cppcc_reader.formats.training_document import TrainingDocument
from cppcc_reader.services.foreign_import import is_foreign, read_records
from cppcc_reader.services.import_report import FileCheck, FileOutcome, ImportReport, Outcome
from cppcc_reader.services.import_sources import expand, holds_records
from cppcc_reader.services.label_takeover import LabelTakeover, preview_takeover
from cppcc_reader.services.parallel_annotation import (
    Annotator,
    BulkAnnotator,
    OneByOne,
    ParallelAnnotator,
    Proposal,
)
from cppcc_reader.services.rejections import rejected_everywhere, without_rejected
from cppcc_reader.services.software import SOFTWARE
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.timestamps import timestamp

SLICE_PAGES = 32
"""Pages stored in one transaction: few enough that an edit in the window does not wait, and memory stays flat."""

LAST_IMPORT = "last_import"
"""Setting of the library: when pages last came in (ISO 8601, UTC)."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: files done of all files, and the one at hand."""

    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class _Unsplit:
    """A page file that has been read; ``ticket`` is its place in the report."""

    ticket: int
    path: Path
    file: PageFile


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A page that is ready to be stored, and what to report once it is."""

    ticket: int
    record: PageRecord
    original: bytes | None
    outcome: FileOutcome


def preview(
    paths: Iterable[Path],
    *,
    library: Library | None = None,
    encodings: Mapping[Path, str] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[FileCheck]:
    """Return what an import would make of each file, doubtful encodings with all that fit.

    Args:
        library: where it would go; says which labels would come back to their pages.
        encodings: what a person has chosen for some files.
        cancelled: asked before each file; the list so far is returned then.
    """
    checks = []
    for path in expand(paths):
        if cancelled():
            break
        checks.append(_check_file(path, (encodings or {}).get(path), library))
    return checks


def import_paths(
    library: Library,
    paths: Iterable[Path],
    annotator: Annotator | ParallelAnnotator,
    *,
    clock: Callable[[], datetime],
    encoding: str | None = None,
    encodings: Mapping[Path, str] | None = None,
    progress: Callable[[ImportProgress], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportReport:
    """Import page files, folders, files of page records and files of other tools (``formats/readers.py``).

    What is in the library already (the same bytes) is skipped, so an import that was stopped, by a person or
    by a power cut, is simply started again. Pages are stored in slices; whatever the report calls imported
    is on the disk.

    Args:
        annotator: proposes articles and entities for page files (a ``ParallelAnnotator`` for many); records
            keep their own.
        encoding: codec for all page files.
        encodings: codec for single files; goes before ``encoding``.
        progress: called before each file.
        cancelled: asked before each page; pages done so far stay.

    Raises:
        LibraryError: if the library cannot be written; everything stored before stays.
    """
    bulk = annotator if isinstance(annotator, ParallelAnnotator) else OneByOne(annotator)
    run = _ImportRun(library, bulk, clock, cancelled)
    files = list(expand(paths))
    for done, path in enumerate(files):
        if cancelled():
            break
        if progress is not None:
            progress(ImportProgress(done, len(files), path.name))
        run.take(path, (encodings or {}).get(path, encoding))
    return run.finish()


class _OneText:
    """Lets the readers of foreign files ask for the proposals of single texts."""

    def __init__(self, annotator: BulkAnnotator) -> None:
        self._annotator = annotator

    def annotate(self, text: str) -> AnnotationSet:
        (proposal,) = self._annotator.annotate_all([text])
        if isinstance(proposal, Exception):
            raise proposal
        return proposal


class _ImportRun:
    """One import: reads, splits and stores slice by slice, and keeps what became of everything."""

    def __init__(
        self,
        library: Library,
        annotator: BulkAnnotator,
        clock: Callable[[], datetime],
        cancelled: Callable[[], bool],
    ) -> None:
        self._library = library
        self._annotator = annotator
        self._clock = clock
        self._cancelled = cancelled
        self._rejected = rejected_everywhere(library)
        self._unsplit: list[_Unsplit] = []
        self._waiting: list[_Arrival] = []
        self._at_hand: dict[str, str] = {}  # digest and id of every page read and not yet stored
        self._tickets = count()
        self._outcomes: dict[int, FileOutcome] = {}
        self._stored_any = False
        self._takeover = LabelTakeover(library, clock)
        self._taken_from: dict[str, Path] = {}  # page whose labels come back: the file that named it first

    def take(self, path: Path, encoding: str | None) -> None:
        """Read one file; it is split and stored with the slice that it falls into."""
        if not holds_records(path) and not is_foreign(path):
            self._take_page_file(path, encoding)
            if len(self._unsplit) >= SLICE_PAGES:
                self._split_and_store()
            return
        self._split_and_store()  # what was read before comes before
        if holds_records(path):
            self._take_records(path)
        else:
            self._take_foreign(path)

    def finish(self) -> ImportReport:
        """Split and store what waits, force everything to the disk, and return the report."""
        self._split_and_store()
        if not self._cancelled():
            for page_id, taken in self._takeover.finish().items():
                self._already_there(self._taken_from[page_id], page_id, warnings=(taken.summary,))
        if self._stored_any:
            # One durable write takes every slice before it to the disk.
            self._library.settings.set(LAST_IMPORT, timestamp(self._clock()))
        outcomes = tuple(self._outcomes[ticket] for ticket in sorted(self._outcomes))
        return ImportReport(outcomes=outcomes, cancelled=self._cancelled())

    def _take_page_file(self, path: Path, encoding: str | None) -> None:
        try:
            file = read_page_file(path, encoding)
        except PageFileError as error:
            self._refuse(path, str(error))
            return
        if self._is_there(file.page):
            self._already_there(path, file.page.id)
            return
        self._at_hand[file.page.source.sha256] = file.page.id
        self._unsplit.append(_Unsplit(next(self._tickets), path, file))

    def _take_records(self, path: Path) -> None:
        try:
            for line_no, found in read_lines(path):
                if self._cancelled():
                    return
                if isinstance(found, RecordFileError):
                    self._refuse(path, found.cause, line_no)
                else:
                    self._take_record(path, line_no, found)
        except RecordFileError as error:
            self._refuse(path, error.cause, error.line_no)
        except OSError as error:
            self._refuse(path, f"无法读取（{error.strerror or '系统拒绝'}）")

    def _take_foreign(self, path: Path) -> None:
        def refuse(refusal: Refusal) -> None:
            self._refuse(refusal.path, refusal.cause, refusal.line)

        def take_over(document: TrainingDocument, reader_name: str) -> bool:
            accepted = self._takeover.accepts(document, reader_name)
            if accepted:
                self._taken_from.setdefault(document.page_id, path)
            return accepted

        for record in read_records(path, _OneText(self._annotator), refuse, take_over):
            if self._cancelled():
                return
            self._take_record(path, None, record)

    def _take_record(self, path: Path, line_no: int | None, record: PageRecord) -> None:
        if reason := _unstorable(record.page.text):
            self._refuse(path, reason, line_no)
            return
        if self._is_there(record.page):
            self._already_there(path, record.page.id, line_no)
            return
        page, warnings = self._with_free_id(record.page)
        self._at_hand[page.source.sha256] = page.id
        outcome = FileOutcome(path=path, outcome=Outcome.IMPORTED, page_id=page.id, line_no=line_no, warnings=warnings)
        self._waiting.append(_Arrival(next(self._tickets), replace(record, page=page), None, outcome))
        if len(self._waiting) >= SLICE_PAGES:
            self._store_waiting()

    def _with_free_id(self, page: Page) -> tuple[Page, tuple[str, ...]]:
        """Return the page under an id that no other page bears, and a warning if it had to change."""
        if page.id not in self._at_hand.values() and not self._library.pages.has_id(page.id):
            return page, ()
        # The digest's own name is free, or the page would be there already.
        renamed = replace(page, id=page.source.sha256[:16])
        return renamed, (f"编号 {page.id} 已被另一版占用，改为 {renamed.id}",)

    def _is_there(self, page: Page) -> bool:
        return page.source.sha256 in self._at_hand or self._library.pages.contains(page.source.sha256)

    def _split_and_store(self) -> None:
        texts = [one.file.page.text for one in self._unsplit]
        for one, proposal in zip(self._unsplit, self._annotator.annotate_all(texts), strict=True):
            self._take_proposal(one, proposal)
            if self._cancelled():
                break
        self._unsplit.clear()
        self._store_waiting()

    def _take_proposal(self, one: _Unsplit, proposal: Proposal) -> None:
        if isinstance(proposal, Exception):
            _log.error("cannot split %s", one.path, exc_info=proposal)
            self._outcomes[one.ticket] = _refusal(one.path, "自动切分时出错（详情已写入日志）")
            return
        page = one.file.page
        mentions = without_rejected(proposal.mentions, page.text, self._rejected)
        record = PageRecord(
            page=page,
            annotations=proposal if mentions == proposal.mentions else proposal.replaced(mentions=mentions),
            provenance=Provenance(software=SOFTWARE),
        )
        outcome = FileOutcome(path=one.path, outcome=Outcome.IMPORTED, page_id=page.id, warnings=_warnings_of(one.file))
        self._waiting.append(_Arrival(one.ticket, record, one.file.original, outcome))

    def _store_waiting(self) -> None:
        if self._waiting:
            with self._library.transaction(durable=False):
                outcomes = {arrival.ticket: self._stored(arrival) for arrival in self._waiting}
            self._outcomes |= outcomes
            self._stored_any = True
        self._waiting.clear()
        self._at_hand = {one.file.page.source.sha256: one.file.page.id for one in self._unsplit}

    def _stored(self, arrival: _Arrival) -> FileOutcome:
        try:
            self._library.pages.add(arrival.record, arrival.original, self._clock())
        except InvariantError as error:
            _log.error("%s breaks invariants: %s", arrival.outcome.path, error)
            return _refusal(arrival.outcome.path, f"切分结果有误：{error}", arrival.outcome.line_no)
        return arrival.outcome

    def _refuse(self, path: Path, reason: str, line_no: int | None = None) -> None:
        self._outcomes[next(self._tickets)] = _refusal(path, reason, line_no)

    def _already_there(
        self, path: Path, page_id: str, line_no: int | None = None, *, warnings: tuple[str, ...] = ()
    ) -> None:
        self._outcomes[next(self._tickets)] = FileOutcome(
            path=path, outcome=Outcome.ALREADY_THERE, page_id=page_id, line_no=line_no, warnings=warnings
        )


def _refusal(path: Path, reason: str, line_no: int | None = None) -> FileOutcome:
    return FileOutcome(path=path, outcome=Outcome.REFUSED, line_no=line_no, reason=reason)


def _check_file(path: Path, encoding: str | None, library: Library | None) -> FileCheck:
    if holds_records(path) or is_foreign(path):
        coming = preview_takeover(library, path) if library is not None and is_foreign(path) else ""
        return FileCheck(path=path, warnings=(coming,) if coming else ())
    try:
        file = read_page_file(path, encoding)
    except PageFileError as error:
        return FileCheck(path=path, reason=str(error))
    return FileCheck(
        path=path,
        encoding=file.page.source.encoding,
        guesses=file.guesses,
        doubtful=file.doubtful,
        warnings=file.warnings,
    )


def _warnings_of(file: PageFile) -> tuple[str, ...]:
    if not file.doubtful:
        return file.warnings
    others = "、".join(guess.encoding for guess in file.guesses[1:])
    doubt = f"编码存疑，按 {file.page.source.encoding} 读入{f'（也可能是 {others}）' if others else ''}"
    return (doubt, *file.warnings)


def _unstorable(text: str) -> str:
    """Return why a record's text cannot be a page's, or nothing."""
    if not text.strip():
        return "版面没有文字"
    if "\0" in text:
        return "文字中含有 NUL 字符"
    if "\r" in text or text.startswith("\ufeff"):
        return "文字没有规范化（含有 CR 或字节顺序标记）"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return f"文字中含有不成对的代理字符：位置 {error.start}"
    return ""
