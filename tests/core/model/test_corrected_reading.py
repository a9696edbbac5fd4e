"""What corrections make of an article, and the way back to what is printed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.corrected_reading import CorrectedReading, Slip, corrected_piece, slips_within
from cppcc_reader.core.model.reading_text import reading_text
from cppcc_reader.core.model.span import Span
from page_builder import build

TEXT, SET = build(("a1", "headline", "魏山修路"), ("a1", "body", "何魏民到魏山村走了三里。"))
ARTICLE: Article = SET.articles[0]
READING = reading_text(TEXT, ARTICLE)


def at(quote: str, reading: str, *, after: int = 0) -> Slip:
    start = TEXT.index(quote, after)
    return start, start + len(quote), reading


def test_the_corrected_form_is_read_and_leads_back_to_what_is_printed() -> None:
    corrected = CorrectedReading(READING, [at("魏", "巍"), at("三里", "三十里")])
    assert corrected.text == "巍山修路\n何魏民到魏山村走了三十里。"
    found = corrected.text.index("三十里")
    assert READING.text[slice(*_ends(corrected.to_reading(Span(found, found + 3))))] == "三里"
    later = corrected.text.index("。")
    assert READING.text[slice(*_ends(corrected.to_reading(Span(later, later + 1))))] == "。"


def test_a_place_over_a_deletion_holds_what_was_deleted() -> None:
    corrected = CorrectedReading(READING, [at("走了", "")])
    found = corrected.text.index("村三里")
    assert READING.text[slice(*_ends(corrected.to_reading(Span(found, found + 3))))] == "村走了三里"


def test_slips_that_do_not_fit_are_left_out() -> None:
    across = (TEXT.index("路"), TEXT.index("何") + 1, "？")
    first, overlapping = at("何魏民", "何为民"), at("魏民", "为民")
    assert slips_within([across, overlapping, first], 0, TEXT.index("路") + 1) == []
    assert slips_within([overlapping, first], 0, len(TEXT)) == [first]
    assert CorrectedReading(READING, [across]).text == READING.text


@st.composite
def _slips(draw: st.DrawFn) -> list[Slip]:
    pairs = draw(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 6)), max_size=4))
    return [(start, min(start + length, len(TEXT)), draw(st.text("魏巍路民。", max_size=3))) for start, length in pairs]


@given(_slips())
def test_the_index_and_the_reading_correct_alike(slips: list[Slip]) -> None:
    pieces = [
        corrected_piece(TEXT, piece.source_start, piece.source_start + piece.length, slips) for piece in READING.pieces
    ]
    assert CorrectedReading(READING, slips).text == "\n".join(pieces)


@given(_slips(), st.data())
def test_every_place_leads_back_into_the_reading_text(slips: list[Slip], data: st.DataObject) -> None:
    corrected = CorrectedReading(READING, slips)
    start = data.draw(st.integers(0, len(corrected.text)))
    end = data.draw(st.integers(start, len(corrected.text)))
    back = corrected.to_reading(Span(start, end)) if start < end else Span(0, 1)
    assert 0 <= back.start <= back.end <= len(READING.text)
    untouched = corrected.text[start:end]
    if start < end and back.end - back.start == end - start and not slips:
        assert READING.text[back.start : back.end] == untouched


@given(st.data())
def test_without_corrections_every_place_is_itself(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(READING.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(READING.text))))
    assert CorrectedReading(READING, []).to_reading(span) == span


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
