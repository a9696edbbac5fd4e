"""The colours of an article, full or dimmed: mixed beforehand, for translucent text is many times slower to draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.views.article_sheet import Ink
from cppcc_reader.views.theme import Theme


@dataclass(frozen=True)
class Tones:
    """Opaque colours at one strength.

    Attributes:
        inks: of words; ``labels``: of underlines; ``hues``: of bars, by hue index.
    """

    inks: Mapping[Ink, QColor]
    labels: Mapping[str, QColor]
    hues: tuple[QColor, ...]
    doubt: QColor
    doubt_text: QColor

    @property
    def muted(self) -> QColor:
        """The quiet ink."""
        return self.inks[Ink.MUTED]

    def label(self, label_id: str) -> QColor:
        """Return the colour of a label, the quiet ink for one that the label set does not know."""
        return self.labels.get(label_id, self.muted)

    def hue(self, index: int) -> QColor:
        """Return the bar colour of a hue index."""
        return self.hues[index % len(self.hues)]


def make_tones(theme: Theme, tag_set: TagSet, *, strength: float = 1.0) -> Tones:
    """Return the colours of a theme, ``strength`` of them on its ground."""
    ground = QColor(theme.ground)

    def tone(colour: QColor | str) -> QColor:
        return mixed(ground, QColor(colour), strength)

    return Tones(
        inks={Ink.TEXT: tone(theme.text), Ink.MUTED: tone(theme.muted)},
        labels={label.id: tone(theme.label_colour(label)) for label in tag_set.labels},
        hues=tuple(tone(hue) for hue in theme.hues),
        doubt=tone(theme.doubt),
        doubt_text=tone(theme.doubt_text),
    )


def mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return the opaque colour that a translucent one gives on a ground; ``share`` of it from 0 to 1."""

    def channel(below: int, above: int) -> int:
        return round(below + (above - below) * share)

    return QColor(
        channel(ground.red(), colour.red()),
        channel(ground.green(), colour.green()),
        channel(ground.blue(), colour.blue()),
    )
