"""What can be seen of one unit without its neighbours: length, ends, quotes, forms."""

from __future__ import annotations

from dataclasses import dataclass

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation import patterns as p
from cppcc_reader.core.segmentation.units import Piece, Unit

_STOPS = "。!?…"
_NEVER_FIRST = frozenset("。,、;:!?)”’」』》〉】%·")


@dataclass(frozen=True, slots=True)
class Facts:
    """Surface facts of a unit's main piece.

    Attributes:
        text: the main piece, folded.
        length: its characters.
        has_stop: a sentence ends inside or at the end of it.
        ends_whole: its last character (closing quotes and brackets aside) ends a sentence.
        ends_open: it stops inside a quotation, after a comma, or in the middle of words.
        starts_inside: it cannot begin a paragraph: leading punctuation, or a quotation closed that was never opened.
        quote_debt: quotations opened and not closed (negative: closed and not opened).
        dateline, note_from, note_to, credit, byline_tail: it carries a piece of that kind.
    """

    text: str
    length: int
    has_stop: bool
    ends_whole: bool
    ends_open: bool
    starts_inside: bool
    quote_debt: int
    dateline: bool
    note_from: bool
    note_to: bool
    credit: bool
    byline_tail: bool


def facts_of(unit: Unit, folded: str) -> Facts:
    """Return the facts of a unit.

    Args:
        folded: the page's text through :func:`patterns.folded`.
    """
    piece = unit.main_piece
    text = folded[piece.start : piece.end]
    before, after = unit.pieces[: unit.main], unit.pieces[unit.main + 1 :]
    opened = text.count("“") + text.count("『")
    closed = text.count("”") + text.count("』")
    note_to = any(one.role is Role.NOTE for one in after)
    whole = _ends_whole(text)
    return Facts(
        text=text,
        length=len(text),
        has_stop=any(stop in text for stop in _STOPS),
        ends_whole=whole,
        ends_open=not whole,
        starts_inside=text[0] in _NEVER_FIRST or _closes_what_was_not_opened(text, opened, closed),
        quote_debt=opened - closed,
        dateline=any(one.role is Role.DATELINE for one in before) or piece.role is Role.DATELINE,
        note_from=any(one.role is Role.NOTE for one in before) or _is_note_from(piece.role, text),
        note_to=note_to,
        credit=any(one.role is Role.CREDIT and not _is_closing_credit(folded, one) for one in after),
        byline_tail=any(one.role is Role.BYLINE or _is_closing_credit(folded, one) for one in after),
    )


def _is_closing_credit(folded: str, piece: Piece) -> bool:
    """Tell whether a credit names those who wrote the text down rather than those who took a picture."""
    return p.CLOSING_CREDIT.match(folded, piece.start, piece.end) is not None


def _ends_whole(text: str) -> bool:
    end = len(text)
    while end and text[end - 1] in p.CLOSERS:
        end -= 1
    if end == 0:
        return False
    if text[end - 1] in p.TERMINALS:
        return True
    # A bracket or quotation may itself end the sentence only together with a stop: 。”, so what is left is words.
    return text[-1] == ")" and end > 1 and text[end - 1] in p.TERMINALS


def _closes_what_was_not_opened(text: str, opened: int, closed: int) -> bool:
    if closed == 0:
        return False
    first_open, first_close = text.find("“"), text.find("”")
    return first_close >= 0 and (first_open < 0 or first_close < first_open)


def _is_note_from(role: Role | None, text: str) -> bool:
    return role is Role.NOTE and p.NOTE_FROM.match(text) is not None
