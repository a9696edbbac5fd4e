"""Which key was pressed, whatever keyboard layout or input method is on.

Letters are mnemonics, so a Latin letter counts as the letter it is, on Dvorak and AZERTY too. Where a layout gives
no Latin letter (Russian, Greek, full-width forms), and for digits and signs that it keeps elsewhere, the key counts
by its place: as what a US keyboard has there.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final
from unicodedata import normalize

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

Modifier = Qt.KeyboardModifier

_ROWS: Final = {2: "1234567890-=", 16: "qwertyuiop[]", 30: "asdfghjkl;'`", 43: "\\zxcvbnm,./"}
_BY_EVDEV: Final = {first + step: char for first, row in _ROWS.items() for step, char in enumerate(row)}
"""Linux input codes of the keys that type; scan codes of set 1, as Windows reports them, are the same numbers."""
_X_OFFSET: Final = 8
"""X11 and Wayland number the keys from 8 on (X reserves the first eight)."""
_MAC_CHARS: Final = "asdfhgzxcv\0bqweryt123465=97-80]ou[ip\0lj'k;\\,/nm.\0\0`"
_BY_MAC: Final = {code: char for code, char in enumerate(_MAC_CHARS) if char != "\0"}
"""Virtual keys of macOS (``kVK_ANSI_A`` = 0 and on), which name places, not characters."""
_SHIFTED: Final = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True))
_CHINESE_SIGNS: Final = str.maketrans({"。": ".", "、": "\\", "【": "[", "】": "]", "《": "<", "》": ">", "·": "`"})
"""What a Chinese input method makes of the signs, beyond the full-width forms."""
_SAME: Final = {
    Qt.Key.Key_Enter.value: Qt.Key.Key_Return.value,
    Qt.Key.Key_Backtab.value: Qt.Key.Key_Tab.value,
    ord("\u3000"): Qt.Key.Key_Space.value,
}
"""Keys that are one to people: the keypad's Enter, Tab with Shift, the full-width space."""
_DEAD_KEYS: Final = range(Qt.Key.Key_Dead_Grave.value, Qt.Key.Key_Dead_Longsolidusoverlay.value + 1)
_X_LEVEL_3: Final = 0x80
"""Bit of the X11 modifier state that AltGr sets (``Mod5Mask``)."""


def key_name(event: QKeyEvent, known: Container[str] = (), *, platform: str | None = None) -> str:
    """Return the name of a pressed key as the table of actions spells it: ``Shift+Return``, ``?``, ``A``, ``Alt+Left``.

    Args:
        known: names that mean something here; a sign of the layout that is not among them counts by its place.
        platform: name of Qt's platform plugin; None asks the application.
    """
    platform = QGuiApplication.platformName() if platform is None else platform
    modifiers = event.modifiers() & ~Modifier.KeypadModifier
    place = _at_place(event, platform)
    # A key that waits for the letter of its accent types nothing yet: AZERTY has one where [ is.
    typed = place if event.key() in _DEAD_KEYS else _typed(event)
    if not typed:
        return _named(_SAME.get(event.key(), event.key()), modifiers)
    if _is_third_level(event, typed, platform):
        return _spelt(typed, Modifier.NoModifier)
    if modifiers & (Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier):
        return _spelt(typed if typed.isascii() else place or typed, modifiers)
    return _of_typed(typed, place, modifiers, known)


def letter_key(event: QKeyEvent, *, platform: str | None = None) -> int:
    """Return the key of an event, a letter by the rules of :func:`key_name`: for views that move by J and K."""
    name = key_name(event, platform=platform).removeprefix("Shift+")
    return ord(name) if len(name) == 1 and name.isalpha() and name.isascii() else event.key()


def _typed(event: QKeyEvent) -> str:
    """Return the sign or letter that the layout gives, in its common width; empty for keys that type nothing."""
    text = event.text()
    if len(text) != 1 or not text.isprintable():  # with Ctrl it is a control character, on some systems nothing
        text = chr(event.key()) if 0x20 < event.key() < 0x110000 else ""
    return "" if text.isspace() else normalize("NFKC", text).translate(_CHINESE_SIGNS)[:1]


def _at_place(event: QKeyEvent, platform: str) -> str:
    """Return what a US keyboard has in the place of the key, empty where that is not known."""
    if platform == "cocoa":
        return _BY_MAC.get(event.nativeVirtualKey(), "")
    offset = 0 if platform == "windows" else _X_OFFSET
    return _BY_EVDEV.get(event.nativeScanCode() - offset, "")


def _is_third_level(event: QKeyEvent, typed: str, platform: str) -> bool:
    """Tell whether AltGr (on macOS Option) made the sign: then it is meant, and the modifiers are not."""
    if not typed.isascii() or typed.isalnum():
        return False
    modifiers = event.modifiers()
    both = Modifier.ControlModifier | Modifier.AltModifier
    if platform == "cocoa":
        return bool(modifiers & Modifier.AltModifier)
    on_x = platform in ("xcb", "wayland") and bool(event.nativeModifiers() & _X_LEVEL_3)
    return on_x or bool(modifiers & Modifier.GroupSwitchModifier) or modifiers & both == both


def _of_typed(typed: str, place: str, modifiers: Modifier, known: Container[str]) -> str:
    if typed.isascii() and typed.isalpha():
        return _spelt(typed, modifiers)
    if typed.isascii() and typed.isdigit():
        return typed  # some layouts have their digits behind Shift
    shifted = bool(modifiers & Modifier.ShiftModifier)
    if place.isdigit() and not shifted:
        return place
    if typed in known or not place or (typed.isascii() and place.isalpha()):
        return typed.upper()
    if place.isalpha():
        return _spelt(place, modifiers)
    sign = _SHIFTED[place] if shifted else place
    return sign if sign in known or not typed.isascii() else typed


def _spelt(char: str, modifiers: Modifier) -> str:
    keeps_shift = char.isalnum() or bool(modifiers & ~Modifier.ShiftModifier)
    return _named(ord(char.upper()[0]), modifiers if keeps_shift else Modifier.NoModifier)


def _named(key: int, modifiers: Modifier) -> str:
    return QKeySequence(modifiers.value | key).toString(QKeySequence.SequenceFormat.PortableText)
