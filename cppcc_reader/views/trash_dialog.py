"""The trash: pages taken off the list, to be put back; nothing is ever deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.storage.errors import LibraryError
from cppcc_reader.storage.library import Library
from cppcc_reader.views.dialog_parts import SPACE, hint


class TrashDialog(QDialog):
    """Lists the pages in the trash.

    Signals:
        put_back(list): ids of pages that are on the list again.
    """

    put_back = Signal(list)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.setWindowTitle(self.tr("回收站"))
        self.resize(520, 420)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("回收站里的版面"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._words = hint("")
        buttons = QDialogButtonBox(self)
        self._put_back = buttons.addButton(self.tr("放回列表"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self._words)
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)
        self._list.itemSelectionChanged.connect(self._update)
        self._put_back.clicked.connect(self._put_chosen_back)
        buttons.rejected.connect(self.reject)
        self._fill()

    def _fill(self) -> None:
        self._list.clear()
        for page in self._library.pages.summaries(include_trashed=True):
            if page.trashed:
                item = QListWidgetItem(page.name, self._list)
                item.setData(Qt.ItemDataRole.UserRole, page.id)
        count = self._list.count()
        empty = self.tr("回收站是空的。移走的版面会放在这里，随时可以取回。")
        self._words.setText(self.tr("%n 个版面。切分和实体都还在，放回就能接着用。", "", count) if count else empty)
        self._update()

    def _update(self) -> None:
        self._put_back.setEnabled(bool(self._list.selectedItems()) and not self._library.read_only)

    def _put_chosen_back(self) -> None:
        ids = [item.data(Qt.ItemDataRole.UserRole) for item in self._list.selectedItems()]
        try:
            with self._library.transaction():
                for page_id in ids:
                    self._library.pages.set_trashed(page_id, False)
        except LibraryError as error:
            self._words.setText(str(error))
            return
        self._fill()
        self.put_back.emit(ids)
