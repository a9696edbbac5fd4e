"""Copies of a library while it is in use, by SQLite's backup API (a plain copy misses the write-ahead log)."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from cppcc_reader.storage.database import Database
from cppcc_reader.storage.errors import LibraryDamagedError, SnapshotFailedError, translated


def copy_to(database: Database, target: Path) -> None:
    """Write a verified copy of an open library as one plain file; it appears only once it is whole.

    Raises:
        LibraryDamagedError: if the copy does not pass SQLite's integrity check.
        LibraryError: if it cannot be written.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        draft.parent.mkdir(parents=True, exist_ok=True)
        with translated(target), closing(sqlite3.connect(draft)) as copy:
            database.backup_into(copy)
            # Without this the copy would need files beside it even to be read.
            copy.execute("PRAGMA journal_mode = DELETE")
            _require_whole(copy, target)
        _flush(draft)
        os.replace(draft, target)
    except OSError as error:
        raise SnapshotFailedError(target) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def restore_from(database: Database, source: Path) -> None:
    """Put the contents of a copy in place of an open library's, in one transaction.

    Raises:
        LibraryDamagedError: if the copy does not pass SQLite's integrity check; nothing is touched then.
        LibraryError: if the library cannot be written.
    """
    with translated(source), closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as copy:
        _require_whole(copy, source)
        database.backup_from(copy)


def _require_whole(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if found != ("ok",):
        raise LibraryDamagedError(path, str(found[0]))


def _flush(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
