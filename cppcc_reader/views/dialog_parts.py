"""Small parts that dialogs are put together from, so that they look alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QInputDialog, QLabel, QVBoxLayout, QWidget

SPACE = 8
"""The grid of the window, in device-independent pixels."""

QUESTION_WIDTH = 420
"""Width of a dialog that asks for one line, so that its title and a name can be read."""


def scaled_font(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return a copy of a font, larger or smaller, whether its size is given in points or in pixels."""
    scaled = QFont(font)
    if font.pixelSize() > 0:
        scaled.setPixelSize(round(font.pixelSize() * factor))
    else:
        scaled.setPointSizeF(font.pointSizeF() * factor)
    scaled.setBold(bold)
    return scaled


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a heading of a dialog or of a part of it."""
    label = QLabel(text, parent)
    label.setFont(scaled_font(label.font(), 1.2, bold=True))
    return label


def hint(text: str, parent: QWidget | None = None) -> QLabel:
    """Return quiet words that explain; they wrap and can be copied."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line


def column(*widgets: QWidget, margin: int = 0) -> QVBoxLayout:
    """Return a layout with widgets beneath each other on the grid."""
    layout = QVBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(SPACE)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def side_by_side(*widgets: QWidget, stretch: int | None = None) -> QHBoxLayout:
    """Return widgets in a row; the one numbered ``stretch`` takes the room."""
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 1 if number == stretch else 0)
    return row


def ask_text(parent: QWidget, title: str, question: str, *, verb: str, text: str = "") -> str | None:
    """Ask for a line of text; None if the person thought better of it.

    Args:
        verb: what the button that agrees does.
        text: stands in the line at first.
    """
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(text)
    return _answer(dialog, verb)


def ask_choice(parent: QWidget, title: str, question: str, *, verb: str, choices: Sequence[str]) -> str | None:
    """Ask for one of a few words or for a new one; None if the person thought better of it."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setComboBoxItems(list(choices))
    dialog.setComboBoxEditable(True)
    return _answer(dialog, verb)


def _answer(dialog: QInputDialog, verb: str) -> str | None:
    dialog.setOkButtonText(verb)
    dialog.setCancelButtonText(QCoreApplication.translate("Dialogs", "取消"))
    dialog.resize(QUESTION_WIDTH, dialog.sizeHint().height())
    agreed = dialog.exec() == QInputDialog.DialogCode.Accepted
    answer = dialog.textValue()
    dialog.deleteLater()
    return answer if agreed else None
