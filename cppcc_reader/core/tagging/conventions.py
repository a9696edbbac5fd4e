"""What the annotation guideline leaves out although it looks like a name: 本报, 政协委员 without a name, 调研组."""

from __future__ import annotations

import re

from cppcc_reader.core.tagging.candidate import LOC, ORG, PER, TIME, Candidate

_NO_BODY = re.compile(
    r"(?:本报|本刊|本社|本台|我社|编辑部|.{0,6}(?:调研组|考察组|视察组|督导组|课题组|联合调研组|专班)|委员|部门|企业|公司|集团|大学|学校|医院|"
    r"全会|大会|两会|常委会|主席会议|党组会议|党委|党组|政府|法院|人大|代表团|职业学院|支部|党支部|乡镇|街道|社区|村委会|中心|银行|协会|商会)"
)
# 大湾区政协委员: a region has no 政协 of its own.
_REGION_BODY = re.compile(r".*(?:湾区|地区|流域|中国)政协")
_NO_PLACE = re.compile(
    r"(?:中华|全国|全省|全市|全县|全区|全州|全乡|全镇|本市|本省|我市|我省|我县|我国|农村|乡村|城市|社区|街道|村)"
)
_NO_TIME = re.compile(r"(?:近日|日前|目前|近年|近期|当前|如今|现在|当天|当日|全年|每年|同日|同时)")
_MEMBER = re.compile("委员(?!会)")


def is_left_out(text: str, one: Candidate) -> bool:
    """Tell whether the guideline leaves a candidate of the model unmarked.

    Args:
        text: the text it stands in.
    """
    name = text[one.start : one.end]
    if one.label == ORG:
        is_none = _NO_BODY.fullmatch(name) or _REGION_BODY.fullmatch(name)
        return bool(is_none) or (name == "政协" and _MEMBER.match(text, one.end) is not None)
    if one.label == LOC:
        return bool(_NO_PLACE.fullmatch(name)) or text.startswith("化", one.end)
    if one.label == PER:
        return len(name) == 1 or name in ("本报", "记者")
    return one.label == TIME and bool(_NO_TIME.fullmatch(name))
