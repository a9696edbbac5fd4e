"""Merging variants of a name over the whole library, in the background and as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from cppcc_reader.services.annotation import Changes
from cppcc_reader.services.entity_index import IndexedName
from cppcc_reader.services.name_merging import STEP_NAME, merge_commands
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.merge_names_dialog import MergeNamesDialog
from cppcc_reader.views.told import told
from cppcc_reader.views.workspace import Workspace


class NameMerger(QObject):
    """Asks, backs the library up, and writes normal forms and labels."""

    def __init__(self, workspace: Workspace, jobs: BulkJobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs

    def ask(self, names: Sequence[IndexedName], window: QWidget, done: Callable[[], object]) -> None:
        """Ask for the form and merge; ``done`` is called when the index has changed."""
        dialog = MergeNamesDialog(names, self._workspace.session.tag_set, window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.merge(dialog.names, dialog.form, done, label=dialog.label)
        dialog.deleteLater()

    def merge(
        self, names: Sequence[IndexedName], form: str, done: Callable[[], object], *, label: str | None = None
    ) -> None:
        """Give every mention of the names the normal form ``form`` (empty: none), and ``label`` if there is one."""

        def show(changes: Changes) -> None:
            words = self.tr("已归到“{0}”，改了 {1} 个版面") if form else self.tr("已去掉规范名{0}，改了 {1} 个版面")
            self._workspace.session.message.emit(words.format(form, len(changes)))
            done()

        self._jobs.run(
            lambda service, library: service.execute_bulk(merge_commands(library, names, form, label), STEP_NAME),
            done=show,
            failed=self._say_failed,
        )

    def _say_failed(self, error: Exception) -> None:
        self._workspace.session.message.emit(self.tr("没有合并，文库没有变动：{0}").format(told(error)))
