"""The list of a step on many places, and a dialog around it: looked over and vetoed line by line before it is made."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QHeaderView, QTreeView, QWidget

from cppcc_reader.views.dialog_parts import SPACE, column, hint
from cppcc_reader.views.item_models.veto_model import VetoModel, VetoRow

_MEASURED = 200
"""Rows that the widths of the columns are measured by."""


class VetoList(QTreeView):
    """A list in which Space ticks all selected rows at once."""

    def __init__(self, model: VetoModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._veto_model = model
        self.setModel(model)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(_MEASURED)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Tick with the space key."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if event.key() == Qt.Key.Key_Space and rows:
            self._veto_model.tick(rows, not self._veto_model.is_ticked(rows[0]))
        else:
            super().keyPressEvent(event)


class VetoDialog(QDialog):
    """A list to be looked through; the button that agrees says what it does to how much.

    Args:
        words: what will happen, and how it is taken back.
        verb: returns the words of the button for the ticked rows.
    """

    def __init__(
        self,
        title: str,
        words: str,
        *,
        headers: Sequence[str],
        rows: Sequence[VetoRow],
        verb: Callable[[Sequence[VetoRow]], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(680, 480)
        self._verb = verb
        self.model = VetoModel(headers, self)
        listed = VetoList(self.model, self)
        listed.setAccessibleName(title)
        buttons = QDialogButtonBox(self)
        self._agree = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._agree.setDefault(True)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        unticked = hint(self.tr("去掉勾的各行不动；空格键勾选或去掉所选各行。"))
        layout = column(hint(words), listed, unticked, margin=2 * SPACE)
        layout.addWidget(buttons)
        self.setLayout(layout)
        self.model.ticks_changed.connect(self._refresh)
        self.model.show(rows)
        listed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        chosen = self.model.chosen()
        self._agree.setText(self._verb(chosen))
        self._agree.setEnabled(bool(chosen))


def chosen_of(dialog: VetoDialog) -> list[Hashable] | None:
    """Show the dialog; return the keys of the rows that are to be changed, None if the person thought better of it."""
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    keys = [row.key for row in dialog.model.chosen()]
    dialog.deleteLater()
    return keys if agreed else None
