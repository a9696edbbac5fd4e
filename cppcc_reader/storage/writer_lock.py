"""One writer per library: an advisory lock of the operating system on a file beside it."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from pathlib import Path
from typing import IO

from cppcc_reader.storage.errors import LibraryLockedError, LibraryReadOnlyError

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: IO[str]) -> bool:
        try:
            handle.seek(_LOCKED_BYTE)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: IO[str]) -> bool:
        try:
            fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


_LOCKED_BYTE = 1 << 20
"""Far behind the text, so that on Windows others may still read who holds the lock."""


class WriterLock:
    """Held from opening a library for writing until closing it; the system drops it when the process dies.

    Not on the library itself: SQLite keeps its own locks there, and closing a second handle would drop them.
    """

    def __init__(self, handle: IO[str], path: Path) -> None:
        self._handle = handle
        self._path = path

    @classmethod
    def acquire(cls, library_path: Path) -> WriterLock:
        """Take the lock of a library.

        Raises:
            LibraryLockedError: if another window or command holds it.
            LibraryReadOnlyError: if no file can be made beside the library.
        """
        path = lock_path(library_path)
        while True:
            try:
                handle = path.open("a+", encoding="utf-8")
            except OSError as error:
                raise LibraryReadOnlyError(library_path) from error
            if not _try_lock(handle):
                holder = _read_holder(handle)
                handle.close()
                raise LibraryLockedError(library_path, holder)
            if _is_still_there(handle, path):
                break
            handle.close()  # the holder before us removed the file between our open and our lock
        handle.truncate(0)
        handle.write(f"{socket.gethostname()}，进程 {os.getpid()}")
        handle.flush()
        return cls(handle, path)

    def release(self) -> None:
        """Remove the file and drop the lock; harmless when called twice."""
        if self._handle.closed:
            return
        # Windows keeps an open file; it is left behind there and taken over by the next writer.
        with contextlib.suppress(OSError):
            self._path.unlink()
        self._handle.close()


def lock_path(library_path: Path) -> Path:
    """Return where the lock of a library lies."""
    return library_path.with_name(library_path.name + ".lock")


def _read_holder(handle: IO[str]) -> str:
    try:
        handle.seek(0)
        return handle.read(200).strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _is_still_there(handle: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle.fileno()), path.stat())
    except OSError:
        return False
