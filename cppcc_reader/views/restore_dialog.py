"""Restoring a snapshot: what it holds and what restoring would take away stands beside it before anything happens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.services.backup import Snapshot, SnapshotPreview, preview_restore, restore, snapshots
from cppcc_reader.storage.library import Library
from cppcc_reader.views.dialog_parts import SPACE, hint
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.term_names import state_name
from cppcc_reader.views.told import told

_NAMED: Final = 8
"""Names of pages listed before the rest is only counted."""


class RestoreDialog(QDialog):
    """Lists the snapshots of a library.

    Signals:
        restored(): the library now holds what the snapshot held; read everything again.
    """

    restored = Signal()

    def __init__(
        self,
        library: Library,
        runner: TaskRunner,
        reads: TaskRunner,
        *,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._runner, self._reads, self._clock = library, runner, reads, clock
        self._revision = 0
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("备份"))
        self._preview = QLabel(self)
        self._preview.setWordWrap(True)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._preview.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QDialogButtonBox(self)
        self._restore = self._buttons.addButton(self.tr("恢复到这一份"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._list.currentItemChanged.connect(self._show_preview)
        self._buttons.accepted.connect(self._start)
        self._buttons.rejected.connect(self.reject)
        self._fill(snapshots(library.path))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("从备份恢复"))
        self.resize(720, 420)
        line = QHBoxLayout()
        line.setSpacing(2 * SPACE)
        line.addWidget(self._list, 2)
        line.addWidget(self._preview, 3)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(
            hint(self.tr("每天一份，每次批量操作之前一份，留最近十份。恢复之前会先把现在的样子也备份好。"))
        )
        layout.addLayout(line, 1)
        layout.addWidget(self._buttons)

    def _fill(self, found: Sequence[Snapshot]) -> None:
        for snapshot in found:
            item = QListWidgetItem(f"{snapshot.taken_at.astimezone():%Y-%m-%d %H:%M}　{snapshot.reason}", self._list)
            item.setData(Qt.ItemDataRole.UserRole, snapshot)
        self._restore.setEnabled(False)
        if found:
            self._list.setCurrentRow(0)
        else:
            self._preview.setText(self.tr("还没有备份。做第一次修改的那天会有第一份。"))

    def _show_preview(self, item: QListWidgetItem | None) -> None:
        self._restore.setEnabled(False)
        if item is None:
            return
        snapshot = item.data(Qt.ItemDataRole.UserRole)
        self._revision += 1
        revision, library = self._revision, self._library
        self._preview.setText(self.tr("正在查看…"))

        def work(_context: TaskContext) -> SnapshotPreview:
            with library.sibling() as own:
                return preview_restore(own, snapshot)

        self._reads.run(work, done=self._describe, failed=self._tell_failure, wanted=lambda: revision == self._revision)

    def _describe(self, found: SnapshotPreview) -> None:
        states = "、".join(f"{state_name(state)} {count}" for state, count in found.states.items())
        lines = [
            self.tr("这一份里有 {0} 个版面（{1}），{2} 个已定的实体。").format(found.pages, states, found.mentions),
            "",
            _named(self.tr("恢复后会消失的版面（后来才导入的）：{0}"), found.lost),
            _named(self.tr("会变回当时样子的版面：{0}"), found.changed),
            _named(self.tr("会回来的版面：{0}"), found.returning),
        ]
        if not (found.lost or found.changed or found.returning):
            lines.append(self.tr("和现在的文库没有差别。"))
        self._preview.setText("\n".join(line for line in lines if line is not None))
        self._restore.setEnabled(not self._library.read_only)

    def _start(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        snapshot, library, now = item.data(Qt.ItemDataRole.UserRole), self._library, self._clock()
        self._set_busy(True)

        def work(_context: TaskContext) -> Snapshot:
            with library.sibling() as own:
                return restore(own, snapshot, now)

        self._runner.run(work, done=lambda _before: self._finish(), failed=self._tell_failure)

    def _finish(self) -> None:
        self.restored.emit()
        self.accept()

    def _tell_failure(self, error: Exception) -> None:
        self._set_busy(False)
        self._restore.setEnabled(False)
        self._preview.setText(self.tr("没有成功，文库没有变动：{0}").format(told(error)))

    def _set_busy(self, busy: bool) -> None:
        self._buttons.setEnabled(not busy)
        self._list.setEnabled(not busy)

    def reject(self) -> None:
        """Close, unless a restore is under way."""
        if self._buttons.isEnabled():
            self._revision += 1
            super().reject()


def _named(words: str, names: Sequence[str]) -> str | None:
    if not names:
        return None
    rest = f" … (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    return words.format("、".join(names[:_NAMED]) + rest)
