"""Which units of a page share rare words: pairs of characters that few units have."""

from __future__ import annotations

from collections.abc import Sequence

_MOST_UNITS = 7
"""A pair of characters in more units than this says nothing, and would cost quadratic time."""
_LONGEST_WORD = 8
_ALIKE = frozenset("。,、;:!?“”‘’()『』「」《》〈〉 0123456789的了和是在一不")


class Similarity:
    """Rare character pairs in common, as weights per pair of units."""

    def __init__(self, texts: Sequence[str]) -> None:
        postings: dict[str, list[int]] = {}
        for index, text in enumerate(texts):
            for gram in set(map(str.__add__, text, text[1:])):
                postings.setdefault(gram, []).append(index)
        self._texts = texts
        self._postings = postings
        self._weights: dict[tuple[int, int], float] = {}
        for gram, members in postings.items():
            if 2 <= len(members) <= _MOST_UNITS and not (gram[0] in _ALIKE or gram[1] in _ALIKE):
                self._count(members, 1.0 / (len(members) - 1))

    def _count(self, members: list[int], weight: float) -> None:
        weights = self._weights
        for place, left in enumerate(members):
            for right in members[place + 1 :]:
                key = (left, right)
                weights[key] = weights.get(key, 0.0) + weight

    def between(self, left: int, right: int) -> float:
        """Return the weight of what two units share (0 where nothing)."""
        return self._weights.get((left, right) if left < right else (right, left), 0.0)

    def between_groups(self, lefts: Sequence[int], rights: Sequence[int]) -> float:
        """Return the weight of what two groups of units share."""
        weights = self._weights
        total = 0.0
        for left in lefts:
            for right in rights:
                total += weights.get((left, right) if left < right else (right, left), 0.0)
        return total

    def words_in_common(self, lefts: Sequence[int], rights: Sequence[int], most: int = 3) -> list[str]:
        """Return the longest rare strings that two groups of units share, at most ``most``."""
        left = "\n".join(self._texts[index] for index in lefts)
        right = "\n".join(self._texts[index] for index in rights)
        found: list[str] = []
        place = 0
        while place + 1 < len(right):
            size = self._shared_run(left, right, place)
            if size:
                found.append(right[place : place + size])
            place += max(size, 1)
        longest = sorted(dict.fromkeys(found), key=lambda word: (-len(word), right.find(word)))
        return longest[:most]

    def _shared_run(self, left: str, right: str, place: int) -> int:
        """Return the length of the rare string at ``place`` of ``right`` that ``left`` has too, 0 for none."""
        size = 0
        while place + size + 1 < len(right) and size < _LONGEST_WORD:
            gram = right[place + size : place + size + 2]
            if not self._is_rare(gram) or right[place : place + size + 2] not in left:
                break
            size += 1
        return size + 1 if size else 0

    def _is_rare(self, gram: str) -> bool:
        return 2 <= len(self._postings.get(gram, ())) <= _MOST_UNITS and gram[0] not in _ALIKE and gram[1] not in _ALIKE
