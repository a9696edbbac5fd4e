"""Counts over a whole library, made by SQLite: what the statistics and the entity index are drawn from."""

from __future__ import annotations

from cppcc_reader.storage.database import Database, Row


class LibraryFigures:
    """Asks one library; pages in the trash are left out everywhere."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def label_counts(self) -> dict[str, int]:
        """Return how many mentions each label has, suggestions too."""
        return dict(self._counts("label", "mention"))

    def role_counts(self) -> dict[str, int]:
        """Return how many segments each role has."""
        return dict(self._counts("role", "segment"))

    def _counts(self, column: str, table: str) -> list[Row]:
        return self._database.rows(
            f"SELECT {column}, count(*) FROM {table} JOIN page ON page.key = page_key WHERE trashed = 0"
            f" GROUP BY {column} ORDER BY count(*) DESC, {column}"
        )
