"""Where pages are broken."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtPrintSupport import QPrinter

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.views.article_typeset import set_article
from cppcc_reader.views.print_actions import print_on
from cppcc_reader.views.print_pages import PrintedArticle, _Line, page_breaks


def _lines(heights: list[int], headings: set[int] = frozenset()) -> list[_Line]:
    lines, top = [], 0.0
    for number, height in enumerate(heights):
        lines.append(_Line(top, top + height, number in headings))
        top += height
    return lines


def test_a_headline_goes_to_the_next_page_with_its_text() -> None:
    lines = _lines([10] * 6, headings={3})
    assert page_breaks(lines, 40) == [(0, 30), (30, 60)]


def test_a_page_of_headlines_alone_is_broken_all_the_same() -> None:
    assert page_breaks(_lines([10] * 4, headings={0, 1, 2, 3}), 20) == [(0, 20), (20, 40)]
    assert page_breaks([], 20) == [(0.0, 20)]


@given(st.lists(st.integers(1, 30), min_size=1, max_size=60), st.sets(st.integers(0, 59)))
def test_every_line_is_printed_once_and_none_is_cut(heights: list[int], headings: set[int]) -> None:
    lines = _lines(heights, headings)
    pages = page_breaks(lines, 50)
    for line in lines:
        assert sum(top <= line.top and line.bottom <= bottom for top, bottom in pages) == 1
    assert all(bottom - top <= 50 for top, bottom in pages)


def test_a_long_article_takes_several_sheets(qapp, tmp_path: Path) -> None:
    body = "青山县的茶农们在春天里修了一条路，路通到了山顶。" * 160
    text = f"茶山修路\n\n{body}"
    segments = (Segment(start=0, end=4, role=Role.HEADLINE), Segment(start=6, end=len(text)))
    article = PrintedArticle(set_article(text, Article(id="a", segments=segments), marks=False))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert print_on(printer, [article], source="《清溪报》") > 1
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
