"""Forms that settle a unit's role whatever stands around it: editor's notes, folio lines, numbered pictures."""

from __future__ import annotations

import re

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation import patterns as p
from cppcc_reader.core.segmentation.facts import Facts
from cppcc_reader.core.segmentation.units import Unit

_EDITORS_NOTE = re.compile(r"(?:编者按|编者的话|编后|开栏的话|开栏语|主持人语|[(\[【]编者按)")
_PICTURE = re.compile(r"(?:图|照片)[①-⑳](?![、和])|图(?:为|片说明)[:: ]?|[上下左右]图[:: 为]")
_IMPRINT = re.compile(r"国内统一(?:连续出版物|刊)号|邮发代号|本报地址|每份定价|新闻热线|广告许可证")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|[二〇○零一]{4}年[一二三四五六七八九十]{1,2}月")
_WEEKDAY_OR_PAGE = re.compile(r"星期[一二三四五六日天]|第?[A-Za-z]?[一二三四五六七八九十\d]{1,2}版|农历")
_FOLIO_LENGTH = 45


def fixed_role(unit: Unit, fact: Facts) -> tuple[Role, str] | None:
    """Return the role that the form of a unit settles, with the reason, or None."""
    if unit.main_piece.role is not None:
        return unit.main_piece.role, "固定格式"
    if fact.length <= _FOLIO_LENGTH and not fact.has_stop and _is_folio(fact.text):
        return Role.OTHER, "报眉、责编等版务"
    if fact.credit:
        return Role.CAPTION, "后有摄影署名"
    if _EDITORS_NOTE.match(fact.text) and fact.has_stop:
        return Role.LEAD, "编者按"
    if _PICTURE.match(fact.text) and fact.length > _SHORTEST_CAPTION:
        return Role.CAPTION, "图片说明用语"
    return None


_SHORTEST_CAPTION = 8


def _is_folio(text: str) -> bool:
    if p.EDITOR_LINE.match(text) and "," not in text:
        return True
    return _IMPRINT.search(text) is not None or (
        _DATE.search(text) is not None and _WEEKDAY_OR_PAGE.search(text) is not None
    )
