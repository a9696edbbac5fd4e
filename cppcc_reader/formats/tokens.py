"""Texts as tokens, and mentions as ranges of tokens: for the formats that count so."""

from __future__ import annotations

import re
from bisect import bisect_left

from cppcc_reader.core.words import word_spans
from cppcc_reader.formats.exporter import Tokens
from cppcc_reader.formats.loss import Loss, LossKind, mention_loss
from cppcc_reader.formats.training_document import TrainingDocument

_VISIBLE_RUN = re.compile(r"\S+")

Token = tuple[int, int]
"""``[start, end)``; bare numbers, for there are as many tokens as characters."""


def tokens_of(text: str, kind: Tokens) -> list[Token]:
    """Return the tokens of a text: visible characters, or jieba's words without white space."""
    if kind is Tokens.CHARACTERS:
        return [(at, at + 1) for at, character in enumerate(text) if not character.isspace()]
    return [found.span() for start, end in word_spans(text) for found in _VISIBLE_RUN.finditer(text, start, end)]


def aligned(document: TrainingDocument, tokens: list[Token]) -> tuple[list[tuple[int, int, str]], list[Loss]]:
    """Return the mentions as ranges of tokens, and those that begin or end inside a token."""
    starts = [start for start, _end in tokens]
    ranges: list[tuple[int, int, str]] = []
    lost: list[Loss] = []
    for mention in document.mentions:
        span = mention.fragments[0]
        first, stop = bisect_left(starts, span.start), bisect_left(starts, span.end)
        # White space at the edge of a mention is no token and so no misalignment.
        cut_before = first > 0 and tokens[first - 1][1] > span.start
        cut_after = stop > 0 and tokens[stop - 1][1] > span.end
        if cut_before or cut_after or first == stop:
            lost.append(mention_loss(LossKind.MISALIGNED, document, mention))
        else:
            ranges.append((first, stop, mention.label))
    return ranges, lost
