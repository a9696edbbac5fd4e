"""How Qt counts: UTF-16 units and its own idea of line ends. The only file of the project that knows."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# QTextDocument ends a block at each of these (and drops lone surrogates), which would shift every position after it.
_MOVES_POSITIONS = re.compile("[\r\u2028\u2029\ufdd0\ufdd1\ufeff\x00\ud800-\udfff]")


class Utf16Map:
    """Positions of one text in code points and in Qt's UTF-16 units.

    Costs nothing where the text has no character beyond the basic plane, as nearly every page.
    """

    def __init__(self, text: str) -> None:
        has_astral = len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text)
        self._code_points = [found.start() for found in _ASTRAL.finditer(text)] if has_astral else []
        self._units = [start + index for index, start in enumerate(self._code_points)]

    def to_qt(self, offset: int) -> int:
        """Return the UTF-16 position of a code point offset."""
        return offset + bisect_left(self._code_points, offset) if self._code_points else offset

    def from_qt(self, position_utf16: int) -> int:
        """Return the code point offset of a UTF-16 position; inside a pair, that of its character."""
        if not self._units:
            return position_utf16
        return position_utf16 - bisect_left(self._units, position_utf16)


def display_text(text: str) -> str:
    """Return ``text`` for a Qt document: the same length, without characters that would move positions.

    The stored text stays as it is; never read text back from a widget.
    """
    return _MOVES_POSITIONS.sub("\ufffd", text)
