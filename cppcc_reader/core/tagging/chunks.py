"""Cutting a text into pieces that the sequence model reads at once: whole sentences, never too long."""

from __future__ import annotations

import re

LONGEST_CHUNK = 160
"""Characters of the longest piece."""
_GOOD_LENGTH = 110
_SENTENCE_END = re.compile(r"\n+|[。！？!?;；]+[”’』」)）\"]*")
_CLAUSE_END = re.compile(r"[，,、：:\s]")


def chunks(text: str) -> list[tuple[int, int]]:
    """Return ranges that cover a text in order: short sentences together, paragraphs apart.

    A sentence longer than :data:`LONGEST_CHUNK` is cut after a comma, or anywhere if it has none.
    """
    found: list[tuple[int, int]] = []
    start = end = 0
    for stop in [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]:
        if stop - start > _GOOD_LENGTH or text[end - 1 : end] == "\n":
            found.append((start, end))
            start = end
        end = stop
        while end - start > LONGEST_CHUNK:
            cut = _last_clause(text, start)
            found.append((start, cut))
            start = cut
    found.append((start, end))
    return [(start, end) for start, end in found if start < end]


def _last_clause(text: str, start: int) -> int:
    ends = [match.end() for match in _CLAUSE_END.finditer(text, start + LONGEST_CHUNK // 2, start + LONGEST_CHUNK)]
    return ends[-1] if ends else start + LONGEST_CHUNK
