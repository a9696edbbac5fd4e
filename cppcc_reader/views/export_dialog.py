"""Export of a data set: choose, see the first record and what to look at before, then write it with a cancel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice, takewhile
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.services.export_manifest import Manifest
from cppcc_reader.services.export_options import ExportCancelledError, ExportError
from cppcc_reader.services.export_preflight import PreflightItem, preflight
from cppcc_reader.services.export_sample import export_sample
from cppcc_reader.services.library_records import library_records
from cppcc_reader.services.training_export import export
from cppcc_reader.storage.errors import LibraryError
from cppcc_reader.storage.library import Library
from cppcc_reader.views.dialog_parts import SPACE, hint
from cppcc_reader.views.export_form import ExportForm
from cppcc_reader.views.guide_view import attach_guide
from cppcc_reader.views.task_runner import Task, TaskContext, TaskRunner
from cppcc_reader.views.told import told

LISTED: Final = 500
"""Items of the list shown; nobody works through more before exporting."""
_PAUSE_MS: Final = 250

_Checked = tuple[str | None, list[PreflightItem]]


class ExportDialog(QDialog):
    """Asks, shows, writes.

    Signals:
        place_chosen(str, object): page id and Span (or None) of an item of the list that was clicked.

    Args:
        library: read through siblings in the background.
        runner: does the work.
        page_ids: pages chosen in the list, offered as the only ones.
    """

    place_chosen = Signal(str, object)

    def __init__(
        self,
        library: Library,
        runner: TaskRunner,
        *,
        tag_set: TagSet,
        page_ids: Iterable[str] | None = None,
        software: str = "cppcc-reader",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._runner, self._tag_set, self._software = library, runner, tag_set, software
        self._export: Task | None = None
        self._check: Task | None = None
        self._revision = 0
        self._form = ExportForm(page_ids, self)
        self._preview = QPlainTextEdit(self)
        self._items = QListWidget(self)
        self._summary = QLabel(self)
        self._bar = QProgressBar(self)
        self._status = QLabel(self)
        self._go = QPushButton(self.tr("选择文件夹并导出…"), self)
        self._cancel = QPushButton(self.tr("关闭"), self)
        self._wait = QTimer(self)
        self._lay_out()
        self._connect()
        self._look()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("导出数据集"))
        attach_guide(self, "export")
        self.resize(980, 640)
        self._preview.setReadOnly(True)
        self._preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._preview.setAccessibleName(self.tr("第一条记录"))
        self._items.setAccessibleName(self.tr("导出前看一看"))
        self._items.setWordWrap(True)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._status.setWordWrap(True)
        self._go.setDefault(True)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._form)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(self._form.minimumSizeHint().width() + 3 * SPACE)
        upper = QHBoxLayout()
        upper.setSpacing(2 * SPACE)
        upper.addWidget(scroll, 4)
        upper.addWidget(self._tabs(), 5)
        lower = QHBoxLayout()
        lower.addWidget(self._status, 1)
        lower.addWidget(self._cancel)
        lower.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addLayout(upper, 1)
        layout.addWidget(self._bar)
        layout.addLayout(lower)

    def _tabs(self) -> QTabWidget:
        check = QWidget()
        column = QVBoxLayout(check)
        column.addWidget(self._summary)
        column.addWidget(self._items, 1)
        column.addWidget(hint(self.tr("点一项就到那个地方；这个窗口留着，改好再回来。")))
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.addTab(self._preview, self.tr("第一条记录"))
        tabs.addTab(check, self.tr("导出前看一看"))
        return tabs

    def _connect(self) -> None:
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self._look)
        self._form.changed.connect(self._wait.start)
        self._items.itemActivated.connect(self._go_to)
        self._items.itemClicked.connect(self._go_to)
        self._go.clicked.connect(self._choose_folder)
        self._cancel.clicked.connect(self.reject)

    def _look(self) -> None:
        """Make preview and list anew in the background; the answer to an older question is dropped."""
        self._revision += 1
        revision = self._revision
        try:
            options = self._form.options()
        except ExportError as error:
            self._say(told(error))
            return
        if self._check is not None:
            self._check.cancel()
        self._summary.setText(self.tr("正在检查…"))
        library, tag_set = self._library, self._tag_set

        def work(context: TaskContext) -> _Checked:
            with library.sibling() as own:
                sample = export_sample(_records(own, context.is_cancelled), options, tag_set=tag_set)
                items = preflight(_records(own, context.is_cancelled), options, tag_set=tag_set)
                return sample, list(islice(items, LISTED + 1))

        self._check = self._runner.run(
            work, done=self._show_check, failed=self._show_failure, wanted=lambda: revision == self._revision
        )

    def _show_check(self, found: _Checked) -> None:
        sample, items = found
        self._preview.setPlainText(sample if sample is not None else self.tr("没有版面符合这些条件。"))
        self._items.clear()
        for item in items[:LISTED]:
            where = f"{item.page_name}　" if item.page_name else ""
            row = QListWidgetItem(where + item.message, self._items)
            row.setData(Qt.ItemDataRole.UserRole, item)
        self._summary.setText(
            self.tr("没有什么要先看的，可以导出。")
            if not items
            else self.tr("有 {0} 处值得先看一看：").format(f"{LISTED}+" if len(items) > LISTED else len(items))
        )
        self._say("")

    def _show_failure(self, error: Exception) -> None:
        self._summary.setText("")
        self._preview.clear()
        self._say(_words_for(error) or self.tr("出了意外，没有检查成。详情在日志里。"))

    def _go_to(self, row: QListWidgetItem) -> None:
        item = row.data(Qt.ItemDataRole.UserRole)
        if isinstance(item, PreflightItem) and item.page_id:
            self.place_chosen.emit(item.page_id, item.span)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("导出到哪个文件夹"))
        if folder:
            options = self._form.options()
            self.export_to(Path(folder) / f"{self._library.path.stem}-{options.format}")

    def export_to(self, folder: Path) -> None:
        """Write the data set in the background."""
        options = self._form.options()
        total = len(self._library.pages.ids())
        library, tag_set, software = self._library, self._tag_set, self._software

        def work(context: TaskContext) -> Manifest | None:
            with library.sibling() as own, suppress(ExportCancelledError):
                return export(
                    _records(own, lambda: False),
                    options,
                    folder,
                    lambda done: context.report(done, total),
                    context.is_cancelled,
                    library=library.path.name,
                    tag_set=tag_set,
                    software=software,
                )
            return None

        self._set_busy(True)
        self._export = self._runner.run(
            work,
            done=lambda manifest: self._done(manifest, folder),
            failed=self._failed,
            progress=self._progress,
        )

    def _progress(self, done: int, total: int, _words: str) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._say(self.tr("正在导出：{0} / {1} 个版面").format(done, total))

    def _done(self, manifest: Manifest | None, folder: Path) -> None:
        self._set_busy(False)
        if manifest is None:
            self._say(self.tr("已取消，什么也没有留下。"))
            return
        documents = sum(tally.documents for tally in manifest.splits.values())
        self._say(self.tr("已导出 {0} 条记录到 {1}").format(documents, folder))

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._say(_words_for(error) or self.tr("出了意外，没有导出，原来的文件都在。详情在日志里。"))

    def _set_busy(self, busy: bool) -> None:
        self._go.setEnabled(not busy)
        self._form.setEnabled(not busy)
        self._bar.setVisible(busy)
        self._bar.setValue(0)
        self._cancel.setText(self.tr("取消导出") if busy else self.tr("关闭"))
        if not busy:
            self._export = None

    def _say(self, words: str) -> None:
        self._status.setText(words)

    def reject(self) -> None:
        """Cancel the export that is under way, or close."""
        if self._export is not None:
            self._export.cancel()
            return
        self._revision += 1
        if self._check is not None:
            self._check.cancel()
        super().reject()


def _records(library: Library, cancelled: Callable[[], bool]) -> Iterator[PageRecord]:
    return takewhile(lambda _record: not cancelled(), library_records(library))


def _words_for(error: Exception) -> str:
    return told(error) if isinstance(error, ExportError | LibraryError | OSError) else ""
