"""The editor of a library's labels, and of the roles that the menus offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.tag_set import Label, TagSet
from cppcc_reader.formats.tag_set_toml import TagSetError, tag_set_from_toml, tag_set_problems, tag_set_to_toml
from cppcc_reader.views.dialog_parts import SPACE, hint
from cppcc_reader.views.guide_view import attach_guide
from cppcc_reader.views.label_form import LabelForm, colour_chip
from cppcc_reader.views.term_names import role_name
from cppcc_reader.views.told import told

_NEW_COLOURS = ("#0067a3", "#56b4e9")


class TagSetEditor(QDialog):
    """Edits a copy; :meth:`tag_set` gives it when the dialog was accepted.

    Args:
        tag_set: what to begin with.
        in_use: label id -> number of mentions in the library; such a label cannot be taken away.
        read_only: look, export, change nothing.
    """

    def __init__(
        self,
        tag_set: TagSet,
        *,
        in_use: Mapping[str, int] | None = None,
        read_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._in_use = dict(in_use or {})
        self.setWindowTitle(self.tr("标签集"))
        attach_guide(self, "roles-and-labels")
        self.resize(760, 560)
        self._labels = QListWidget(self)
        self._labels.setAccessibleName(self.tr("标签"))
        self._form = LabelForm(self)
        self._roles = QListWidget(self)
        self._roles.setAccessibleName(self.tr("菜单里显示的角色"))
        self._version = QLineEdit(self)
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.setForegroundRole(QPalette.ColorRole.BrightText)
        self._add = QPushButton(self.tr("添加标签"), self)
        self._remove = QPushButton(self.tr("删除"), self)
        self._up = QPushButton(self.tr("上移"), self)
        self._down = QPushButton(self.tr("下移"), self)
        self._buttons = self._button_box(read_only)
        self._lay_out()
        self._connect()
        self._show(tag_set)

    def tag_set(self) -> TagSet:
        """Return the set as it stands in the editor."""
        return TagSet(
            labels=tuple(self._label_of(item) for item in _items(self._labels)),
            guideline_version=self._version.text().strip() or "1",
            roles_shown=tuple(
                item.data(Qt.ItemDataRole.UserRole)
                for item in _items(self._roles)
                if item.checkState() is Qt.CheckState.Checked
            ),
        )

    def _button_box(self, read_only: bool) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        self._save = box.addButton(self.tr("保存标签集"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setVisible(not read_only)
        box.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._import = box.addButton(self.tr("从 TOML 导入…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._import.setVisible(not read_only)
        self._export = box.addButton(self.tr("导出为 TOML…"), QDialogButtonBox.ButtonRole.ActionRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _lay_out(self) -> None:
        order = QHBoxLayout()
        for button in (self._add, self._remove, self._up, self._down):
            order.addWidget(button)
        left = QVBoxLayout()
        left.addWidget(self._labels, 1)
        left.addLayout(order)
        labels = QWidget()
        line = QHBoxLayout(labels)
        line.setSpacing(2 * SPACE)
        line.addLayout(left, 2)
        line.addWidget(self._form, 3)
        roles = QWidget()
        column = QVBoxLayout(roles)
        column.addWidget(hint(self.tr("去掉勾选的角色不再出现在菜单里；已经标上的不受影响。")))
        column.addWidget(self._roles, 1)
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.addTab(labels, self.tr("标签"))
        tabs.addTab(roles, self.tr("角色"))
        version = QHBoxLayout()
        name = QLabel(self.tr("准则版本(&V)"))
        name.setBuddy(self._version)
        version.addWidget(name)
        version.addWidget(self._version)
        version.addWidget(hint(self.tr("准则改动后换一个版本，导出的数据会写明。")), 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(tabs, 1)
        layout.addLayout(version)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._labels.currentItemChanged.connect(self._show_current)
        self._form.edited.connect(self._take_edit)
        self._add.clicked.connect(self._add_label)
        self._remove.clicked.connect(self._remove_label)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(+1))
        self._import.clicked.connect(self._import_toml)
        self._export.clicked.connect(self._export_toml)

    def _show(self, tag_set: TagSet) -> None:
        self._labels.clear()
        for label in tag_set.labels:
            self._labels.addItem(_item_of(label))
        self._version.setText(tag_set.guideline_version)
        self._roles.clear()
        for role in Role:
            item = QListWidgetItem(role_name(role), self._roles)
            item.setData(Qt.ItemDataRole.UserRole, role)
            shown = role in tag_set.roles_shown
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
        self._labels.setCurrentRow(0)
        self._check()

    def _show_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            label = self._label_of(item)
            self._form.show_label(label, in_use=self._in_use.get(label.id, 0))
        self._form.setEnabled(item is not None)
        self._check()

    def _take_edit(self) -> None:
        item, label = self._labels.currentItem(), self._form.label()
        if item is not None and label is not None:
            _fill_item(item, label)
            self._check()

    def _check(self) -> None:
        problems = tag_set_problems(self.tag_set())
        self._problem.setText("\n".join(problems[:2]))
        self._problem.setVisible(bool(problems))
        self._save.setEnabled(not problems)
        item = self._labels.currentItem()
        used = self._in_use.get(self._label_of(item).id, 0) if item is not None else 0
        self._remove.setEnabled(item is not None and not used)
        words = self.tr("有 %n 个实体用着这个标签，先改掉它们才能删除", "", used) if used else ""
        self._remove.setToolTip(words)
        self._up.setEnabled(self._labels.currentRow() > 0)
        self._down.setEnabled(0 <= self._labels.currentRow() < self._labels.count() - 1)

    def _add_label(self) -> None:
        taken = self.tag_set()
        label_id = next(f"LABEL{n}" for n in range(1, 1000) if taken.label(f"LABEL{n}") is None)
        keys = {label.key for label in taken.labels}
        key = next((key for key in "123456789abcdefghij" if key not in keys), "")
        light, dark = _NEW_COLOURS
        label = Label(id=label_id, name_zh=self.tr("新标签"), name_en="", colour_light=light, colour_dark=dark, key=key)
        self._labels.addItem(_item_of(label))
        self._labels.setCurrentRow(self._labels.count() - 1)
        self._form.setFocus()

    def _remove_label(self) -> None:
        self._labels.takeItem(self._labels.currentRow())
        self._check()

    def _move(self, step: int) -> None:
        row = self._labels.currentRow()
        item = self._labels.takeItem(row)
        self._labels.insertItem(row + step, item)
        self._labels.setCurrentItem(item)
        self._check()

    def _import_toml(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("导入标签集"), "", self.tr("标签集 (*.toml)"))
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Show the set of a file in the editor; labels in use that it lacks are kept."""
        try:
            found = tag_set_from_toml(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, TagSetError) as error:
            QMessageBox.warning(self, self.tr("导入标签集"), self.tr("这个文件没有导入：{0}").format(told(error)))
            return
        lacking = [one for one in self.tag_set().labels if self._in_use.get(one.id) and found.label(one.id) is None]
        keys = {label.key for label in found.labels}
        kept = tuple(replace(label, key="" if label.key in keys else label.key) for label in lacking)
        self._show(replace(found, labels=found.labels + kept))

    def _export_toml(self) -> None:
        suggested = self.tr("标签集") + ".toml"
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("导出标签集"), suggested, self.tr("标签集 (*.toml)"))
        if not path:
            return
        try:
            Path(path).write_text(tag_set_to_toml(self.tag_set()), encoding="utf-8", newline="\n")
        except OSError as error:
            QMessageBox.warning(self, self.tr("导出标签集"), self.tr("没有写成：{0}").format(told(error)))

    @staticmethod
    def _label_of(item: QListWidgetItem) -> Label:
        label = item.data(Qt.ItemDataRole.UserRole)
        assert isinstance(label, Label)
        return label


def _items(widget: QListWidget) -> list[QListWidgetItem]:
    return [item for row in range(widget.count()) if (item := widget.item(row)) is not None]


def _item_of(label: Label) -> QListWidgetItem:
    item = QListWidgetItem()
    _fill_item(item, label)
    return item


def _fill_item(item: QListWidgetItem, label: Label) -> None:
    item.setData(Qt.ItemDataRole.UserRole, label)
    item.setText(f"{label.name_zh}　{label.id}" + (f"　[{label.key}]" if label.key else ""))
    item.setIcon(colour_chip(label.colour_light))
