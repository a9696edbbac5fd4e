"""Paper, date and page number from the names of files and folders, only where they say so clearly."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from cppcc_reader.core.model.page import PageMeta

_CHINESE_DIGITS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {"零": "0"}
_DATE = re.compile(
    r"(?<![0-9A-Za-z])((?:19|20)\d\d)(?:([-_.年])(\d{1,2})(?:\2|月)(\d{1,2})日?|(\d\d)(\d\d))(?![0-9a-z])"
)
_PAPER = re.compile(r"^[\u4e00-\u9fff]{1,10}报(?![\u4e00-\u9fff])")
_PAGE_WORD = re.compile(r"第?([A-Z]?\d{1,3}|[〇零一二三四五六七八九十]{1,3})版")
_PAGE_AFTER_DATE = re.compile(r"^[-_. ]([A-Z]?\d{1,3})(?![0-9A-Za-z])")


def meta_from_path(path: Path) -> PageMeta:
    """Return what the file's name says, and where it is silent what the three folders above it say.

    ``人民日报_2023-07-04_第03版.txt`` and ``人民日报/2023/20230704-A02.txt`` are understood; a bare number or
    a digest is no page number.
    """
    names = [path.stem, *[part.name for part in list(path.parents)[:3]]]
    found = [_meta_from_name(name) for name in names]
    return PageMeta(
        paper=next((meta.paper for meta in found if meta.paper), None),
        date=next((meta.date for meta in found if meta.date), None),
        page_no=next((meta.page_no for meta in found if meta.page_no), None),
    )


def _meta_from_name(name: str) -> PageMeta:
    paper = _PAPER.match(name)
    # A date may follow the paper's name without anything between.
    rest = name[paper.end() :] if paper else name
    day, after = _date_in(rest)
    return PageMeta(paper=paper.group() if paper else None, date=day, page_no=_page_no(rest, after))


def _date_in(name: str) -> tuple[str | None, str]:
    """Return the first true date as ISO 8601, and what follows it."""
    for match in _DATE.finditer(name):
        year, _sign, month, day, month2, day2 = match.groups()
        try:
            found = date(int(year), int(month or month2), int(day or day2))
        except ValueError:
            continue
        return found.isoformat(), name[match.end() :]
    return None, ""


def _page_no(name: str, after_date: str) -> str | None:
    match = _PAGE_WORD.search(name) or _PAGE_AFTER_DATE.match(after_date)
    return None if match is None else _arabic(match.group(1))


def _arabic(number: str) -> str:
    """Return a page number without leading zeros, Chinese numerals up to 九十九 as digits."""
    if "十" in number:
        tens, _, ones = number.partition("十")
        return (_CHINESE_DIGITS.get(tens, "1") if tens else "1") + (_CHINESE_DIGITS.get(ones, "0") if ones else "0")
    digits = "".join(_CHINESE_DIGITS.get(char, char) for char in number)
    letter = digits[0] if digits[0].isalpha() else ""
    return letter + (digits[len(letter) :].lstrip("0") or "0")
