"""Fonts with Simplified Chinese shapes, and the check that there is one at all."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

# Under LANG=C Qt falls back to Japanese shapes of 直, 骨, 令: the Simplified Chinese families are named first.
SANS_FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Microsoft YaHei UI",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "sans-serif",
)
SERIF_FAMILIES = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Noto Serif SC",
    "SimSun",
    "Songti SC",
    *SANS_FAMILIES[:-1],
    "serif",
)
INTERFACE_PIXELS = 13
SOURCE_PIXELS = 15
ARTICLE_PIXELS = 17


def sans_font(pixels: int, *, bold: bool = False) -> QFont:
    """Return the sans font at a size in device-independent pixels."""
    return _font(SANS_FAMILIES, pixels, bold)


def serif_font(pixels: int, *, bold: bool = False) -> QFont:
    """Return the serif font at a size in device-independent pixels; a sans where no Chinese serif is installed."""
    return _font(SERIF_FAMILIES, pixels, bold)


def has_chinese_font() -> bool:
    """Tell whether any installed font has Simplified Chinese glyphs."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def _font(families: tuple[str, ...], pixels: int, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(pixels)
    if bold:
        font.setWeight(QFont.Weight.Bold)
    return font
