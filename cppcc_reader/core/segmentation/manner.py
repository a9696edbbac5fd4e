"""How a page was set: with whole paragraphs, or with paragraphs that its columns break."""

from __future__ import annotations

from collections.abc import Sequence

from cppcc_reader.core.segmentation.facts import Facts

_LONG = 60
"""Characters from which a unit that ends without a stop is no head but breaks off."""
_WHOLE, _TORN = 0.02, 0.15
"""Shares of long units that break off, below which a page is whole and above which it is torn."""


def manner_of(facts: Sequence[Facts]) -> str:
    """Return 整 where columns break hardly any paragraph, 断 where they break many, 间 between.

    On a page of whole paragraphs articles are rarely torn apart, so the order of the page weighs more.
    """
    long = [fact.ends_open for fact in facts if fact.length > _LONG]
    broken = sum(long) / max(1, len(long))
    if broken < _WHOLE:
        return "整"
    return "断" if broken > _TORN else "间"
