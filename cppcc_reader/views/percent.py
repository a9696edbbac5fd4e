"""Probabilities in words."""

from __future__ import annotations

_WHOLE = 100
_DUST = 1e-9
"""Lifts 0.29 * 100, which is 28.999…, over its whole number."""


def percent(share: float) -> str:
    """Return a share as a whole percentage, rounded down: a doubt below 80 % never reads as 80 %."""
    return f"{int(share * _WHOLE + _DUST)}%"
