"""What a person typed into the search line, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PART = re.compile(r'(?P<minus>[-－])?(?:["“”„](?P<phrase>[^"“”„]*)["“”„]?|(?P<word>[^\s"“”„]+))')


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Words that an article must hold, and words that it must not hold.

    A word is found wherever its characters stand in a row; white space between them does not count.
    """

    terms: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing to look for, whatever is to be left out."""
        return not self.terms


def parse_query(text: str) -> SearchQuery:
    """Take a query apart: words divided by blanks, ``"…"`` or ``“…”`` one phrase, ``-`` before what must be absent."""
    terms: list[str] = []
    excluded: list[str] = []
    for part in _PART.finditer(text):
        term = "".join((part["phrase"] if part["phrase"] is not None else part["word"]).split())
        wanted = excluded if part["minus"] else terms
        if term and term not in wanted:
            wanted.append(term)
    return SearchQuery(tuple(terms), tuple(excluded))
