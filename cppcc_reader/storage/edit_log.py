"""The edit log: every step of every annotator with its old and new records; undo reads it back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from cppcc_reader.core.editing.change_set import ChangeSet, RecordKey
from cppcc_reader.storage.change_codec import changes_from_json, changes_to_json
from cppcc_reader.storage.database import Database, Parameters
from cppcc_reader.storage.timestamps import timestamp

_PAGES = """(SELECT json_group_array(page.id) FROM log_change AS touched JOIN page ON page.key = touched.page_key
    WHERE touched.entry_id = log_entry.id)"""
_FIRST_NAME = """(SELECT page.name FROM log_change AS touched JOIN page ON page.key = touched.page_key
    WHERE touched.entry_id = log_entry.id ORDER BY page.key LIMIT 1)"""
_COLUMNS = f"log_entry.id, log_entry.name, annotator, time, gesture, {_PAGES}, {_FIRST_NAME}"
_OF_PAGE = f"""SELECT {_COLUMNS}, standing = 'undone' FROM log_change JOIN log_entry ON log_entry.id = entry_id
    WHERE page_key = (SELECT key FROM page WHERE id = ?)"""
_STANDS = "EXISTS (SELECT 1 FROM log_change WHERE entry_id = log_entry.id AND standing = '{}')"
_OF_LIBRARY = f"SELECT {_COLUMNS}, NOT {_STANDS.format('active')} FROM log_entry"
_OFFERED = f"({_STANDS.format('active')} OR {_STANDS.format('undone')})"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One undo step; a bulk action touches several pages and is still one step.

    Attributes:
        name: what the step is called, for example ``合并文章``.
        time: ISO 8601, UTC.
        page_ids: every page it touched; ``page_name`` is what the first of them is called.
        undone: taken back (on the page asked about; on every page where none was named), and can be made again.
        gesture: groups steps that belong to one gesture; empty for a step of its own.
    """

    id: int
    name: str
    annotator: str
    time: str
    page_ids: tuple[str, ...]
    undone: bool
    gesture: str = ""
    page_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A step that stands in the order of a page after another one, with what it touched."""

    entry_id: int
    name: str
    touched: frozenset[RecordKey]


class EditLog:
    """Append-only but for the standing of each entry on each of its pages: active, undone, or discarded.

    An undone step is discarded on a page once something new is done there: it is kept as a record of the
    work, and never offered again.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(
        self,
        *,
        name: str,
        annotator: str,
        time: datetime,
        changes: Mapping[str, ChangeSet],
        gesture: str = "",
    ) -> int:
        """Record one step and return its id.

        Args:
            changes: change set of each page by page id.

        Raises:
            UnknownPageError: if a page is not in the library.
        """
        with self._database.transaction():
            cursor = self._database.execute(
                "INSERT INTO log_entry (name, annotator, time, gesture) VALUES (?, ?, ?, ?)",
                (name, annotator, timestamp(time), gesture),
            )
            entry_id = cursor.lastrowid
            assert entry_id is not None
            self.extend(entry_id, changes)
            return entry_id

    def extend(self, entry_id: int, changes: Mapping[str, ChangeSet]) -> None:
        """Record more pages of a step that goes on.

        Raises:
            UnknownPageError: if a page is not in the library.
        """
        with self._database.transaction():
            self._database.execute_many(
                "INSERT INTO log_change (page_key, entry_id, changes) VALUES (?, ?, ?)",
                [
                    (self._database.page_key(page_id), entry_id, changes_to_json(change_set))
                    for page_id, change_set in changes.items()
                ],
            )

    def entries(self, page_id: str | None = None, *, limit: int | None = None) -> list[LogEntry]:
        """Return the steps that stand or can be made again, newest first.

        Args:
            page_id: only those that touched this page.
            limit: at most so many.
        """
        at_most = -1 if limit is None else limit
        if page_id is None:
            return self._entries(f"{_OF_LIBRARY} WHERE {_OFFERED} ORDER BY id DESC LIMIT ?", (at_most,))
        return self._entries(
            f"{_OF_PAGE} AND standing != 'discarded' ORDER BY entry_id DESC LIMIT ?", (page_id, at_most)
        )

    def last_active(self, page_id: str) -> LogEntry | None:
        """Return the step that undo on this page would take back, or None."""
        return self._first(f"{_OF_PAGE} AND standing = 'active' ORDER BY entry_id DESC LIMIT 1", page_id)

    def next_redo(self, page_id: str) -> LogEntry | None:
        """Return the step that redo on this page would make again, the one undone last, or None."""
        return self._first(f"{_OF_PAGE} AND standing = 'undone' ORDER BY undone_no DESC LIMIT 1", page_id)

    def pages_where(self, entry_id: int, *, undone: bool) -> list[str]:
        """Return the pages on which a step stands (or is undone), in the order the pages came in."""
        rows = self._database.rows(
            "SELECT page.id FROM log_change JOIN page ON page.key = page_key"
            " WHERE entry_id = ? AND standing = ? ORDER BY page_key",
            (entry_id, "undone" if undone else "active"),
        )
        return [page_id for (page_id,) in rows]

    def later(self, entry_id: int, page_id: str, *, undone: bool) -> list[Neighbour]:
        """Return what was done on a page after a step and stands (or what was undone after it and still is)."""
        key = self._database.page_key(page_id)
        if undone:
            condition = """standing = 'undone' AND undone_no >
                (SELECT undone_no FROM log_change WHERE page_key = :key AND entry_id = :entry)"""
        else:
            condition = "standing = 'active' AND entry_id > :entry"
        rows = self._database.rows(
            f"""SELECT entry_id, name, changes FROM log_change JOIN log_entry ON id = entry_id
            WHERE page_key = :key AND {condition} ORDER BY entry_id""",
            {"key": key, "entry": entry_id},
        )
        return [
            Neighbour(entry_id=found, name=name, touched=ChangeSet(name, changes_from_json(changes)).touched())
            for found, name, changes in rows
        ]

    def annotators(self, page_id: str) -> list[str]:
        """Return who made the steps that stand on a page, by their first step; nameless ones left out."""
        rows = self._database.rows(
            """
            SELECT annotator FROM log_change JOIN log_entry ON log_entry.id = log_change.entry_id
            WHERE log_change.page_key = (SELECT key FROM page WHERE id = ?) AND standing = 'active' AND annotator != ''
            GROUP BY annotator ORDER BY min(entry_id)
            """,
            (page_id,),
        )
        return [annotator for (annotator,) in rows]

    def entry(self, entry_id: int) -> LogEntry:
        """Return one step.

        Raises:
            KeyError: if there is none of that id.
        """
        found = self._entries(f"{_OF_LIBRARY} WHERE id = ?", (entry_id,))
        if not found:
            raise KeyError(entry_id)
        return found[0]

    def changes(self, entry_id: int) -> dict[str, ChangeSet]:
        """Return the change set of each page that a step touched.

        Raises:
            KeyError: if there is no such step.
        """
        rows = self._database.rows(
            """
            SELECT page.id, log_entry.name, log_change.changes
            FROM log_entry JOIN log_change ON entry_id = log_entry.id JOIN page ON page.key = page_key
            WHERE log_entry.id = ? ORDER BY page.key
            """,
            (entry_id,),
        )
        if not rows:
            raise KeyError(entry_id)
        return {page_id: ChangeSet(name, changes_from_json(changes)) for page_id, name, changes in rows}

    def set_undone(self, entry_id: int, page_ids: Iterable[str], undone: bool) -> None:
        """Mark a step as taken back or made again on some of its pages; the records are written by the caller."""
        with self._database.transaction():
            for page_id in page_ids:
                self._database.execute(
                    """
                    UPDATE log_change SET standing = :standing, undone_no = 1 + (
                        SELECT coalesce(max(undone_no), 0) FROM log_change AS other
                        WHERE other.page_key = log_change.page_key AND other.standing = 'undone')
                    WHERE page_key = :key AND entry_id = :entry
                    """,
                    {
                        "standing": "undone" if undone else "active",
                        "key": self._database.page_key(page_id),
                        "entry": entry_id,
                    },
                )

    def discard_undone(self, page_ids: Iterable[str]) -> None:
        """Offer no undone step of these pages there any more: something new was done on them."""
        with self._database.transaction():
            for page_id in page_ids:
                self._database.execute(
                    "UPDATE log_change SET standing = 'discarded' WHERE page_key = ? AND standing = 'undone'",
                    (self._database.page_key(page_id),),
                )

    def forget_empty(self) -> None:
        """Delete the steps of which no page is left."""
        with self._database.transaction():
            self._database.execute(
                "DELETE FROM log_entry WHERE NOT EXISTS (SELECT 1 FROM log_change WHERE entry_id = log_entry.id)"
            )

    def _first(self, sql: str, page_id: str) -> LogEntry | None:
        found = self._entries(sql, (page_id,))
        return found[0] if found else None

    def _entries(self, sql: str, parameters: Parameters) -> list[LogEntry]:
        rows = self._database.rows(sql, parameters)
        return [
            LogEntry(
                id=entry_id,
                name=name,
                annotator=annotator,
                time=time,
                page_ids=tuple(json.loads(page_ids)),
                undone=bool(undone),
                gesture=gesture,
                page_name=page_name or "",
            )
            for entry_id, name, annotator, time, gesture, page_ids, page_name, undone in rows
        ]
