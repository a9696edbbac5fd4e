"""A recogniser of labels that a project made itself, learned from its own finished pages.

A linear-chain CRF over characters (python-crfsuite): small enough to be trained in seconds beside the window,
with features that can be read. Labels that the shipped model knows are left to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pycrfsuite

from cppcc_reader.core.tagging.candidate import Candidate
from cppcc_reader.core.words import word_spans

OUTSIDE = "O"
REASON = "由本库已完成版面学到"
_WINDOW = 2
_LEAST_CONFIDENCE = 0.5


class LearnedModel:
    """Finds mentions with weights that :func:`services.library_learning.learn` made."""

    def __init__(self, weights: bytes) -> None:
        """Take the weights.

        Raises:
            ValueError: if they are no CRF model.
        """
        # The tagger reads these bytes where they are for as long as it lives: they must live as long.
        self._weights = weights
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(weights)

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]:
        """Return for each text what the model finds in it, by position, without overlaps."""
        return [[found for line in _lines(text) for found in self._in_line(*line)] for text in texts]

    def _in_line(self, offset: int, line: str) -> Iterable[Candidate]:
        labels = self._tagger.tag(character_features(line))
        for start, end, label in spans_of(labels):
            sure = min(self._tagger.marginal(labels[at], at) for at in range(start, end))
            if sure >= _LEAST_CONFIDENCE:
                yield Candidate(offset + start, offset + end, label, round(sure, 4), REASON)


def character_features(text: str) -> list[list[str]]:
    """Return the features of every character: the signs around it, their kinds, its place in its word."""
    padded = ["<"] * _WINDOW + list(text) + [">"] * _WINDOW
    kinds = [_kind(sign) for sign in padded]
    places = _word_places(text)
    rows: list[list[str]] = []
    for at in range(len(text)):
        here = at + _WINDOW
        row = [f"w={places[at]}", f"k={kinds[here]}"]
        row += [f"c{step}={padded[here + step]}" for step in range(-_WINDOW, _WINDOW + 1)]
        row += [f"p{step}={padded[here + step]}{padded[here + step + 1]}" for step in range(-_WINDOW, _WINDOW)]
        row += [f"k{step}={kinds[here + step]}" for step in (-1, 1)]
        rows.append(row)
    return rows


def label_sequence(length: int, spans: Iterable[tuple[int, int, str]]) -> list[str]:
    """Return BIO labels of ``length`` characters; of overlapping spans the first one counts."""
    labels = [OUTSIDE] * length
    for start, end, label in spans:
        if any(one != OUTSIDE for one in labels[start:end]):
            continue
        labels[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return labels


def spans_of(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return (start, end, label) of BIO labels."""
    spans: list[tuple[int, int, str]] = []
    for at, label in enumerate(labels):
        kind, _sign, name = label.partition("-")
        if kind == "B" or (kind == "I" and not (spans and spans[-1][1] == at and spans[-1][2] == name)):
            spans.append((at, at + 1, name))
        elif kind == "I":
            spans[-1] = (spans[-1][0], at + 1, name)
    return spans


def _lines(text: str) -> Iterable[tuple[int, str]]:
    offset = 0
    for line in text.split("\n"):
        if line:
            yield offset, line
        offset += len(line) + 1


def _word_places(text: str) -> list[str]:
    places = ["S"] * len(text)
    for span in word_spans(text):
        start, end = span
        if end - start > 1:
            places[start:end] = ["B"] + ["M"] * (end - start - 2) + ["E"]
    return places


def _kind(sign: str) -> str:
    if sign.isdigit():
        return "9"
    if sign.isascii():
        return "A" if sign.isalpha() else "."
    return "字" if sign.isalpha() else "、"
