"""What one source of suggestions proposes: a labelled range of a reading text, how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass

PER, LOC, ORG, TITLE, TIME = "PER", "LOC", "ORG", "TITLE", "TIME"
LABELS = (PER, LOC, ORG, TITLE, TIME)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed mention ``[start, end)`` of a reading text.

    Attributes:
        confidence: probability in [0, 1] that both range and label are right.
        reason: short Chinese phrase for people.
    """

    start: int
    end: int
    label: str
    confidence: float
    reason: str

    def overlaps(self, other: Candidate) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
