"""The sentence around a character, as it is read: across line breaks and mended column breaks."""

from __future__ import annotations

import re

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.reading_text import reading_text
from cppcc_reader.core.model.span import Span

_SENTENCE_END = re.compile(r"[。！？!?…]+[”’」』）)]*|\n")


def sentence_at(text: str, annotations: AnnotationSet, offset: int) -> tuple[Span, ...]:
    """Return the page ranges of the sentence that holds the character at ``offset``; empty outside of all text."""
    found = annotations.segment_at(offset)
    if found is None:
        return ()
    article, segment = found
    if article is None:
        return (segment.span,)
    reading = reading_text(text, article)
    place = reading.from_source(offset)
    if place is None:
        return ()
    start = 0
    for end_mark in _SENTENCE_END.finditer(reading.text):
        if end_mark.end() > place:
            return _source_of(reading.to_source(Span(start, end_mark.end())), text)
        start = end_mark.end()
    return _source_of(reading.to_source(Span(start, len(reading.text))), text) if start < len(reading.text) else ()


def _source_of(fragments: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    return tuple(fragment for fragment in fragments if fragment.text_of(text).strip())
