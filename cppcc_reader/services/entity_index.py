"""The index of a library's names: how often each occurs, on which pages, and every place in its context."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from cppcc_reader.core.model.span import Span
from cppcc_reader.storage.library import Library

_ALL = 2**31
_AROUND = 18
"""Characters of the page shown on each side of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedName:
    """One name with one label.

    Attributes:
        name: the normal form where there is one, else as it is written, blanks left out.
        count: mentions, suggestions too.
        first, last: dates of the earliest and the latest page, None where unknown.
    """

    name: str
    label: str
    count: int
    pages: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePlace:
    """One mention in the words around it."""

    page_id: str
    page_name: str
    paper: str | None
    date: str | None
    fragments: tuple[Span, ...]
    before: str
    quote: str
    after: str


def indexed_names(library: Library, *, label: str = "", holding: str = "", limit: int = _ALL) -> list[IndexedName]:
    """Return the names of a library, the most frequent first.

    Args:
        label: only of this label; all where empty.
        holding: only names with these characters.
        limit: how many at most.
    """
    rows = library.figures.names(label=label, holding="".join(holding.split()), limit=limit)
    return [
        IndexedName(name=name, label=label_id, count=count, pages=pages, first=first, last=last)
        for name, label_id, count, pages, first, last in rows
    ]


PlaceRow = tuple[str, str, str | None, str | None, str, str]
"""A place before its page is read: page id, page name, paper, date, fragments as stored, quote."""


def place_rows(library: Library, name: IndexedName) -> list[PlaceRow]:
    """Return every mention of a name by date, however many: nothing is read for them yet."""
    return [tuple(row) for row in library.figures.places_of_name(name.name, name.label, _ALL)]


def places_of(library: Library, name: IndexedName) -> list[NamePlace]:
    """Return the mentions of a name by date, with the words around them."""
    return read_places(library, place_rows(library, name))


def read_places(library: Library, rows: Iterable[PlaceRow]) -> list[NamePlace]:
    """Read the words around places."""
    last_id, text = "", ""
    places = []
    for page_id, page_name, paper, date, stored, quote in rows:
        if page_id != last_id:
            last_id, text = page_id, library.pages.page(page_id).text
        fragments = tuple(Span(start, end) for start, end in json.loads(stored))
        start, end = fragments[0].start, fragments[-1].end
        places.append(
            NamePlace(
                page_id=page_id,
                page_name=page_name,
                paper=paper,
                date=date,
                fragments=fragments,
                before=_one_line(text[max(0, start - _AROUND) : start]),
                quote=quote,
                after=_one_line(text[end : end + _AROUND]),
            )
        )
    return places


def _one_line(text: str) -> str:
    return " ".join(text.split())
