"""Any text at all gives a partition of its non-blank characters, the same one every time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.segmentation.splitter import split_page

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


@given(_TEXTS)
def test_any_text_is_partitioned(text: str) -> None:
    check(text, split_page(text))


@given(_TEXTS)
def test_same_text_same_answer(text: str) -> None:
    assert split_page(text) == split_page(text)


@given(st.lists(st.sampled_from(_BITS), max_size=30).map("".join), st.data())
def test_more_blank_lines_and_trailing_spaces_change_nothing(text: str, data: st.DataObject) -> None:
    lines = [line for line in re.split(r"\n\s*", text) if line.strip()]
    gaps = [data.draw(st.sampled_from(["\n\n", "\n\n\n", "  \n\n", "\n \n"])) for _ in lines]
    plain = "\n\n".join(lines)
    loose = "".join(line + gap for line, gap in zip(lines, gaps, strict=True))
    assert _shape(plain) == _shape(loose)


def _shape(text: str) -> list[list[tuple[str, str, bool]]]:
    annotations = split_page(text)
    return [
        [(text[s.start : s.end], s.role.value, s.join) for s in article.segments] for article in annotations.articles
    ] + [[(text[s.start : s.end], s.role.value, s.join)] for s in annotations.furniture]


@pytest.mark.parametrize(
    "text", ["", "\n\n \n", "。" * 500, "a" * 3000, "只有一行没有句号", "\n".join("行行" * 3 for _ in range(200))]
)
def test_odd_pages(text: str) -> None:
    check(text, split_page(text))
