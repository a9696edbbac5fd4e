"""Lines cut into units, and units into pieces whose form fixes their role."""

from __future__ import annotations

import pytest

from cppcc_reader.core.segmentation.patterns import folded
from cppcc_reader.core.segmentation.units import units_of


def _pieces(text: str) -> list[tuple[str, str | None]]:
    return [
        (text[piece.start : piece.end], None if piece.role is None else piece.role.value)
        for unit in units_of(text, folded(text))
        for piece in unit.pieces
    ]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        (
            "本报讯（记者 林一舟 通讯员 何小川）日前，",
            [("本报讯（记者 林一舟 通讯员 何小川）", "dateline"), ("日前，", None)],
        ),
        ("本报青石讯(通讯员何小川)6月3日,", [("本报青石讯(通讯员何小川)", "dateline"), ("6月3日,", None)]),
        ("本报讯 日前，县政协", [("本报讯", "dateline"), ("日前，县政协", None)]),
        ("新华社北京8月1日电　今天上午", [("新华社北京8月1日电", "dateline"), ("今天上午", None)]),
        ("本報訊（記者 林一舟）昨日", [("本報訊（記者 林一舟）", "dateline"), ("昨日", None)]),
        ("村民在清渠。林一舟 何川 摄", [("村民在清渠。", None), ("林一舟 何川 摄", "credit")]),
        ("村民在清渠。 通讯员 何川 摄影报道", [("村民在清渠。", None), ("通讯员 何川 摄影报道", "credit")]),
        ("（接一版）大家认为，", [("（接一版）", "note"), ("大家认为，", None)]),
        ("还要继续努力(下转第三版)", [("还要继续努力", None), ("(下转第三版)", "note")]),
        ("这是一个足够长的句子，说的是青石县的果园怎样浇上了水，果农很高兴。（林一舟 何川）",
         [("这是一个足够长的句子，说的是青石县的果园怎样浇上了水，果农很高兴。", None), ("（林一舟 何川）", "byline")]),
        ("林一舟 摄", [("林一舟 摄", "credit")]),
        ("本报通讯员何川来到柳湾乡。", [("本报通讯员何川来到柳湾乡。", None)]),
        ("他在会上拍摄了照片。", [("他在会上拍摄了照片。", None)]),
    ],
)  # fmt: skip
def test_pieces_of_a_line(line: str, pieces: list[tuple[str, str | None]]) -> None:
    assert _pieces(line) == pieces


def test_folding_keeps_every_position() -> None:
    text = "ＡＢ，（１）　本報訊😀\ud800"
    assert len(folded(text)) == len(text)
    assert folded(text).startswith("AB,(1) 本报讯😀")
