"""The pages of a library as they stand on a shelf: paper, issue, page; the reader goes from one to the next."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

_NUMBER = re.compile(r"\d+")


class ShelvedPage(Protocol):
    """What the shelf asks of a page summary."""

    @property
    def id(self) -> str:
        """The page's id."""
        ...

    @property
    def name(self) -> str:
        """The file's name."""
        ...

    @property
    def paper(self) -> str | None:
        """The newspaper, if known."""
        ...

    @property
    def date(self) -> str | None:
        """The day it was printed, ISO 8601, if known."""
        ...

    @property
    def page_no(self) -> str | None:
        """The number of the page, if known."""
        ...


@dataclass(frozen=True, slots=True)
class _Place:
    paper: str
    date: str
    number: tuple[int, str]
    name: str
    id: str

    @property
    def issue(self) -> tuple[str, str]:
        return self.paper, self.date

    @property
    def order(self) -> tuple[str, str, tuple[int, str], str, str]:
        return self.paper, self.date, self.number, self.name, self.id


class ReadingShelf:
    """Pages in order: by paper, day, page number, file name. Without any of them the file names count."""

    def __init__(self, pages: Iterable[ShelvedPage]) -> None:
        self._places = sorted((_place(page) for page in pages), key=lambda place: place.order)
        self._index = {place.id: number for number, place in enumerate(self._places)}

    def page(self, page_id: str, step: int) -> str | None:
        """Return the page ``step`` places further on the shelf, None past its ends or for an unknown page."""
        here = self._index.get(page_id)
        if here is None or not 0 <= here + step < len(self._places):
            return None
        return self._places[here + step].id

    def issue(self, page_id: str, step: int) -> str | None:
        """Return the first page of the next (1) or previous (-1) issue of any paper, None past the ends."""
        here = self._index.get(page_id)
        if here is None:
            return None
        issues = [place.issue for place in self._places]
        mine = issues[here]
        if step > 0:
            first = bisect_right(issues, mine)
            return self._places[first].id if first < len(issues) else None
        before = bisect_left(issues, mine) - 1
        return self._places[bisect_left(issues, issues[before])].id if before >= 0 else None


def _place(page: ShelvedPage) -> _Place:
    number = _NUMBER.search(page.page_no or "")
    key = (int(number.group()) if number else 0, page.page_no or "")
    return _Place(page.paper or "", page.date or "", key, page.name, page.id)
