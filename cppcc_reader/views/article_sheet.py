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
    text = (*families, *(SERIF_FAMILIES if serif else SANS_FAMILIES))
    plain = (*families, *SANS_FAMILIES)
    body = _font(text, size)

    def running(**changes: object) -> SettingStyle:
        basic = {"font": body, "line": leading * size, "before": 0.5 * size, "between": 0.25 * size}
        return SettingStyle(**{**basic, "indent": 2 * size, "justified": True, **changes})  # type: ignore[arg-type]

    def display(
        factor: float, before: float, *, bold: bool = False, sans: bool = False, muted: bool = True
    ) -> SettingStyle:
        font = _font(plain if sans else text, factor * size, bold=bold)
        ink = Ink.MUTED if muted else Ink.TEXT
        return SettingStyle(font, 1.45 * factor * size, before * size, 0.0, ink=ink)

    small_running = {"font": _font(plain, 0.85 * size), "line": 1.6 * 0.85 * size, "indent": 0.0, "ink": Ink.MUTED}
    return Sheet(
        size=size,
        styles={
            Setting.SECTION: display(0.8, 0.4, sans=True),
            Setting.KICKER: display(0.95, 0.2, sans=True),
            Setting.HEADLINE: display(1.5, 0.25, bold=True, muted=False),
            Setting.DECK: display(0.95, 0.3),
            Setting.BYLINE: display(0.85, 0.4, sans=True),
            Setting.LEAD: running(ink=Ink.MUTED),
            Setting.BODY: running(),
            Setting.SUBHEAD: display(1.0, 0.8, bold=True, sans=True, muted=False),
            Setting.CAPTION: running(**small_running),
            Setting.CREDIT: running(**small_running, justified=False),
            Setting.NOTE: running(**small_running, justified=False),
            Setting.OTHER: running(**small_running),
        },
        small=_font(plain, max(9.0, 0.65 * size)),
        run_in=_font(plain, 0.95 * size),
        squeezed=squeezed,
    )


def _font(families: Sequence[str], size: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(max(1, round(size)))
    font.setBold(bold)
    return font
