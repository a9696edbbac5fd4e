"""A text with every listed place written over by stand-ins of the same length, so that patterns can say “a place”."""

from __future__ import annotations

from collections.abc import Sequence

from cppcc_reader.core.tagging.gazetteer import PlaceKind, PlaceMatch

# Private use characters: one for the first character of a place, one for the others, so neighbours stay apart.
_STAND_INS = {
    PlaceKind.FULL: ("\ue000", "\ue001"),
    PlaceKind.SHORT: ("\ue002", "\ue003"),
    PlaceKind.REGION: ("\ue004", "\ue005"),
    PlaceKind.APART: ("\ue006", "\ue007"),
}
_FIRST, _LAST = "\ue000", "\ue007"

HAN = "\u3400-\u9fff"
"""Chinese characters, for use inside the brackets of a pattern."""
STAND_IN = f"{_FIRST}-{_LAST}"
"""Characters of places in a shadow, for use inside the brackets of a pattern."""
FULL = "\ue000\ue001*"
"""Pattern of a full place name (兰州市)."""
SHORT = "\ue002\ue003*"
"""Pattern of a short place name (兰州)."""
REGION = "\ue004\ue005*"
"""Pattern of a region or country (长三角)."""
_UNIT = "(?:自治州|自治县|地区|新区|省|市(?![场民容])|县|区(?![域别分])|州|旗|盟)"
PLACE = f"(?:{FULL}|{SHORT}(?:{_UNIT}|镇|乡)?)"
"""Pattern of an administrative place, with the unit where the list knows only the short form."""
SHORT_WITH_UNIT = f"{SHORT}{_UNIT}"
"""Pattern of a short place name with a unit that the list does not know there."""
PLACES = f"{PLACE}{{1,6}}"
"""Pattern of a chain of places; never endless, so that no page of place names takes for ever."""


def shadow_of(text: str, places: Sequence[PlaceMatch]) -> str:
    """Return ``text`` with its places written over; every character keeps its position.

    Characters of the private use area that stand in the text itself become spaces first: they would lie.
    """
    characters = [" " if _FIRST <= character <= _LAST else character for character in text]
    for place in places:
        head, body = _STAND_INS[place.kind]
        characters[place.start : place.end] = [head] + [body] * (place.end - place.start - 1)
    return "".join(characters)
