"""Real keys and a real mouse for a window under an X server: what xdotool sends goes the way of a person's input."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
SLICE = 40
"""Keys sent at once: more would overrun the server's queue on a slow machine."""


class RealHands(QObject):
    """Presses and clicks, and waits until the application has seen all of it."""

    def __init__(self, qtbot) -> None:
        super().__init__()
        self._bot = qtbot
        self._keys_seen = 0
        self._clicks_seen = 0
        QApplication.instance().installEventFilter(self)

    def let_go(self) -> None:
        """Stop listening."""
        QApplication.instance().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count what arrives from the server, once for each window."""
        if watched.isWindowType() and event.spontaneous():
            if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
                self._keys_seen += event.key() not in _MODIFIERS
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._clicks_seen += 1
        return False

    def press(self, *keys: str) -> None:
        """Press keys by their X names (``Return``, ``ctrl+z``, ``bracketleft``), one after the other."""
        for first in range(0, len(keys), SLICE):
            part = keys[first : first + SLICE]
            wanted = self._keys_seen + len(part)
            _xdotool("key", "--delay", "2", *part)
            self._bot.waitUntil(lambda wanted=wanted: self._keys_seen >= wanted, timeout=10_000)

    def type(self, words: str) -> None:
        """Type ASCII words into whatever has the keyboard."""
        wanted = self._keys_seen + len(words)
        _xdotool("type", "--delay", "5", words)
        self._bot.waitUntil(lambda: self._keys_seen >= wanted, timeout=10_000)

    def click(self, widget: QWidget, place: QPoint, *, hold: Sequence[str] = ()) -> None:
        """Click at a place of a widget, with modifier keys held."""
        self._move(widget, place)
        for key in hold:
            _xdotool("keydown", key)
        self._clicked(lambda: _xdotool("click", "1"))
        for key in hold:
            _xdotool("keyup", key)

    def drag(
        self, widget: QWidget, start: QPoint, end: QPoint, *, before_letting_go: Callable[[], object] = lambda: None
    ) -> None:
        """Press at one place, move, and let go at another."""
        self._move(widget, start)
        _xdotool("mousedown", "1")
        for step in (0.3, 0.7, 1.0):
            self._move(widget, start + (end - start) * step)
            self._bot.wait(20)
        before_letting_go()
        self._clicked(lambda: _xdotool("mouseup", "1"))

    def _move(self, widget: QWidget, place: QPoint) -> None:
        there = widget.mapToGlobal(place)
        _xdotool("mousemove", "--sync", str(there.x()), str(there.y()))
        QApplication.processEvents()

    def _clicked(self, act: Callable[[], None]) -> None:
        wanted = self._clicks_seen + 1
        act()
        self._bot.waitUntil(lambda: self._clicks_seen >= wanted, timeout=10_000)


def _xdotool(*what: str) -> None:
    subprocess.run(["xdotool", *what], check=True, timeout=20)
