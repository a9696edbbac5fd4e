"""Asks under which form variants of a name shall be merged, and says beforehand what that changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from cppcc_reader.services.entity_index import IndexedName
from cppcc_reader.services.name_merging import proposed_form
from cppcc_reader.views.dialog_parts import SPACE, hint

_NAMED = 12
"""Names written out before the rest is only counted."""


class MergeNamesDialog(QDialog):
    """Lists the variants with their counts and takes the form."""

    def __init__(self, names: Sequence[IndexedName], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self.setWindowTitle(self.tr("合并不同写法"))
        self.setMinimumWidth(460)
        listed = "、".join(self.tr("{0}（{1} 处）").format(name.name, name.count) for name in names[:_NAMED])
        listed += " …" if len(names) > _NAMED else ""
        self._form = QComboBox(self)
        self._form.setEditable(True)
        self._form.addItems([name.name for name in names])
        self._form.setCurrentText(proposed_form(names))
        self._form.setAccessibleName(self.tr("归到这个规范名"))
        self._effect = hint("")
        buttons = QDialogButtonBox(self)
        self._merge = buttons.addButton(self.tr("合并"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(listed, buttons)
        self._form.currentTextChanged.connect(self._describe)
        self._describe()

    @property
    def form(self) -> str:
        """The normal form that was chosen or typed."""
        return self._form.currentText().strip()

    def _lay_out(self, listed: str, buttons: QDialogButtonBox) -> None:
        variants, asked = QLabel(listed, self), QLabel(self.tr("归到这个规范名(&F)"), self)
        variants.setWordWrap(True)
        asked.setBuddy(self._form)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        for widget in (variants, asked, self._form, self._effect, buttons):
            layout.addWidget(widget)

    def _describe(self) -> None:
        count = sum(name.count for name in self._names if name.name != self.form)
        words = self.tr("会给 {0} 处写上规范名，原文和标注范围不变。先备份文库；在其中任一版上撤销一步即可全部退回。")
        self._effect.setText(words.format(count))
        self._merge.setEnabled(bool(self.form) and count > 0)
