"""Lists the backups of a library and says what going back to one would bring and take."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cppcc_reader.services.backup import Snapshot, SnapshotPreview, preview_restore, snapshots
from cppcc_reader.storage.errors import LibraryError
from cppcc_reader.storage.library import Library
from cppcc_reader.views.term_names import state_name

NAMED_PAGES = 8


class RestoreDialog(QDialog):
    """The backups at the top, what the chosen one means below."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.setWindowTitle(self.tr("从备份恢复"))
        self.resize(560, 440)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("备份"))
        for snapshot in snapshots(library.path):
            moment = snapshot.taken_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
            item = QListWidgetItem(f"{moment}　{snapshot.reason}")
            item.setData(Qt.ItemDataRole.UserRole, snapshot)
            self._list.addItem(item)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setMinimumHeight(140)
        buttons = QDialogButtonBox(self)
        self._restore = buttons.addButton(self.tr("恢复到这份备份"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (self._list, self._words, buttons):
            layout.addWidget(widget)
        self._list.currentItemChanged.connect(lambda *_: self._show())
        self._list.setCurrentRow(0)
        self._show()

    @property
    def chosen(self) -> Snapshot | None:
        """The backup that is marked."""
        item = self._list.currentItem()
        snapshot = item.data(Qt.ItemDataRole.UserRole) if item else None
        return snapshot if isinstance(snapshot, Snapshot) else None

    def words(self) -> str:
        """Return what is said about the marked backup."""
        return self._words.text()

    def _show(self) -> None:
        snapshot = self.chosen
        self._restore.setEnabled(snapshot is not None)
        if snapshot is None:
            self._words.setText(self.tr("还没有备份。每天第一次打开文库、每次批量操作之前都会自动备份。"))
            return
        try:
            self._words.setText(self._words_of(preview_restore(self._library, snapshot)))
        except LibraryError as error:
            self._restore.setEnabled(False)
            self._words.setText(str(error))

    def _words_of(self, preview: SnapshotPreview) -> str:
        states = "，".join(f"{state_name(state)} {count}" for state, count in preview.states.items())
        lines = [
            self.tr("备份里有 {0} 版（{1}），{2} 个实体。").format(preview.pages, states, preview.mentions),
            self._pages(self.tr("会变回原样的版面"), preview.changed),
            self._pages(self.tr("会消失的版面（备份之后导入的）"), preview.lost),
            self._pages(self.tr("会回来的版面"), preview.returning),
            self.tr("恢复之前，会先把现在的文库也备份一份。"),
        ]
        return "\n".join(line for line in lines if line)

    def _pages(self, title: str, names: tuple[str, ...]) -> str:
        if not names:
            return ""
        more = "…" if len(names) > NAMED_PAGES else ""
        return self.tr("{0}：{1} 版。{2}{3}").format(title, len(names), "、".join(names[:NAMED_PAGES]), more)
