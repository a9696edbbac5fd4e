"""A key means the same on every keyboard layout: letters by what they are, the rest by where they lie."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from cppcc_reader.views.actions import ALL_ACTIONS
from cppcc_reader.views.key_reader import key_name, letter_key

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEVEL_3 = 0x80
PORTABLE = QKeySequence.SequenceFormat.PortableText
KNOWN = {QKeySequence(spec.key).toString(PORTABLE) for spec in ALL_ACTIONS if spec.key}
# Where a US keyboard has these: Linux input codes, and the virtual keys of macOS.
EVDEV = {"1": 2, "2": 3, "6": 7, "8": 9, "-": 12, "q": 16, "[": 26, "]": 27, "f": 33, "j": 36, "'": 40, "m": 50,
         ",": 51, ".": 52, "/": 53, "a": 30, "k": 37, "x": 45, ";": 39}  # fmt: skip
MAC = {"a": 0, "f": 3, "1": 18, "6": 22, "[": 33, "m": 46, "/": 44, "j": 38}


def pressed(
    text: str, at: str = "", modifiers: Qt.KeyboardModifier = NONE, *, key: int = 0, native: int = 0, mac: bool = False
) -> QKeyEvent:
    """A key event as Qt makes it: the layout gave ``text``, the key lies where a US keyboard has ``at``."""
    scan = EVDEV[at] + 8 if at and not mac else 0
    virtual = MAC[at] if at and mac else 0
    key = key or (ord(text.upper()) if text else 0)
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, native, text)


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("f", "f", "F"),
        ("F", "f", "F"),  # caps lock
        ("а", "f", "F"),  # Russian: the key of F gives the Cyrillic а
        ("ь", "m", "M"),
        ("о", "j", "J"),
        ("х", "[", "["),
        ("φ", "f", "F"),
        ("は", "f", "F"),
        ("ｆ", "f", "F"),
        ("ｆ", "", "F"),
        ("１", "1", "1"),
        ("【", "[", "["),
        ("。", ".", "."),
        ("，", ",", ","),
        ("f", "k", "F"),  # Dvorak and the like: the letter counts, not its place
        ("m", ";", "M"),  # AZERTY
        ("q", "x", "Q"),  # a letter without a meaning takes no other's
        ("'", "q", "'"),  # a sign never becomes a letter
        ("&", "1", "1"),  # AZERTY: digits without Shift
        ("é", "2", "2"),
        ("-", "6", "6"),
        (")", "-", "-"),
        ("ü", "[", "["),  # German
    ],
)
def test_a_single_key_counts_by_letter_and_else_by_place(text: str, at: str, name: str) -> None:
    assert key_name(pressed(text, at), KNOWN, platform="xcb") == name


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("R", "", "Shift+R"),
        ("К", "j", "Shift+J"),
        ("?", "/", "?"),
        ("？", "/", "?"),
        ("؟", "/", "?"),
        ("6", "6", "6"),  # AZERTY: the digits lie behind Shift
        ("=", "1", "="),  # a sign that means something counts where the layout keeps it
    ],
)
def test_shift_stays_with_letters_and_goes_into_signs(text: str, at: str, name: str) -> None:
    assert key_name(pressed(text, at, SHIFT), KNOWN, platform="xcb") == name


def test_a_sign_behind_altgr_is_that_sign() -> None:
    assert key_name(pressed("[", "8", native=LEVEL_3), KNOWN, platform="xcb") == "["
    assert key_name(pressed("[", "", CONTROL | ALT), KNOWN, platform="windows") == "["
    assert key_name(pressed("[", "6", ALT, mac=True), KNOWN, platform="cocoa") == "["


@pytest.mark.parametrize(("key", "modifiers", "name"), [
    (Qt.Key.Key_Return, NONE, "Return"),
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "Return"),
    (Qt.Key.Key_Backtab, SHIFT, "Shift+Tab"),
    (Qt.Key.Key_Left, ALT | SHIFT, "Alt+Shift+Left"),
    (Qt.Key.Key_Space, NONE, "Space"),
    (0x3000, NONE, "Space"),
    (Qt.Key.Key_F2, NONE, "F2"),
])  # fmt: skip
def test_keys_that_type_nothing_keep_their_names(key: int, modifiers: Qt.KeyboardModifier, name: str) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, int(key), modifiers, "")
    assert key_name(event, KNOWN, platform="xcb") == name


def test_a_key_that_waits_for_its_letter_counts_by_place() -> None:
    assert key_name(pressed("", "[", key=Qt.Key.Key_Dead_Circumflex), KNOWN, platform="xcb") == "["


def test_combinations_count_by_place_where_the_layout_has_no_latin_letters() -> None:
    assert key_name(pressed("\x06", "f", CONTROL, key=ord("F")), platform="xcb") == "Ctrl+F"
    assert key_name(pressed("а", "f", ALT), platform="xcb") == "Alt+F"


def test_places_are_numbered_as_each_system_does() -> None:
    on_windows = QKeyEvent(QEvent.Type.KeyPress, ord("А"), NONE, EVDEV["f"], 0, 0, "а")
    assert key_name(on_windows, KNOWN, platform="windows") == "F"
    assert key_name(pressed("ф", "a", mac=True), KNOWN, platform="cocoa") == "A"
    assert key_name(pressed("х", "[", mac=True), KNOWN, platform="cocoa") == "["
    assert key_name(pressed("ф", "a"), KNOWN, platform="offscreen") == "A"


def test_views_move_by_the_place_of_j_where_it_types_something_else() -> None:
    assert letter_key(pressed("о", "j"), platform="xcb") == Qt.Key.Key_J
    assert letter_key(pressed("j", "k"), platform="xcb") == Qt.Key.Key_J
    down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, NONE, 116, 0, 0, "")
    assert letter_key(down, platform="xcb") == Qt.Key.Key_Down
