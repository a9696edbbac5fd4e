"""What tells articles apart on the screen: a hue that no neighbour has, and a key that sends blocks to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from cppcc_reader.core.model.annotation_set import AnnotationSet

HUES = 8
"""Number of article hues in every theme."""

ARTICLE_KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""Key of the first, second… article of a page, in page order; later articles have none."""


def assign_hues(annotations: AnnotationSet, previous: Mapping[str, int] | None = None) -> dict[str, int]:
    """Give every article a hue index in ``[0, HUES)``: neighbours on the page never alike, old hues kept.

    An article with more than seven neighbours may share the hue of the least seen one.

    Args:
        previous: hues before the change; an article keeps its own while no neighbour has taken it.
    """
    neighbours = _neighbours(annotations)
    hues: dict[str, int] = {}
    uses: Counter[int] = Counter()
    for number, article in enumerate(annotations.articles):
        taken = Counter(hues[other] for other in neighbours.get(article.id, ()) if other in hues)
        wish = (previous or {}).get(article.id, number % HUES)
        if taken[wish]:
            wish = min(range(HUES), key=lambda hue: (taken[hue], uses[hue], (hue - number) % HUES))
        hues[article.id] = wish
        uses[wish] += 1
    return hues


def article_keys(annotations: AnnotationSet) -> dict[str, str]:
    """Return the key of every article that has one."""
    return {article.id: key for article, key in zip(annotations.articles, ARTICLE_KEYS, strict=False)}


def _neighbours(annotations: AnnotationSet) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    owners = [article.id for article, _segment in annotations.segments_in_page_order() if article is not None]
    for left, right in pairwise(owners):
        if left != right:
            found.setdefault(left, set()).add(right)
            found.setdefault(right, set()).add(left)
    return found
