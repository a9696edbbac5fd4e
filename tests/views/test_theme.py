"""Colours can be read, and told apart by people who see fewer of them."""

from itertools import combinations, pairwise

import pytest
from PySide6.QtGui import QColor, QPalette

from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.views.article_marks import assign_hues
from cppcc_reader.views.style_sheet import style_sheet
from cppcc_reader.views.theme import THEMES, Theme, palette_of

READABLE = 4.5
"""Contrast that WCAG 2 asks of text."""
APART = 9.0
"""Least CIE76 difference of two bars that stand side by side."""

# Machado, Oliveira, Fernandes 2009, severity 1: what is left of linear RGB.
DEFICIENCIES = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
IDENTITY = ((1, 0, 0), (0, 1, 0), (0, 0, 1))


def linear(colour):
    values = (colour.redF(), colour.greenF(), colour.blueF())
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def contrast(one, other):
    lights = sorted(
        sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear(QColor(c)), strict=True)) for c in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(colour, matrix=IDENTITY):
    seen = [min(max(sum(m * v for m, v in zip(row, linear(colour), strict=True)), 0), 1) for row in matrix]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(m * v for m, v in zip(row, seen, strict=True)) for row in to_xyz]
    x, y, z = (
        v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116
        for v in (c / white for c, white in zip(xyz, (0.9505, 1, 1.089), strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other, matrix=IDENTITY):
    pairs = zip(lab(QColor(one), matrix), lab(QColor(other), matrix), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def blended(front, back, share):
    front, back = QColor(front), QColor(back)
    parts = ((front.redF(), back.redF()), (front.greenF(), back.greenF()), (front.blueF(), back.blueF()))
    return QColor.fromRgbF(*(f * share + b * (1 - share) for f, b in parts))


@pytest.fixture(params=sorted(THEMES))
def theme(request) -> Theme:
    return THEMES[request.param]


def test_text_can_be_read_on_every_ground(theme):
    for ground in (theme.ground, theme.window, theme.raised):
        for ink in (theme.text, theme.muted, theme.doubt_text, theme.error):
            assert contrast(ink, ground) >= READABLE, (ink, ground)
    assert contrast(theme.text, theme.selection) >= READABLE
    assert contrast(theme.text, theme.marked) >= READABLE
    assert contrast(theme.on_accent, theme.accent) >= READABLE


def test_selected_text_is_told_apart_from_every_chosen_block(theme):
    for hue in theme.hues:
        band = theme.ground
        for _ in range(2):  # as the source view tints the chosen block of the chosen article
            band = blended(hue, band, theme.tint_chosen)
        assert difference(theme.marked, band) >= 15, hue


def test_dimmed_text_and_text_on_a_band_can_be_read(theme):
    assert contrast(blended(theme.ground, theme.text, theme.dim), theme.ground) >= READABLE
    for hue in theme.hues:
        # A chosen block is tinted twice.
        band = blended(hue, blended(hue, theme.ground, theme.tint_chosen), theme.tint_chosen)
        assert contrast(theme.text, band) >= READABLE


def test_labels_can_be_seen_on_the_ground(theme):
    for label in DEFAULT_TAG_SET.labels:
        assert contrast(theme.label_colour(label), theme.ground) >= 3


@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
def test_article_bars_are_told_apart_by_all_eyes(theme, deficiency):
    matrix = DEFICIENCIES[deficiency] if deficiency else IDENTITY
    near = [
        (round(difference(one, other, matrix), 1), one, other)
        for one, other in combinations(theme.hues, 2)
        if difference(one, other, matrix) < APART
    ]
    assert not near


def test_the_palette_and_the_style_sheet_take_the_theme(theme):
    palette = palette_of(theme)
    assert palette.color(QPalette.ColorRole.Window) == QColor(theme.window)
    assert palette.color(QPalette.ColorRole.Text) == QColor(theme.text)
    assert "{" not in style_sheet(theme).replace("{ ", "").replace("{\n", "")
    assert theme.accent in style_sheet(theme)


def test_many_articles_in_a_row_never_share_a_hue_with_a_neighbour():
    from page_builder import build

    _text, annotations = build(*((f"a{number}", "body", f"第{number}篇") for number in range(40)))
    hues = assign_hues(annotations)
    order = [article.id for article in annotations.articles]
    assert all(hues[left] != hues[right] for left, right in pairwise(order))
    assert len(set(hues.values())) == 8
