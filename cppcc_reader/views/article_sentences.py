"""Sentences of shown text: what lights up on both sides while the pointer is on it."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile("[。！？!?…]+[”’」』）)]*")


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return the range of the sentence around the character at ``offset`` of a paragraph.

    A sentence ends with its closing marks; text without any ends with the paragraph.
    """
    start = 0
    for end_mark in _SENTENCE_END.finditer(text):
        if end_mark.end() > offset:
            return start, end_mark.end()
        start = end_mark.end()
    return start, len(text)
