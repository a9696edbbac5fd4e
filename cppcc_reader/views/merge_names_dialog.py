"""Asks under which form and label names shall be merged (one alone: renamed), and says what that changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.services.entity_index import IndexedName
from cppcc_reader.services.name_merging import proposed_form
from cppcc_reader.views.dialog_parts import SPACE, hint
from cppcc_reader.views.item_models.veto_model import VetoModel, VetoRow
from cppcc_reader.views.term_names import label_name
from cppcc_reader.views.veto_list import VetoList


class MergeNamesDialog(QDialog):
    """Lists the names with their counts and a tick for each, and takes form and label."""

    def __init__(self, names: Sequence[IndexedName], tag_set: TagSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {(name.name, name.label): name for name in names}
        self._tag_set = tag_set
        self.setWindowTitle(self.tr("合并不同写法") if len(names) > 1 else self.tr("改规范名"))
        self.resize(560, 440)
        self._model = VetoModel([self.tr("名称"), self.tr("标签"), self.tr("处"), self.tr("版面数")], self)
        self._form = self._form_box(names)
        self._label = self._label_box()
        self._effect = hint("", self)
        self._buttons = QDialogButtonBox(self)
        self._merge = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._form.currentTextChanged.connect(self._describe)
        self._label.currentIndexChanged.connect(self._describe)
        self._model.ticks_changed.connect(self._describe)
        self._model.show([self._row(name) for name in names])

    @property
    def form(self) -> str:
        """The normal form that was chosen or typed; empty: theirs is to be taken away."""
        return self._form.currentText().strip()

    @property
    def label(self) -> str | None:
        """The id of the label that all shall get; None: each keeps its own."""
        return self._label.currentData() or None

    @property
    def names(self) -> list[IndexedName]:
        """The names that were left ticked."""
        return [self._names[row.key] for row in self._model.chosen()]  # type: ignore[index]  # keys of this dialog

    def _form_box(self, names: Sequence[IndexedName]) -> QComboBox:
        box = QComboBox(self)
        box.setEditable(True)
        box.addItems(list(dict.fromkeys(name.name for name in names)))
        box.setCurrentText(proposed_form(names))
        box.setAccessibleName(self.tr("归到这个规范名"))
        return box

    def _label_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("标签"))
        box.addItem(self.tr("各自的标签不变"), "")
        for label in self._tag_set.labels:
            box.addItem(self.tr("都改为{0}").format(label_name(label)), label.id)
        return box

    def _row(self, name: IndexedName) -> VetoRow:
        label = self._tag_set.label(name.label)
        words = label_name(label) if label else name.label
        cells = (name.name, words, str(name.count), str(name.pages))
        return VetoRow(key=(name.name, name.label), cells=cells, places=name.count)

    def _lay_out(self) -> None:
        listed = VetoList(self._model, self)
        listed.setAccessibleName(self.tr("要合并的名称"))
        form = QFormLayout()
        form.addRow(self.tr("归到这个规范名(&F)"), self._form)
        form.addRow(self.tr("标签(&L)"), self._label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(listed, 1)
        layout.addLayout(form)
        layout.addWidget(self._effect)
        layout.addWidget(self._buttons)
        self._form.setFocus()

    def _describe(self) -> None:
        """Say what the button would change."""
        names = self.names
        renamed = sum(name.count for name in names if name.name != self.form)
        relabelled = sum(name.count for name in names if self.label is not None and name.label != self.label)
        lines = []
        if renamed:
            words = self.tr("会给 {0} 处写上规范名。") if self.form else self.tr("会去掉 {0} 处的规范名。")
            lines.append(words.format(renamed))
        if relabelled:
            lines.append(self.tr("会改 {0} 处的标签。").format(relabelled))
        lines.append(self.tr("原文和标注范围不变。先备份文库；在其中任一版上撤销一步即可全部退回。"))
        self._effect.setText("".join(lines))
        self._merge.setText(self.tr("改动 {0} 处").format(max(renamed, relabelled)))
        self._merge.setEnabled(bool(renamed or relabelled))
