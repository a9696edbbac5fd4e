"""The colours and fonts of the window: light, dark and high contrast, each a frozen value passed to the panels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

from cppcc_reader.core.model.tag_set import Label
from cppcc_reader.views.article_marks import HUES
from cppcc_reader.views.fonts import sans_font, serif_font


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One set of colours, as ``#rrggbb``.

    Attributes:
        name: ``light``, ``dark`` or ``contrast``.
        is_dark: the ground is darker than the text.
        window: chrome around the page; ``ground``: behind the text; ``raised``: cards, menus, fields.
        text, muted: ink and its quiet form (both at least 4.5:1 on ``ground`` and ``window``).
        line: hairlines; ``accent``: links, focus, the one primary button; ``selection``: chosen in lists.
        marked: behind text selected on a page; told apart from every article's tint, the chosen block's too.
        doubt: amber of hairlines; ``doubt_text``: amber that can be read; ``error``: refusals.
        hues: bar colours of articles (Okabe-Ito family, told apart by colour-blind eyes).
        tint, tint_chosen: opacity of an article's hue behind its text, at rest and when chosen.
    """

    name: str
    is_dark: bool
    window: str
    ground: str
    raised: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    selection: str
    marked: str
    doubt: str
    doubt_text: str
    error: str
    hues: tuple[str, ...]
    tint: float
    tint_chosen: float
    dim: float = 1 / 3

    def __post_init__(self) -> None:
        assert len(self.hues) == HUES

    def colour(self, value: str) -> QColor:
        """Return a colour string as QColor."""
        return QColor(value)

    def article_colour(self, hue: int) -> QColor:
        """Return the bar colour of a hue index (``session.hues[article_id]``)."""
        return QColor(self.hues[hue % HUES])

    def article_tint(self, hue: int, *, chosen: bool = False) -> QColor:
        """Return the translucent colour behind the text of an article."""
        colour = self.article_colour(hue)
        colour.setAlphaF(self.tint_chosen if chosen else self.tint)
        return colour

    def label_colour(self, label: Label) -> QColor:
        """Return the underline colour of an entity label on this ground."""
        return QColor(label.colour_dark if self.is_dark else label.colour_light)

    def sans(self, pixels: int, *, bold: bool = False) -> QFont:
        """Return the interface and source font at a size in device-independent pixels."""
        return sans_font(pixels, bold=bold)

    def serif(self, pixels: int, *, bold: bool = False) -> QFont:
        """Return the font that articles are set in, at a size in device-independent pixels."""
        return serif_font(pixels, bold=bold)


LIGHT = Theme(
    name="light",
    is_dark=False,
    window="#f5f5f3",
    ground="#ffffff",
    raised="#ffffff",
    text="#1f2328",
    muted="#5c636d",
    line="#dededa",
    accent="#1f6fb5",
    on_accent="#ffffff",
    selection="#c5dff6",
    marked="#84baf2",
    doubt="#d99100",
    doubt_text="#8f5a00",
    error="#b3261e",
    hues=("#0072b2", "#e69f00", "#009e73", "#e688bc", "#56b4e9", "#d55e00", "#7d7c8a", "#595100"),
    tint=0.08,
    tint_chosen=0.13,
)
DARK = Theme(
    name="dark",
    is_dark=True,
    window="#1b1c1f",
    ground="#222327",
    raised="#2a2b30",
    text="#dfe1e6",
    muted="#a0a5af",
    line="#393b41",
    accent="#6cb2ee",
    on_accent="#10151b",
    selection="#2f4f6e",
    marked="#37658f",
    doubt="#e0a83a",
    doubt_text="#e5b35a",
    error="#ff8a80",
    hues=("#4a9fd8", "#e6a82a", "#2bb88f", "#f1a1ce", "#82cbf5", "#ec7a35", "#8c8b99", "#f0e141"),
    tint=0.09,
    tint_chosen=0.15,
)
CONTRAST = Theme(
    name="contrast",
    is_dark=True,
    window="#000000",
    ground="#000000",
    raised="#000000",
    text="#ffffff",
    muted="#e0e0e0",
    line="#ffffff",
    accent="#ffe34d",
    on_accent="#000000",
    selection="#005a9c",
    marked="#0066b3",
    doubt="#ffb000",
    doubt_text="#ffc233",
    error="#ff9c94",
    hues=("#5ab8ff", "#ffb52e", "#33e0ad", "#ff9bd2", "#a8e1ff", "#ff8a45", "#888890", "#fff04a"),
    tint=0.14,
    tint_chosen=0.26,
    dim=0.15,
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def palette_of(theme: Theme) -> QPalette:
    """Return the palette that all widgets inherit."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, value in (
        (roles.Window, theme.window),
        (roles.WindowText, theme.text),
        (roles.Base, theme.ground),
        (roles.AlternateBase, theme.window),
        (roles.Text, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.Button, theme.raised),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.error),
        (roles.ToolTipBase, theme.raised),
        (roles.ToolTipText, theme.text),
        (roles.Highlight, theme.selection),
        (roles.HighlightedText, theme.text),
        (roles.Link, theme.accent),
        (roles.LinkVisited, theme.accent),
        (roles.Mid, theme.line),
        (roles.Midlight, theme.line),
        (roles.Light, theme.raised),
        (roles.Dark, theme.line),
        (roles.Shadow, theme.line),
        (roles.Accent, theme.accent),
    ):
        palette.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        faint = QColor(theme.muted)
        faint.setAlphaF(0.6)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette


def boxed_palette_of(theme: Theme) -> QPalette:
    """Return the palette of combo and spin boxes, whose outline the style makes from the colour of the window.

    On black that outline would be black.
    """
    palette = palette_of(theme)
    if theme.is_dark:
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.muted))
    return palette
