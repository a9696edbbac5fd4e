"""How naturally a sentence runs over a break: counts of neighbouring characters in printed news."""

from __future__ import annotations

from collections.abc import Mapping


class SentenceFlow:
    """Pointwise mutual information of pairs of characters.

    Args:
        pairs: association of two neighbouring characters, in nats; pairs not listed count ``unseen``.
        starts: log-odds that a paragraph begins with these one to three characters rather than goes on with them.
    """

    def __init__(self, pairs: Mapping[str, float], starts: Mapping[str, float], unseen: float = -1.5) -> None:
        self.pairs = pairs
        self.starts = starts
        self._unseen = unseen

    def across(self, before: str, after: str) -> float:
        """Return how well ``after`` continues ``before``; 0 is chance, above 3 is a broken word."""
        return self.pairs.get(before[-1] + after[0], self._unseen)

    def start(self, text: str) -> float:
        """Return the log-odds that ``text`` begins a paragraph, by its longest known beginning (0 unknown)."""
        for size in (3, 2, 1):
            found = self.starts.get(text[:size])
            if found is not None:
                return found
        return 0.0


NO_FLOW = SentenceFlow({}, {}, 0.0)
