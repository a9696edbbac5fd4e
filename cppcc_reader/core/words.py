"""The one place where text is cut into words: by jieba, or by its faster twin rjieba where that is installed."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable
from functools import cache
from typing import Any

CutFunction = Callable[[str], list[str]]


def cut(text: str) -> list[str]:
    """Cut text into words; joined together the words are the text again.

    A lone surrogate, which the faster cutter cannot read, is cut by jieba itself.
    """
    try:
        return _fastest_cutter()(text)
    except UnicodeEncodeError:
        return jieba_cutter()(text)


def word_spans(text: str) -> list[tuple[int, int]]:
    """Return the words of a text as half-open ranges, in order and without a gap."""
    spans: list[tuple[int, int]] = []
    start = 0
    for word in cut(text):
        spans.append((start, start + len(word)))
        start += len(word)
    return spans


@cache
def jieba_tokenizer() -> Any:
    """Return jieba's own tokenizer, with its dictionary read once.

    Jieba would keep a prefix table in the shared temporary folder and trust whatever lies there under that
    name; building the table here costs under a second and leaves nothing behind.
    """
    jieba = importlib.import_module("jieba")
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


def jieba_cutter() -> CutFunction:
    """Return the cutter of :func:`jieba_tokenizer`."""
    tokenizer = jieba_tokenizer()
    return lambda text: list(tokenizer.cut(text))


@cache
def _fastest_cutter() -> CutFunction:
    try:
        rjieba = importlib.import_module("rjieba")
    except ImportError:
        return jieba_cutter()
    return lambda text: list(rjieba.cut(text))
