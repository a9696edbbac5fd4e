"""Page numbers as papers write them, made one: 一版, 第1版, １版, 〇一, A1 and A01."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = {"零": 0, "〇": 0, "○": 0, "◯": 0, **{sign: n for n, sign in enumerate("一二三四五六七八九", start=1)}}
_TENS = re.compile(r"^([一二三四五六七八九]?)十([一二三四五六七八九]?)$")
_PARTS = re.compile(r"^([A-Z]*)0*(\d+)$")


def page_number(written: str) -> str | None:
    """Return a page number in one form (``1``, ``12``, ``A3``), or None if it is none.

    >>> page_number("第〇三版"), page_number("十二"), page_number("Ａ０１")
    ('3', '12', 'A1')
    """
    word = unicodedata.normalize("NFKC", written).strip().removeprefix("第").removesuffix("版").strip().upper()
    if tens := _TENS.match(word):
        return str((_DIGITS[tens[1]] if tens[1] else 1) * 10 + (_DIGITS[tens[2]] if tens[2] else 0))
    arabic = "".join(str(_DIGITS[sign]) if sign in _DIGITS else sign for sign in word)
    parts = _PARTS.match(arabic)
    return f"{parts[1]}{parts[2]}" if parts else None
