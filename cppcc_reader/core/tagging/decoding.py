"""The best allowed sequence of tags: begin, inside, end, single, outside (BIES-O)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

_BEGIN, _INSIDE, _END, _SINGLE = range(4)
_NEVER = np.float32(-1e9)


def tag_count(labels: int) -> int:
    """Return how many tags there are for so many labels: four each, and outside."""
    return 1 + 4 * labels


def best_tags(scores: FloatArray, labels: int) -> NDArray[np.int64]:
    """Return the likeliest allowed tags of one piece (Viterbi).

    Args:
        scores: log probabilities, one row per character, one column per tag.
        labels: number of labels.
    """
    start, step, stop = _allowed(labels)
    likeliest: NDArray[np.int64] = scores.argmax(axis=1)
    if not start[likeliest[0]] and not stop[likeliest[-1]] and not step[likeliest[:-1], likeliest[1:]].any():
        # Mostly the likeliest tags are allowed as they are: nothing can be better.
        return likeliest
    back = np.zeros(scores.shape, dtype=np.int64)
    best = scores[0] + start
    for at in range(1, len(scores)):
        paths = best[:, None] + step
        back[at] = paths.argmax(axis=0)
        best = paths.max(axis=0) + scores[at]
    tags = np.zeros(len(scores), dtype=np.int64)
    tags[-1] = int((best + stop).argmax())
    for at in range(len(scores) - 1, 0, -1):
        tags[at - 1] = back[at, tags[at]]
    return tags


def tagged_ranges(tags: NDArray[np.int64], labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield ``(start, end, label)`` of the names that allowed tags spell."""
    start = 0
    for at, tag in enumerate(tags.tolist()):
        if tag == 0:
            continue
        label, position = divmod(tag - 1, 4)
        if position in (_BEGIN, _SINGLE):
            start = at
        if position in (_END, _SINGLE):
            yield start, at + 1, labels[label]


def tags_of(length: int, names: Sequence[tuple[int, int, str]], labels: Sequence[str]) -> NDArray[np.int8]:
    """Return the tags that spell the given names in a text of ``length`` characters; other labels stay outside."""
    tags = np.zeros(length, dtype=np.int8)
    for start, end, label in names:
        if label not in labels:
            continue
        base = 1 + 4 * labels.index(label)
        tags[start:end] = base + _INSIDE
        tags[start], tags[end - 1] = base + _BEGIN, base + _END
        if end - start == 1:
            tags[start] = base + _SINGLE
    return tags


@cache
def _allowed(labels: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return penalties for starting with, passing between, and stopping at tags: nothing or never."""
    count = tag_count(labels)
    opens = np.array([_position(tag) in (None, _BEGIN, _SINGLE) for tag in range(count)])
    closes = np.array([_position(tag) in (None, _END, _SINGLE) for tag in range(count)])
    same = np.array([[a > 0 and b > 0 and (a - 1) // 4 == (b - 1) // 4 for b in range(count)] for a in range(count)])
    step = np.where(closes[:, None], opens[None, :], same & ~opens[None, :])
    return _penalty(opens), _penalty(step), _penalty(closes)


def _position(tag: int) -> int | None:
    return None if tag == 0 else (tag - 1) % 4


def _penalty(allowed: NDArray[np.bool_]) -> FloatArray:
    return np.where(allowed, np.float32(0), _NEVER).astype(np.float32)
