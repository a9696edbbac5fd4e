"""Learning what texts are about: parts of one article point the same way, parts of others do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cppcc_reader.core.segmentation.meaning import NO_MEANING, Meaning
from cppcc_reader.core.segmentation.topics import Indexes
from cppcc_reader.core.segmentation.word_overlap import WordOverlap

Floats = NDArray[np.float32]
Progress = Callable[[str], None]


class Chance(Protocol):
    """Draws whole numbers, as ``random.Random`` does."""

    def randint(self, a: int, b: int) -> int:
        """Return a number from ``a`` to ``b``, both included."""


_SHORTEST_PART = 9
_PARTS = (80, 260)
"""Long paragraphs are cut into parts of a length between these, as columns cut them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningOptions:
    """How to learn.

    Attributes:
        pairs: how many pairs of characters get a vector, the most frequent ones.
        size: numbers in a vector.
        steps: imitated pages to learn from, each of so many ``articles`` with at most so many ``parts``.
        sharpness: factor on cosines in the softmax.
        rate: learning rate of Adagrad (Duchi, Hazan and Singer 2011), falling to nothing.
    """

    pairs: int = 40_000
    size: int = 48
    steps: int = 7_000
    articles: int = 12
    parts: int = 6
    sharpness: float = 8.0
    rate: float = 0.15
    seed: int = 7


def learn_meaning(
    articles: Sequence[Sequence[str]], options: MeaningOptions, chance_of: Callable[[int], Chance], progress: Progress
) -> Meaning:
    """Return a model of meaning learned from articles, each a sequence of folded heads and paragraphs.

    Too few articles for one imitated page give the empty model.

    Args:
        chance_of: decides, given the number of an article, where its long paragraphs are cut.
    """
    told = [list(_parts(article, chance_of(number))) for number, article in enumerate(articles)]
    told = [parts for parts in told if len(parts) > 1]
    if len(told) < options.articles:
        return NO_MEANING
    learner = _Learner(told, options)
    for step in range(options.steps):
        loss = learner.step(1.0 - step / options.steps)
        if step % 1000 == 0:
            progress(f"  意思 第 {step} 步，损失 {loss:.3f}")
    # As the model file will hold it: what is learned from it later must see the same numbers.
    return Meaning.from_data(learner.meaning().to_data())


def _parts(article: Sequence[str], chance: Chance) -> Iterator[str]:
    for text in article:
        rest = text
        while len(rest) > _PARTS[1]:
            cut = chance.randint(*_PARTS)
            yield rest[:cut]
            rest = rest[cut:]
        if len(rest) >= _SHORTEST_PART:
            yield rest


class _Learner:
    """Keeps vectors and the squares of their gradients; every step imitates one page."""

    def __init__(self, articles: Sequence[Sequence[str]], options: MeaningOptions) -> None:
        self._options = options
        self._random = np.random.default_rng(options.seed)
        texts = [part for article in articles for part in article]
        self._article_starts = np.cumsum([0, *map(len, articles)])
        self._codes, share, rows, self._text_starts = _vocabulary(texts, options.pairs)
        self._rows = rows
        weight = np.log(len(texts) / share)
        noise = self._random.standard_normal((len(self._codes), options.size))
        self._vectors: Floats = (0.1 * noise * (weight / weight.mean())[:, None]).astype(np.float32)
        self._squares: Floats = np.full(self._vectors.shape, 1e-3, dtype=np.float32)

    def meaning(self) -> Meaning:
        return Meaning(self._codes, self._vectors)

    def step(self, share_left: float) -> float:
        """Learn from one imitated page; return its loss."""
        texts, owners = self._draw()
        starts, stops = self._text_starts[texts], self._text_starts[texts + 1]
        rows = np.concatenate([self._rows[start:stop] for start, stop in zip(starts, stops, strict=True)])
        bags = np.repeat(np.arange(len(texts)), stops - starts)
        sums = np.add.reduceat(self._vectors[rows], np.cumsum(np.append(0, (stops - starts)[:-1])), axis=0)
        loss, gradient = _contrast(sums, owners, self._options.sharpness)
        self._descend(rows, gradient[bags], self._options.rate * share_left)
        return loss

    def _draw(self) -> tuple[Indexes, Indexes]:
        """Return parts of a few articles, and which article each is of."""
        found, owners = [], []
        drawn = self._random.choice(len(self._article_starts) - 1, self._options.articles, replace=False)
        for owner, article in enumerate(drawn.tolist()):
            parts = np.arange(self._article_starts[article], self._article_starts[article + 1])
            parts = parts[self._text_starts[parts] < self._text_starts[parts + 1]]
            if len(parts) > self._options.parts:
                parts = np.sort(self._random.choice(parts, self._options.parts, replace=False))
            found.append(parts)
            owners.append(np.full(len(parts), owner))
        return np.concatenate(found), np.concatenate(owners)

    def _descend(self, rows: Indexes, gradients: Floats, rate: float) -> None:
        order = np.argsort(rows, kind="stable")
        ordered = rows[order]
        first = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
        total = np.add.reduceat(gradients[order], first, axis=0)
        touched = ordered[first]
        self._squares[touched] += total * total
        self._vectors[touched] -= np.float32(rate) * total / np.sqrt(self._squares[touched])


def _contrast(sums: Floats, owners: Indexes, sharpness: float) -> tuple[float, Floats]:
    """Return the loss of telling each part's companions from the rest by cosine, and its gradient in the sums."""
    norms = np.sqrt((sums * sums).sum(axis=1) + 1e-4)[:, None]
    directions = sums / norms
    scores = sharpness * directions @ directions.T
    np.fill_diagonal(scores, -1e9)
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    wanted = (owners[:, None] == owners[None, :]).astype(np.float32)
    np.fill_diagonal(wanted, 0.0)
    companions = wanted.sum(axis=1, keepdims=True)
    wanted /= np.maximum(companions, 1.0)
    weight = (companions > 0).astype(np.float32)
    weight /= max(1.0, float(weight.sum()))
    loss = -float((weight * wanted * np.log(shares + 1e-9)).sum())
    slope = (shares - wanted) * weight
    turned = sharpness * (slope + slope.T) @ directions
    gradient: Floats = (turned - (turned * directions).sum(axis=1, keepdims=True) * directions) / norms
    return loss, gradient.astype(np.float32)


def _vocabulary(texts: Sequence[str], most: int) -> tuple[Indexes, Indexes, Indexes, Indexes]:
    """Return the frequent pairs, in how many texts each is, and the rows of each text with where they start."""
    owners, codes = WordOverlap(texts).pairs
    distinct, seen = np.unique(codes, return_counts=True)
    kept = np.sort(np.argsort(-seen, kind="stable")[:most])
    pairs = distinct[kept]
    owners, rows = Meaning(pairs, np.zeros((len(pairs), 1), dtype=np.float32)).known(owners, codes)
    order = np.argsort(owners, kind="stable")
    starts = np.searchsorted(owners[order], np.arange(len(texts) + 1))
    return pairs, seen[kept], rows[order], starts
