"""What can be wrong with a library file, in words for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LibraryError(Exception):
    """Something about a library file that a person must know; the message is Chinese and says what to do."""


class LibraryMissingError(LibraryError):
    """There is no such file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"找不到文库：{path}。请检查路径；文件可能已移走或改名。")


class LibraryExistsError(LibraryError):
    """A library is to be made where a file already lies."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"文件已经存在：{path}。请换一个名字，或直接打开它。")


class LibraryNotCreatedError(LibraryError):
    """No library can be made there."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"不能在这里建立文库（{cause}）：{path}。请选择可以写入的文件夹。")


class NotALibraryError(LibraryError):
    """The file is something else; it was only looked at."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"这个文件不是文库：{path}。它没有被改动；请选择由本程序建立的 .cppcc 文件。")


class NewerLibraryError(LibraryError):
    """A newer program made the file."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"文库由更新版本的程序建立（格式 {found}，本程序只认识到 {known}）：{path}。"
            "它没有被改动；请升级本程序后再打开。"
        )


class OlderLibraryError(LibraryError):
    """An older program made the file, and it may only be read: it would have to be brought up to date first."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"文库是旧格式（格式 {found}，现为 {known}），不能只读打开：{path}。"
            "请在没有别的窗口使用它、并且可以写入时打开一次，程序会自动升级并留下备份。"
        )


class LibraryLockedError(LibraryError):
    """Another window or command is writing to the file."""

    def __init__(self, path: Path, holder: str = "") -> None:
        who = f"（{holder}）" if holder else ""
        super().__init__(f"文库正在另一个窗口或命令中使用{who}：{path}。可以只读打开；要修改，请先关闭那一个。")


class LibraryReadOnlyError(LibraryError):
    """The file or its folder may not be written to."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"文库不能写入：{path}。可以只读打开；要修改，请把它复制到可写的文件夹。")


class LibraryDamagedError(LibraryError):
    """The file breaks SQLite's own rules."""

    def __init__(self, path: Path, detail: str = "") -> None:
        cause = f"（{detail}）" if detail else ""
        super().__init__(f"文库已损坏{cause}：{path}。它没有被改动；请从备份中恢复，并保留这个文件以便抢救。")


class StorageFullError(LibraryError):
    """No room left on the disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"磁盘已满，刚才的操作没有保存：{path}。请腾出空间后再做一次。")


class SnapshotFailedError(LibraryError):
    """A copy of a library could not be written; the library itself is as it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"备份没有做成，不能写入：{path}。文库没有被改动；请检查文件夹的权限和磁盘空间。")


class UnknownPageError(LibraryError, KeyError):
    """No page of that id is in the library."""

    def __init__(self, page_id: str) -> None:
        super().__init__(f"文库中没有这个版面：{page_id}。")

    def __str__(self) -> str:
        return str(self.args[0])


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into the ones above; what is a mistake of this program passes through.

    Raises:
        LibraryError: the subclass that fits.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = _known(path, error)
        if known is None:
            raise
        raise known from error


def _known(path: Path, error: sqlite3.DatabaseError) -> LibraryError | None:
    code = getattr(error, "sqlite_errorcode", None)
    # Extended codes carry the primary code in their lowest byte.
    primary = None if code is None else code & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryLockedError(path)
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return LibraryReadOnlyError(path)
    if primary == sqlite3.SQLITE_FULL:
        return StorageFullError(path)
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR):
        return LibraryDamagedError(path, str(error))
    return None
