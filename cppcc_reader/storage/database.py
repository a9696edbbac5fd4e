"""One connection to a library: pragmas, transactions, and SQLite's errors in words for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cppcc_reader.storage.errors import UnknownPageError, translated

if TYPE_CHECKING:
    import sqlite_utils

BUSY_TIMEOUT_MS = 5000
"""How long a person's write waits for a bulk import's slice before it gives up, in milliseconds."""
BULK_TIMEOUT_MS = 60_000
"""How long a bulk write waits for edits to let it in: nobody waits for it, so it may be patient."""

Row = tuple[Any, ...]
Parameters = Sequence[Any] | Mapping[str, Any]


class Access(Enum):
    """How a connection may touch the file.

    A library in WAL mode needs two files beside it even to be read, and only a connection that could write
    clears them away again. So ``READ`` is such a connection that refuses to write; ``READ_ONLY`` serves where
    the file may not be written to, and ``IMMUTABLE`` where nothing can be made beside it either.
    """

    WRITE = "write"
    READ = "read"
    READ_ONLY = "read only"
    IMMUTABLE = "immutable"


_URI_QUERIES = {
    Access.WRITE: "mode=rw",
    Access.READ: "mode=rw",
    Access.READ_ONLY: "mode=ro",
    Access.IMMUTABLE: "mode=ro&immutable=1",
}


class Database:
    """A connection that belongs to the thread that made it.

    Attributes:
        path: the library file.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection
        self._synchronous = ""
        self._patience_ms = BUSY_TIMEOUT_MS
        self._doomed = False

    @classmethod
    def connect(cls, path: Path, access: Access) -> Database:
        """Open a connection to an existing file, with foreign keys on.

        Raises:
            LibraryError: if SQLite cannot open it.
        """
        with translated(path):
            connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?{_URI_QUERIES[access]}", uri=True, timeout=BUSY_TIMEOUT_MS / 1000
            )
            database = cls(connection, path)
            database.execute("PRAGMA foreign_keys = ON")
            if access is Access.READ:
                database.execute("PRAGMA query_only = ON")
            return database

    def for_migrations(self) -> sqlite_utils.Database:
        """Return the same connection as sqlite-utils sees it."""
        # Imported only where tables are made or changed: it imports numpy and pandas where it finds them.
        import sqlite_utils  # noqa: PLC0415

        return sqlite_utils.Database(self._connection, execute_plugins=False)

    def close(self) -> None:
        """Close the connection; the last one of a library folds the write-ahead log into the file."""
        self._connection.close()

    def execute(self, sql: str, parameters: Parameters = ()) -> sqlite3.Cursor:
        """Run one statement."""
        with translated(self.path):
            return self._connection.execute(sql, parameters)

    def execute_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Run one statement for each row."""
        with translated(self.path):
            self._connection.executemany(sql, rows)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows of a query."""
        with translated(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with translated(self.path):
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
            return found

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """Return the first column of the first row, or None."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    def page_key(self, page_id: str) -> int:
        """Return the row number that stands for a page in every other table.

        Raises:
            UnknownPageError: if there is no such page.
        """
        key: int | None = self.value("SELECT key FROM page WHERE id = ?", (page_id,))
        if key is None:
            raise UnknownPageError(page_id)
        return key

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[None]:
        """Make everything inside one transaction: all of it is on disk afterwards, or nothing.

        Inside another transaction it joins that one; what fails inside takes the whole transaction back,
        even if an outer block catches the error.

        Args:
            durable: wait for the disk (``synchronous = FULL``), as for everything a person does; without,
                a power cut may take the last seconds back (never half an action), as a bulk import can bear.

        Raises:
            LibraryError: if the file is locked, read-only, damaged or the disk is full.
        """
        with translated(self.path):
            if self._connection.in_transaction:
                yield from self._joined()
            else:
                yield from self._begun(durable)

    def _joined(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._doomed = True
            raise

    def _begun(self, durable: bool) -> Iterator[None]:
        self._set_synchronous("FULL" if durable else "NORMAL")
        self._set_patience(BUSY_TIMEOUT_MS if durable else BULK_TIMEOUT_MS)
        # IMMEDIATE, not sqlite-utils' BEGIN: a transaction that reads first could not wait for another
        # connection's write, it would fail at once with SQLITE_BUSY_SNAPSHOT.
        self._connection.execute("BEGIN IMMEDIATE")
        self._doomed = False
        try:
            yield
            if self._doomed:
                raise RuntimeError("a part of this transaction failed; nothing of it was stored")
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    def backup_into(self, copy: sqlite3.Connection) -> None:
        """Copy the whole library, as it stands at this moment, into another connection."""
        self._connection.backup(copy)

    def backup_from(self, copy: sqlite3.Connection) -> None:
        """Put the whole contents of another connection in place of this library's."""
        with translated(self.path):
            self._set_synchronous("FULL")
            copy.backup(self._connection)

    def _set_patience(self, milliseconds: int) -> None:
        if milliseconds != self._patience_ms:
            self._connection.execute(f"PRAGMA busy_timeout = {milliseconds}")
            self._patience_ms = milliseconds

    def _set_synchronous(self, level: str) -> None:
        if level != self._synchronous:
            self._connection.execute(f"PRAGMA synchronous = {level}")
            self._synchronous = level
