"""A double click takes the name under the pointer; another one right after it, the word."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QElapsedTimer

SOON_MS = 3000
"""A double click on the same name within this time (milliseconds) asks for the word in it."""
_Place = TypeVar("_Place")


class DoubleClick:
    """Remembers what the last double click took."""

    def __init__(self) -> None:
        self._taken: object = None
        self._since = QElapsedTimer()

    def choose(self, name: _Place, word: _Place) -> _Place:
        """Return ``name``, or ``word`` if the last double click has just taken that name."""
        again = name == self._taken and self._since.isValid() and self._since.elapsed() < SOON_MS
        chosen = word if again else name
        self._taken = chosen
        self._since.start()
        return chosen
