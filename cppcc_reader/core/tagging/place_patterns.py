"""Places: chains of listed names, with the town, village or zone after them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cppcc_reader.core.tagging.candidate import LOC, Candidate, Rank
from cppcc_reader.core.tagging.shadow import FULL, HAN, PLACE, PLACES, REGION, SHORT_WITH_UNIT

# Characters that stand between names, not in them.
_LINKS = "的和与在是有对为把将了等及到从就也都以赴各全某本该这那之已向被让使并而但请乡"
_LETTER = f"(?:(?![{_LINKS}])[{HAN}])"
_BRACKET = "[(（][^()（）\n]{1,10}[)）]"
_VILLAGE = "(?<![农乡全各])村(?![民委干支里组级集])"
_TOWN = "乡(?![村镇亲])|(?<![乡城集小])镇(?![级村化])"
_UNIT = f"{_LETTER}{{1,5}}?(?:街道|社区|{_VILLAGE}|{_TOWN})"
_ZONE = (
    "(?:经济技术开发区|经济开发区|高新技术产业开发区|开发区|高新区|工业园区|产业园区|产业园|工业园|示范园|试验区|示范点|"
    "综合保税区|保税区|示范区|自贸区|新区|风景区|景区|湿地公园|森林公园|公园|水库|机场)"
)
_SITE = "(?:码头|渡口|湿地|古镇|古城|老街|步行街|大街|大道|巷|大堤|林场|牧场|灌区|商圈|大桥|火车站)"
_QUOTED_ZONE = f"(?<=[“《])[^“”《》，。,的和与在是\n]{{2,20}}?{_ZONE}(?:{_BRACKET})?(?=[”》])"

_PATTERNS: tuple[tuple[str, float, str, Rank], ...] = (
    (f"{PLACES}(?:{_UNIT}){{1,3}}", 0.85, "地名连写", Rank.WHOLE_NAME),
    (f"(?:{PLACES}|{REGION})(?:{_LETTER}|{_BRACKET}){{0,14}}?{_ZONE}", 0.75, "某地园区", Rank.WHOLE_NAME),
    (f"{PLACES}{_LETTER}{{0,3}}?{_SITE}", 0.75, "某地某处", Rank.WHOLE_NAME),
    (_QUOTED_ZONE, 0.8, "引号内的园区", Rank.ORDINARY),
    (f"(?:{PLACES})?{FULL}", 0.9, "地名表", Rank.FALLBACK),
    (REGION, 0.85, "地区与国家表", Rank.FALLBACK),
    ("[东中西]部(?=大开发|地区(?![领党]))", 0.85, "地区与国家表", Rank.FALLBACK),
    (f"(?<=本报){PLACE}(?=讯)", 0.98, "讯头中的地名", Rank.CERTAIN),
    (SHORT_WITH_UNIT, 0.8, "地名简称", Rank.FALLBACK),
)
_COMPILED = tuple((re.compile(pattern), confidence, reason, rank) for pattern, confidence, reason, rank in _PATTERNS)


def place_candidates(shadow: str) -> Iterator[Candidate]:
    """Yield places.

    Args:
        shadow: the text with its places written over (:func:`shadow_of`).
    """
    for pattern, confidence, reason, rank in _COMPILED:
        for match in pattern.finditer(shadow):
            yield Candidate(match.start(), match.end(), LOC, confidence, reason, rank)
