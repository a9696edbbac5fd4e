"""Which segments continue the one before them: across a column break, and inside a line."""

from __future__ import annotations

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.units import Piece

_NEVER_FIRST = frozenset("。,、;:!?)”’」』》")
_WHOLE_ENDS = (":", ";", "——")
_SURELY_INSIDE = 0.9
PERHAPS_INSIDE = 0.1
"""A unit that begins in mid-sentence with more than this probability may continue what broke off before it."""


def continues_sentence(view: PageView, before: int, unit: int) -> bool:
    """Tell whether a unit of text goes on with the sentence that the text before it in the article broke off."""
    if view.kinds[unit] != "B":
        return False
    first, second = view.facts[before], view.facts[unit]
    if first.byline_tail or first.note_to or first.credit or second.dateline:
        return False
    if second.text[0] in _NEVER_FIRST:
        return True
    broken = first.ends_open and not first.text.endswith(_WHOLE_ENDS)
    return broken and view.guesses[unit].inside > PERHAPS_INSIDE


def torn(view: PageView, unit: int) -> bool:
    """Tell whether a text right after heads lacks its beginning: what is before it stood elsewhere and is lost."""
    return view.kinds[unit] == "B" and view.guesses[unit].inside > _SURELY_INSIDE and not view.facts[unit].dateline


def joins_inside(text: str, before: Piece, piece: Piece, *, signed: bool) -> bool:
    """Tell whether a piece joins the one before it in its line.

    Text joins the dateline or the note before it, and a note the text that it breaks off. Where white space sets
    a bare dateline apart, only a brief with names at its end is printed as one run. A credit runs on where neither
    it nor the word 摄 in it is set apart by white space; names in brackets at the end never do.

    Args:
        signed: the article ends with names in brackets.
    """
    glued = before.end == piece.start
    if piece.role is Role.CREDIT:
        return glued and " 摄" not in text[piece.start : piece.end]
    if piece.role is Role.BYLINE:
        return False
    return glued or (before.role is Role.DATELINE and signed and text[before.end - 1] not in ")）")
