"""Settings that belong to one library (its tag set, its patterns for names): JSON values by name."""

from __future__ import annotations

import json
from typing import Any

from cppcc_reader.storage.database import Database


class SettingsStore:
    """A small map from names to JSON values."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of a setting, or ``default`` where it was never set."""
        stored = self._database.value("SELECT value FROM setting WHERE name = ?", (name,))
        return default if stored is None else json.loads(stored)

    def set(self, name: str, value: Any) -> None:
        """Store a value that JSON can carry."""
        with self._database.transaction():
            self._database.execute(
                """
                INSERT INTO setting (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """,
                (name, json.dumps(value, ensure_ascii=False)),
            )

    def remove(self, name: str) -> None:
        """Forget a setting; harmless if there is none."""
        with self._database.transaction():
            self._database.execute("DELETE FROM setting WHERE name = ?", (name,))

    def names(self) -> list[str]:
        """Return the names of all settings in order."""
        return [name for (name,) in self._database.rows("SELECT name FROM setting ORDER BY name")]
