"""Strict scores of entity mentions: right only if fragments and label are the gold's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.span import Span

MentionKey = tuple[str, tuple[tuple[int, int], ...]]
"""Label and fragments by position: what makes two mentions the same."""


@dataclass(frozen=True, slots=True)
class SpanScore:
    """Counts of mentions that are right, found and in the gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: SpanScore) -> SpanScore:
        return SpanScore(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 where there is no gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both: 2·right / (found + gold); 0 where there is neither."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def score_mentions(
    gold: Iterable[Mention],
    found: Iterable[Mention],
    *,
    labels: Sequence[str],
    ambiguous: Sequence[tuple[int, int]] = (),
) -> dict[str, SpanScore]:
    """Return the strict score per label; add up the values for the micro score.

    Args:
        labels: which to count.
        ambiguous: ranges of the page where mentions of either side are left out.
    """
    wanted = _keys(gold, labels, ambiguous)
    given = _keys(found, labels, ambiguous)
    right = _counts(wanted & given)
    in_gold, in_found = _counts(wanted), _counts(given)
    return {label: SpanScore(right[label], in_found[label], in_gold[label]) for label in labels}


def micro(scores: Mapping[str, SpanScore]) -> SpanScore:
    """Return the score over all labels together."""
    return sum(scores.values(), SpanScore())


def precision_above(
    gold: Iterable[Mention], found: Iterable[Mention], *, confidence: float, ambiguous: Sequence[tuple[int, int]] = ()
) -> tuple[int, int]:
    """Return how many suggestions of at least this confidence there are, and how many of them are right."""
    found = list(found)
    sure = [one for one in found if one.evidence is not None and one.evidence.confidence >= confidence]
    labels = sorted({one.label for one in sure})
    given = _keys(sure, labels, ambiguous)
    return len(given), len(given & _keys(gold, labels, ambiguous))


def mention_key(mention: Mention) -> MentionKey:
    """Return what makes a mention the same as another."""
    return mention.label, tuple(sorted((one.start, one.end) for one in mention.fragments))


def _keys(mentions: Iterable[Mention], labels: Sequence[str], ambiguous: Sequence[tuple[int, int]]) -> set[MentionKey]:
    ranges = [Span(start, end) for start, end in ambiguous]
    return {
        mention_key(one)
        for one in mentions
        if one.label in labels and not any(part.overlaps(span) for part in one.fragments for span in ranges)
    }


def _counts(keys: Iterable[MentionKey]) -> Counter[str]:
    return Counter(label for label, _fragments in keys)
