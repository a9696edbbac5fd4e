"""Print jobs and PDF files made in the background: a full page takes longer than a window may stand still."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from cppcc_reader.views.print_actions import ask_printer, print_on, save_pdf
from cppcc_reader.views.print_pages import PrintedArticle
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.told import told

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is to be printed: frozen values, which another thread may read.

    Attributes:
        title: of the document.
        source: where the articles come from, for the foot of every page.
        serif: running text in a serif face.
    """

    articles: tuple[PrintedArticle, ...]
    title: str
    source: str
    serif: bool = True


class PrintJobs(QObject):
    """Carries print jobs out one after the other.

    Signals:
        told(str): what is under way, what was done, or why it was not.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._runner = TaskRunner(self)

    @property
    def is_busy(self) -> bool:
        """Tell whether a job is under way."""
        return self._runner.is_busy

    def save(self, job: PrintJob, path: Path) -> None:
        """Write a job as PDF; an old file stays if anything fails."""
        self.told.emit(self.tr("正在写 {0}…").format(path.name))
        self._runner.run(
            lambda _context: save_pdf(job.articles, path, title=job.title, source=job.source, serif=job.serif),
            done=lambda pages: self.told.emit(self.tr("已存为 {0}，共 {1} 页").format(path.name, pages)),
            failed=self._say_why_not,
        )

    def print(self, job: PrintJob) -> None:
        """Ask for a printer and print a job."""
        printer = ask_printer(self._window.window(), title=job.title)
        if printer is None:
            return
        self._runner.run(
            lambda _context: print_on(printer, job.articles, source=job.source, serif=job.serif),
            done=lambda pages: self.told.emit(self.tr("已送去打印，共 {0} 页").format(pages)),
            failed=self._say_why_not,
        )

    def stop(self) -> None:
        """Wait for the job that is under way and forget the others."""
        self._runner.close()

    def _say_why_not(self, error: Exception) -> None:
        _LOG.info("printing failed: %s", error)
        words = QCoreApplication.translate("ReadingView", "没有打印，也没有写出文件：{0}。请换一个位置或打印机再试")
        self.told.emit(words.format(told(error)))
