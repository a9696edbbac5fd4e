"""The one place where text is cut into words: by jieba, or by its faster twin rjieba where that is installed."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from functools import cache

CutFunction = Callable[[str], list[str]]


def cut(text: str) -> list[str]:
    """Cut text into words; joined together the words are the text again.

    Lone surrogates, which the faster cutter cannot read, are words of their own.
    """
    if not text:
        return []
    try:
        return _cutter()(text)
    except UnicodeEncodeError:
        return _jieba_cutter()(text)


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return the words of a text as half-open ranges, in order and without a gap."""
    spans: list[tuple[int, int]] = []
    start = 0
    for word in cut(text):
        spans.append((start, start + len(word)))
        start += len(word)
    return spans


@cache
def _cutter() -> CutFunction:
    try:
        import rjieba
    except ImportError:
        return _jieba_cutter()
    return lambda text: list(rjieba.cut(text))


@cache
def _jieba_cutter() -> CutFunction:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    # Jieba keeps its prefix table in the shared temporary folder, where another user may have put anything
    # under that name: a private folder, gone again once the table is in memory.
    with tempfile.TemporaryDirectory(prefix="cppcc-reader-") as private:
        jieba.dt.tmp_dir = private
        jieba.initialize()
    return lambda text: list(jieba.cut(text))
