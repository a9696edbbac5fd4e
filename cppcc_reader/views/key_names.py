"""Keys as people read them: one way of writing in Chinese, one in English, the signs of the system on macOS."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence

_CONTEXT: Final = "KeyNames"
# Keys that have a Chinese name go by it; what is only ever printed in Latin letters stays so.
_NAMES: Final[dict[str, str]] = {
    "Return": str(QT_TRANSLATE_NOOP("KeyNames", "回车")),
    "Enter": str(QT_TRANSLATE_NOOP("KeyNames", "回车")),
    "Space": str(QT_TRANSLATE_NOOP("KeyNames", "空格")),
    "Backspace": str(QT_TRANSLATE_NOOP("KeyNames", "退格")),
    "Delete": str(QT_TRANSLATE_NOOP("KeyNames", "删除")),
    "Del": str(QT_TRANSLATE_NOOP("KeyNames", "删除")),
    "PgUp": str(QT_TRANSLATE_NOOP("KeyNames", "上翻页")),
    "PgDown": str(QT_TRANSLATE_NOOP("KeyNames", "下翻页")),
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


def shown_key(key: str, *, platform: str = sys.platform) -> str:
    """Return a key of the table (``Ctrl+Return``) as people read it (``Ctrl+回车``).

    Args:
        platform: as :data:`sys.platform`; on macOS keys are written with the signs that its own menus use.
    """
    if platform == "darwin":
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
    *modifiers, last = key[:-1].split("+")
    last += key[-1:]
    name = _NAMES.get(last, last)
    return "+".join([*modifiers, QCoreApplication.translate(_CONTEXT, name)])
