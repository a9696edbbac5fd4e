"""Counting how sentences run on and how paragraphs begin, from gold pages."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cppcc_reader.core.segmentation.ngrams import Followers, runs_on
from cppcc_reader.core.segmentation.sentence_flow import SentenceFlow

_PAIR_SEEN = 6
_START_SEEN = 10
_STRIDE = 5
_FIRST_CUT = 11
_LONGEST_RUN = 3
_RUN_SEEN = 3
"""A run of three characters seen less often is not kept: it would be a copy of somebody's text, and of no use."""
_SENTENCE = re.compile(r"[^。!?\n]+[。!?]?[”’』」)]*")


@dataclass(frozen=True, slots=True)
class FlowCounts:
    """What was counted: the flow as the program will use it, and the exact counts behind it.

    Attributes:
        flow: for the model file.
        runs: how often runs of one to three characters stand in distinct sentences.
    """

    flow: SentenceFlow
    runs: Counter[str]

    def without(self, paragraphs: Iterable[str]) -> SentenceFlow:
        """Return the flow as it would be without the sentences of these paragraphs, for learning from them."""
        return FlowWithout(
            self.flow.pairs, self.flow.starts, self.flow.followers, runs=self.runs, own=count_runs(paragraphs)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowWithout(SentenceFlow):
    """A flow that has not seen some sentences: else a training page would find its own seams in the counts."""

    runs: Counter[str]
    own: Counter[str]

    def runs_on(self, before: str, after: str) -> float:
        """Return what the flow would say of a break without the sentences left out."""
        return runs_on(before, after, self._count, self.followers.total)

    def _count(self, run: str) -> int:
        left = self.runs[run] - self.own[run]
        return left if left >= _RUN_SEEN or len(run) < _LONGEST_RUN else 0


def count_runs(paragraphs: Iterable[str]) -> Counter[str]:
    """Count the runs of one to three characters in the distinct sentences of paragraphs."""
    runs: Counter[str] = Counter()
    for sentence in {found for text in paragraphs for found in _SENTENCE.findall(text)}:
        runs.update(sentence)
        runs.update(map(str.__add__, sentence, sentence[1:]))
        runs.update(sentence[place : place + _LONGEST_RUN] for place in range(len(sentence) - 2))
    return runs


def count_flow(paragraphs: Sequence[str]) -> FlowCounts:
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
    runs = count_runs(paragraphs)
    kept = {run: count for run, count in runs.items() if count >= _RUN_SEEN or len(run) < _LONGEST_RUN}
    followers = Followers.of_counts(kept)
    return FlowCounts(SentenceFlow(_associations(single, pairs), _start_odds(starts, middles), followers), runs)


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
