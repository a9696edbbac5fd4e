"""Everything a window does besides showing pages: settings, backups, search, suggestions, dialogs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.backup_actions import BackupActions
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.continuation_actions import ContinuationActions
from cppcc_reader.views.entity_acceptance import EntityAcceptance
from cppcc_reader.views.entity_menu import EntityMenu
from cppcc_reader.views.item_models.page_list_model import PageListModel
from cppcc_reader.views.library_flow import LibraryFlow
from cppcc_reader.views.mention_actions import MentionActions
from cppcc_reader.views.place_opener import PlaceOpener
from cppcc_reader.views.reading_flow import ReadingFlow
from cppcc_reader.views.role_menu import RoleMenu
from cppcc_reader.views.same_string_actions import SameStringActions
from cppcc_reader.views.search_flow import SearchFlow
from cppcc_reader.views.settings_flow import SettingsFlow
from cppcc_reader.views.step_questions import StepQuestions
from cppcc_reader.views.suggestion_actions import SuggestionActions
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.teaching_flow import TeachingFlow
from cppcc_reader.views.theme import Theme
from cppcc_reader.views.undo_actions import UndoActions
from cppcc_reader.views.view_flow import ViewFlow
from cppcc_reader.views.window_dialogs import WindowDialogs
from cppcc_reader.views.window_panels import WindowPanels
from cppcc_reader.views.workspace import Workspace


class WindowFlows(QObject):
    """Builds the flows of one window and binds their actions; nothing here shows until it is asked for.

    Args:
        tasks: runs what takes long; ``reads``: what only looks, and is waited for.
    """

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        tasks: TaskRunner,
        reads: TaskRunner,
        *,
        theme: Callable[[], Theme],
        open_page: Callable[[str], object],
        mentions: MentionActions,
        view_flow: ViewFlow,
        pages: PageListModel,
        jobs: BulkJobs,
    ) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._window, self._workspace, self._tasks, self._reads = window, workspace, tasks, reads
        self._mentions, self._view_flow, self._pages, self._open_page = mentions, view_flow, pages, open_page
        StepQuestions(workspace.session, window)
        self.places = PlaceOpener(workspace.session, open_page, self)
        self.search = SearchFlow(window, workspace, theme, self.places)
        self.reading = ReadingFlow(workspace, theme, open_page, self)
        self.panels = WindowPanels(
            window,
            workspace.session,
            tasks,
            theme,
            show_article=self.places.show_article,
            tag=mentions.tag,
            load=workspace.service.record,
        )

    def bind_to(
        self,
        registry: ActionRegistry,
        *,
        open_library: Callable[[Path], object],
        use_theme: Callable[[str], object],
        reopen: Callable[[], object],
    ) -> None:
        """Let the registry's actions call the flows."""
        window, workspace, tasks, reads = self._window, self._workspace, self._tasks, self._reads
        UndoActions(workspace.session, registry, self)
        RoleMenu(workspace.session, registry, self)
        EntityMenu(workspace.session, registry, self._mentions.tag, self)
        show_place, current = self.places.show, self._mentions.current
        self.dialogs = WindowDialogs(
            window, workspace, registry, self._pages, tasks, tag=self._mentions.tag, places=self.places
        )
        self.search.export_wanted.connect(self.dialogs.show_export_of)
        for flow in (
            self.panels,
            self.reading,
            self.search,
            LibraryFlow(open_library, window),
            SettingsFlow(window, workspace, self._view_flow, use_theme=use_theme, reopen=reopen),
            BackupActions(window, workspace, tasks, reads, reopen=reopen),
            SuggestionActions(workspace, tasks, self),
            EntityAcceptance(workspace, tasks, reads, window),
            SameStringActions(
                workspace, reads, self._jobs, current_mention=current, show_place=show_place, window=window
            ),
            ContinuationActions(workspace, reads, self._jobs, show_place=show_place, window=window),
            TeachingFlow(workspace, tasks, self._jobs, reads=reads, current_mention=current, window=window),
        ):
            flow.bind_to(registry)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.panels.set_theme(theme)
        self.reading.set_theme(theme)

    def close(self) -> None:
        """Stop what runs in the background."""
        self.search.close()
        self.reading.close()
