"""The reading text of an article and its map back to the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.reading_text import reading_text
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from page_builder import build

TEXT, PAGE = build(
    ("a1", "body", "县，路修好了。"),
    ("a1", "headline", "修桥"),
    ("a1", "dateline", "本报讯"),
    ("a1", "+body", "记者到青山"),
)
_TAIL, *_HEAD = PAGE.articles[0].segments
TAIL_FIRST = Article(id="a1", segments=(*_HEAD, Segment(start=_TAIL.start, end=_TAIL.end, role=Role.BODY, join=True)))
"""Its last piece stands before its head on the page."""


def test_joins_are_mended_and_paragraphs_parted() -> None:
    assert reading_text(TEXT, TAIL_FIRST).text == "修桥\n本报讯记者到青山县，路修好了。"


def test_a_name_over_a_join_is_two_fragments_and_one_range() -> None:
    reading = reading_text(TEXT, TAIL_FIRST)
    start = reading.text.index("青山县")
    fragments = reading.to_source(Span(start, start + 3))
    assert ["".join(f.text_of(TEXT)) for f in fragments] == ["青山", "县"]
    assert reading.range_of(fragments) == Span(start, start + 3)


def test_what_shares_a_line_keeps_its_white_space_but_a_subhead_stands_alone() -> None:
    line = "罗晴说完了。 程远 摄"
    caption, credit = Segment(start=0, end=6, role=Role.CAPTION), Segment(start=7, end=11, role=Role.CREDIT)
    assert reading_text(line, Article(id="a1", segments=(caption, credit))).text == line
    subhead, body = Segment(start=0, end=3, role=Role.SUBHEAD), Segment(start=3, end=11, role=Role.BODY)
    assert reading_text(line, Article(id="a1", segments=(subhead, body))).text == "罗晴说\n完了。 程远 摄"


def test_a_separator_belongs_to_no_page_character() -> None:
    reading = reading_text(TEXT, TAIL_FIRST)
    newline = reading.text.index("\n")
    assert reading.piece_at(newline) is None
    assert reading.to_source(Span(newline, newline + 1)) == ()
    assert reading.from_source(len(TEXT) - 1) is None


@given(st.data())
def test_every_character_goes_to_the_page_and_back(data: st.DataObject) -> None:
    reading = reading_text(TEXT, TAIL_FIRST)
    start = data.draw(st.integers(0, len(reading.text) - 1))
    end = data.draw(st.integers(start + 1, len(reading.text)))
    fragments = reading.to_source(Span(start, end))
    assert "".join(f.text_of(TEXT) for f in fragments) == reading.text[start:end].replace("\n", "")
    for fragment in fragments:
        place = reading.from_source(fragment.start)
        assert place is not None
        assert reading.text[place] == TEXT[fragment.start]
