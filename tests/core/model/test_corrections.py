"""Corrections carry every position along and never break what must hold of a page."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.corrections import CorrectedText, Edit, apply_corrections
from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span

TEXT = "河口县政协调研茶业\n\n本报讯(记者 李思远)近日,河口县政协\n调研茶业。"
_LETTERS = st.text(alphabet="甲乙丙AB\n 𠮷", max_size=6)


def _record(*notes: Note, mentions: tuple[Mention, ...] = ()) -> PageRecord:
    article = Article(id="a1", segments=(Segment(start=0, end=9), Segment(start=11, end=len(TEXT))))
    page = Page(id="p", text=TEXT, source=PageSource(name="p.txt", sha256="0" * 64))
    return PageRecord(page=page, annotations=AnnotationSet.of(articles=(article,), notes=notes, mentions=mentions))


def _correction(quote: str, reading: str, note_id: str = "n1") -> Note:
    start = TEXT.index(quote)
    return Note(id=note_id, kind=NoteKind.CORRECTION, span=Span(start, start + len(quote)), text=reading)


def _mention(quote: str) -> Mention:
    start = TEXT.index(quote)
    return Mention(id="m1", label="PER", fragments=(Span(start, start + len(quote)),))


def test_a_correction_inside_a_name_changes_the_name() -> None:
    done = apply_corrections(_record(_correction("思", "恩"), mentions=(_mention("李思远"),)))
    assert done.record.annotations.mentions[0].quote(done.record.page.text) == "李恩远"
    assert done.record.annotations.notes == ()


def test_a_correction_of_a_whole_name_lengthens_it() -> None:
    done = apply_corrections(_record(_correction("李思远", "李思远航"), mentions=(_mention("李思远"),)))
    assert done.record.annotations.mentions[0].quote(done.record.page.text) == "李思远航"


def test_what_is_inserted_behind_a_name_does_not_become_part_of_it() -> None:
    done = apply_corrections(_record(_correction("远)近", "远等)近"), mentions=(_mention("李思远"),)))
    assert done.record.annotations.mentions[0].quote(done.record.page.text) == "李思远"


def test_a_deleted_name_is_reported_as_lost() -> None:
    done = apply_corrections(_record(_correction("李思远", ""), mentions=(_mention("李思远"),)))
    assert done.lost_mentions == ("m1",)
    assert "记者 )" in done.record.page.text


def test_overlapping_corrections_and_those_across_segments_are_refused_and_kept() -> None:
    first, second = _correction("李思", "王思"), _correction("思远", "思源", "n2")
    across = Note(id="n3", kind=NoteKind.CORRECTION, span=Span(8, 12), text="无")
    done = apply_corrections(_record(first, second, across))
    assert done.applied == (first,)
    assert {note.id for note in done.refused} == {"n2", "n3"}
    assert {note.id for note in done.record.annotations.notes} == {"n2", "n3"}


def test_a_deleted_line_leaves_no_blank_line_inside_a_segment() -> None:
    done = apply_corrections(_record(_correction("本报讯(记者 李思远)近日,河口县政协", "\n\n甲\n \n乙")))
    check(done.record.page.text, done.record.annotations)
    assert "甲\n乙\n调研" in done.record.page.text


@st.composite
def _edited(draw: st.DrawFn) -> tuple[PageRecord, tuple[Span, ...]]:
    notes: list[Note] = []
    at = 0
    while at < len(TEXT) - 1 and draw(st.integers(0, 4)):
        start = draw(st.integers(at, len(TEXT) - 1))
        end = draw(st.integers(start + 1, min(len(TEXT), start + 6)))
        note = Note(id=f"n{len(notes)}", kind=NoteKind.CORRECTION, span=Span(start, end), text=draw(_LETTERS))
        notes.append(note)
        at = end
    starts = draw(st.lists(st.integers(0, len(TEXT) - 1), max_size=4))
    spans = (Span(start, draw(st.integers(start + 1, len(TEXT)))) for start in starts)
    kept = [span for span in spans if span.text_of(TEXT).strip() and "\n\n" not in span.text_of(TEXT)]
    mentions = tuple(Mention(id=f"m{i}", label="PER", fragments=(span,)) for i, span in enumerate(kept))
    return _record(*notes, mentions=mentions), tuple(kept)


@given(_edited())
def test_every_invariant_holds_after_corrections(case: tuple[PageRecord, tuple[Span, ...]]) -> None:
    record, _spans = case
    done = apply_corrections(record)
    check(done.record.page.text, done.record.annotations)
    kept = {mention.id for mention in done.record.annotations.mentions}
    assert kept | set(done.lost_mentions) == {mention.id for mention in record.annotations.mentions}


@given(_edited())
def test_ranges_that_no_correction_touches_keep_their_words(case: tuple[PageRecord, tuple[Span, ...]]) -> None:
    record, spans = case
    wholes = [note.span for note in record.annotations.notes]
    chosen = [a for i, a in enumerate(wholes) if all(not a.overlaps(b) for b in wholes[:i])]
    corrected = CorrectedText(TEXT, tuple(Edit.of(TEXT, span, note.text) for span, note in _paired(chosen, record)))
    for span in spans:
        moved = corrected.moved(span)
        if not any(one.overlaps(span) for one in chosen):
            assert moved is not None
            assert moved.text_of(corrected.text) == span.text_of(TEXT)


@given(_edited())
def test_a_range_that_holds_the_corrections_reads_as_corrected(case: tuple[PageRecord, tuple[Span, ...]]) -> None:
    record, spans = case
    pairs = _paired([note.span for note in record.annotations.notes], record)
    corrected = CorrectedText(TEXT, tuple(Edit.of(TEXT, span, note.text) for span, note in pairs))
    for span in spans:
        touched = [(one, note) for one, note in pairs if one.overlaps(span)]
        if not all(span.covers(one) for one, _note in touched):
            continue
        expected, done = "", span.start
        for one, note in touched:
            expected += TEXT[done : one.start] + note.text
            done = one.end
        expected += TEXT[done : span.end]
        moved = corrected.moved(span)
        assert ("" if moved is None else moved.text_of(corrected.text)) == expected


def _paired(spans: list[Span], record: PageRecord) -> list[tuple[Span, Note]]:
    by_span = {note.span: note for note in record.annotations.notes}
    return [(span, by_span[span]) for span in spans]


def test_without_corrections_nothing_changes() -> None:
    record = _record(mentions=(_mention("李思远"),))
    assert apply_corrections(record).record == record
    remark = Note(id="n9", kind=NoteKind.REMARK, span=Span(0, 2), text="看")
    assert apply_corrections(replace(record, annotations=record.annotations.replaced(notes=(remark,)))).applied == ()
