"""Confidences that mean something: raw probabilities corrected by what came true on unseen pages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Calibration:
    """A rising step function: from each raw probability on, the share that was right.

    Attributes:
        steps: (raw probability, share right), rising; empty leaves probabilities as they are.
    """

    steps: tuple[tuple[float, float], ...] = ()
    _starts: tuple[float, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(start for start, _share in self.steps))

    def of(self, raw: float) -> float:
        """Return the confidence of a decision made with a raw probability."""
        if not self.steps:
            return round(raw, 4)
        place = max(0, bisect_right(self._starts, raw) - 1)
        return self.steps[place][1]


@dataclass(frozen=True, slots=True)
class Confidences:
    """The corrections of the three kinds of decision: what a unit follows, that it begins an article, its role."""

    link: Calibration = field(default_factory=Calibration)
    begin: Calibration = field(default_factory=Calibration)
    role: Calibration = field(default_factory=Calibration)
