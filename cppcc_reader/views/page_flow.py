"""Going from page to page: the queue of what needs a person, and the states that a page goes through."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from cppcc_reader.core.editing.filing_commands import ASSIGN_STEP, TRASH_STEP, Assign, SetTrashed
from cppcc_reader.core.editing.page_commands import SetState
from cppcc_reader.core.editing.range_commands import ReplaceSegmentation
from cppcc_reader.core.model.mention import Origin
from cppcc_reader.core.model.page import PageState
from cppcc_reader.storage.errors import LibraryError
from cppcc_reader.storage.page_store import PageSummary
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.dialog_parts import ask_choice, ask_text
from cppcc_reader.views.item_models.page_list_model import PageListModel
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.told import told
from cppcc_reader.views.workspace import Workspace

MANY = 50
"""More changed pages than this are read again all at once."""

LAST_PAGE = "last_page"
"""Setting: the page that was open last, by library."""
LAST_CARET = "last_caret"
"""Setting: where the caret stood when the window was closed, in code points, by page."""


class PageFlow(QObject):
    """Opens pages, keeps the list in step with the library, and moves pages through their states."""

    def __init__(
        self, workspace: Workspace, model: PageListModel, tasks: TaskRunner, jobs: BulkJobs, window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._session = workspace.session
        self._model = model
        self._tasks = tasks
        self._jobs = jobs
        self._window = window
        self._unasked: str | None = None
        self._following: str | None = None
        self._session.pages_changed.connect(self._refresh)

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        slots: dict[str, Callable[[], object]] = {
            "finish-and-next": self.finish_and_go_on,
            "mark-gold": lambda: self.set_state(PageState.GOLD),
            "reopen": lambda: self.set_state(PageState.IN_PROGRESS),
            "set-aside": self.set_aside,
            "assign": self.assign,
            "next-page": lambda: self.go(+1),
            "previous-page": lambda: self.go(-1),
            "next-todo": self.go_to_next_open,
            "resplit": self.split_again,
            "trash-page": self.move_to_trash,
            "trash": self.show_trash,
        }
        for action_id, slot in slots.items():
            registry.bind(action_id, slot)

    def load(self) -> None:
        """Read the list of pages; unless one is open, open the one open last, else the first that needs a person."""
        self._model.set_pages(self._workspace.library.pages.summaries())
        if self._session.page_id is not None and not self._is_untouched():
            return
        kept = {} if self._session.page_id else self._workspace.settings.get(LAST_PAGE, {})
        row = self._model.row_of(kept.get(str(self._workspace.library.path)))
        page = self._model.page_at(row) if row is not None else self._model.next_open(None) or self._model.page_at(0)
        if page is not None and page.id != self._session.page_id:
            self.open(page.id)
            self._unasked = page.id
            self._go_back_to_place(page.id)

    def keep_place(self) -> None:
        """Remember where the caret stands: the next start goes on there."""
        caret = self._session.selection.caret
        place = {self._session.page_id: caret} if self._session.page_id and caret is not None else None
        self._workspace.settings.set(LAST_CARET, place)

    def _go_back_to_place(self, page_id: str) -> None:
        caret = self._workspace.settings.get(LAST_CARET, {}).get(page_id)
        owner = self._session.annotations.segment_at(caret) if caret is not None else None
        if owner is not None and self._session.page_id == page_id:
            article, segment = owner
            article_id = article.id if article is not None else None
            self._session.select(Selection(article_id=article_id, segment_starts=(segment.start,), caret=caret), self)

    def _is_untouched(self) -> bool:
        """Tell whether the open page was opened by :meth:`load` and nobody has looked at it closely since.

        An import stores pages as they are ready: a page that comes later may stand before it in the list.
        """
        return self._session.page_id == self._unasked and self._session.selection == Selection()

    def open(self, page_id: str) -> None:
        """Open a page; what goes wrong is said in the status bar."""
        try:
            self._session.open_page(page_id)
            # Written at once: the window may end by a power cut.
            self._workspace.settings.set(LAST_PAGE, {str(self._workspace.library.path): page_id})
        except (LibraryError, KeyError) as error:
            self._session.message.emit(self.tr("打不开这个版面：{0}").format(told(error)))

    def go(self, step: int) -> None:
        """Open the page ``step`` rows on."""
        page = self._model.neighbour(self._session.page_id, step)
        if page is None:
            self._session.message.emit(self.tr("列表里没有更多版面了"))
        else:
            self.open(page.id)

    def go_to_next_open(self) -> None:
        """Open the next page that needs a person."""
        page = self._model.next_open(self._session.page_id)
        if page is not None:
            self.open(page.id)
            return
        current = self._current()
        if current is None or current.state is not PageState.NEW:
            self._session.message.emit(self.tr("没有待处理的版面了"))

    def finish_and_go_on(self) -> None:
        """Call the page finished, say what was left unseen, and open the next one that needs a person."""
        words = self._words_on_finishing()
        if self.set_state(PageState.FINISHED):
            self.go_to_next_open()
            self._session.message.emit(words)

    def _words_on_finishing(self) -> str:
        if self._session.record is None:
            return ""
        name, doubts = self._session.record.page.source.name, len(self._session.doubts())
        waiting = sum(m.origin is Origin.SUGGESTED for m in self._session.annotations.mentions)
        if self._model.next_open(self._session.page_id) is None:
            done = self.tr("已完成 {0}，没有待处理的版面了").format(name)
        else:
            done = self.tr("已完成 {0}").format(name)
        if not doubts and not waiting:
            return done
        left = self.tr("它还有 {0} 处疑点、{1} 个建议没有看").format(doubts, waiting)
        return self.tr("{0}；{1}").format(done, left)

    def set_state(self, state: PageState, reason: str = "") -> bool:
        """Move the open page to a state."""
        return self._session.execute(SetState(state=state, reason=reason), self)

    def set_aside(self) -> None:
        """Ask for the reason, set the page aside and go on."""
        if self._session.record is None:
            return
        title, words = self.tr("搁置版面"), self.tr("为什么先放一边？")
        reason = ask_text(self._window, title, words, verb=self.tr("搁置"))
        if reason is not None and self.set_state(PageState.SET_ASIDE, reason):
            self.go_to_next_open()

    def assign(self) -> None:
        """Ask who shall work on the page; the list can be ordered by that."""
        page_id = self._session.page_id
        if page_id is None or self._session.read_only:
            return
        names = self._model.assignees() or [self._workspace.annotator]
        title, words = self.tr("分派版面"), self.tr("由谁处理？留空则不分派。")
        name = ask_choice(self._window, title, words, verb=self.tr("分派"), choices=names)
        if name is not None:
            self._session.file({page_id: Assign(name)}, ASSIGN_STEP)

    def split_again(self) -> None:
        """Put the machine's segmentation in place of the present one, as one step that can be undone."""
        record, revision = self._session.record, self._session.revision
        if record is None:
            return
        text = record.page.text
        self._tasks.run(
            lambda _context: self._workspace.presegmenter.split(text),
            done=lambda found: self._session.execute(
                ReplaceSegmentation(articles=found.articles, furniture=found.furniture), self
            ),
            failed=lambda error: self._session.message.emit(self.tr("没能重新切分：{0}").format(told(error))),
            wanted=lambda: self._session.revision == revision,
        )

    def move_to_trash(self) -> None:
        """Move the open page to the trash, after asking."""
        page_id = self._session.page_id
        if page_id is None or self._session.read_only:
            return
        question = self.tr("把这个版面移到回收站？标注都会保留，可以取回。")
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("移到回收站"), question, parent=self._window)
        move = box.addButton(self.tr("移到回收站"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is move:
            following = self._model.neighbour(page_id, +1) or self._model.neighbour(page_id, -1)
            self._following = following.id if following is not None else None
            self._session.file({page_id: SetTrashed()}, TRASH_STEP)

    def show_trash(self) -> None:
        """Show the pages in the trash, to be put back."""
        from cppcc_reader.views.trash_dialog import TrashDialog  # noqa: PLC0415  (read when first asked for)

        workspace = self._workspace
        dialog = TrashDialog(workspace.library, self._jobs, self._tasks, clock=workspace.clock, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.put_back.connect(lambda _ids: self.load())
        dialog.open()

    def _current(self) -> PageSummary | None:
        row = self._model.row_of(self._session.page_id)
        return None if row is None else self._model.page_at(row)

    def _refresh(self, page_ids: frozenset[str]) -> None:
        pages = self._workspace.library.pages
        if len(page_ids) > MANY:
            self._model.set_pages(pages.summaries(include_trashed=True))
        else:
            for page_id in page_ids:
                if pages.has_id(page_id):
                    self._model.update_page(pages.summary(page_id))
        open_id = self._session.page_id
        if open_id is not None and open_id in page_ids and self._model.is_trashed(open_id):
            self._leave(open_id)

    def _leave(self, page_id: str) -> None:
        """Show another page in place of one that went to the trash; undo still means that step."""
        row = self._model.row_of(self._following)
        page = self._model.page_at(row) if row is not None else self._model.page_at(0)
        if page is None:
            self._session.close_page()
        else:
            self.open(page.id)
        self._session.undo_on(page_id)
