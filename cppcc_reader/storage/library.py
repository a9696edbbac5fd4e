"""A library: one SQLite file with pages, annotations, the edit log and settings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from cppcc_reader.storage import snapshot_file
from cppcc_reader.storage.annotation_store import AnnotationStore
from cppcc_reader.storage.database import Access, Database
from cppcc_reader.storage.edit_log import EditLog
from cppcc_reader.storage.errors import (
    LibraryDamagedError,
    LibraryError,
    LibraryReadOnlyError,
    OlderLibraryError,
    translated,
)
from cppcc_reader.storage.library_figures import LibraryFigures
from cppcc_reader.storage.library_file import create_file, migrate, read_header
from cppcc_reader.storage.library_notes import LibraryNotes
from cppcc_reader.storage.page_store import PageStore
from cppcc_reader.storage.schema import SCHEMA_VERSION
from cppcc_reader.storage.search_finder import SearchFinder
from cppcc_reader.storage.search_index import SearchIndex
from cppcc_reader.storage.settings_store import SettingsStore
from cppcc_reader.storage.writer_lock import WriterLock


class Library:
    """An open library; belongs to the thread that opened it.

    Attributes:
        path: the ``.cppcc`` file.
        read_only: every write is refused by SQLite.
        pages, annotations, log, settings: the stores.
        search, finder: the full-text index, and what asks it.
        figures: counts over the whole library.
        notes: the notes of all pages.
    """

    def __init__(self, database: Database, *, read_only: bool, lock: WriterLock | None) -> None:
        self.path = database.path
        self.read_only = read_only
        self.annotations = AnnotationStore(database)
        self.pages = PageStore(database, self.annotations)
        self.log = EditLog(database)
        self.settings = SettingsStore(database)
        self.search = SearchIndex(database)
        self.finder = SearchFinder(database, self.search)
        self.figures = LibraryFigures(database)
        self.notes = LibraryNotes(database)
        self._database = database
        self._lock = lock

    @classmethod
    def create(cls, path: Path) -> Library:
        """Make an empty library and open it for writing.

        Raises:
            LibraryError: if something lies there already or nothing can be written there.
        """
        create_file(path)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Library:
        """Open a library; an older one is brought to the newest schema first, with a copy kept beside it.

        Raises:
            LibraryError: the subclass that says why not; the file is untouched then.
        """
        header = read_header(path)
        if read_only:
            if header.user_version < SCHEMA_VERSION:
                raise OlderLibraryError(path, header.user_version, SCHEMA_VERSION)
            return cls(_connect_for_reading(path), read_only=True, lock=None)
        if not _is_writable(path):
            raise LibraryReadOnlyError(path)
        lock = WriterLock.acquire(path)
        try:
            return cls(_connect_for_writing(path), read_only=False, lock=lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open_or_create(cls, path: Path) -> Library:
        """Open a library for writing, or make it where there is none.

        Raises:
            LibraryError: as :meth:`open` and :meth:`create`.
        """
        return cls.open(path) if os.path.lexists(path) else cls.create(path)

    def sibling(self) -> Library:
        """Open another connection to the same library for the thread that calls this.

        It shares the writer's lock: close it before this library.

        Raises:
            LibraryError: if the file can no longer be opened.
        """
        connect = _connect_for_reading if self.read_only else _connect_for_writing
        return Library(connect(self.path), read_only=self.read_only, lock=None)

    def close(self) -> None:
        """Close the file and let others write."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[None]:
        """Make everything done to this library inside one transaction; see :meth:`Database.transaction`.

        Args:
            durable: False for bulk imports, which can be repeated: the disk is not waited for each time.

        Raises:
            LibraryError: if the file is locked, read-only, damaged or the disk is full.
        """
        with self._database.transaction(durable=durable):
            yield

    def data_version(self) -> int:
        """Return a number that changes whenever another connection has committed something to the file."""
        return int(self._database.value("PRAGMA data_version"))

    def delete_trashed(self, page_ids: Iterable[str]) -> int:
        """Delete pages for good, with all that is said about them, their history and their place in the index.

        Returns:
            How many were deleted: a page that is not in the trash stays.

        Raises:
            LibraryError: if the library cannot be written; nothing is deleted then.
        """
        with self.transaction():
            keys = self.pages.trashed_keys(page_ids)
            for key in keys:
                # The index is told what stood in it, which is made from the page: first of all.
                self.search.forget(key)
                self.pages.delete(key)
            self.log.forget_empty()
        return len(keys)

    def snapshot_to(self, target: Path) -> None:
        """Write a verified copy of the library as it stands now; see :func:`snapshot_file.copy_to`.

        Raises:
            LibraryError: if it cannot be written or is not whole.
        """
        snapshot_file.copy_to(self._database, target)

    def restore_from(self, snapshot: Path) -> None:
        """Put the contents of a snapshot in place of everything in the library, undo history included.

        Raises:
            LibraryError: if the snapshot is no library, of a newer version or damaged; nothing is touched then.
        """
        header = read_header(snapshot)
        snapshot_file.restore_from(self._database, snapshot)
        if header.user_version < SCHEMA_VERSION:
            migrate(self._database)

    def integrity_problems(self) -> list[str]:
        """Return what SQLite finds wrong with the file and its references; empty if it is whole."""
        try:
            found = [message for (message,) in self._database.rows("PRAGMA integrity_check")]
            broken = self._database.rows("PRAGMA foreign_key_check")
        except LibraryDamagedError as error:
            return [str(error)]
        problems = [] if found == ["ok"] else found
        return problems + [f"{table} 表第 {row} 行引用失效" for table, row, *_ in broken]


def _connect_for_writing(path: Path) -> Database:
    database = Database.connect(path, Access.WRITE)
    try:
        with translated(path):
            version = database.value("PRAGMA user_version")
            if version < SCHEMA_VERSION:
                snapshot_file.copy_to(database, path.with_name(f"{path.name}.schema-{version}.bak"))
                migrate(database)
            database.execute("PRAGMA journal_mode = WAL")
            database.value("SELECT count(*) FROM page")  # a damaged file shows itself here, not at the first edit
    except BaseException:
        database.close()
        raise
    return database


def _connect_for_reading(path: Path) -> Database:
    for access in (Access.READ, Access.READ_ONLY, Access.IMMUTABLE):
        if access is Access.READ and not _is_writable(path):
            continue
        try:
            database = Database.connect(path, access)
        except LibraryReadOnlyError:
            continue
        try:
            database.value("SELECT count(*) FROM page")
        except LibraryReadOnlyError:
            database.close()
        except LibraryError:
            database.close()
            raise
        else:
            return database
    raise LibraryReadOnlyError(path)


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
