"""A library as a file: recognised by its header before SQLite may touch it, made whole or not at all."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from cppcc_reader.storage.database import Access, Database
from cppcc_reader.storage.errors import (
    LibraryDamagedError,
    LibraryExistsError,
    LibraryMissingError,
    LibraryNotCreatedError,
    LibraryReadOnlyError,
    NewerLibraryError,
    NotALibraryError,
    translated,
)
from cppcc_reader.storage.schema import APPLICATION_ID, SCHEMA_VERSION, migrations

_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes say (https://www.sqlite.org/fileformat2.html, "The Database Header")."""

    page_size: int
    pages: int
    user_version: int
    application_id: int


def read_header(path: Path) -> Header:
    """Look at a file with plain reads: nothing is locked, created or changed.

    Raises:
        LibraryMissingError: if there is no such file.
        NotALibraryError: if it is no SQLite file or another program's.
        NewerLibraryError: if a newer program made it.
        LibraryDamagedError: if it is shorter than it says and no log holds the rest.
        LibraryReadOnlyError: if it may not even be read.
    """
    try:
        with path.open("rb") as handle:
            raw = handle.read(_HEADER_SIZE)
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise LibraryMissingError(path) from error
    except IsADirectoryError as error:
        raise NotALibraryError(path) from error
    except OSError as error:
        raise LibraryReadOnlyError(path) from error
    if len(raw) < _HEADER_SIZE or not raw.startswith(_MAGIC):
        raise NotALibraryError(path)
    header = Header(
        page_size=_number(raw, 16, 2) if _number(raw, 16, 2) != 1 else 65536,
        pages=_number(raw, 28, 4),
        user_version=_number(raw, 60, 4),
        application_id=_number(raw, 68, 4),
    )
    if header.application_id != APPLICATION_ID:
        raise NotALibraryError(path)
    if header.user_version > SCHEMA_VERSION:
        raise NewerLibraryError(path, header.user_version, SCHEMA_VERSION)
    if size < header.pages * header.page_size and not _has_log(path):
        raise LibraryDamagedError(path, "文件不完整")
    return header


def _has_log(path: Path) -> bool:
    """Tell whether SQLite's write-ahead log lies beside the file.

    A process killed while the log is copied back may leave a header that counts pages which only the log holds
    yet; SQLite puts them in place when it opens the file.
    """
    try:
        return Path(f"{path}-wal").stat().st_size > 0
    except OSError:
        return False


def create_file(path: Path) -> None:
    """Make an empty library beside its place and move it there: a crash leaves no half-made library.

    Raises:
        LibraryExistsError: if something lies there already.
        LibraryNotCreatedError: if nothing can be written there.
    """
    if os.path.lexists(path):  # unlike Path.exists(), False for names that no file can have
        raise LibraryExistsError(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        _fill(draft)
        _move_without_replacing(draft, path)
    except FileExistsError as error:
        raise LibraryExistsError(path) from error
    except OSError as error:
        raise LibraryNotCreatedError(path, error.strerror or "系统拒绝") from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def migrate(database: Database) -> None:
    """Bring a library to the newest schema; all of it or nothing of each step.

    Raises:
        LibraryDamagedError: if references between tables do not hold afterwards.
    """
    # sqlite-utils' transform() rebuilds tables, which foreign keys would take for deletions.
    database.execute("PRAGMA foreign_keys = OFF")
    migrations().apply(database.for_migrations())
    broken = database.rows("PRAGMA foreign_key_check")
    database.execute("PRAGMA foreign_keys = ON")
    if broken:
        raise LibraryDamagedError(database.path, f"{len(broken)} 处引用失效")
    database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    # The header is read without SQLite: the version must stand in the file itself, not in its log.
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fill(draft: Path) -> None:
    with translated(draft):
        draft.touch()
        with closing(Database.connect(draft, Access.WRITE)) as database:
            # Nobody knows of the draft: it is forced to the disk once, when it is whole.
            database.execute("PRAGMA synchronous = OFF")
            database.execute("PRAGMA journal_mode = MEMORY")
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(database)
            database.execute("PRAGMA journal_mode = WAL")
    with draft.open("rb+") as handle:
        os.fsync(handle.fileno())


def _move_without_replacing(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)  # unlike a rename, fails where another program was quicker
    except FileExistsError:
        raise
    except OSError:
        draft.rename(path)  # file systems without hard links


def _number(raw: bytes, offset: int, length: int) -> int:
    return int.from_bytes(raw[offset : offset + length], "big")
