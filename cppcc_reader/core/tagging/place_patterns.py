"""Places: chains of listed names, with the town, village or zone after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cppcc_reader.core.tagging.candidate import LOC, Candidate
from cppcc_reader.core.tagging.shadow import FIRST_FULL, FIRST_SHORT, FULL, SHORT

_H = "\u3400-\u9fff"
_FULL = f"{FIRST_FULL}{FULL}*"
_SHORT = f"{FIRST_SHORT}{SHORT}*"
_PLACE = f"(?:{_FULL}|{_SHORT}(?:自治州|自治县|地区|新区|省|市|县|区|州|旗|盟|镇|乡)?)"
_NO_LINK = "的和与在是有对为把将了等及到从就也都以赴各全某本该"
_UNIT = f"(?:(?![{_NO_LINK}])[{_H}]){{1,5}}?(?:街道|社区|村(?![民委干支里组级集])|乡(?![村镇亲])|镇(?![级村]))"
_ZONE = (
    f"(?:(?![{_NO_LINK}])[{_H}]|[()（）]){{0,14}}?(?:经济技术开发区|经济开发区|高新技术产业开发区|开发区|高新区|工业园区|产业园区|产业园|工业园|示范园|"
    "试验区|保税区|综合保税区|示范区|自贸区|新区|风景区|景区|湿地公园|森林公园|公园|水库|机场)"
)
_PATTERNS: tuple[tuple[re.Pattern[str], float, str], ...] = (
    (re.compile(f"{_PLACE}+(?:{_UNIT}){{1,3}}"), 0.85, "地名连写"),
    (re.compile(f"{_PLACE}+{_ZONE}"), 0.75, "某地园区"),
    (re.compile(f"{_PLACE}*{_FULL}"), 0.9, "地名表"),
    (re.compile(f"(?<=本报){_PLACE}(?=讯)"), 0.98, "讯头中的地名"),
    (re.compile(f"{_SHORT}(?:自治州|自治县|地区|新区|省|市|县|区|州|旗|盟)?"), 0.72, "地名简称"),
)


def place_candidates(shadow: str) -> Iterator[Candidate]:
    """Yield places.

    Args:
        shadow: the text with its places written over (:func:`shadow_of`).
    """
    for pattern, confidence, reason in _PATTERNS:
        for match in pattern.finditer(shadow):
            yield Candidate(match.start(), match.end(), LOC, confidence, reason)
