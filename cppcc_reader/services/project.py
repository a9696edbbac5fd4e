"""Opening a library for a person: for writing if possible, otherwise to be read, and saying so."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cppcc_reader.services.backup import take_daily_snapshot
from cppcc_reader.services.network_share import is_on_network
from cppcc_reader.services.user_folders import data_folder
from cppcc_reader.storage.errors import LibraryError, LibraryLockedError, LibraryReadOnlyError
from cppcc_reader.storage.library import Library

SUFFIX = ".cppcc"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OpenedLibrary:
    """A library and what to tell the person about how it was opened; empty if all is as usual."""

    library: Library
    notice: str = ""


def open_library(path: Path, now: datetime) -> OpenedLibrary:
    """Open a library, or make it where there is none; take the day's snapshot.

    One that another window uses or that may not be written to is opened read-only, with a notice.

    Raises:
        LibraryError: if it cannot be opened at all; the message is for people.
    """
    try:
        library = Library.open_or_create(path)
    except (LibraryLockedError, LibraryReadOnlyError) as error:
        if not path.exists():
            raise
        return OpenedLibrary(Library.open(path, read_only=True), f"已只读打开：{error}")
    return OpenedLibrary(library, "".join((_snapshot_notice(library, now), _network_notice(path))))


def is_library(path: Path) -> bool:
    """Tell by its name whether a path is meant as a library (it need not exist yet)."""
    return path.suffix == SUFFIX and not path.is_dir()


def default_library_path() -> Path:
    """Return the library that is used when a person names none; its folder is made."""
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"文库{SUFFIX}"


def _snapshot_notice(library: Library, now: datetime) -> str:
    try:
        take_daily_snapshot(library, now)
    except LibraryError as error:
        _log.warning("no daily snapshot: %s", error)
        return f"今天的备份没有做成：{error}"
    return ""


def _network_notice(path: Path) -> str:
    if not is_on_network(path):
        return ""
    return "文库在网络文件夹里，几台电脑同时打开可能损坏它；请把它放在本机磁盘上。"
