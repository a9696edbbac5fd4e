"""Corrections of the recognised text: applied on request to a copy of the page, its positions carried along.

The page's text itself stays frozen; a correction is a note that says what its range should read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span

_LINE_BREAKS = re.compile(r"[^\S\n]*\n\s*")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``[start, end)`` become ``replacement``; ``whole`` is the range that the annotator marked.

    ``start`` to ``end`` is the part of ``whole`` that really changes (it may be empty: an insertion).
    """

    whole: Span
    start: int
    end: int
    replacement: str

    @classmethod
    def of(cls, text: str, whole: Span, reading: str) -> Edit:
        """Return the least edit that makes ``whole`` read ``reading``."""
        quote = whole.text_of(text)
        shorter = min(len(quote), len(reading))
        head = next((i for i in range(shorter) if quote[i] != reading[i]), shorter)
        room = shorter - head
        tail = next((i for i in range(room) if quote[-1 - i] != reading[-1 - i]), room)
        return cls(whole, whole.start + head, whole.end - tail, reading[head : len(reading) - tail])


class CorrectedText:
    """A text with some edits applied, and where its positions have gone."""

    def __init__(self, text: str, edits: tuple[Edit, ...]) -> None:
        """Apply the edits.

        Args:
            text: the frozen text.
            edits: by position, their whole ranges not overlapping.
        """
        self.edits = edits
        parts: list[str] = []
        done = 0
        for edit in edits:
            parts += (text[done : edit.start], edit.replacement)
            done = edit.end
        self.text = "".join((*parts, text[done:]))

    def moved(self, span: Span) -> Span | None:
        """Return where the range lies in the corrected text, or None if nothing of it is left.

        A range that holds all that the annotator marked holds the replacement, too; one that ends inside a
        changed part keeps its place there if the lengths agree, and takes in the whole replacement if not.
        """
        start = self._edge(span.start, span, is_end=False)
        end = self._edge(span.end, span, is_end=True)
        return Span(start, end) if start < end else None

    def _edge(self, offset: int, span: Span, *, is_end: bool) -> int:
        shift = 0
        for edit in self.edits:
            growth = len(edit.replacement) - (edit.end - edit.start)
            if edit.start == edit.end == offset:
                # An insertion right at the edge belongs to what holds all that the annotator marked.
                shift += growth if is_end == span.covers(edit.whole) else 0
            elif edit.end <= offset:
                shift += growth
            elif edit.start < offset and growth != 0:
                return shift + (edit.end + growth if is_end else edit.start)
        return offset + shift


@dataclass(frozen=True, slots=True)
class CorrectedRecord:
    """A page record with its corrections applied.

    Attributes:
        record: the page with the corrected text; the corrections that were applied are no longer notes.
        applied: those corrections, at their places on the page as it was.
        refused: corrections that overlap another or do not lie within one segment; they stay notes.
        lost_mentions: ids of mentions of which nothing is left.
    """

    record: PageRecord
    applied: tuple[Note, ...]
    refused: tuple[Note, ...]
    lost_mentions: tuple[str, ...]


def corrections_of(record: PageRecord) -> tuple[Note, ...]:
    """Return the corrections of a page by position."""
    return tuple(note for note in record.annotations.notes if note.kind is NoteKind.CORRECTION)


def apply_corrections(record: PageRecord) -> CorrectedRecord:
    """Return the record as it reads with its corrections applied; all invariants hold of it."""
    text = record.page.text
    applied, refused = _choose(record)
    corrected = CorrectedText(text, tuple(Edit.of(text, note.span, _one_line(note.text)) for note in applied))
    mentions = [(mention, _moved_mention(mention, corrected)) for mention in record.annotations.mentions]
    annotations = record.annotations.replaced(
        articles=tuple(
            moved for one in record.annotations.articles if (moved := _moved_article(one, corrected)) is not None
        ),
        furniture=_moved_segments(record.annotations.furniture, corrected),
        mentions=tuple(moved for _mention, moved in mentions if moved is not None),
        notes=_moved_notes(tuple(note for note in record.annotations.notes if note not in applied), corrected),
    )
    ambiguous = (corrected.moved(Span(start, end)) for start, end in record.ambiguous)
    return CorrectedRecord(
        record=replace(
            record,
            page=replace(record.page, text=corrected.text),
            annotations=annotations,
            ambiguous=tuple((span.start, span.end) for span in ambiguous if span is not None),
        ),
        applied=applied,
        refused=refused,
        lost_mentions=tuple(mention.id for mention, moved in mentions if moved is None),
    )


def _choose(record: PageRecord) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    segments = [segment.span for _article, segment in record.annotations.segments_in_page_order()]
    applied: list[Note] = []
    refused: list[Note] = []
    for note in corrections_of(record):
        free = not applied or applied[-1].span.end <= note.span.start
        inside = any(span.covers(note.span) for span in segments)
        (applied if free and inside else refused).append(note)
    return tuple(applied), tuple(refused)


def _one_line(reading: str) -> str:
    """A correction may break a line but not a segment: blank lines and the space around breaks go."""
    return _LINE_BREAKS.sub("\n", reading)


def _pieces(span: Span | None, text: str) -> tuple[Span, ...]:
    """Return the range without white space at its ends, cut where a deleted line has left a blank one."""
    if span is None:
        return ()
    bounds = [span.start, *(at for m in _BLANK_LINES.finditer(text, span.start, span.end) for at in m.span()), span.end]
    return tuple(
        Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
        for start, end in zip(bounds[::2], bounds[1::2], strict=True)
        if (piece := text[start:end]).strip()
    )


def _moved_article(article: Article, corrected: CorrectedText) -> Article | None:
    segments = _moved_segments(article.segments, corrected)
    return replace(article, segments=segments) if segments else None


def _moved_segments(segments: tuple[Segment, ...], corrected: CorrectedText) -> tuple[Segment, ...]:
    return tuple(
        # The other readings speak of places on the page as it was.
        replace(segment, start=piece.start, end=piece.end, join=segment.join or index > 0, alternatives=())
        for segment in segments
        for index, piece in enumerate(_pieces(corrected.moved(segment.span), corrected.text))
    )


def _moved_mention(mention: Mention, corrected: CorrectedText) -> Mention | None:
    fragments = tuple(piece for one in mention.fragments for piece in _pieces(corrected.moved(one), corrected.text))
    return replace(mention, fragments=fragments) if fragments else None


def _moved_notes(notes: tuple[Note, ...], corrected: CorrectedText) -> tuple[Note, ...]:
    moved = ((note, corrected.moved(note.span)) for note in notes)
    return tuple(replace(note, span=span) for note, span in moved if span is not None)
