"""Forms that settle a role."""

from __future__ import annotations

import pytest

from cppcc_reader.core.segmentation.facts import facts_of
from cppcc_reader.core.segmentation.fixed_forms import fixed_role
from cppcc_reader.core.segmentation.patterns import folded
from cppcc_reader.core.segmentation.units import units_of


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("责编：钱小满　校对：孙大可", "other"),
        ("2021年6月7日 星期一 第三版", "other"),
        ("编者按：从今天起，本版开设小专栏，欢迎来稿。", "lead"),
        ("图①：木偶班的学生在后台练习提线。", "caption"),
        ("村民在清理渠道。林一舟 摄", "caption"),
        ("（下转第二版）", "note"),
        ("6月7日，青石县政协召开会议。", None),
        ("图书馆里的一天", None),
        ("编辑部的故事，还要从柳湾说起。", None),
        ("今年是2021年，星期一的早晨，他来到柳湾乡，看见第三版报纸。", None),
    ],
)
def test_role(line: str, role: str | None) -> None:
    flat = folded(line)
    (unit,) = units_of(line, flat)
    found = fixed_role(unit, facts_of(unit, flat))
    assert (None if found is None else found[0].value) == role
