"""First letters of the pinyin of Chinese words, to find a command or a page by typing ``hbwz`` for 合并文章."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

# GB 2312 sets its 3,755 level-1 characters in the order of their pinyin, so the code of the first
# character of each letter divides them; no dictionary is needed (no word begins with i, u or v).
_FIRST_CODES = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"),
    (0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"),
    (0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"),
    (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
_CODES = [code for code, _ in _FIRST_CODES]
_LAST_CODE = 0xD7F9

# Level-2 characters stand by radical. These are the ones met in names of people, places and papers.
_RARER = {
    char: letter
    for letter, chars in {
        "b": "亳邠璧灞彬斌", "c": "郴岑琛澄宸骋骢", "d": "妲岱砀儋玷", "e": "洱鄂锷", "f": "涪汾鄜珐妃",
        "g": "珙赣邗皋呱", "h": "昊晖珩皓泓鄠淮璜骅", "j": "菁婕珏珺骏湑泾靖颉靓缙", "k": "喀珂轲岢",
        "l": "泸漯崂潞璐岚嵘浏鄱耒澧涞醴阆骊琍", "m": "岷湄淼旻汨渑邙玫", "n": "鲇妮", "o": "瓯",
        "p": "濮埔郫邳淠鄱沛", "q": "琪琦祺衢麒岐茜綦圻沁骐", "r": "睿芮荣蓉嵘", "s": "嵊泗沭莎晟韶珅",
        "t": "婷郯洮滕恬", "w": "玮雯炜涠邬婺沩", "x": "鑫熙璇萱昕浔歙隰荥岫琇", "y": "煜瑜玥邕甬沅瀛弋黟嫣怿彧奕鄞郓",
        "z": "圳淄臻梓祯诤郅涿漳",
    }.items()
    for char in chars
}  # fmt: skip

# The commonest second readings; GB 2312 places a character at one of its readings only.
_SECOND = {
    "长": "z", "重": "c", "行": "h", "调": "t", "参": "s", "传": "z", "会": "k", "乐": "y", "曾": "c", "单": "s",
    "朝": "z", "降": "x", "系": "j", "校": "j", "藏": "z", "便": "p", "查": "z", "仇": "q", "区": "o", "省": "x",
    "盛": "c", "率": "s", "解": "x", "厦": "s", "都": "d", "卡": "q", "弹": "t", "宿": "x", "石": "d", "缪": "m",
}  # fmt: skip


@lru_cache(maxsize=8192)
def initial(char: str) -> str:
    """Return the pinyin initial of a character; Latin letters and digits themselves, others as nothing."""
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    code = int.from_bytes(char.encode("gb2312", "ignore"), "big")
    if _CODES[0] <= code <= _LAST_CODE:
        return _FIRST_CODES[bisect_right(_CODES, code) - 1][1]
    return _RARER.get(char, "")


def initials(text: str) -> tuple[str, ...]:
    """Return the initials of a text; a second string where it holds characters of two readings."""
    first = "".join(map(initial, text))
    if not any(char in _SECOND for char in text):
        return (first,)
    return (first, "".join(_SECOND.get(char) or initial(char) for char in text))
