"""Finding many written-out names in a text, in time that does not grow with their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from operator import add

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

    def matches(
        self, text: str, fits: Callable[[int, int], bool] = lambda _start, _end: True
    ) -> Iterator[tuple[int, int]]:
        """Yield the ranges of names in a text, without overlaps.

        Args:
            text: any text.
            fits: tells of a range whether it may be a name there.
        """
        done = 0
        for at in self.possible_starts(text):
            end = next((end for end in self.ends_at(text, at) if fits(at, end)), None) if at >= done else None
            if end is not None:
                done = end
                yield at, done

    def possible_starts(self, text: str) -> list[int]:
        """Return the places where two characters stand with which some name begins, in order."""
        lengths = self._lengths
        # One pass in C over all pairs of characters: most begin no name.
        return [at for at, pair in enumerate(map(add, text, text[1:])) if pair in lengths]

    def ends_at(self, text: str, at: int) -> list[int]:
        """Return where the names end that begin at a place, the longest first."""
        lengths, names, last = self._lengths[text[at : at + _HEAD]], self._names, len(text) - at
        return [at + length for length in lengths if length <= last and text[at : at + length] in names]
