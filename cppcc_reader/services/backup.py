"""Snapshots of a library: before every bulk action and once a day, the last ten kept, each verified."""

from __future__ import annotations

import logging
import re
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from cppcc_reader.core.model.page import PageState
from cppcc_reader.storage.drafts import abandoned_drafts
from cppcc_reader.storage.errors import OlderLibraryError
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.page_store import PageSummary

KEPT = 10
"""How many snapshots of a library are kept."""

DAILY = "每日"
BEFORE_RESTORE = "恢复前"
BEFORE_IMPORT = "导入前"

_NAME = re.compile(r"(\d{8}T\d{9})Z (.*)\.cppcc")
_NOT_IN_NAMES = re.compile(r"[\\/:*?\"<>|\x00-\x1f]+")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A verified copy of a library.

    Attributes:
        taken_at: aware, UTC.
        reason: why it was taken, for people: ``每日`` or the name of the bulk action.
    """

    path: Path
    taken_at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotPreview:
    """What restoring a snapshot would mean.

    Attributes:
        pages: pages in the snapshot, those in the trash included.
        states: how many of them are in each state.
        mentions: entities that stand in it.
        lost: names of pages that are in the library now and not in the snapshot.
        returning: names of pages that are only in the snapshot.
        changed: names of pages that were changed since.
    """

    snapshot: Snapshot
    pages: int
    states: dict[PageState, int]
    mentions: int
    lost: tuple[str, ...]
    returning: tuple[str, ...]
    changed: tuple[str, ...]


def snapshots_folder(library_path: Path) -> Path:
    """Return the folder beside a library that holds its snapshots."""
    return library_path.with_name(library_path.name + ".snapshots")


def take_snapshot(library: Library, reason: str, now: datetime) -> Snapshot:
    """Write a verified snapshot and remove the oldest beyond the last ten.

    Args:
        reason: why, in a few words for people.

    Raises:
        LibraryError: if it cannot be written or is not whole; older snapshots stay then.
    """
    taken = _take(library, reason, now)
    _remove_oldest(library.path, KEPT)
    return taken


def take_daily_snapshot(library: Library, now: datetime) -> Snapshot | None:
    """Take a snapshot unless one of today's (in the zone of ``now``) is there, or the library is empty.

    Raises:
        LibraryError: as :func:`take_snapshot`.
    """
    if library.read_only or not library.pages.ids(include_trashed=True):
        return None
    taken = snapshots(library.path)
    if taken and taken[0].taken_at.astimezone(now.tzinfo).date() == now.date():
        return None
    return take_snapshot(library, DAILY, now)


def snapshots(library_path: Path) -> list[Snapshot]:
    """Return the snapshots of a library, newest first."""
    found = [_from_path(path) for path in snapshots_folder(library_path).glob("*.cppcc")]
    return sorted((one for one in found if one is not None), key=lambda one: one.path.name, reverse=True)


def preview_restore(library: Library, snapshot: Snapshot) -> SnapshotPreview:
    """Return what restoring a snapshot would bring back and take away.

    Raises:
        LibraryError: if the snapshot cannot be opened.
    """
    then = {page.id: page for page in _pages_in(snapshot)}
    now = {page.id: page for page in library.pages.summaries(include_trashed=True)}
    return SnapshotPreview(
        snapshot=snapshot,
        pages=len(then),
        states=dict(Counter(page.state for page in then.values())),
        mentions=sum(page.mentions for page in then.values()),
        lost=_names(page for page_id, page in now.items() if page_id not in then),
        returning=_names(page for page_id, page in then.items() if page_id not in now),
        changed=_names(page for page_id, page in now.items() if page_id in then and then[page_id] != page),
    )


def _pages_in(snapshot: Snapshot) -> list[PageSummary]:
    try:
        with Library.open(snapshot.path, read_only=True) as old:
            return old.pages.summaries(include_trashed=True)
    except OlderLibraryError:
        # Of an older version of the program: a copy is brought up to date to be read, the snapshot stays.
        with TemporaryDirectory() as folder:
            copy = shutil.copy(snapshot.path, Path(folder) / snapshot.path.name)
            with Library.open(Path(copy)) as old:
                return old.pages.summaries(include_trashed=True)


def restore(library: Library, snapshot: Snapshot, now: datetime) -> Snapshot:
    """Put a snapshot in place of the library's contents; return a snapshot of what was there before.

    Every open view of the library must read it again.

    Raises:
        LibraryError: if the snapshot is damaged or the library cannot be written; nothing is touched then.
    """
    # The snapshot to be restored may be the oldest: nothing is removed before it has been read.
    before = _take(library, BEFORE_RESTORE, now)
    library.restore_from(snapshot.path)
    _remove_oldest(library.path, KEPT)
    _log.info("restored %s from %s", library.path, snapshot.path)
    return before


def _take(library: Library, reason: str, now: datetime) -> Snapshot:
    # The name carries time and reason, so that the list needs no file opened.
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S%f")[:-3]
    words = _NOT_IN_NAMES.sub(" ", reason)[:60].strip()
    path = snapshots_folder(library.path) / f"{stamp}Z {words or DAILY}.cppcc"
    library.snapshot_to(path)
    taken = _from_path(path)
    assert taken is not None
    return taken


def _remove_oldest(library_path: Path, kept: int) -> None:
    for old in snapshots(library_path)[kept:]:
        old.path.unlink(missing_ok=True)
    _remove_drafts(library_path)


def _remove_drafts(library_path: Path) -> None:
    """Take away drafts of snapshots whose process was killed: each is as large as the library."""
    for draft in list(snapshots_folder(library_path).glob(".*.cppcc.*.part")):
        target = draft.with_name(draft.name[1:].rsplit(".", 2)[0])
        for abandoned in abandoned_drafts(target, (".part", "part")):
            abandoned.unlink(missing_ok=True)


def _from_path(path: Path) -> Snapshot | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    taken_at = datetime.strptime(match.group(1) + "000", "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    return Snapshot(path=path, taken_at=taken_at, reason=match.group(2))


def _names(pages: Iterable[PageSummary]) -> tuple[str, ...]:
    return tuple(page.name for page in pages)
