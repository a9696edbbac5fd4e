"""A small world of invented places and names for tests of tagging."""

from __future__ import annotations

from cppcc_reader.core.tagging.candidate import Candidate
from cppcc_reader.core.tagging.gazetteer import Gazetteer

GAZETTEER = Gazetteer(
    places={
        "青山省": ("",),
        "白水市": ("青山省",),
        "红石县": ("青山省/白水市",),
        "绿洲镇": (),
        "蓝田彝族自治州": ("青山省",),
    },
    short_places={"青山": "青山省", "白水": "白水市", "红石": "红石县", "蓝田": "蓝田彝族自治州"},
    regions=frozenset({"大湾区", "中国"}),
    bodies=frozenset({"全国政协", "财政部"}),
    titles=frozenset(
        [
            "主席",
            "副主席",
            "委员",
            "常委",
            "书记",
            "副书记",
            "主任",
            "局长",
            "县长",
            "记者",
            "通讯员",
            "总书记",
            "秘书长",
        ]
    ),
    surnames=frozenset("张王李赵钱孙周吴郑关和高曹") | {"欧阳"},
    persons=frozenset({"孔子"}),
    dictionary=frozenset({"市场", "区域"}),
    common_words=frozenset({"关于", "高兴", "宣讲"}),
)


def found(text: str, candidates: list[Candidate]) -> list[tuple[str, str]]:
    """Return label and words of candidates, by position."""
    ordered = sorted(candidates, key=lambda one: (one.start, one.end, one.label))
    return [(one.label, text[one.start : one.end]) for one in ordered]
