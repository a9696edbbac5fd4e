"""Which units of a page share words: exact weights for rare pairs of characters, cosines for what they are about.

Pairs of characters stand for words: no dictionary is needed, and names that no dictionary knows count too.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cppcc_reader.core.segmentation.topics import Indexes, Topics, Weights

_RARE = 7
"""A pair of characters in more units than this is not rare; the bound keeps the work linear."""
_TOPIC_SHARE = 0.35
"""A pair of characters in more than this share of the units says nothing about any of them."""
_DIMENSIONS = 256
_MIXER = 2654435761
_SAYS_NOTHING = frozenset(map(ord, "。,、;:!?“”‘’()『』「」《》〈〉【】—…·\n 0123456789%的了和是在一不有为对中与等"))
_STOP = np.asarray(sorted(_SAYS_NOTHING), dtype=np.int64)


class WordOverlap:
    """Words in common between the units of a page.

    Attributes:
        count: number of units.
        pairs: owner and code of each distinct pair of characters of each unit, ordered by code, then owner.
        topics: what the units are about by the words of this page alone.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.count = len(texts)
        self._texts = texts
        owners, codes = _pairs(texts)
        self._keys, self._weights = _rare_pairs(owners, codes, self.count)
        self.pairs = owners, codes
        self.topics = Topics(_topic_sums(owners, codes, self.count))

    def rare(self, lefts: Indexes, rights: Indexes) -> Weights:
        """Return for pairs of units the weight of the rare pairs of characters that both have."""
        if not len(self._keys):
            return np.zeros(len(lefts))
        wanted = np.minimum(lefts, rights) * self.count + np.maximum(lefts, rights)
        place = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        return np.where(self._keys[place] == wanted, self._weights[place], 0.0)

    def rare_between(self, left_spans: tuple[Indexes, Indexes], right_spans: tuple[Indexes, Indexes]) -> Weights:
        """Return the same between groups of neighbouring units ``[start, stop)``, few units each."""
        reach = [int((stops - starts).max(initial=0)) for starts, stops in (left_spans, right_spans)]
        if not all(reach):
            return np.zeros(len(left_spans[0]))
        ones = left_spans[0][:, None, None] + np.arange(reach[0])[None, :, None]
        others = right_spans[0][:, None, None] + np.arange(reach[1])[None, None, :]
        there = (ones < left_spans[1][:, None, None]) & (others < right_spans[1][:, None, None])
        groups, lefts, rights = np.nonzero(there)
        weights = self.rare(left_spans[0][groups] + lefts, right_spans[0][groups] + rights)
        total: Weights = np.zeros(len(left_spans[0]))
        np.add.at(total, groups, weights)
        return total

    def words_in_common(self, lefts: Sequence[int], rights: Sequence[int], most: int = 3) -> list[str]:
        """Return the longest strings that two groups of units share, at most ``most``, for a person to read."""
        left = "\n".join(self._texts[index] for index in lefts)
        right = "\n".join(self._texts[index] for index in rights)
        both = set(map(str.__add__, left, left[1:])) & set(map(str.__add__, right, right[1:]))
        found: dict[str, int] = {}
        done = 0
        for place in range(len(right) - 1):
            if place >= done and right[place : place + 2] in both:
                size = _shared_run(left, right, place)
                if size >= 2:
                    found.setdefault(right[place : place + size], place)
                done = place + max(size, 1)
        return sorted(found, key=lambda word: (-len(word), found[word]))[:most]


_LONGEST_WORD = 8


def _shared_run(left: str, right: str, place: int) -> int:
    size = 0
    while place + size < len(right) and size < _LONGEST_WORD:
        if ord(right[place + size]) in _SAYS_NOTHING or right[place : place + size + 1] not in left:
            break
        size += 1
    return size


def _pairs(texts: Sequence[str]) -> tuple[Indexes, Indexes]:
    """Return each distinct (unit, pair of characters) once, ordered by pair, then unit."""
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    joined = "".join(texts)
    if len(joined) < 2:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    chars = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    owner = np.repeat(np.arange(len(texts)), lengths)
    telling = ~np.isin(chars, _STOP)
    kept = (owner[1:] == owner[:-1]) & telling[1:] & telling[:-1]
    codes = ((chars[:-1] << 21) | chars[1:])[kept]
    owners = owner[:-1][kept]
    order = np.lexsort((owners, codes))
    codes, owners = codes[order], owners[order]
    first = np.ones(len(codes), dtype=bool)
    first[1:] = (codes[1:] != codes[:-1]) | (owners[1:] != owners[:-1])
    return owners[first], codes[first]


def _runs(codes: Indexes) -> tuple[Indexes, Indexes]:
    """Return where each distinct code starts in a sorted array, and how often it stands there."""
    if not len(codes):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.append(True, codes[1:] != codes[:-1]))
    sizes: Indexes = np.diff(np.append(starts, len(codes))).astype(np.int64)
    return starts, sizes


def _rare_pairs(owners: Indexes, codes: Indexes, count: int) -> tuple[Indexes, Weights]:
    """Return the sorted keys ``left * count + right`` of units that share rare pairs, with summed weights."""
    starts, sizes = _runs(codes)
    keys, weights = [], []
    for size in range(2, _RARE + 1):
        members = owners[starts[sizes == size][:, None] + np.arange(size)]
        for left in range(size):
            for right in range(left + 1, size):
                keys.append(members[:, left] * count + members[:, right])
                weights.append(np.full(len(members), 1.0 / (size - 1)))
    all_keys = np.concatenate(keys) if keys else np.zeros(0, dtype=np.int64)
    if not len(all_keys):
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    distinct, inverse = np.unique(all_keys, return_inverse=True)
    summed = np.bincount(inverse, weights=np.concatenate(weights), minlength=len(distinct))
    return distinct, summed.astype(np.float64)


def _topic_sums(owners: Indexes, codes: Indexes, count: int) -> NDArray[np.float32]:
    """Return running sums over units of their weighted words, hashed into few dimensions with signs."""
    _starts, sizes = _runs(codes)
    weight = np.where(
        (sizes >= 2) & (sizes <= max(3.0, _TOPIC_SHARE * count)), np.log((count + 1.0) / np.maximum(sizes, 1)), 0.0
    )
    per_entry = np.repeat(weight, sizes)
    used = per_entry > 0.0
    mixed = (codes[used].astype(np.uint64) * np.uint64(_MIXER)) & np.uint64(0xFFFFFFFF)
    place = (mixed >> np.uint64(10)) % np.uint64(_DIMENSIONS)
    sign = np.where((mixed >> np.uint64(9)) & np.uint64(1), 1.0, -1.0)
    cells = (owners[used] + 1) * _DIMENSIONS + place.astype(np.int64)
    sums = np.bincount(cells, weights=per_entry[used] * sign, minlength=(count + 1) * _DIMENSIONS)
    return np.cumsum(sums.reshape(count + 1, _DIMENSIONS), axis=0).astype(np.float32)
