"""What the role stage hands to the later ones."""

from __future__ import annotations

from dataclasses import dataclass

from cppcc_reader.core.model.role import Role


@dataclass(frozen=True, slots=True)
class RoleGuess:
    """The role of a unit's main piece.

    Attributes:
        confidence: probability that the role is right.
        reason: short Chinese phrase.
        inside: probability that the unit begins in the middle of a sentence.
        other: second-best role and its probability, or None.
        headline, subhead, body: probability that it is a title of any kind, a subhead, text.
    """

    role: Role
    confidence: float
    reason: str
    inside: float = 0.0
    other: tuple[Role, float] | None = None
    headline: float = 0.0
    subhead: float = 0.0
    body: float = 0.0
