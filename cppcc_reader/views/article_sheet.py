"""How each kind of paragraph is set: fonts, leading, space and ink. Lengths are pixels of the widget or printer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QFont

from cppcc_reader.views.article_typeset import Setting
from cppcc_reader.views.fonts import ARTICLE_PIXELS, SANS_FAMILIES, SERIF_FAMILIES


class Ink(Enum):
    """How dark a paragraph is printed; the colours are the theme's."""

    TEXT = "text"
    MUTED = "muted"


@dataclass(frozen=True)
class SettingStyle:
    """One kind of paragraph.

    Attributes:
        line: height of a line.
        before: space above the first paragraph of its kind in a row.
        between: space above the next ones of the same kind.
        indent: of the first line.
        justified: lines are stretched to an even right edge.
    """

    font: QFont
    line: float
    before: float
    between: float
    indent: float = 0.0
    ink: Ink = Ink.TEXT
    justified: bool = False


@dataclass(frozen=True)
class Sheet:
    """All kinds of paragraphs at one size.

    Attributes:
        size: font size of running text.
        squeezed: two full-width punctuation marks in a row take one and a half squares.
        small: font of margin signs and reasons.
        run_in: font of a dateline at the head of a paragraph.
        tracking: extra space between letters of running text.
    """

    size: float
    styles: Mapping[Setting, SettingStyle]
    small: QFont
    run_in: QFont
    squeezed: bool = False

    def style(self, setting: Setting) -> SettingStyle:
        """Return the style of one kind of paragraph."""
        return self.styles[setting]


def make_sheet(
    size: float = ARTICLE_PIXELS,
    *,
    leading: float = 1.8,
    serif: bool = True,
    squeezed: bool = False,
    families: Sequence[str] = (),
) -> Sheet:
    """Return the sheet of look.md: headline 1.5x bold, kicker and deck 0.95x in grey, byline small, text at 1.8.

    Args:
        size: pixels of running text.
        leading: line height of running text in sizes.
        serif: running text and headline in a serif face.
        families: faces to prefer to the house's own.
    """
    faces = _Faces((*families, *(SERIF_FAMILIES if serif else SANS_FAMILIES)), (*families, *SANS_FAMILIES), size)
    return Sheet(
        size=size,
        styles=_styles(faces, leading),
        small=_font(faces.plain, max(9.0, 0.65 * size)),
        run_in=_font(faces.plain, 0.95 * size),
        squeezed=squeezed,
    )


@dataclass(frozen=True, slots=True)
class _Faces:
    """The families of running text and of everything plain, with the size they are factors of."""

    text: Sequence[str]
    plain: Sequence[str]
    size: float

    def display(
        self, factor: float, before: float, *, bold: bool = False, plain: bool = False, ink: Ink = Ink.MUTED
    ) -> SettingStyle:
        """Return the style of a line that stands by itself."""
        font = _font(self.plain if plain else self.text, factor * self.size, bold=bold)
        return SettingStyle(font, 1.45 * factor * self.size, before * self.size, 0.0, ink=ink)

    def running(self, leading: float, ink: Ink = Ink.TEXT) -> SettingStyle:
        """Return the style of indented, justified paragraphs."""
        size = self.size
        font = _font(self.text, size)
        return SettingStyle(font, leading * size, 0.5 * size, 0.25 * size, 2 * size, ink=ink, justified=True)

    def small(self, *, justified: bool) -> SettingStyle:
        """Return the style of captions and the like."""
        size = 0.85 * self.size
        font = _font(self.plain, size)
        return SettingStyle(font, 1.6 * size, 0.6 * size, 0.3 * size, ink=Ink.MUTED, justified=justified)


def _styles(faces: _Faces, leading: float) -> dict[Setting, SettingStyle]:
    return {
        Setting.SECTION: faces.display(0.8, 0.4, plain=True),
        Setting.KICKER: faces.display(0.95, 0.2, plain=True),
        Setting.HEADLINE: faces.display(1.5, 0.25, bold=True, ink=Ink.TEXT),
        Setting.DECK: faces.display(0.95, 0.3),
        Setting.BYLINE: faces.display(0.85, 0.4, plain=True),
        Setting.LEAD: faces.running(leading, Ink.MUTED),
        Setting.BODY: faces.running(leading),
        Setting.SUBHEAD: faces.display(1.0, 0.8, bold=True, plain=True, ink=Ink.TEXT),
        Setting.CAPTION: faces.small(justified=True),
        Setting.CREDIT: faces.small(justified=False),
        Setting.NOTE: faces.small(justified=False),
        Setting.OTHER: faces.small(justified=True),
    }


def _font(families: Sequence[str], size: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    return font
