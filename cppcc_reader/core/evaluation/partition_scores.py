"""How well one partition of a page's characters agrees with another.

B-cubed: Bagga and Baldwin 1998. Adjusted Rand index: Hubert and Arabie 1985. Correction operations: the
splits and merges that lead from one partition to the other, as counted by the NewsEye project.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from cppcc_reader.core.evaluation.labelling import FURNITURE, Labelling
from cppcc_reader.core.model.role import BODY_ROLES


@dataclass(frozen=True, slots=True)
class ExactCount:
    """Gold articles of a page, those found exactly, and those also read in the gold order."""

    gold: int
    exact: int
    ordered: int


def count_exact(gold: Labelling, predicted: Labelling) -> ExactCount:
    """Count the gold articles whose characters form exactly one predicted article, and whose text reads alike."""
    by_characters = {frozenset(order): name for name, order in predicted.order.items()}
    exact = ordered = 0
    for order in gold.order.values():
        name = by_characters.get(frozenset(order))
        if name is None:
            continue
        exact += 1
        text = [place for place in order if gold.roles[place] in BODY_ROLES]
        counted = set(text)
        ordered += text == [place for place in predicted.order[name] if place in counted]
    return ExactCount(len(gold.order), exact, ordered)


def b_cubed(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Return the B-cubed F1 of two labellings of the same characters (1.0 for no characters)."""
    if not gold:
        return 1.0
    cells = Counter(zip(gold, predicted, strict=True))
    gold_sizes, predicted_sizes = Counter(gold), Counter(predicted)
    precision = sum(n * n / predicted_sizes[p] for (_g, p), n in cells.items()) / len(gold)
    recall = sum(n * n / gold_sizes[g] for (g, _p), n in cells.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def adjusted_rand(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Return the adjusted Rand index of two labellings of the same characters (1.0 where both are trivial alike)."""
    pairs = comb(len(gold), 2)
    if pairs == 0:
        return 1.0
    together = sum(comb(n, 2) for n in Counter(zip(gold, predicted, strict=True)).values())
    in_gold = sum(comb(n, 2) for n in Counter(gold).values())
    in_predicted = sum(comb(n, 2) for n in Counter(predicted).values())
    expected = in_gold * in_predicted / pairs
    largest = (in_gold + in_predicted) / 2
    return 1.0 if largest == expected else (together - expected) / (largest - expected)


def correction_operations(gold: Sequence[str], predicted: Sequence[str]) -> int:
    """Return how many splits and merges turn the predicted partition into the gold one.

    Furniture is one group like an article: sending a block there is a split and a merge.
    """
    cells = len(set(zip(gold, predicted, strict=True)))
    return (cells - len(set(predicted))) + (cells - len(set(gold)))


def is_article(name: str) -> bool:
    """Tell whether a label names an article (not furniture)."""
    return name != FURNITURE
