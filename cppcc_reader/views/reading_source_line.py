"""Where words come from, in the line that archivists put below what they quote."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from cppcc_reader.core.model.page import Page

_CONTEXT = "SourceLine"


def source_line(page: Page) -> str:
    """Return ``——《报名》2022年8月20日第3版`` as far as it is known, else the file's name."""
    return "——" + page_name(page)


def page_name(page: Page) -> str:
    """Return paper, date and number of a page as far as they are known, else the file's name."""
    meta = page.meta
    if not meta.paper and not meta.date:
        return page.source.name
    translate = QCoreApplication.translate
    parts = [translate(_CONTEXT, "《{0}》").format(meta.paper)] if meta.paper else []
    if meta.date:
        parts.append(_day(meta.date))
    if meta.page_no:
        parts.append(translate(_CONTEXT, "第{0}版").format(meta.page_no.lstrip("0") or meta.page_no))
    return "".join(parts)


def _day(value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    words = QCoreApplication.translate(_CONTEXT, "{year}年{month}月{day}日")
    return words.format(year=day.year, month=day.month, day=day.day)
