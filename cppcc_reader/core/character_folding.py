"""Characters that are one in a search: half and full width, capital and small, traditional and simplified."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from cppcc_reader.core.simplified_table import SIMPLIFIED, TRADITIONAL

VERSION = 1
"""Goes up with every change of a table: an index made with another version is made again."""

_FULL_WIDTH_SHIFT = 0xFEE0
_GAP = r"[\s\u200b-\u200d\ufeff]*"


def _width_table() -> dict[int, int]:
    """Map letters and digits to half width and small, punctuation to full width."""
    table: dict[int, int] = {}
    for code in range(0x21, 0x7F):
        char = chr(code)
        if char.isalnum():
            table[code] = table[code + _FULL_WIDTH_SHIFT] = ord(char.lower())
        else:
            table[code] = code + _FULL_WIDTH_SHIFT
    return table


_WIDTH = _width_table()
_SIMPLE = {ord(old): ord(new) for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True)}


def fold_width(text: str) -> str:
    """Return the text with width and case made one, character for character."""
    return text.translate(_WIDTH)


def simplify(text: str) -> str:
    """Return the text with traditional characters and variants simplified, character for character."""
    return text.translate(_SIMPLE)


def index_tokens(text: str) -> str:
    """Return the tokens of a text for the search index: one per visible character, divided by blanks.

    White space gives no token, so a name is found across a line break and through padding (``赵　政``).
    """
    return " ".join(char for char in fold_width(text) if not char.isspace() and char.isprintable())


@dataclass(frozen=True, slots=True)
class Folding:
    """What counts as the same character.

    Attributes:
        width: half and full width forms, capital and small letters.
        variants: traditional and simplified forms.
    """

    width: bool = False
    variants: bool = False

    def pattern(self, term: str) -> re.Pattern[str]:
        """Return the pattern of a term in a text: its characters in a row, with any white space between."""
        return re.compile(_GAP.join(self._class_of(char) for char in term if not char.isspace()))

    def _class_of(self, char: str) -> str:
        same = {char}
        if self.variants:
            same |= _kin(simplify(char))
        if self.width:
            same |= {twin for one in tuple(same) for twin in _twins(fold_width(one))}
        return re.escape(char) if len(same) == 1 else f"[{re.escape(''.join(sorted(same)))}]"


@cache
def _variants() -> dict[str, set[str]]:
    kin: defaultdict[str, set[str]] = defaultdict(set)
    for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True):
        kin[new] |= {old, new}
    return dict(kin)


def _kin(simple: str) -> set[str]:
    return _variants().get(simple, {simple})


@cache
def _width_twins() -> dict[str, set[str]]:
    twins: defaultdict[str, set[str]] = defaultdict(set)
    for code, folded in _WIDTH.items():
        twins[chr(folded)] |= {chr(code), chr(folded)}
    return dict(twins)


def _twins(folded: str) -> set[str]:
    return _width_twins().get(folded, {folded})
