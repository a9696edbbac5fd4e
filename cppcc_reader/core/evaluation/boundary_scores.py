"""How well the boundaries between neighbouring blocks agree, reading the page from top to bottom.

Pk: Beeferman, Berger and Lafferty 1999. WindowDiff: Pevzner and Hearst 2002. Boundary similarity: Fournier 2013,
here with near misses of one block counted half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from cppcc_reader.core.evaluation.labelling import Labelling

_Compare = Callable[[int, int], bool]


def block_labels(text: str, labelling: Labelling) -> list[str]:
    """Return the article of each non-blank line of the page (the one with most of its characters)."""
    lines: dict[int, Counter[str]] = {}
    line = done = 0
    for place, name in zip(labelling.offsets, labelling.articles, strict=True):
        line += text.count("\n", done, place)
        done = place
        lines.setdefault(line, Counter())[name] += 1
    return [counts.most_common(1)[0][0] for counts in lines.values()]


def boundaries(labels: Sequence[str]) -> list[bool]:
    """Return for each gap between neighbouring blocks whether the article changes there."""
    return [left != right for left, right in pairwise(labels)]


def pk(gold: Sequence[bool], predicted: Sequence[bool]) -> float:
    """Return Pk (0 best): how often two blocks k apart are wrongly held to be in the same or another segment."""
    return _windowed(gold, predicted, lambda left, right: (left > 0) != (right > 0))


def window_diff(gold: Sequence[bool], predicted: Sequence[bool]) -> float:
    """Return WindowDiff (0 best): how often windows of k gaps hold different numbers of boundaries."""
    return _windowed(gold, predicted, lambda left, right: left != right)


def boundary_similarity(gold: Sequence[bool], predicted: Sequence[bool]) -> float:
    """Return the boundary similarity (1 best); 1.0 where neither has a boundary."""
    missed = {place for place, here in enumerate(gold) if here and not predicted[place]}
    added = {place for place, here in enumerate(predicted) if here and not gold[place]}
    both = sum(1 for left, right in zip(gold, predicted, strict=True) if left and right)
    near = 0
    for place in sorted(missed):
        match = next((other for other in (place - 1, place + 1) if other in added), None)
        if match is not None:
            added.discard(match)
            near += 1
    edits = both + near + (len(missed) - near) + len(added)
    return 1.0 if edits == 0 else (both + 0.5 * near) / edits


def _windowed(gold: Sequence[bool], predicted: Sequence[bool], differs: _Compare) -> float:
    gaps = len(gold)
    if gaps == 0:
        return 0.0
    size = max(1, round((gaps + 1) / (2 * (sum(gold) + 1))))
    size = min(size, gaps)
    windows = gaps - size + 1
    wrong = sum(differs(sum(gold[at : at + size]), sum(predicted[at : at + size])) for at in range(windows))
    return wrong / windows
