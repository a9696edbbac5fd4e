"""Forms that look like datelines and credits, and forms that are."""

from __future__ import annotations

import pytest

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation import patterns as p
from cppcc_reader.core.segmentation.units import units_of


@pytest.mark.parametrize("text", ["拨打了报警电话,老人得救了。", "本报电子版今天上线。", "晨光报电视栏目开播了。"])
def test_words_that_begin_with_the_sign_of_a_wire_are_no_dateline(text: str) -> None:
    assert p.DATELINE.match(p.folded(text)) is None


@pytest.mark.parametrize("text", ["本报青石6月3日电 老渠修好了。", "新华社柳湾电(记者林一舟)老渠修好了。"])
def test_datelines_are_datelines(text: str) -> None:
    assert p.DATELINE.match(p.folded(text)) is not None


def test_pictures_given_by_those_who_own_them_are_a_credit() -> None:
    text = "果农在老渠边采摘梨子。以上图片均为受访者提供"
    pieces = units_of(text, p.folded(text))[0].pieces
    assert [(text[piece.start : piece.end], piece.role) for piece in pieces][-1] == (
        "以上图片均为受访者提供",
        Role.CREDIT,
    )
