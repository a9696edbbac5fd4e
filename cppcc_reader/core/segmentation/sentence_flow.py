"""How naturally a sentence runs over a break: counts of neighbouring characters in printed news."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cppcc_reader.core.segmentation.ngrams import NOT_COUNTED, Followers, runs_on


@dataclass(frozen=True, slots=True)
class SentenceFlow:
    """What printed news says of breaks.

    Attributes:
        pairs: association of two neighbouring characters (pointwise mutual information), in nats.
        starts: log-odds that a paragraph begins with these one to three characters rather than goes on with them.
        followers: how often up to three characters follow one another.
        unseen: association of pairs that are not listed.
    """

    pairs: Mapping[str, float]
    starts: Mapping[str, float]
    followers: Followers = NOT_COUNTED
    unseen: float = -1.5

    def across(self, before: str, after: str) -> float:
        """Return how well ``after`` continues ``before`` by the two characters at the break; 0 is chance."""
        return self.pairs.get(before[-1] + after[0], self.unseen)

    def best_pair(self, lasts: Iterable[str], firsts: Iterable[str], least: float) -> float:
        """Return the best association of any of the last characters with any of the first ones, at least ``least``."""
        known = self.pairs.get
        return max([least, *(known(last + first, self.unseen) for last in lasts for first in firsts)])

    def runs_on(self, before: str, after: str) -> float:
        """Return how well ``after`` continues ``before`` by two characters on either side; 0 is chance."""
        return runs_on(before, after, self.followers.count, self.followers.total)

    def start(self, text: str) -> float:
        """Return the log-odds that ``text`` begins a paragraph, by its longest known beginning (0 unknown)."""
        for size in (3, 2, 1):
            found = self.starts.get(text[:size])
            if found is not None:
                return found
        return 0.0
