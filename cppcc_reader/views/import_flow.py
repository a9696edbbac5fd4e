"""Bringing files into the library: choose, look, import in the background, report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cppcc_reader.resource_paths import resource
from cppcc_reader.services.import_report import FileCheck, ImportReport, Outcome
from cppcc_reader.services.project import is_library
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.report_dialog import ReportDialog
from cppcc_reader.views.task_runner import Task, TaskContext, TaskRunner
from cppcc_reader.views.theme import Theme
from cppcc_reader.views.told import told
from cppcc_reader.views.workspace import Workspace

REFRESH_FILES = 100
"""The list of pages is read again after so many files, so that work can begin before the import ends."""


class ImportFlow(QObject):
    """Imports files, folders and page records.

    Signals:
        progressed(int, int, str): files done, files in all, the one at hand; (0, 0, "") when it is over.
        pages_arrived(): the library has new pages.
        named_page_arrived(str): the first of the pages named on the command line is in the library under this id.
    """

    progressed = Signal(int, int, str)
    pages_arrived = Signal()
    named_page_arrived = Signal(str)

    def __init__(self, workspace: Workspace, tasks: TaskRunner, theme: Callable[[], Theme], window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._tasks = tasks
        self._theme = theme
        self._window = window
        self._task: Task | None = None
        self._show_first = False

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        registry.bind("import-files", self.choose_files)
        registry.bind("import-folder", self.choose_folder)
        registry.bind("open-samples", self.open_samples)

    def choose_files(self) -> None:
        """Ask for files and import them."""
        kinds = self.tr("版面文件 (*.txt *.text *.jsonl *.jsonl.gz *.xml);;所有文件 (*)")
        chosen, _kind = QFileDialog.getOpenFileNames(self._window, self.tr("导入版面文件"), "", kinds)
        if chosen:
            self.look_at([Path(name) for name in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder and import what it holds."""
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("导入文件夹"))
        if chosen:
            self.look_at([Path(chosen)])

    def open_samples(self) -> None:
        """Import the pages that ship with the program, without asking."""
        self.start([resource("samples", "pages")])

    def look_at(self, paths: Sequence[Path], *, ask: bool = True) -> None:
        """Read the files' encodings, then show the dialog; with ``ask`` off only where something is doubtful."""
        if self._refused():
            return
        self._show_first = not ask

        def look(context: TaskContext) -> list[FileCheck]:
            from cppcc_reader.services.page_import import preview  # noqa: PLC0415  (a start reads no importer)

            with self._workspace.library.sibling() as library:
                return preview(paths, library=library, cancelled=context.is_cancelled)

        def show(checks: list[FileCheck]) -> None:
            if ask or any(check.doubtful for check in checks):
                self._ask(checks)
            else:
                self.start(paths)

        self._tasks.run(look, done=show, failed=self._say_failed)

    def start(self, paths: Sequence[Path], encodings: Mapping[Path, str] | None = None) -> None:
        """Import in the background; the window stays usable and the import can be cancelled."""
        if self._refused():
            return
        workspace = self._workspace

        def work(context: TaskContext) -> ImportReport:
            from cppcc_reader.services.import_sources import expand  # noqa: PLC0415
            from cppcc_reader.services.page_import import ImportProgress, import_paths  # noqa: PLC0415
            from cppcc_reader.services.parallel_annotation import annotator_for  # noqa: PLC0415  (reads dictionaries)

            def tell(progress: ImportProgress) -> None:
                context.report(progress.done, progress.total, progress.name)

            files = list(expand(paths))
            self._back_up_before(len(files))
            with (
                annotator_for(len(files), entities=True, library=workspace.library.path) as annotator,
                workspace.library.sibling() as library,
            ):
                return import_paths(
                    library,
                    files,
                    annotator,
                    clock=workspace.clock,
                    encodings=encodings,
                    progress=tell,
                    cancelled=context.is_cancelled,
                )

        self._task = self._tasks.run(work, done=self._finish, failed=self._say_failed, progress=self._tell)

    def _back_up_before(self, files: int) -> None:
        """Take a snapshot before many files; one page more is no bulk action, and an empty library holds nothing."""
        from cppcc_reader.services.backup import BEFORE_IMPORT, take_snapshot  # noqa: PLC0415

        with self._workspace.library.sibling() as library:
            if files > 1 and library.pages.ids(include_trashed=True):
                take_snapshot(library, BEFORE_IMPORT, self._workspace.clock())

    def cancel(self) -> None:
        """Stop the import after the page at hand; what is imported stays."""
        if self._task is not None:
            self._task.cancel()

    def _tell(self, done: int, total: int, name: str) -> None:
        self.progressed.emit(done, total, name)
        if done and done % REFRESH_FILES == 0:
            self.pages_arrived.emit()

    def _ask(self, checks: list[FileCheck]) -> None:
        from cppcc_reader.views.import_dialog import ImportDialog  # noqa: PLC0415

        dialog = ImportDialog(checks, self._theme(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.start(dialog.paths, dialog.encodings))
        dialog.open()

    def _finish(self, report: ImportReport) -> None:
        self._task = None
        self.progressed.emit(0, 0, "")
        self.pages_arrived.emit()
        named = [one.page_id for one in report.outcomes if one.page_id]
        if self._show_first and named:
            self.named_page_arrived.emit(named[0])
        self._show_first = False
        self._workspace.session.message.emit(told(report.summary))
        lines = [told(line) for line in report.lines()]
        if report.of(Outcome.REFUSED) and lines:
            dialog = ReportDialog(self.tr("导入结果"), told(report.summary), lines, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _say_failed(self, error: Exception) -> None:
        self._task = None
        self.progressed.emit(0, 0, "")
        self.pages_arrived.emit()
        self._workspace.session.message.emit(self.tr("导入中断：{0}。已导入的都在。").format(told(error)))

    def _refused(self) -> bool:
        if self._workspace.library.read_only:
            self._workspace.session.message.emit(self.tr("文库只读，不能导入"))
        return self._workspace.library.read_only


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the local files and folders of a drop, empty where there are none."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def dropped_library(paths: Sequence[Path]) -> Path | None:
    """Return the library among dropped paths, if it is the only thing dropped."""
    return paths[0] if len(paths) == 1 and is_library(paths[0]) else None
