"""A list of what did not go as wished, to be read and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class ReportDialog(QDialog):
    """One sentence and a line for each thing."""

    def __init__(self, title: str, summary: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(560, 360)
        words = QLabel(summary, self)
        words.setWordWrap(True)
        listing = QPlainTextEdit("\n".join(lines), self)
        listing.setObjectName("field")
        listing.setReadOnly(True)
        listing.setAccessibleName(title)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("知道了"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(listing, 1)
        layout.addWidget(buttons)
