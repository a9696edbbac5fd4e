"""Long work in the background behind a small dialog that says how far it is and stops it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressDialog, QWidget

from cppcc_reader.views.task_runner import Task, TaskContext, TaskRunner

_Answer = TypeVar("_Answer")
_SHOWN_AFTER_MS = 400


def run_long(
    window: QWidget,
    tasks: TaskRunner,
    words: str,
    work: Callable[[TaskContext], _Answer],
    *,
    done: Callable[[_Answer], object],
    failed: Callable[[Exception], object],
) -> Task:
    """Start ``work``; the dialog goes when it has ended, whether well, stopped or failed.

    Args:
        words: what is being done.
        done: gets the answer, also of work that was stopped and ended as usual.
    """
    progress = QProgressDialog(words, QCoreApplication.translate("LongRun", "停止"), 0, 0, window)
    progress.setWindowTitle(QCoreApplication.translate("LongRun", "请稍候"))
    progress.setMinimumDuration(_SHOWN_AFTER_MS)

    def show(steps: int, total: int, _words: str) -> None:
        progress.setMaximum(total)
        progress.setValue(steps)

    def end(answer: _Answer) -> None:
        progress.reset()
        progress.deleteLater()
        done(answer)

    def fail(error: Exception) -> None:
        progress.reset()
        progress.deleteLater()
        failed(error)

    task = tasks.run(work, done=end, failed=fail, progress=show)
    progress.canceled.connect(task.cancel)
    return task
