"""Paper, date and page number of many pages at once: from their file names by patterns that people write."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cppcc_reader.core.model.page import PageMeta
from cppcc_reader.formats.file_name import meta_from_path
from cppcc_reader.storage.library import Library

_SETTING = "name_patterns"
_PARTS = {
    "报纸": r"(?P<paper>.+?)",
    "日期": r"(?P<date>\d{4}[-_.年]?\d{1,2}[-_.月]?\d{1,2}日?)",
    "年": r"(?P<year>\d{4})",
    "月": r"(?P<month>\d{1,2})",
    "日": r"(?P<day>\d{1,2})",
    "版次": r"(?P<page_no>[A-Za-z]?\d{1,3})",
    "*": r".*?",
}
"""What may stand in braces in a pattern."""
_ENGLISH = {"paper": "报纸", "date": "日期", "year": "年", "month": "月", "day": "日", "page": "版次"}
_BRACES = re.compile(r"\{([^{}]*)\}")
EXAMPLE = "{报纸}_{日期}_第{版次}版{*}"


class PatternError(ValueError):
    """A pattern that cannot be read; the message is Chinese and says why."""


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern for the names of files, without their ending: ``{报纸}_{日期}_第{版次}版{*}``."""

    text: str
    expression: re.Pattern[str]

    @classmethod
    def of(cls, text: str) -> NamePattern:
        """Read a pattern.

        Raises:
            PatternError: if it names something unknown, names a thing twice, or gives nothing.
        """
        parts = [
            _ENGLISH.get(part, part) if place % 2 else part for place, part in enumerate(_BRACES.split(text.strip()))
        ]
        names = [name for name in parts[1::2] if name != "*"]
        unknown = [name for name in parts[1::2] if name not in _PARTS]
        if unknown:
            raise PatternError(f"不认识 {{{unknown[0]}}}；可以写 {'、'.join('{' + name + '}' for name in _PARTS)}")
        if len(set(names)) < len(names):
            raise PatternError("同一样东西写了两次")
        if not names:
            raise PatternError(f"花括号里写要认的东西，例如 {EXAMPLE}")
        pieces = [_PARTS[part] if place % 2 else re.escape(part) for place, part in enumerate(parts)]
        return cls(text.strip(), re.compile("".join(pieces)))

    def meta(self, name: str) -> PageMeta | None:
        """Return what a file's name says by this pattern, or None if it does not fit or the date is none."""
        match = self.expression.fullmatch(Path(name).stem)
        if match is None:
            return None
        found = match.groupdict()
        day = _date(found)
        if day == "":
            return None
        number = found.get("page_no")
        return PageMeta(
            paper=(found.get("paper") or "").strip() or None,
            date=day,
            page_no=(number.lstrip("0") or "0") if number else None,
        )


def patterns_of(library: Library) -> list[str]:
    """Return the patterns of a library, the first that fits counts."""
    return list(library.settings.get(_SETTING, [EXAMPLE]))


def keep_patterns(library: Library, patterns: Sequence[str]) -> None:
    """Store the patterns of a library.

    Raises:
        PatternError: if one cannot be read; nothing is stored then.
        LibraryError: if the library cannot be written.
    """
    kept = [NamePattern.of(text).text for text in patterns if text.strip()]
    library.settings.set(_SETTING, kept)


def meta_by_patterns(name: str, patterns: Iterable[NamePattern]) -> PageMeta:
    """Return what a name says: by the first pattern that fits, else what is clear without any."""
    for pattern in patterns:
        meta = pattern.meta(name)
        if meta is not None:
            return meta
    return meta_from_path(Path(name))


def is_date(text: str) -> bool:
    """Tell whether a text is a true date as pages have it (``2023-08-01``)."""
    try:
        return len(text) == 10 and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _date(found: Mapping[str, str | None]) -> str | None:
    """Return the date of a match, None if it has none, empty if it is impossible."""
    if found.get("date"):
        numbers = [int(part) for part in re.findall(r"\d+", found["date"] or "")]
        if len(numbers) == 1:
            whole = re.sub(r"\D", "", found["date"] or "")
            if len(whole) != 8:
                return ""
            numbers = [int(whole[:4]), int(whole[4:6]), int(whole[6:])]
    elif found.get("year"):
        numbers = [int(found[part] or 0) for part in ("year", "month", "day") if part in found]
        if len(numbers) < 3:
            return None
    else:
        return None
    try:
        return date(*numbers).isoformat()
    except (ValueError, TypeError):
        return ""
