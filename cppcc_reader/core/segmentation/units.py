"""From a page's text to its units: non-blank lines, cut where a second role begins inside the line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation import patterns as p

_LINE = re.compile(r"\S[^\n]*")
_TAIL_REACH = 60
"""A credit or closing byline lies within this many characters of its line's end."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line whose role its form fixes; ``role`` is None for the part that must be judged."""

    start: int
    end: int
    role: Role | None


@dataclass(frozen=True, slots=True)
class Unit:
    """One non-blank line of the page, the atom of every later decision.

    Attributes:
        index: place among the units of the page.
        start, end: code points of the line without outer white space.
        pieces: parts in page order; the main one (``role`` None) is at ``main``, or no part needs judging.
        main: index of the main piece.
        glued: no blank line stands before it, so it shares a block with the unit before.
    """

    index: int
    start: int
    end: int
    pieces: tuple[Piece, ...]
    main: int
    glued: bool = False

    @property
    def main_piece(self) -> Piece:
        """The piece that names the unit."""
        return self.pieces[self.main]


def units_of(text: str, folded: str) -> list[Unit]:
    """Return the units of a page in page order.

    Args:
        text: the page's frozen text.
        folded: the same text through :func:`patterns.folded`.
    """
    units: list[Unit] = []
    before = 0
    for match in _LINE.finditer(text):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        glued = bool(units) and text.count("\n", before, start) == 1
        before = end
        pieces = _pieces(folded, start, end)
        main = next((i for i, piece in enumerate(pieces) if piece.role is None), 0)
        units.append(Unit(len(units), start, end, tuple(pieces), main, glued))
    return units


def _pieces(folded: str, start: int, end: int) -> list[Piece]:
    head, start = _head_pieces(folded, start, end)
    tail, end = _tail_pieces(folded, start, end)
    main = [Piece(start, end, None)] if start < end else []
    return head + main + tail


def _head_pieces(folded: str, start: int, end: int) -> tuple[list[Piece], int]:
    pieces: list[Piece] = []
    if folded[start] == "(" and (note := p.NOTE.match(folded, start, end)):
        pieces.append(Piece(start, note.end(), Role.NOTE))
        start = _skip_space(folded, note.end(), end)
    dateline = p.DATELINE.match(folded, start, end)
    if dateline and (dateline.end() < end or dateline.end() - start <= 60):
        pieces.append(Piece(start, dateline.end(), Role.DATELINE))
        start = _skip_space(folded, dateline.end(), end)
    return pieces, start


def _tail_pieces(folded: str, start: int, end: int) -> tuple[list[Piece], int]:
    if start >= end:
        return [], end
    window = max(start, end - _TAIL_REACH)
    if folded[end - 1] == ")" and (cut := _note_at_end(folded, window, end)) is not None:
        return _cut_tail(folded, start, cut, end, Role.NOTE)
    found = _credit_at_end(folded, window, end)
    if found is not None:
        return _cut_tail(folded, start, found, end, Role.CREDIT)
    if folded[end - 1] == ")" and end - start > 30:
        credit = p.CLOSING_CREDIT.search(folded, window, end)
        if credit and folded[credit.start() - 1] in "。!?…”":
            return _cut_tail(folded, start, credit.start(), end, Role.CREDIT)
        names = p.CLOSING_NAMES.search(folded, window, end)
        if names and folded[names.start() - 1] in "。!?…”":
            return _cut_tail(folded, start, names.start(), end, Role.BYLINE)
    return [], end


def _cut_tail(folded: str, start: int, cut: int, end: int, role: Role) -> tuple[list[Piece], int]:
    rest = cut
    while rest > start and folded[rest - 1].isspace():
        rest -= 1
    return [Piece(cut, end, role)], max(rest, start)


def _note_at_end(folded: str, window: int, end: int) -> int | None:
    open_at = folded.rfind("(", window, end)
    if open_at >= 0 and (note := p.NOTE.match(folded, open_at, end)) and note.end() == end:
        return open_at
    return None


def _credit_at_end(folded: str, window: int, end: int) -> int | None:
    """Return where a credit that ends the line begins: after a sentence end or white space, or the line itself."""
    if not _may_end_credit(folded, window, end):
        return None
    paren = p.PAREN_CREDIT.search(folded, window, end)
    cut = paren.start() if paren else end
    # The names before a bracket belong to the same credit: 姚 峰摄(影像中国).
    for place in range(window, cut):
        before = folded[place - 1] if place else "\n"
        if (before in "。!?…”\n)" or before.isspace()) and not folded[place].isspace():
            match = p.CREDIT.match(folded, place, end)
            if match and match.end() == end:
                return place
    return cut if paren else None


def _may_end_credit(folded: str, window: int, end: int) -> bool:
    tail = folded[max(window, end - 18) : end]
    return (
        "摄" in tail
        or "供图" in tail
        or "提供" in tail
        or "图/文" in tail
        or "文/图" in tail
        or tail.endswith(("新华社发)", "影像中国)", "人民视觉)", "传真照片)"))
    )


def _skip_space(folded: str, place: int, end: int) -> int:
    while place < end and folded[place].isspace():
        place += 1
    return place
