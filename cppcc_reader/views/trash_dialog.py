"""The trash: pages taken off the list, to be put back, or deleted for good after a look at what goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.editing.filing_commands import PUT_BACK_STEP, SetTrashed
from cppcc_reader.services.annotation import Changes
from cppcc_reader.services.backup import Snapshot
from cppcc_reader.services.trash import TrashContents, delete_for_good, trash_contents
from cppcc_reader.storage.library import Library
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.dialog_parts import SPACE, hint
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.told import told

_NAMED = 8
"""Names of pages listed before the rest is only counted."""


class TrashDialog(QDialog):
    """Lists the pages in the trash.

    Signals:
        put_back(list): ids of pages that are on the list again.
        deleted(int): so many pages are gone for good.
    """

    put_back = Signal(list)
    deleted = Signal(int)

    def __init__(
        self,
        library: Library,
        jobs: BulkJobs,
        tasks: TaskRunner,
        *,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._jobs, self._tasks, self._clock = library, jobs, tasks, clock
        self.setWindowTitle(self.tr("回收站"))
        self.resize(560, 440)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("回收站里的版面"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._words = hint("")
        self._buttons = QDialogButtonBox(self)
        self._put_back = self._buttons.addButton(self.tr("放回列表"), QDialogButtonBox.ButtonRole.ActionRole)
        self._delete = self._buttons.addButton(self.tr("清空回收站…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self._words)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._buttons)
        self._list.itemSelectionChanged.connect(self._update)
        self._put_back.clicked.connect(self._put_chosen_back)
        self._delete.clicked.connect(self.ask_to_delete)
        self._buttons.rejected.connect(self.reject)
        self._fill()

    def reject(self) -> None:
        """Close, unless something is under way."""
        if self._buttons.isEnabled():
            super().reject()

    def ask_to_delete(self) -> None:
        """Say what would be gone with the pages chosen (all where none is), and delete them if the person agrees."""
        ids = self._ids()
        contents = trash_contents(self._library, ids)
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("永久删除"))
        box.setText(self.tr("永久删除 %n 个版面？这一步不能撤销。", "", len(contents.pages)))
        box.setInformativeText(self._what_goes(contents))
        verb = self.tr("先备份，再永久删除 %n 个版面", "", len(contents.pages))
        delete = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("不删"), QMessageBox.ButtonRole.RejectRole))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.buttonClicked.connect(lambda button: self._start_deleting(ids) if button is delete else None)
        box.open()

    def _fill(self) -> None:
        self._list.clear()
        for page in self._library.pages.summaries(include_trashed=True):
            if page.trashed:
                item = QListWidgetItem(page.name, self._list)
                item.setData(Qt.ItemDataRole.UserRole, page.id)
        count = self._list.count()
        empty = self.tr("回收站是空的。移走的版面会放在这里，随时可以取回。")
        self._words.setText(self.tr("%n 个版面。切分和实体都还在，放回就能接着用。", "", count) if count else empty)
        self._set_busy(False)

    def _update(self) -> None:
        writable = not self._library.read_only
        chosen = len(self._list.selectedItems())
        self._put_back.setEnabled(chosen > 0 and writable)
        self._delete.setEnabled(self._list.count() > 0 and writable)
        self._delete.setText(self.tr("永久删除选中的 {0} 个…").format(chosen) if chosen else self.tr("清空回收站…"))

    def _set_busy(self, busy: bool) -> None:
        self._buttons.setEnabled(not busy)
        self._list.setEnabled(not busy)
        if not busy:
            self._update()

    def _ids(self) -> list[str]:
        """Return the pages chosen, or all where none is."""
        items = self._list.selectedItems() or [self._list.item(row) for row in range(self._list.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items]

    def _put_chosen_back(self) -> None:
        ids = self._ids()
        self._set_busy(True)

        def done(_changes: Changes) -> None:
            self._fill()
            self.put_back.emit(ids)

        self._jobs.run(
            lambda service, _library: service.file(dict.fromkeys(ids, SetTrashed(False)), PUT_BACK_STEP),
            done=done,
            failed=self._say_failed,
        )

    def _what_goes(self, contents: TrashContents) -> str:
        counts = self.tr("一起删掉的有：{0} 篇文章、{1} 个实体、{2} 条批注与勘误、{3} 步编辑历史。")
        lines = [counts.format(contents.articles, contents.mentions, contents.notes, contents.steps)]
        lines.append(self.tr("版面：{0}").format(_named([page.name for page in contents.pages])))
        if contents.worked_on:
            lines.append(self.tr("其中有人工改动的：{0}").format(_named(contents.worked_on)))
        if contents.linked:
            lines.append(self.tr("这些版面上有文章与它们相接，链接会落空：{0}").format(_named(contents.linked)))
        lines.append(self.tr("删除之前会备份整个文库；要找回，用“从备份恢复”。原来的文件不受影响，可以再导入。"))
        return "\n\n".join(lines)

    def _start_deleting(self, ids: list[str]) -> None:
        self._set_busy(True)
        self._words.setText(self.tr("正在备份并删除……"))
        library, now = self._library, self._clock()

        def work(_context: TaskContext) -> tuple[int, Snapshot]:
            with library.sibling() as own:
                return delete_for_good(own, ids, now)

        self._tasks.run(work, done=self._finish_deleting, failed=self._say_failed)

    def _finish_deleting(self, answer: tuple[int, Snapshot]) -> None:
        count, snapshot = answer
        self._fill()
        moment = f"{snapshot.taken_at.astimezone():%H:%M}"
        self._words.setText(self.tr("已永久删除 {0} 个版面；删除前的文库备份在 {1} 那一份里。").format(count, moment))
        self.deleted.emit(count)

    def _say_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._words.setText(self.tr("没有做成，文库没有变动：{0}").format(told(error)))


def _named(names: Sequence[str]) -> str:
    rest = f" … (+{len(names) - _NAMED})" if len(names) > _NAMED else ""
    return "、".join(names[:_NAMED]) + rest
