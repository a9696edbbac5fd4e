"""What the windows over a whole library share: a search that follows the hands, a status line, tables as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.storage.library import Library
from cppcc_reader.views.dialog_parts import SPACE
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.told import told

_PAUSE_MS: Final = 150
_Answer = TypeVar("_Answer")


class IndexWindow(QDialog):
    """A field and filters above, something listed, a status line with buttons below.

    A window of this kind overrides :meth:`load`, which reads the list anew; it is called when the hands rest.
    """

    def __init__(self, library: Library, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._runner = library, runner
        self._asked = 0
        self._field = QLineEdit(self)
        self._field.setClearButtonEnabled(True)
        self._status = QLabel(self)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self.load)
        self._field.textChanged.connect(self._wait.start)

    def load(self) -> None:
        """Read what is listed."""
        raise NotImplementedError

    def place(self, filters: list[QWidget], listed: QWidget, buttons: list[QPushButton]) -> None:
        """Lay the parts out; buttons are off until there is something to do."""
        self.resize(960, 620)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._field, 1)
        foot.addWidget(self._status, 1)
        for box in filters:
            head.addWidget(box)
        for button in buttons:
            button.setAutoDefault(False)
            button.setEnabled(False)
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(listed, 1)
        layout.addLayout(foot)

    def search(self, work: Callable[[Library], _Answer], show: Callable[[_Answer], object]) -> None:
        """Ask the library in the background; only the answer to the latest question is shown."""
        self._wait.stop()
        self._asked += 1
        asked = self._asked
        self.look_up(work, show, lambda: asked == self._asked)

    def look_up(
        self, work: Callable[[Library], _Answer], show: Callable[[_Answer], object], wanted: Callable[[], bool]
    ) -> None:
        """Ask the library for something besides the list, shown if it is still ``wanted``."""
        library = self._library

        def in_thread(_context: TaskContext) -> _Answer:
            with library.sibling() as own:
                return work(own)

        self._runner.run(in_thread, done=show, failed=self._complain, wanted=wanted)

    def ask_and_write(self, write: Callable[[Path], object]) -> None:
        """Ask for the file of a table and write it."""
        title, suggested = QCoreApplication.translate("IndexWindow", "保存表格"), f"{self.windowTitle()}.csv"
        path, _kind = QFileDialog.getSaveFileName(self, title, suggested, "CSV (*.csv)")
        if path:
            write(Path(path))

    def write_rows(self, path: Path, write: Callable[[Library, TaskContext], int]) -> None:
        """Write a table in the background and say how many rows it has."""
        library = self._library
        written = QCoreApplication.translate("IndexWindow", "已把 {0} 行存到 {1}")
        not_written = QCoreApplication.translate("IndexWindow", "表格没有写成：{0}")

        def work(context: TaskContext) -> int:
            with library.sibling() as own:
                return write(own, context)

        self._runner.run(
            work,
            done=lambda rows: self._status.setText(written.format(rows, path)),
            failed=lambda error: self._status.setText(not_written.format(told(error))),
        )

    def _complain(self, _error: Exception) -> None:
        words = QCoreApplication.translate("IndexWindow", "没有查成，请再试一次。详情在日志里。")
        self._status.setText(words)


def prepare_table(table: QTableView, name: str) -> None:
    """Let a table of rows look and behave as in every such window."""
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
