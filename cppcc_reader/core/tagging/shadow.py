"""A text with every listed place written over by stand-ins of the same length, so that patterns can say “a place”."""

from __future__ import annotations

from cppcc_reader.core.tagging.gazetteer import Gazetteer, PlaceMatch

FULL = "\ue000"
"""Stands for a character of a full place name (兰州市)."""
SHORT = "\ue001"
"""Stands for a character of a short place name (兰州)."""
FIRST_FULL, FIRST_SHORT = "\ue002", "\ue003"
"""Stand for the first character of such a name, so that neighbours stay apart."""


def shadow_of(text: str, places: list[PlaceMatch]) -> str:
    """Return ``text`` with its places written over; every character keeps its position.

    Characters of the private use area that stand in the text itself become spaces first: they would lie.
    """
    characters = [" " if FULL <= character <= FIRST_SHORT else character for character in text]
    for place in places:
        body, head = (FULL, FIRST_FULL) if place.full else (SHORT, FIRST_SHORT)
        characters[place.start : place.end] = [head] + [body] * (place.end - place.start - 1)
    return "".join(characters)


def places_of(text: str, gazetteer: Gazetteer) -> list[PlaceMatch]:
    """Return the listed places of a text (see :meth:`Gazetteer.place_matches`)."""
    return gazetteer.place_matches(text)
