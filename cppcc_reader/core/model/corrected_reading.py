"""An article as it reads with its corrections, beside the reading text, and the way back from one to the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from cppcc_reader.core.model.corrections import CorrectedText, Edit
from cppcc_reader.core.model.reading_text import ReadingText
from cppcc_reader.core.model.span import Span

Slip: TypeAlias = tuple[int, int, str]
"""Start and end on the page, and what the range should read (empty: it should go)."""


def slips_within(slips: Iterable[Slip], start: int, end: int) -> list[Slip]:
    """Return the slips that lie wholly in a range of the page, in order; of two that overlap, the first."""
    found: list[Slip] = []
    for slip in sorted(slips):
        if start <= slip[0] and slip[1] <= end and (not found or found[-1][1] <= slip[0]):
            found.append(slip)
    return found


def corrected_piece(text: str, start: int, end: int, slips: Iterable[Slip]) -> str:
    """Return a range of a page's text with the slips in it corrected."""
    edits = tuple(
        Edit.of(text[start:end], Span(left - start, right - start), words)
        for left, right, words in slips_within(slips, start, end)
    )
    return CorrectedText(text[start:end], edits).text


class CorrectedReading:
    """The reading text of an article with its corrections applied.

    Attributes:
        text: what is to be read; joins mended as in the reading text.
    """

    def __init__(self, reading: ReadingText, slips: Iterable[Slip]) -> None:
        """Correct a reading text; slips that do not lie in one piece of it are left out."""
        slips = tuple(slips)
        self._edits = tuple(
            Edit.of(reading.text, Span(left + shift, right + shift), words)
            for piece in reading.pieces
            for shift in (piece.start - piece.source_start,)
            for left, right, words in slips_within(slips, piece.source_start, piece.source_start + piece.length)
        )
        self.text = CorrectedText(reading.text, self._edits).text

    def to_reading(self, span: Span) -> Span:
        """Return the range of the reading text that a range of :attr:`text` stands for.

        A range that touches a replacement stands for all that the annotator marked there.
        """
        start, end, shift = span.start, span.end, 0
        left, right = None, None
        for edit in self._edits:
            new_start, new_end = edit.start + shift, edit.start + shift + len(edit.replacement)
            if left is None and start < new_end:
                left = min(start - shift, edit.whole.start) if end > new_start else start - shift
            if end <= new_start:
                right = end - shift
                break
            if end <= new_end:
                right = edit.whole.end
                break
            shift += len(edit.replacement) - (edit.end - edit.start)
        return Span(start - shift if left is None else left, end - shift if right is None else right)
