"""How a reader likes the page: face, size, paper, and what is shown beside the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from cppcc_reader.views.article_sheet import Sheet, make_sheet
from cppcc_reader.views.theme import Theme

SMALLEST, LARGEST = 13, 40
MEASURE = 38.0
"""Characters in a line: comfortable for Chinese text."""


class Paper(StrEnum):
    """The ground that the words stand on; ``WINDOW`` takes the window's colours."""

    WINDOW = "window"
    CREAM = "cream"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class _Ground:
    ground: str
    text: str
    muted: str
    line: str
    selection: str


_GROUNDS = {
    Paper.CREAM: _Ground("#f7f0df", "#33291c", "#6d5f49", "#e2d6bd", "#ecd9ab"),
    Paper.NIGHT: _Ground("#16171a", "#b9b4a8", "#8b867b", "#2c2d31", "#3a4454"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingStyle:
    """The choices of one reader.

    Attributes:
        size: pixels of running text.
        serif: running text in a serif face, else sans.
        entities: entities are underlined, quietly, and lead to their index.
        widened: half-width punctuation beside Chinese characters is shown full-width.
        contents: the page's contents stand at the side.
        corrected: what corrections say is shown in place of the slips of the recognition.
    """

    size: int = 20
    serif: bool = True
    paper: Paper = Paper.WINDOW
    entities: bool = False
    widened: bool = True
    contents: bool = True
    corrected: bool = False

    def sheet(self) -> Sheet:
        """Return the sheet to set articles with."""
        return make_sheet(self.size, leading=1.85, serif=self.serif, squeezed=True)

    def theme(self, window: Theme) -> Theme:
        """Return the window's theme with the colours of the paper."""
        ground = _GROUNDS.get(self.paper)
        if ground is None:
            return window
        is_dark = self.paper is Paper.NIGHT
        return replace(window, is_dark=is_dark, **{field.name: getattr(ground, field.name) for field in fields(ground)})

    def resized(self, step: int) -> ReadingStyle:
        """Return the style with text larger or smaller by some pixels, within reason."""
        return replace(self, size=min(max(self.size + step, SMALLEST), LARGEST))

    def to_settings(self) -> dict[str, Any]:
        """Return the choices as plain values for the user's settings."""
        return {**asdict(self), "paper": self.paper.value}

    @classmethod
    def from_settings(cls, values: Mapping[str, Any]) -> ReadingStyle:
        """Return the choices that settings hold; what they do not hold, or hold wrongly, is the house's."""
        house = cls()
        known = {
            field.name: values[field.name]
            for field in fields(cls)
            if field.name != "paper" and type(values.get(field.name)) is type(getattr(house, field.name))
        }
        paper = values.get("paper")
        known["paper"] = Paper(paper) if paper in set(Paper) else house.paper
        return cls(**known).resized(0)
