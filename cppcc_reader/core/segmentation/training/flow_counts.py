"""Counting how sentences run on and how paragraphs begin, from gold pages."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from cppcc_reader.core.segmentation.sentence_flow import SentenceFlow

_PAIR_SEEN = 6
_START_SEEN = 10
_STRIDE = 5
_FIRST_CUT = 11


def count_flow(paragraphs: Iterable[str]) -> SentenceFlow:
    """Return the flow model of folded paragraphs (whole ones: each begins where a paragraph begins)."""
    single: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    middles: Counter[str] = Counter()
    for text in paragraphs:
        single.update(text)
        pairs.update(map(str.__add__, text, text[1:]))
        starts.update((text[:1], text[:2], text[:3]))
        for place in range(_FIRST_CUT, len(text) - 3, _STRIDE):
            middles.update((text[place], text[place : place + 2], text[place : place + 3]))
    return SentenceFlow(_associations(single, pairs), _start_odds(starts, middles))


def _associations(single: Counter[str], pairs: Counter[str]) -> dict[str, float]:
    total = sum(single.values())
    return {
        pair: round(math.log(count * total / (single[pair[0]] * single[pair[1]])), 1)
        for pair, count in pairs.items()
        if count >= _PAIR_SEEN
    }


def _start_odds(starts: Counter[str], middles: Counter[str]) -> dict[str, float]:
    all_starts = sum(count for gram, count in starts.items() if len(gram) == 1) or 1
    all_middles = sum(count for gram, count in middles.items() if len(gram) == 1) or 1
    return {
        gram: round(math.log((starts[gram] + 0.5) / all_starts) - math.log((middles[gram] + 0.5) / all_middles), 1)
        for gram in sorted(starts.keys() | middles.keys())
        if starts[gram] + middles[gram] >= _START_SEEN
    }
