"""Whose pages, and which pages: the queue narrowed to one's own, or to what a reviewer was asked about.

What is done to many pages is done to those chosen on the list, or to all that are listed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cppcc_reader.core.editing.filing_commands import ASSIGN_STEP, TRASH_STEP, Assign, FilingCommand, SetTrashed
from cppcc_reader.core.editing.page_commands import STATE_STEP, SetState
from cppcc_reader.core.model.page import PageState
from cppcc_reader.services.filing import people_of, preview_filing
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.bulk_preview import Row, agreed, filing_rows
from cppcc_reader.views.dialog_parts import ask_choice
from cppcc_reader.views.page_list import PageList
from cppcc_reader.views.term_names import state_name
from cppcc_reader.views.workspace import Workspace

_STATES = (PageState.NEW, PageState.IN_PROGRESS, PageState.FINISHED, PageState.GOLD)
"""States for many pages; setting a page aside wants a reason of its own."""


class QueueFlow(QObject):
    """Narrows the list of pages and gives the pages on it to somebody; "finish and go on" stays within the list."""

    def __init__(
        self,
        workspace: Workspace,
        jobs: BulkJobs,
        page_list: PageList,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace, self._jobs, self._page_list, self._window = workspace, jobs, page_list, window

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object; they stand in the menu of the list, too."""
        registry.bind("my-pages", self.show_mine)
        registry.bind("review-pages", self.show_for_review)
        registry.bind("assign-listed", self.assign_listed)
        registry.bind("state-listed", self.set_state_listed)
        registry.bind("trash-listed", self.trash_listed)
        offered = ("my-pages", "review-pages", "assign-listed", "state-listed", "trash-listed")
        self._page_list.add_to_menu([registry.action(action_id) for action_id in offered])

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
        """Ask who shall work on the pages chosen or listed, show what that changes, and store it as one step."""
        ids = self._pages()
        if not ids:
            return
        library = self._workspace.library
        names = people_of(library) or [self._workspace.annotator]
        title, verb = self.tr("分派多个版面"), self.tr("分派")
        words = self.tr("这 {0} 个版面由谁处理？留空则不分派。").format(len(ids))
        name = ask_choice(self._window, title, words, verb=verb, choices=names)
        if name is not None:
            to = name.strip()
            words = self.tr("{0} 个版面已分派给“{1}”") if to else self.tr("{0} 个版面不再分派给谁")
            self._file(dict.fromkeys(ids, Assign(to)), ASSIGN_STEP, title, verb, lambda n: words.format(n, to))

    def trash_listed(self) -> None:
        """Move the pages chosen or listed to the trash, after showing which, as one step."""
        title, verb, words = self.tr("移到回收站"), self.tr("移走"), self.tr("{0} 个版面已移到回收站")
        self._file(dict.fromkeys(self._pages(), SetTrashed()), TRASH_STEP, title, verb, words.format)

    def set_state_listed(self) -> None:
        """Ask for the state of the pages chosen or listed, show what changes, and store it as one step."""
        ids = self._pages()
        if not ids:
            return
        states = {state_name(state): state for state in _STATES}
        title, verb = self.tr("改多个版面的状态"), self.tr("改状态")
        words = self.tr("这 {0} 个版面改为什么状态？").format(len(ids))
        name = ask_choice(self._window, title, words, verb=verb, choices=list(states))
        if name is None or name not in states:
            return
        state = states[name]
        command = SetState(state=state)
        pages = [page for page in map(self._workspace.library.pages.summary, ids) if page.state is not state]
        rows = [(page.name, state_name(page.state), name) for page in pages]
        if not self._agreed(title, verb, rows):
            return
        commands = {page.id: command for page in pages}
        self._jobs.run(
            lambda service, _library: service.execute_bulk(commands, STATE_STEP),
            done=lambda changes: self._say(self.tr("{0} 个版面已改为“{1}”").format(len(changes), name)),
        )

    def _file(
        self,
        commands: Mapping[str, FilingCommand],
        step: str,
        title: str,
        verb: str,
        words: Callable[[int], str],
    ) -> None:
        if not commands:
            return
        rows = filing_rows(preview_filing(self._workspace.library, commands))
        if not self._agreed(title, verb, rows):
            return
        self._jobs.run(
            lambda service, _library: service.file(commands, step), done=lambda changes: self._say(words(len(changes)))
        )

    def _agreed(self, title: str, verb: str, rows: Sequence[Row]) -> bool:
        if not rows:
            self._say(self.tr("这些版面已经是这样了"))
            return False
        words = self.tr("会改动 {0} 个版面，合为一步，可以撤销；做之前先备份文库。").format(len(rows))
        return agreed(self._window, title, words, self.tr("{0} {1} 个版面").format(verb, len(rows)), rows)

    def _pages(self) -> list[str]:
        """Return the pages chosen on the list, or all that are listed; none (with a message) where nothing may be."""
        ids = self._page_list.chosen_or_listed()
        if not ids or self._workspace.session.read_only:
            read_only = self.tr("文库只读，不能改动")
            self._say(read_only if self._workspace.session.read_only else self.tr("列表里没有版面"))
            return []
        return ids

    def _say(self, words: str) -> None:
        self._workspace.session.message.emit(words)

    def _show(self, ids: list[str], title: str, none: str) -> None:
        if ids:
            self._page_list.show_only(ids, title)
        else:
            self._workspace.session.message.emit(none)
