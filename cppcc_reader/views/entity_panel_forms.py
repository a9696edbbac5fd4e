"""Finds normal forms for the entity panel in the background: reading the lists takes a moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.normal_forms import propose_normal_forms
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.entity_panel import EntityPanel
from cppcc_reader.views.task_runner import TaskContext, TaskRunner


class NormalFormFinder(QObject):
    """Answers the panel's wish for proposals; lives as long as the panel.

    Args:
        load_gazetteer: reads the lists; called in the background.
    """

    def __init__(
        self,
        panel: EntityPanel,
        session: AnnotationSession,
        runner: TaskRunner,
        load_gazetteer: Callable[[], Gazetteer],
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._session = session
        self._runner = runner
        self._load_gazetteer = load_gazetteer
        panel.normal_forms_wanted.connect(self._find)

    def _find(self) -> None:
        text, annotations, revision = self._session.text, self._session.annotations, self._session.revision

        def work(_context: TaskContext) -> dict[str, str]:
            return propose_normal_forms(text, annotations, self._load_gazetteer())

        self._runner.run(work, done=self._panel.show_proposals, wanted=lambda: self._session.revision == revision)
