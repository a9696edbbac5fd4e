"""The fields of one label in the tag set editor."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from cppcc_reader.core.model.tag_set import Label
from cppcc_reader.formats.tag_set_toml import contrast
from cppcc_reader.views.dialog_parts import SPACE
from cppcc_reader.views.theme import DARK, LIGHT

_READABLE: Final = 4.5
_CHIP: Final = 16


def colour_chip(colour: str) -> QIcon:
    """Return a small square of a colour."""
    pixmap = QPixmap(_CHIP, _CHIP)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)


class ColourButton(QWidget):
    """Shows a colour and how well it can be read on its ground; a click changes it."""

    changed = Signal()

    def __init__(self, ground: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self.colour = "#000000"
        self._button = QPushButton(self)
        self._button.setAccessibleName(name)
        self._button.setIconSize(QSize(_CHIP, _CHIP))
        self._contrast = QLabel(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button)
        layout.addWidget(self._contrast, 1)
        self._button.clicked.connect(self._choose)

    def set_colour(self, colour: str) -> None:
        """Show a colour, ``#rrggbb``."""
        self.colour = colour
        self._button.setIcon(colour_chip(colour))
        self._button.setText(colour)
        ratio = contrast(colour, self._ground)
        words = self.tr("对比度 {0:.1f}，看得清") if ratio >= _READABLE else self.tr("对比度 {0:.1f}，太弱，应到 4.5")
        self._contrast.setText(words.format(ratio))

    def _choose(self) -> None:
        colour = QColorDialog.getColor(QColor(self.colour), self, self._button.accessibleName())
        if colour.isValid():
            self.set_colour(colour.name())
            self.changed.emit()


class LabelForm(QWidget):
    """Edits one label; ``edited`` is emitted at every change a person makes."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self._id = QLineEdit(self)
        self._name_zh = QLineEdit(self)
        self._name_en = QLineEdit(self)
        self._key = QLineEdit(self)
        self._key.setMaxLength(1)
        self._light = ColourButton(LIGHT.ground, self.tr("浅色底上的颜色"), self)
        self._dark = ColourButton(DARK.ground, self.tr("深色底上的颜色"), self)
        self._nested = QCheckBox(self.tr("可以在别的实体里面，或与之交叉(&X)"), self)
        self._guideline = QPlainTextEdit(self)
        self._guideline.setObjectName("field")
        self._guideline.setTabChangesFocus(True)
        self._guideline.setPlaceholderText(self.tr("什么算，什么不算，举例说明。光标停在这种实体上时会显示。"))
        self._lay_out()
        for field in (self._id, self._name_zh, self._name_en, self._key):
            field.textEdited.connect(self.edited)
        for button in (self._light, self._dark):
            button.changed.connect(self.edited)
        self._nested.clicked.connect(self.edited)
        self._guideline.textChanged.connect(self._guideline_changed)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(SPACE)
        self._key.setMaximumWidth(48)
        for words, field in (
            (self.tr("代号(&I)"), self._id),
            (self.tr("中文名(&Z)"), self._name_zh),
            (self.tr("英文名(&E)"), self._name_en),
            (self.tr("按键(&K)"), self._key),
            (self.tr("浅色底"), self._light),
            (self.tr("深色底"), self._dark),
        ):
            form.addRow(words, field)
        form.addRow("", self._nested)
        form.addRow(self.tr("标注准则(&G)"), self._guideline)

    def show_label(self, label: Label, *, in_use: int) -> None:
        """Show a label.

        Args:
            label: its values.
            in_use: how many mentions have it; then its id stays, or they would lose their label.
        """
        self._label = None
        self._id.setText(label.id)
        self._id.setReadOnly(in_use > 0)
        self._id.setToolTip(self.tr("有 %n 个实体用着，代号不能改", "", in_use) if in_use else "")
        self._name_zh.setText(label.name_zh)
        self._name_en.setText(label.name_en)
        self._key.setText(label.key)
        self._light.set_colour(label.colour_light)
        self._dark.set_colour(label.colour_dark)
        self._nested.setChecked(label.nested)
        self._guideline.setPlainText(label.guideline)
        self._label = label

    def label(self) -> Label | None:
        """Return the label as the fields stand; None before one was shown."""
        if self._label is None:
            return None
        return replace(
            self._label,
            id=self._id.text().strip(),
            name_zh=self._name_zh.text().strip(),
            name_en=self._name_en.text().strip(),
            key=self._key.text().strip(),
            colour_light=self._light.colour,
            colour_dark=self._dark.colour,
            nested=self._nested.isChecked(),
            guideline=self._guideline.toPlainText(),
        )

    def _guideline_changed(self) -> None:
        if self._label is not None:
            self.edited.emit()
