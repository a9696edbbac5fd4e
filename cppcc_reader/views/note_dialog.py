"""Asks for a note: a remark, a doubt for the reviewer, or what a range should read."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.views.key_names import shown_key

QUOTE_CHARACTERS = 60


class NoteDialog(QDialog):
    """Shows what is noted on and takes kind and words; a correction begins with what is printed."""

    def __init__(self, quote: str, parent: QWidget | None = None, *, kind: NoteKind = NoteKind.REMARK) -> None:
        super().__init__(parent)
        self._quote = quote
        self.setWindowTitle(self.tr("写批注"))
        self.resize(420, 260)
        shown = quote if len(quote) <= QUOTE_CHARACTERS else quote[:QUOTE_CHARACTERS] + "…"
        about = QLabel(self.tr("“{0}”").format(shown), self)
        about.setWordWrap(True)
        self._kinds = QComboBox(self)
        for one, words in (
            (NoteKind.REMARK, self.tr("批注")),
            (NoteKind.DOUBT, self.tr("存疑，请复核")),
            (NoteKind.CORRECTION, self.tr("勘误：原文应作")),
        ):
            self._kinds.addItem(words, one)
        self._kinds.setAccessibleName(self.tr("批注的种类"))
        self._field = QPlainTextEdit(self)
        self._field.setObjectName("field")
        self._field.setAccessibleName(self.tr("批注的内容"))
        self._field.setTabChangesFocus(True)
        buttons = QDialogButtonBox(self)
        write = buttons.addButton(self.tr("写下"), QDialogButtonBox.ButtonRole.AcceptRole)
        write.setToolTip(shown_key("Ctrl+Return"))
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        # Enter alone begins a line in the field.
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (about, self._kinds, self._field, buttons):
            layout.addWidget(widget)
        self._kinds.currentIndexChanged.connect(self._begin)
        self._kinds.setCurrentIndex(self._kinds.findData(kind))
        self._field.setFocus()

    def _begin(self) -> None:
        """Put what is printed into the empty field of a correction, ready to be typed over; take it out again else."""
        if self.kind is NoteKind.CORRECTION and not self.text:
            self._field.setPlainText(self._quote)
            self._field.selectAll()
        elif self.kind is not NoteKind.CORRECTION and self.text == self._quote.strip():
            self._field.clear()

    @property
    def kind(self) -> NoteKind:
        """The kind that was chosen."""
        return NoteKind(self._kinds.currentData())

    @property
    def text(self) -> str:
        """What was written; the reading that a correction asks for."""
        return self._field.toPlainText().strip()
