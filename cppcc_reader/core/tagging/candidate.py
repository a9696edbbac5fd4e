"""What one source of suggestions proposes: a labelled range of a reading text, how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

PER, LOC, ORG, TITLE, TIME = "PER", "LOC", "ORG", "TITLE", "TIME"
LABELS = (PER, LOC, ORG, TITLE, TIME)


class Rank(IntEnum):
    """Precedence among overlapping candidates, lowest first."""

    FALLBACK = 0
    """Only where nothing else is proposed: the same name elsewhere, a listed place."""
    ORDINARY = 1
    """What the sequence model finds."""
    WHOLE_NAME = 2
    """A pattern that holds a longer name than the model saw."""
    CERTAIN = 3
    """A form that leaves no doubt: a date, a byline, 某地政协."""
    PROJECT = 4
    """A project's own rules."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed mention ``[start, end)`` of a reading text.

    Attributes:
        confidence: probability in [0, 1] that both range and label are right.
        reason: short Chinese phrase for people.
        rank: which source goes before others where they overlap (:class:`Rank`); it says nothing about
            how sure the source is.
    """

    start: int
    end: int
    label: str
    confidence: float
    reason: str
    rank: Rank = Rank.ORDINARY

    def overlaps(self, other: Candidate) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
