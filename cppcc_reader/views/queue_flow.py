"""Whose pages, and which pages: the queue narrowed to one's own, or to what a reviewer was asked about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cppcc_reader.services.assignments import STEP_NAME, assign_pages, people_of
from cppcc_reader.services.backup import take_snapshot
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.dialog_parts import ask_choice
from cppcc_reader.views.page_list import PageList
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.workspace import Workspace


class QueueFlow(QObject):
    """Narrows the list of pages and gives the pages on it to somebody; "finish and go on" stays within the list."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: TaskRunner,
        page_list: PageList,
        *,
        reload_pages: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace, self._tasks, self._page_list = workspace, tasks, page_list
        self._reload_pages, self._window = reload_pages, window

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object; they stand in the menu of the list, too."""
        registry.bind("my-pages", self.show_mine)
        registry.bind("review-pages", self.show_for_review)
        registry.bind("assign-listed", self.assign_listed)
        self._page_list.add_to_menu(
            [registry.action(action_id) for action_id in ("my-pages", "review-pages", "assign-listed")]
        )

    def show_mine(self) -> None:
        """Show only the pages that are assigned to the person at the desk."""
        name = self._workspace.annotator
        ids = [page.id for page in self._workspace.library.pages.summaries() if page.assignee == name]
        self._show(ids, self.tr("分派给{0}").format(name), self.tr("没有分派给“{0}”的版面").format(name))

    def show_for_review(self) -> None:
        """Show only the pages with a note or a flagged doubt that nobody has dealt with."""
        ids = self._workspace.library.notes.pages_with_open()
        self._show(ids, self.tr("有未解决的批注"), self.tr("没有未解决的批注了"))

    def assign_listed(self) -> None:
        """Ask who shall work on the pages on the list, and store that."""
        library = self._workspace.library
        ids = [page.id for page in library.pages.summaries() if self._page_list.shows(page.id)]
        if not ids or self._workspace.session.read_only:
            self._workspace.session.message.emit(self.tr("没有可以分派的版面"))
            return
        names = people_of(library) or [self._workspace.annotator]
        title, verb = self.tr("分派列出的版面"), self.tr("分派")
        words = self.tr("列表里的 {0} 个版面由谁处理？留空则不分派。").format(len(ids))
        name = ask_choice(self._window, title, words, verb=verb, choices=names)
        if name is not None:
            self._assign(ids, name.strip())

    def _assign(self, ids: list[str], name: str) -> None:
        workspace = self._workspace

        def work(_context: TaskContext) -> int:
            with workspace.library.sibling() as own:
                take_snapshot(own, STEP_NAME, workspace.clock())
                return assign_pages(own, ids, name)

        def done(count: int) -> None:
            self._reload_pages()
            words = self.tr("{0} 个版面已分派给“{1}”") if name else self.tr("{0} 个版面不再分派给谁")
            workspace.session.message.emit(words.format(count, name))

        self._tasks.run(work, done=done, failed=lambda error: workspace.session.message.emit(str(error)))

    def _show(self, ids: list[str], title: str, none: str) -> None:
        if ids:
            self._page_list.show_only(ids, title)
        else:
            self._workspace.session.message.emit(none)
