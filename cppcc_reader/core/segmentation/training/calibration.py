"""From raw probabilities to confidences that keep their word."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cppcc_reader.core.segmentation.confidence import Calibration

_SMALLEST_STEP = 60
_CAUTION = 1.0
"""Standard errors taken off each step's share of right answers."""


def calibrate(outcomes: Sequence[tuple[float, bool]]) -> Calibration:
    """Fit a rising step function from raw probability to the share that is right (pool adjacent violators).

    Args:
        outcomes: (raw probability, right or not) of decisions on pages the model has not seen.
    """
    ordered = sorted(outcomes)
    pools: list[list[float]] = []  # [first raw value, right, total]
    for start in range(0, len(ordered), _SMALLEST_STEP):
        chunk = ordered[start : start + _SMALLEST_STEP]
        pools.append([chunk[0][0], float(sum(right for _raw, right in chunk)), float(len(chunk))])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            _first, right, total = pools.pop()
            pools[-1][1] += right
            pools[-1][2] += total
    return Calibration(tuple((round(first, 5), _cautious(right, total)) for first, right, total in pools))


def _cautious(right: float, total: float) -> float:
    share = (right + 0.5) / (total + 1.0)
    error = math.sqrt(share * (1.0 - share) / total)
    return round(max(0.01, min(0.999, share - _CAUTION * error)), 4)
