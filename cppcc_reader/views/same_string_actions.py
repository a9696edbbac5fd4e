"""Opens the same-string dialog, finds places for it, and tags the chosen ones in the background as one step."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.services.same_string import PlaceInLibrary, places_in_library, places_on_page, tagging_commands
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.same_string_dialog import SameStringDialog, Scope
from cppcc_reader.views.task_runner import Task, TaskContext, TaskRunner
from cppcc_reader.views.told import told
from cppcc_reader.views.workspace import Workspace

STEP_NAME = "标注全部同名文字"


class SameStringActions(QObject):
    """Tags every place of the mention at the caret, or of the marked text.

    Args:
        current_mention: the mention at the caret, or None.
        show_place: opens a page and shows a place on it.
    """

    def __init__(
        self,
        workspace: Workspace,
        runner: TaskRunner,
        jobs: BulkJobs,
        *,
        current_mention: Callable[[], Mention | None],
        show_place: Callable[[str, Selection], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._session = workspace.session
        self._runner = runner
        self._jobs = jobs
        self._current_mention = current_mention
        self._show_place = show_place
        self._window = window
        self._search: Task | None = None

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's action call this object."""
        registry.bind("tag-everywhere", self.open)

    def open(self) -> SameStringDialog | None:
        """Open the dialog for what is at the caret; None (with a message) where there is nothing."""
        mention, fragments = self._current_mention(), self._session.selection.fragments
        chosen = fragments or (mention.fragments if mention else ())
        quote = "".join(span.text_of(self._session.text) for span in chosen).strip()
        if not quote or self._session.page_id is None:
            self._session.message.emit(self.tr("请先选中文字，或把光标放在一个实体上"))
            return None
        label = mention.label if mention else self._session.tag_set.labels[0].id
        dialog = SameStringDialog(quote=quote, label=label, tag_set=self._session.tag_set, parent=self._window)
        dialog.scope_wanted.connect(lambda scope: self._find(dialog, quote, scope))
        dialog.tagging_wanted.connect(self._tag)
        dialog.place_activated.connect(self._show)
        dialog.finished.connect(lambda _result: self._stop_search())
        self._find(dialog, quote, dialog.scope())
        dialog.open()
        return dialog

    def _find(self, dialog: SameStringDialog, quote: str, scope: Scope) -> None:
        self._stop_search()
        page_id = self._session.page_id
        if page_id is None:
            return
        if scope is not Scope.LIBRARY:
            article = self._session.selection.article_id if scope is Scope.ARTICLE else None
            dialog.show_places(places_on_page(self._workspace.library, page_id, quote, article_id=article))
            return
        dialog.show_places((), more_to_come=True)
        library = self._workspace.library

        def work(context: TaskContext) -> list[PlaceInLibrary]:
            with closing(library.sibling()) as own:
                return places_in_library(own, quote, progress=context.report, cancelled=context.is_cancelled)

        self._search = self._runner.run(
            work,
            done=dialog.show_places,
            progress=lambda done, total, _words: dialog.show_progress(done, total),
            wanted=lambda: dialog.scope() is Scope.LIBRARY and dialog.isVisible(),
        )

    def _stop_search(self) -> None:
        if self._search is not None:
            self._search.cancel()
            self._search = None

    def _tag(self, places: list[PlaceInLibrary], label_id: str) -> None:
        label = self._session.tag_set.label(label_id)
        commands = tagging_commands(places, label_id, nested=bool(label and label.nested))
        page_id = self._session.page_id
        if page_id is not None and set(commands) == {page_id}:
            self._session.execute(commands[page_id], self)
            return
        self._session.message.emit(self.tr("正在标注 {0} 个版面上的“同名文字”……").format(len(commands)))
        self._jobs.run(lambda service, _library: service.execute_bulk(commands, STEP_NAME), failed=self._say_failed)

    def _say_failed(self, error: Exception) -> None:
        self._session.message.emit(self.tr("没有标注，什么也没有改动：{0}").format(told(error)))

    def _show(self, found: PlaceInLibrary) -> None:
        fragments = found.place.fragments
        selection = Selection(article_id=found.place.article_id, fragments=fragments, caret=fragments[0].start)
        self._show_place(found.page_id, selection)
