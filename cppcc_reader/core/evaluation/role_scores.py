"""How often roles and joins are right."""

from __future__ import annotations

from dataclasses import dataclass

from cppcc_reader.core.evaluation.labelling import Labelling
from cppcc_reader.core.model.role import Role, coarse_role


@dataclass(frozen=True, slots=True)
class Share:
    """So many right out of so many; adds up over pages."""

    right: int = 0
    total: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.total + other.total)

    @property
    def rate(self) -> float:
        """The share that is right; 1.0 where nothing was to be judged."""
        return self.right / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Overlap:
    """Things found in both, in gold and in the prediction; adds up over pages."""

    both: int = 0
    gold: int = 0
    predicted: int = 0

    def __add__(self, other: Overlap) -> Overlap:
        return Overlap(self.both + other.both, self.gold + other.gold, self.predicted + other.predicted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1.0 where neither has any."""
        return 2 * self.both / (self.gold + self.predicted) if self.gold + self.predicted else 1.0


def coarse_roles(gold: Labelling, predicted: Labelling) -> Share:
    """Return over how many characters the coarse roles agree."""
    pairs = list(zip(gold.roles, predicted.roles, strict=True))
    return Share(sum(coarse_role(left) == coarse_role(right) for left, right in pairs), len(pairs))


def exact_roles_outside_body(gold: Labelling, predicted: Labelling) -> Share:
    """Return over how many characters that are not body in the gold the exact roles agree."""
    pairs = [pair for pair in zip(gold.roles, predicted.roles, strict=True) if pair[0] is not Role.BODY]
    return Share(sum(left is right for left, right in pairs), len(pairs))


def joins(gold: Labelling, predicted: Labelling) -> Overlap:
    """Return how many joins (of these two places) both readings have."""
    return Overlap(len(gold.joins & predicted.joins), len(gold.joins), len(predicted.joins))
