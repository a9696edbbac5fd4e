"""Any text at all gives a partition of its non-blank characters, the same one every time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.segmentation.splitter import SplitterModel, split_page
from cppcc_reader.services.splitter_model import load_splitter_model

_BITS = [
    "本报讯(记者 王小明)",
    "新华社北京8月1日电",
    "，",
    "。",
    "”",
    "“",
    "（",
    ")",
    " ",
    "\u3000",
    "\n",
    "\n\n",
    "\n \n",
    "\r",
    "\t",
    "\x0c",
    "\u2028",
    "\x00",
    "😀",
    "县政协召开会议",
    "李二 摄",
    "(接一版)",
    "（下转第二版）",
    "（张三 李四）",
    "——某市纪实",
    "本报记者 赵五",
    "责编：钱六 校对：孙七",
    "abc",
    "12月",
    "：",
    "我们",
    "《",
]
_TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(_BITS), max_size=40).map("".join))


@pytest.fixture(scope="module", params=["rules", "model"])
def model(request: pytest.FixtureRequest) -> SplitterModel | None:
    """Without and with the shipped model."""
    return None if request.param == "rules" else load_splitter_model()


@given(text=_TEXTS)
def test_any_text_is_partitioned(model: SplitterModel | None, text: str) -> None:
    check(text, split_page(text, model))


@given(text=_TEXTS)
def test_same_text_same_answer(model: SplitterModel | None, text: str) -> None:
    assert split_page(text, model) == split_page(text, model)


@given(text=st.lists(st.sampled_from(_BITS), max_size=30).map("".join), data=st.data())
def test_more_blank_lines_and_trailing_spaces_change_nothing(
    model: SplitterModel | None, text: str, data: st.DataObject
) -> None:
    lines = [line for line in re.split(r"\n\s*", text) if line.strip()]
    gaps = [data.draw(st.sampled_from(["\n\n", "\n\n\n", "  \n\n", "\n \n"])) for _ in lines]
    plain = "\n\n".join(lines)
    loose = "".join(line + gap for line, gap in zip(lines, gaps, strict=True))
    assert _shape(plain, model) == _shape(loose, model)


def _shape(text: str, model: SplitterModel | None) -> list[list[tuple[str, str, bool]]]:
    annotations = split_page(text, model)
    return [
        [(text[s.start : s.end], s.role.value, s.join) for s in article.segments] for article in annotations.articles
    ] + [[(text[s.start : s.end], s.role.value, s.join)] for s in annotations.furniture]


@pytest.mark.parametrize(
    "text", ["", "\n\n \n", "。" * 500, "a" * 3000, "只有一行没有句号", "\n".join("行行" * 3 for _ in range(200))]
)
def test_odd_pages(model: SplitterModel | None, text: str) -> None:
    check(text, split_page(text, model))


def test_trailing_spaces_inside_a_block_change_nothing(model: SplitterModel | None) -> None:
    lines = ["县政协召开会议", "本报讯（记者 王小明）我们在开会。", "会上，大家说了很多。", "责编：钱六 校对：孙七"]
    text = "\n".join(lines[:2]) + "\n\n" + "\n\n".join(lines[2:] * 4)
    assert _shape(text, model) == _shape(text.replace("\n", "  \n"), model)
