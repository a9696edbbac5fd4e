"""Notes of all pages of a library: what a reviewer goes through."""

from __future__ import annotations

from collections.abc import Iterable

from cppcc_reader.storage.database import Database, Row


class LibraryNotes:
    """Asks one library; pages in the trash are left out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, *, kind: str = "", author: str = "", open_only: bool = False, limit: int = 1000) -> list[Row]:
        """Return notes by page (date, then import) and place.

        Each row is (page id, page name, paper, date, note id, kind, start, stop, quote, text, author, resolved).

        Args:
            kind: only of this kind; all where empty.
            author: only of this person; of everybody where empty.
            open_only: without those that are dealt with.
            limit: how many at most.
        """
        return self._database.rows(
            "SELECT page.id, page.name, paper, date, note.id, kind, start, stop, quote, text, author, resolved"
            " FROM note JOIN page ON page.key = page_key WHERE trashed = 0"
            " AND (? = '' OR kind = ?) AND (? = '' OR author = ?) AND (? = 0 OR resolved = 0)"
            " ORDER BY date IS NULL, date, page.key, start, note.id LIMIT ?",
            (kind, kind, author, author, open_only, limit),
        )

    def count_on(self, page_ids: Iterable[str]) -> int:
        """Return how many notes and corrections these pages have."""
        sql = "SELECT count(*) FROM note JOIN page ON page.key = page_key WHERE page.id = ?"
        return sum(self._database.value(sql, (page_id,)) for page_id in page_ids)

    def authors(self) -> list[str]:
        """Return everybody who wrote a note, in order."""
        rows = self._database.rows("SELECT DISTINCT author FROM note WHERE author <> '' ORDER BY author")
        return [author for (author,) in rows]

    def pages_with_open(self) -> list[str]:
        """Return the ids of pages with a note that nobody has dealt with, corrections left out."""
        rows = self._database.rows(
            "SELECT DISTINCT page.id FROM note JOIN page ON page.key = page_key"
            " WHERE trashed = 0 AND resolved = 0 AND kind <> 'correction'"
        )
        return [page_id for (page_id,) in rows]
