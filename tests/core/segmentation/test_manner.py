"""Pages of whole paragraphs and pages that columns tear."""

from __future__ import annotations

import pytest

from cppcc_reader.core.segmentation.manner import manner_of
from cppcc_reader.core.segmentation.splitter import read_page

_WHOLE = (
    "柳湾乡的果农今年又把荒了多年的老渠从头到尾清理了一遍，两岸的果园都用上了渠水，"
    "收成比往年好了许多，乡里还修了机耕道和泵房，装上了路灯。"
)


@pytest.mark.parametrize(("broken", "manner"), [(0, "整"), (1, "间"), (4, "断")])
def test_the_share_of_broken_paragraphs_decides(broken: int, manner: str) -> None:
    blocks = [_WHOLE[:-1] if number < broken else _WHOLE for number in range(20)]
    assert manner_of(read_page("\n\n".join(blocks)).facts) == manner


def test_heads_are_not_broken_paragraphs() -> None:
    assert manner_of(read_page("\n\n".join(["老渠修好了", "果园用上渠水", _WHOLE])).facts) == "整"


def test_an_empty_page_is_whole() -> None:
    assert manner_of([]) == "整"
