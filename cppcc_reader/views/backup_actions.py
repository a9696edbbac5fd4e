"""Backups of the library: one now, and going back to an earlier one after a look at what that means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from cppcc_reader.services.backup import Snapshot, take_daily_snapshot, take_snapshot
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.told import told
from cppcc_reader.views.workspace import Workspace

_EVERY_MS = 3_600_000
"""How often a window that stays open asks whether the day has its backup, in milliseconds."""


class BackupActions(QObject):
    """Takes and restores snapshots."""

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        tasks: TaskRunner,
        reads: TaskRunner,
        *,
        reopen: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._tasks, self._reads = tasks, reads
        self._reopen = reopen
        self._daily = QTimer(self)
        self._daily.timeout.connect(self.take_daily)
        if not workspace.library.read_only:
            self._daily.start(_EVERY_MS)

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        registry.bind("backup", self.take)
        registry.bind("restore", self.choose)

    def take(self) -> None:
        """Back the library up in the background."""
        workspace, reason = self._workspace, self.tr("手动备份")

        def work(_context: TaskContext) -> Snapshot:
            with workspace.library.sibling() as library:
                return take_snapshot(library, reason, workspace.clock())

        self._tasks.run(work, done=self._say_taken, failed=self._say_failed)

    def take_daily(self) -> None:
        """Take the day's backup unless there is one: a window may stay open for days."""
        workspace = self._workspace

        def work(_context: TaskContext) -> Snapshot | None:
            with workspace.library.sibling() as library:
                return take_daily_snapshot(library, workspace.clock().astimezone())

        self._tasks.run(work, done=lambda _taken: None, failed=self._say_failed)

    def choose(self) -> None:
        """Show the backups; the chosen one takes the library's place, what was there before is kept as another."""
        from cppcc_reader.views.restore_dialog import RestoreDialog  # noqa: PLC0415  (read when first asked for)

        if self._workspace.library.read_only:
            self._workspace.session.message.emit(self.tr("文库只读，不能恢复备份"))
            return
        restored: list[bool] = []
        library, clock = self._workspace.library, self._workspace.clock
        dialog = RestoreDialog(library, self._tasks, self._reads, clock=clock, parent=self._window)
        dialog.restored.connect(lambda: restored.append(True))
        dialog.exec()
        dialog.deleteLater()
        if restored:
            self._reopen()

    def _say_taken(self, snapshot: Snapshot) -> None:
        self._workspace.session.message.emit(self.tr("已备份：{0}").format(snapshot.path.name))

    def _say_failed(self, error: Exception) -> None:
        self._workspace.session.message.emit(told(error))
