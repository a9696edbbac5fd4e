"""What the sequence model sees of a text: for every character a row of small numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cppcc_reader.core.tagging.gazetteer import Gazetteer, PlaceKind
from cppcc_reader.core.words import cut

UNKNOWN = 0
"""Number of every character, pair of characters or word that the vocabulary does not hold."""

WORD_CLASSES = "?PSOZTvadpcmnrjqfuxL"
"""Part-of-speech classes of jieba's dictionary: ? not in it, P person, S place, O body, Z other name, T time, …"""
_CLASS_OF_TAG = {
    "nr": "P",
    "nrt": "P",
    "nrfg": "P",
    "ns": "S",
    "nt": "O",
    "nz": "Z",
    "t": "T",
    "vn": "v",
    "l": "L",
    "i": "L",
} | {tag: tag for tag in "vadpcmnrjqfu"}

# Position of a character in its word or place: single, begin, middle, end.
_SINGLE, _BEGIN, _MIDDLE, _END = range(4)
WORD_FEATURES = 4 * len(WORD_CLASSES)
PLACE_FEATURES = 9

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_DIGITS_AND_LETTERS = {
    code + shift: ord("0") if chr(code).isdigit() else ord("A")
    for code in range(128)
    for shift in (0, 0xFEE0)
    if chr(code).isalnum()
}
_QUOTES_AND_SPACES = dict.fromkeys(map(ord, "“”『』「」＂"), '"') | dict.fromkeys(map(ord, "‘’＇"), "'")
_SAME: dict[int, int | str] = {
    **_HALF_WIDTH,
    **_DIGITS_AND_LETTERS,
    **_QUOTES_AND_SPACES,
    **dict.fromkeys(map(ord, "\u3000\t\n"), " "),
}


@dataclass(frozen=True, slots=True)
class Features:
    """Rows of feature numbers, one per character: character, pair with the next one, word, place."""

    characters: NDArray[np.int32]
    pairs: NDArray[np.int32]
    words: NDArray[np.int32]
    places: NDArray[np.int32]


@dataclass(frozen=True, kw_only=True)
class FeatureEncoder:
    """Turns a text into features.

    Attributes:
        characters: number of each known character (normalised, see :func:`normalised`), from 1.
        pairs: number of each known pair of characters, from 1.
        word_classes: class of each dictionary word (one of :data:`WORD_CLASSES`).
        gazetteer: the lists of places.
    """

    characters: Mapping[str, int]
    pairs: Mapping[str, int]
    word_classes: Mapping[str, str]
    gazetteer: Gazetteer

    def encode(self, text: str) -> Features:
        """Return the features of a text, as many rows as it has characters."""
        plain = normalised(text)
        return Features(
            characters=_array([self.characters.get(character, UNKNOWN) for character in plain]),
            pairs=_array([self.pairs.get(plain[at : at + 2], UNKNOWN) for at in range(len(plain))]),
            words=_array(self._word_numbers(text)),
            places=_array(self._place_numbers(text)),
        )

    def _word_numbers(self, text: str) -> list[int]:
        numbers: list[int] = []
        for word in cut(text):
            base = 4 * WORD_CLASSES.index(self.word_classes.get(word, "?"))
            numbers += [base + position for position in _positions(len(word))]
        return numbers

    def _place_numbers(self, text: str) -> list[int]:
        numbers = [0] * len(text)
        for place in self.gazetteer.place_matches(text):
            base = 1 if place.kind is PlaceKind.FULL else 5
            numbers[place.start : place.end] = [base + position for position in _positions(place.end - place.start)]
        return numbers


def class_of_tag(tag: str) -> str:
    """Return the class of a part-of-speech tag of jieba's dictionary."""
    return _CLASS_OF_TAG.get(tag, "x")


def normalised(text: str) -> str:
    """Return a text of the same length: half width, digits as 0, Latin letters as A, one kind of quotes and space."""
    return text.translate(_SAME)


def _positions(length: int) -> list[int]:
    return [_SINGLE] if length == 1 else [_BEGIN, *[_MIDDLE] * (length - 2), _END]


def _array(numbers: list[int]) -> NDArray[np.int32]:
    return np.array(numbers, dtype=np.int32)
