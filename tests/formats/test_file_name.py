"""Paper, date and page number are taken from names that say so clearly, and from no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from cppcc_reader.core.model.page import PageMeta
from cppcc_reader.formats.file_name import meta_from_path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("岚江政协报_2021-05-12_第02版.txt", ("岚江政协报", "2021-05-12", "2")),
        ("岚江政协报20210512-A02.txt", ("岚江政协报", "2021-05-12", "A2")),
        ("2021年5月2日 第十二版.txt", (None, "2021-05-02", "12")),
        ("2021.05.12_03.txt", (None, "2021-05-12", "3")),
        ("岚江日报/2021/20210512-12.txt", ("岚江日报", "2021-05-12", "12")),
        ("岚江日报/2021-05-12/第一版.txt", ("岚江日报", "2021-05-12", "1")),
        ("第二十一版.txt", (None, None, "21")),
        ("第〇三版.txt", (None, None, "3")),
        ("第十版.txt", (None, None, "10")),
    ],
)
def test_clear_names_are_understood(name: str, expected: tuple[str | None, str | None, str | None]) -> None:
    paper, date, page_no = expected
    assert meta_from_path(Path(name)) == PageMeta(paper=paper, date=date, page_no=page_no)


@pytest.mark.parametrize(
    "name",
    [
        "0423.txt",
        "000_81c081a43c0d89c8.txt",
        "20211345.txt",
        "2021-05.txt",
        "120210512.txt",
        "20210512a.txt",
        "通报材料.txt",
        "2021-13-01.txt",
        "page12.txt",
    ],
)
def test_what_is_not_clear_is_left_open(name: str) -> None:
    assert meta_from_path(Path(name)) == PageMeta()
