"""Positions for formats that count UTF-16 units; below the views this and nothing else counts them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


class Utf16Offsets:
    """Converts offsets of a text between code points and UTF-16 units; costs nothing without plane-2 characters."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral: Sequence[int] = () if text.isascii() else [i for i, c in enumerate(text) if c > "\uffff"]
        self._astral_units = [at + before for before, at in enumerate(self._astral)]

    @property
    def has_astral(self) -> bool:
        """Whether the two ways of counting differ for this text."""
        return bool(self._astral)

    def to_utf16(self, offset: int) -> int:
        """Return the code point offset counted in UTF-16 units."""
        return offset + bisect_left(self._astral, offset)

    def from_utf16(self, units: int) -> int:
        """Return the code point offset; one inside a surrogate pair means the character's start.

        Raises:
            ValueError: if it lies outside the text.
        """
        pairs = bisect_left(self._astral_units, units)
        offset = units - pairs
        if pairs and self._astral_units[pairs - 1] + 1 == units:
            offset = self._astral[pairs - 1]
        if not 0 <= offset <= self._length:
            raise ValueError(f"位置 {units} 超出文本")
        return offset
