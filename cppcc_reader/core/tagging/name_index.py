"""Finding many written-out names in a text, in time that does not grow with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

_HEAD = 2


class NameIndex:
    """Names of two characters or more, found from left to right, the longest where several begin at one place."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names; shorter ones are left out."""
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        self._names = frozenset(name for name in names if len(name) >= _HEAD)
        for name in self._names:
            lengths[name[:_HEAD]].add(len(name))
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}

    def matches(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the ranges of names in a text, without overlaps."""
        at = 0
        while at < len(text) - 1:
            end = next(self.ends_at(text, at), None)
            if end is not None:
                yield at, end
            at = at + 1 if end is None else end

    def ends_at(self, text: str, at: int) -> Iterator[int]:
        """Yield where the names end that begin at a place, the longest first."""
        for length in self._lengths.get(text[at : at + _HEAD], ()):
            if at + length <= len(text) and text[at : at + length] in self._names:
                yield at + length
