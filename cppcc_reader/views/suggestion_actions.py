"""Entity suggestions on request, for the open page or for the whole library."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cppcc_reader.core.editing.mention_commands import ReplaceSuggestions
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.services.rejections import rejected_everywhere, without_rejected
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.told import told
from cppcc_reader.views.workspace import Workspace


class SuggestionActions(QObject):
    """Runs the suggester in the background; an answer for a page that changed meanwhile is dropped."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._session = workspace.session
        self._tasks = tasks

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        registry.bind("suggest-again", self.suggest)

    def suggest(self) -> None:
        """Suggest entities on the open page anew; what people tagged or accepted stays."""
        record, revision = self._session.record, self._session.revision
        if record is None:
            return
        workspace, text, annotations = self._workspace, record.page.text, self._session.annotations
        rejected = rejected_everywhere(workspace.library)

        def work(_context: TaskContext) -> tuple[Mention, ...]:
            found = workspace.presegmenter.machine().tagger().suggest(text, annotations)
            return without_rejected(found, text, rejected)

        self._tasks.run(
            work,
            done=self._take,
            failed=lambda error: self._session.message.emit(self.tr("没能给出建议：{0}").format(told(error))),
            wanted=lambda: self._session.revision == revision,
        )

    def _take(self, mentions: tuple[Mention, ...]) -> None:
        self._session.execute(ReplaceSuggestions(mentions=mentions), self)
        for words in self._workspace.presegmenter.complaints():
            self._session.message.emit(told(words))
