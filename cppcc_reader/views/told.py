"""What lower floors tell people, in the language of the interface.

Errors and reports of the floors below are Chinese sentences put together from set phrases and from names, paths and
numbers. Here the phrase is found again, translated, and filled with what stood in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from cppcc_reader.views.told_phrases import PHRASES

_GAP = re.compile(r"\\\{(\d)\\\}")


def told(message: object) -> str:
    """Return a message (an error or its words) in the language of the interface; Chinese stays as it is.

    What is no known phrase is returned as it is: better a sentence in the other language than none.
    """
    words = str(message)
    return _in_english(words) if QCoreApplication.translate("Language", "zh") == "en" else words


def _in_english(words: str) -> str:
    for phrase, pattern in _patterns():
        found = pattern.fullmatch(words)
        if found is not None:
            filled = QCoreApplication.translate("Told", phrase)
            for number, value in enumerate(found.groups()):
                filled = filled.replace(f"{{{number}}}", _in_english(value) if value else "")
            return filled
    return words


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return the phrases with what recognises them, those that say most first."""
    by_words = sorted(map(str, PHRASES), key=lambda phrase: -len(re.sub(r"\{\d\}", "", phrase)))
    return [(phrase, re.compile(_GAP.sub("(.*?)", re.escape(phrase)), re.DOTALL)) for phrase in by_words]
