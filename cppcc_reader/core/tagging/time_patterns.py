"""Dates and definite periods: 8月17日, 今年11月25日上午, 6月26日至28日, “十四五”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cppcc_reader.core.tagging.candidate import TIME, Candidate, Rank

_ARABIC = "0-9０-９"
_CHINESE = "〇○零一二三四五六七八九"
_DIGIT = f"{_ARABIC}{_CHINESE}十"
_TO = "(?:至|到|—{1,2}|-|－|–|~|～)"
_PART_OF_YEAR = "(?:度|初|底|末|中|间)?"
_PART_OF_MONTH = "(?:份|初|底|末|中旬|上旬|下旬)?"
# 2022年来 and 2022年版 name no year, 十年 and 3年 are lengths of time.
_YEAR = (
    f"(?:(?<![{_DIGIT}.])(?:[{_ARABIC}]{{4}}|[{_CHINESE}]{{4}})年(?!来|前|后|以来|多|级|期|版){_PART_OF_YEAR}"
    "|(?:今年|去年|前年|明年|后年)(?!来|轻)(?:度|年?[初底末中])?)"
)
# 月球, 月薪, 月饼 …: 月 that is no month.
_MONTH = (
    f"(?:[{_DIGIT}]{{1,3}}月(?!球|亮|光|薪|收入|嫂|饼){_PART_OF_MONTH}"
    f"|(?:本月|上月|下月|上个月|下个月){_PART_OF_MONTH})"
)
# A 号 without its month is mostly a number: 一号议题, 37号.
_DAY = f"(?:[{_DIGIT}]{{1,3}}(?:日|(?<=月[{_ARABIC}])号|(?<=月[{_ARABIC}]{{2}})号))"
_PART_OF_DAY = "(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|深夜|当晚)"
_CLOCK = f"(?:[{_DIGIT}]{{1,3}}(?:时|点)(?!候|钟头|间|代|赞|评|面|上|子)(?:[{_DIGIT}]{{1,3}}分|半|许|整)?)"
_HALF = "(?:上半年|下半年|第?[一二三四]季度)"
_SEASON = "(?:[春夏秋冬](?:天|季|日)|春节|正月|腊月|国庆节|中秋节)"
_HOUR = f"(?:{_PART_OF_DAY}?{_CLOCK}|{_PART_OF_DAY})?"
_DATE = f"(?:{_YEAR}(?:{_MONTH}{_DAY}?{_HOUR}|{_HALF}|{_SEASON})?|{_MONTH}{_DAY}?{_HOUR}|{_DAY}{_HOUR}|{_HALF})"
_RANGE = f"{_DATE}(?:{_TO}{_DATE})?"
_SHORT_RANGE = f"(?:[{_ARABIC}]{{4}}{_TO}[{_ARABIC}]{{4}}年(?:度)?|{_MONTH}?[{_ARABIC}]{{1,2}}{_TO}{_DAY})"
_DECADE = (
    f"(?:(?:上世纪|本世纪|[{_DIGIT}]{{1,3}}世纪)(?:[{_DIGIT}]{{2}}年代)?(?:初|末|中叶|中期)?"
    f"|(?<![{_DIGIT}])[{_DIGIT}]{{2,4}}年代)"
)
_PLAN = "(?<![第零〇])(?:十[一二三四五六]五|[八九]五)(?=[”’」》]|时期|期间|规划|末|以来|开局|收官)"
_DEICTIC = f"(?:今天|昨天|明天|前天|今日|昨日|明日|今晚|昨晚){_HOUR}"

_PATTERNS: tuple[tuple[re.Pattern[str], float, str], ...] = (
    (re.compile(_SHORT_RANGE), 0.97, "日期区间"),
    (re.compile(_RANGE), 0.97, "日期"),
    (re.compile(_DECADE), 0.9, "年代"),
    (re.compile(_PLAN), 0.93, "五年规划时期"),
    (re.compile(_DEICTIC), 0.85, "指明的日子"),
)
# 五月 and 上个月 are often said in passing, 5月 and 五月三日 seldom.
_DEFINITE = re.compile(f"[{_ARABIC}日年]")
_RATHER_SURE = 0.9
# 每年6月 and 近5月 name no definite time; 3.5月 is no month.
_INDEFINITE_BEFORE = re.compile(r"(?:[每逾约近第.．%％+]|[每历往近]年)$")


def time_candidates(text: str) -> Iterator[Candidate]:
    """Yield the dates and definite periods of a text."""
    for pattern, confidence, reason in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not _INDEFINITE_BEFORE.search(text, max(0, start - 2), start):
                sure = confidence if _DEFINITE.search(match.group()) else min(confidence, _RATHER_SURE)
                yield Candidate(start, end, TIME, sure, reason, Rank.CERTAIN)
