"""Finds commands, pages and labels by a few typed characters, over ten thousand entries at each key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from cppcc_reader.views.pinyin_initials import initials

LIMIT = 60
"""Entries shown; nobody reads further, they type another letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteEntry:
    """One thing the palette can do.

    Attributes:
        kind: word shown before it, for example 命令 or 版面.
        text: its name in the language of the interface.
        detail: what stands greyed at its end: the key, the date.
        aliases: other names it is found by, the English one for a command.
        run: does it.
        rank: entries of lower rank come first among equals (commands before pages).
        colour: of a bar before the name, as ``#rrggbb``; empty for none.
        point: called when the entry becomes the one that Enter would choose.
    """

    kind: str
    text: str
    run: Callable[[], object]
    detail: str = ""
    aliases: tuple[str, ...] = ()
    rank: int = 0
    colour: str = ""
    point: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class _Indexed:
    entry: PaletteEntry
    place: int
    names: tuple[str, ...] = field(repr=False)
    letters: tuple[str, ...] = field(repr=False)


class PaletteIndex:
    """A list of entries made ready for searching."""

    def __init__(self, entries: Sequence[PaletteEntry]) -> None:
        self._entries = [_indexed(entry, place) for place, entry in enumerate(entries)]

    def search(self, query: str, limit: int = LIMIT) -> list[PaletteEntry]:
        """Return the best entries for the typed characters; all in their order while nothing is typed.

        Names that begin with the query come before those that hold it, then initials, then names whose
        characters hold it with gaps.
        """
        wanted = "".join(query.lower().split())
        if not wanted:
            return [one.entry for one in nsmallest(limit, self._entries, key=lambda i: (i.entry.rank, i.place))]
        scored = ((_score(one, wanted), one.entry.rank, len(one.entry.text), one.place, one) for one in self._entries)
        found = nsmallest(limit, (row for row in scored if row[0] is not None), key=lambda row: row[:4])
        return [row[4].entry for row in found]


def _indexed(entry: PaletteEntry, place: int) -> _Indexed:
    names = tuple("".join(name.lower().split()) for name in (entry.text, *entry.aliases))
    letters = {one: None for name in (entry.text, *entry.aliases) for one in initials(name)}
    return _Indexed(entry, place, names, tuple(letters))


def _score(one: _Indexed, wanted: str) -> int | None:
    best: int | None = None
    for values, base in ((one.names, 0), (one.letters, 1)):
        for value in values:
            place = value.find(wanted)
            if place == 0:
                return base
            if place > 0:
                best = 2 + base if best is None else min(best, 2 + base)
    if best is None and len(wanted) > 1 and any(_holds_with_gaps(name, wanted) for name in one.names):
        best = 4
    return best


def _holds_with_gaps(name: str, wanted: str) -> bool:
    place = -1
    for char in wanted:
        place = name.find(char, place + 1)
        if place < 0:
            return False
    return True
