"""Bring page files and page records into a library: read, split, suggest, store in slices, report."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.invariants import InvariantError
from cppcc_reader.core.model.provenance import PageRecord, Provenance
from cppcc_reader.formats.page_text import PageFile, PageFileError, read_page_file
from cppcc_reader.formats.record_file import RecordFileError, read_lines
from cppcc_reader.services.import_report import FileCheck, FileOutcome, ImportReport, Outcome
from cppcc_reader.services.import_sources import expand, holds_records
from cppcc_reader.services.software import SOFTWARE
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.timestamps import timestamp

SLICE_PAGES = 20
"""Pages stored in one transaction: few enough that an edit in the window does not wait, and memory stays flat."""

LAST_IMPORT = "last_import"
"""Setting of the library: when pages last came in (ISO 8601, UTC)."""

_log = logging.getLogger(__name__)


class Annotator(Protocol):
    """Whatever proposes articles and entities for a text (``services.presegmentation.Presegmenter``)."""

    def annotate(self, text: str) -> AnnotationSet:
        """Return the proposal for a page."""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: files done of all files, and the one at hand."""

    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A page that is ready to be stored, and the place of its outcome in the report."""

    record: PageRecord
    original: bytes | None
    outcome_index: int


def preview(
    paths: Iterable[Path],
    *,
    encodings: Mapping[Path, str] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[FileCheck]:
    """Return what an import would make of each file, doubtful encodings with all that fit.

    Args:
        encodings: what a person has chosen for some files.
        cancelled: asked before each file; the list so far is returned then.
    """
    checks = []
    for path in expand(paths):
        if cancelled():
            break
        checks.append(_check_file(path, (encodings or {}).get(path)))
    return checks


def import_paths(
    library: Library,
    paths: Iterable[Path],
    annotator: Annotator,
    *,
    clock: Callable[[], datetime],
    encoding: str | None = None,
    encodings: Mapping[Path, str] | None = None,
    progress: Callable[[ImportProgress], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportReport:
    """Import page files, folders and files of page records.

    What is in the library already (the same bytes) is skipped, so an import that was stopped, by a person or
    by a power cut, is simply started again. Pages are stored in slices; whatever the report calls imported
    is on the disk.

    Args:
        annotator: proposes articles and entities for page files; records keep their own.
        encoding: codec for all page files.
        encodings: codec for single files; goes before ``encoding``.
        progress: called before each file.
        cancelled: asked before each page; pages done so far stay.

    Raises:
        LibraryError: if the library cannot be written; everything stored before stays.
    """
    run = _ImportRun(library, annotator, clock, cancelled)
    files = list(expand(paths))
    for done, path in enumerate(files):
        if cancelled():
            break
        if progress is not None:
            progress(ImportProgress(done, len(files), path.name))
        run.take(path, (encodings or {}).get(path, encoding))
    return run.finish()


class _ImportRun:
    """One import: collects arrivals, stores them slice by slice, remembers outcomes."""

    def __init__(
        self,
        library: Library,
        annotator: Annotator,
        clock: Callable[[], datetime],
        cancelled: Callable[[], bool],
    ) -> None:
        self._library = library
        self._annotator = annotator
        self._clock = clock
        self._cancelled = cancelled
        self._waiting: dict[str, _Arrival] = {}
        self._outcomes: list[FileOutcome] = []
        self._stored_any = False

    def take(self, path: Path, encoding: str | None) -> None:
        """Read one file and store it, now or with the slice that it falls into."""
        if holds_records(path):
            self._take_records(path)
        else:
            self._take_page_file(path, encoding)

    def finish(self) -> ImportReport:
        """Store what waits, force everything to the disk, and return the report."""
        self._store_waiting()
        if self._stored_any:
            # One durable write takes every slice before it to the disk.
            self._library.settings.set(LAST_IMPORT, timestamp(self._clock()))
        return ImportReport(outcomes=tuple(self._outcomes), cancelled=self._cancelled())

    def _take_page_file(self, path: Path, encoding: str | None) -> None:
        try:
            file = read_page_file(path, encoding)
        except PageFileError as error:
            self._refuse(path, str(error))
            return
        if self._is_there(file.page.source.sha256):
            self._outcomes.append(FileOutcome(path=path, outcome=Outcome.ALREADY_THERE, page_id=file.page.id))
            return
        try:
            annotations = self._annotator.annotate(file.page.text)
        except Exception:  # one page on which the machine stumbles must not cost the others
            _log.exception("cannot split %s", path)
            self._refuse(path, "自动切分时出错（详情已写入日志）")
            return
        record = PageRecord(page=file.page, annotations=annotations, provenance=Provenance(software=SOFTWARE))
        outcome = FileOutcome(path=path, outcome=Outcome.IMPORTED, page_id=file.page.id, warnings=_warnings_of(file))
        self._arrive(record, file.original, outcome)

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

    def _take_record(self, path: Path, line_no: int, record: PageRecord) -> None:
        page = record.page
        if reason := _unstorable(page.text):
            self._refuse(path, reason, line_no)
            return
        if self._is_there(page.source.sha256):
            outcome = FileOutcome(path=path, outcome=Outcome.ALREADY_THERE, page_id=page.id, line_no=line_no)
            self._outcomes.append(outcome)
            return
        warnings: tuple[str, ...] = ()
        if self._library.pages.has_id(page.id) or any(page.id == one.record.page.id for one in self._waiting.values()):
            # Another page bears the name; the digest's own name is free, or the page would be there already.
            page = replace(page, id=page.source.sha256[:16])
            warnings = (f"编号 {record.page.id} 已被另一版占用，改为 {page.id}",)
        outcome = FileOutcome(path=path, outcome=Outcome.IMPORTED, page_id=page.id, line_no=line_no, warnings=warnings)
        self._arrive(replace(record, page=page), None, outcome)

    def _is_there(self, sha256: str) -> bool:
        return sha256 in self._waiting or self._library.pages.contains(sha256)

    def _arrive(self, record: PageRecord, original: bytes | None, outcome: FileOutcome) -> None:
        self._waiting[record.page.source.sha256] = _Arrival(record, original, len(self._outcomes))
        self._outcomes.append(outcome)
        if len(self._waiting) >= SLICE_PAGES:
            self._store_waiting()

    def _store_waiting(self) -> None:
        with self._library.transaction(durable=False):
            for arrival in self._waiting.values():
                self._store(arrival)
        self._stored_any = self._stored_any or bool(self._waiting)
        self._waiting.clear()

    def _store(self, arrival: _Arrival) -> None:
        try:
            self._library.pages.add(arrival.record, arrival.original, self._clock())
        except InvariantError as error:
            outcome = self._outcomes[arrival.outcome_index]
            _log.error("%s breaks invariants: %s", outcome.path, error)
            self._outcomes[arrival.outcome_index] = replace(
                outcome, outcome=Outcome.REFUSED, page_id="", reason=f"切分结果有误：{error}"
            )

    def _refuse(self, path: Path, reason: str, line_no: int | None = None) -> None:
        self._outcomes.append(FileOutcome(path=path, outcome=Outcome.REFUSED, line_no=line_no, reason=reason))


def _check_file(path: Path, encoding: str | None) -> FileCheck:
    if holds_records(path):
        return FileCheck(path=path)
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
