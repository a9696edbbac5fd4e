"""The open page and what is chosen on it: the one object through which all panels hear of each other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cppcc_reader.core.editing.change_set import FILING
from cppcc_reader.core.editing.page_wide import ChangeConflictError
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD, Doubt, doubts_of
from cppcc_reader.core.model.page import Page, PageFiling
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET, TagSet
from cppcc_reader.services.step_plan import StepBlockedError
from cppcc_reader.views.article_marks import article_keys, assign_hues
from cppcc_reader.views.editing_service import EditingService, InBackground, Steps
from cppcc_reader.views.told import told

if TYPE_CHECKING:
    from cppcc_reader.core.editing.change_set import ChangeSet
    from cppcc_reader.core.editing.command import Command
    from cppcc_reader.core.editing.filing_commands import FilingCommand
    from cppcc_reader.storage.edit_log import LogEntry

_LOG = logging.getLogger(__name__)


FEW_PAGES = 20
"""Steps that changed more pages than this are taken back in the background."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a person has chosen on the open page.

    Attributes:
        article_id: the chosen article, None for furniture or nothing.
        segment_starts: the chosen segments, in page order.
        fragments: selected text as page ranges in reading order, empty without a text selection.
        caret: offset of the caret on the page.
    """

    article_id: str | None = None
    segment_starts: tuple[int, ...] = ()
    fragments: tuple[Span, ...] = ()
    caret: int | None = None


class AnnotationSession(QObject):
    """One open page: its record, the selection, the pointer; edits go through the service and come back as changes.

    Signals:
        page_opened(PageRecord | None): another page is shown, or none.
        changed(ChangeSet, QObject | None): the open page changed; the object is who asked for it.
        selection_changed(Selection, QObject | None)
        hovered(tuple[Span, ...], QObject | None): the pointer is on these page ranges; empty when it left.
        pages_changed(frozenset[str]): ids of pages whose stored annotations changed (undo may touch several).
        message(str): something for the status bar, in words for people.
        saved(datetime): the last action is on disk.
        step_blocked(StepPlan, Callable): a step cannot be taken back (or made again) on all of its pages;
            calling the second does it on the others.
    """

    page_opened = Signal(object)
    changed = Signal(object, object)
    selection_changed = Signal(object, object)
    hovered = Signal(object, object)
    pages_changed = Signal(object)
    message = Signal(str)
    saved = Signal(object)
    step_blocked = Signal(object, object)

    def __init__(
        self,
        service: EditingService,
        *,
        clock: Callable[[], datetime],
        tag_set: TagSet = DEFAULT_TAG_SET,
        read_only: bool = False,
        doubt_threshold: float = DOUBT_THRESHOLD,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._clock = clock
        self.tag_set = tag_set
        self.read_only = read_only
        self.doubt_threshold = doubt_threshold
        """Below this confidence a segment is shown as a doubt."""
        self.record: PageRecord | None = None
        self.annotations = AnnotationSet()
        self.selection = Selection()
        self.hues: Mapping[str, int] = {}
        """Hue index of every article: the same on both sides."""
        self.keys: Mapping[str, str] = {}
        """Key of every article that has one (press M, then the key)."""
        self.in_background: InBackground | None = None
        """Where steps on many pages are taken back; without it they are taken back at once."""
        self._elsewhere: str | None = None
        self.revision = 0
        """Grows with every change and every opened page: background answers of an older one are stale."""

    @property
    def text(self) -> str:
        """The frozen text of the open page, empty without one."""
        return self.record.page.text if self.record else ""

    @property
    def page_id(self) -> str | None:
        """The id of the open page."""
        return self.record.page.id if self.record else None

    def doubts(self) -> list[Doubt]:
        """Return the doubts of the open page, in page order."""
        return doubts_of(self.annotations, self.doubt_threshold)

    def set_doubt_threshold(self, threshold: float) -> None:
        """Show more or fewer doubts from now on; panels redraw the page."""
        self.doubt_threshold = threshold
        self.page_opened.emit(self.record)

    def open_page(self, page_id: str) -> None:
        """Load a page and show it."""
        self._show(self._service.record(page_id))

    def close_page(self) -> None:
        """Show no page."""
        self._show(None)

    def execute(self, command: Command, origin: QObject | None = None) -> bool:
        """Carry a command out on the open page and save it.

        Returns:
            False if it was refused; the reason went to :attr:`message`.
        """
        if self.record is None or self._refused_read_only():
            return False
        page_id = self.record.page.id
        try:
            change = self._service.execute(page_id, command)
        except Exception as error:  # the window must survive whatever a command or the disk does
            self._report(error)
            return False
        if not change.is_empty:
            self._take({page_id: change}, origin)
        return True

    def file(self, commands: Mapping[str, FilingCommand], name: str) -> bool:
        """Change how a few pages are filed as one step; many are the business of a background job.

        Returns:
            False if it was refused; the reason went to :attr:`message`.
        """
        if self._refused_read_only():
            return False
        try:
            changes = self._service.file(commands, name)
        except Exception as error:  # as in execute
            self._report(error)
            return False
        if changes:
            self._take(changes, None)
        return True

    def undo(self, *, partly: bool = False) -> None:
        """Take back the last step on the open page, whatever window or day it was made in.

        Right after a step on other pages only (one moved to the trash), it is that step.

        Args:
            partly: leave out other pages on which something stands in the way.
        """
        entry, page_id = self.next_undo(), self._undo_page
        if page_id is not None:
            self._steps(lambda service, part: [service.undo(page_id, partly=part)], [entry], partly)

    def redo(self, *, partly: bool = False) -> None:
        """Do the last step taken back again; see :meth:`undo`."""
        entry, page_id = self.next_redo(), self._history_page
        if page_id is not None:
            self._steps(lambda service, part: [service.redo(page_id, partly=part)], [entry], partly)

    def undo_entry(self, entry: LogEntry) -> None:
        """Take one step of the library's history back, or make it again if it is undone."""
        if entry.undone:
            self._steps(lambda service, part: [service.redo_entry(entry.id, partly=part)], [entry], False)
        else:
            self._steps(lambda service, part: [service.undo_entry(entry.id, partly=part)], [entry], False)

    def undo_on(self, page_id: str) -> None:
        """Let undo and redo go by the history of this page until something is done on the open one."""
        self._elsewhere = page_id
        self.pages_changed.emit(frozenset({page_id}))

    def next_undo(self) -> LogEntry | None:
        """Return the step that :meth:`undo` would take back."""
        return self._service.next_undo(self._undo_page) if self._undo_page else None

    def next_redo(self) -> LogEntry | None:
        """Return the step that :meth:`redo` would repeat."""
        return self._service.next_redo(self._history_page) if self._history_page else None

    def undo_name(self) -> str | None:
        """Return the Chinese name of the step that :meth:`undo` would take back."""
        entry = self.next_undo()
        return entry.name if entry else None

    def redo_name(self) -> str | None:
        """Return the Chinese name of the step that :meth:`redo` would repeat."""
        entry = self.next_redo()
        return entry.name if entry else None

    def history(self) -> list[LogEntry]:
        """Return the steps of the open page, as the service orders them."""
        return self._service.history(self.page_id) if self.page_id else []

    def library_history(self, limit: int) -> list[LogEntry]:
        """Return the last steps on any page of the library, newest first."""
        return self._service.library_history(limit)

    def jump_to(self, entry_id: int | None) -> None:
        """Bring the open page to where it stood after that step; None goes back before the first."""
        page_id = self.page_id
        if page_id is not None:
            on_the_way = [entry for entry in self.history() if entry_id is None or entry.id >= entry_id]
            self._steps(lambda service, part: service.jump_to(page_id, entry_id, partly=part), on_the_way, False)

    def take_changes(self, changes: Mapping[str, ChangeSet], origin: QObject | None = None) -> None:
        """Show changes that somebody already stored (bulk actions), by page id."""
        self._take(changes, origin)

    def select(self, selection: Selection, origin: QObject | None = None) -> None:
        """Choose something on the page."""
        if selection != self.selection:
            self.selection = selection
            # The pointer rests where it was: its tint would outshine what is chosen now.
            self.hovered.emit((), origin)
            self.selection_changed.emit(selection, origin)

    def hover(self, fragments: tuple[Span, ...], origin: QObject | None = None) -> None:
        """Point at page ranges (empty: at nothing)."""
        self.hovered.emit(fragments, origin)

    def set_tag_set(self, tag_set: TagSet) -> None:
        """Use other labels from now on; panels redraw the page."""
        self.tag_set = tag_set
        self.page_opened.emit(self.record)

    def _show(self, record: PageRecord | None) -> None:
        self.record = record
        self._elsewhere = None
        self.annotations = record.annotations if record else AnnotationSet()
        self.selection = Selection()
        self.hues = assign_hues(self.annotations)
        self.keys = article_keys(self.annotations)
        self.revision += 1
        self.page_opened.emit(record)

    @property
    def _undo_page(self) -> str | None:
        """The page whose history undo goes by: back on the open page once all is undone elsewhere."""
        elsewhere = self._elsewhere
        return elsewhere if elsewhere and self._service.next_undo(elsewhere) else self.page_id

    @property
    def _history_page(self) -> str | None:
        return self._elsewhere or self.page_id

    def _steps(
        self,
        steps: Callable[[EditingService, bool], list[dict[str, ChangeSet]]],
        entries: Sequence[LogEntry | None],
        partly: bool,
    ) -> None:
        if self._refused_read_only():
            return
        work: Steps = lambda service: steps(service, partly)  # noqa: E731  (a name for what two ways below run)

        def fail(error: Exception) -> None:
            if isinstance(error, StepBlockedError) and error.plan.free:
                self.step_blocked.emit(error.plan, lambda: self._steps(steps, entries, True))
            else:
                self._report(error)

        if self.in_background is not None and any(len(entry.page_ids) > FEW_PAGES for entry in entries if entry):
            self.message.emit(self.tr("正在处理多个版面……"))
            self.in_background(work, self._take_all, fail)
            return
        try:
            done = work(self._service)
        except Exception as error:  # as in execute
            fail(error)
            return
        self._take_all(done)

    def _take_all(self, done: Sequence[Mapping[str, ChangeSet]]) -> None:
        for changes in done:
            if changes:
                self._take(changes, None)

    def _take(self, changes: Mapping[str, ChangeSet], origin: QObject | None) -> None:
        self.revision += 1
        change = changes.get(self.page_id or "")
        self._elsewhere = next(iter(changes)) if change is None else None
        shown = None if change is None or self.record is None else self._applied(change)
        if change is not None and self.record is not None and shown is not None:
            self.annotations = shown
            self.record = replace(self.record, page=_refiled(self.record.page, change), annotations=shown)
            self.hues = assign_hues(self.annotations, self.hues)
            self.keys = article_keys(self.annotations)
            self.changed.emit(change, origin)
            self.select(self._mended(self.selection))
        self.pages_changed.emit(frozenset(changes))
        self.saved.emit(self._clock())

    def _applied(self, change: ChangeSet) -> AnnotationSet | None:
        """Return the page after a change; None where a background job wrote to it meanwhile and it was read anew."""
        try:
            return change.applied_to(self.annotations)
        except ChangeConflictError:
            assert self.page_id is not None
            self._show(self._service.record(self.page_id))
            return None

    def _mended(self, selection: Selection) -> Selection:
        """Return the selection as far as it still exists; what moved is found again by its place on the page."""
        owners = {
            segment.start: None if article is None else article.id
            for article, segment in self.annotations.all_segments()
        }
        starts = tuple(start for start in selection.segment_starts if start in owners)
        if not starts and selection.caret is not None:
            found = self.annotations.segment_at(selection.caret)
            starts = (found[1].start,) if found else ()
        article_id = owners[starts[0]] if starts else None
        if not starts and any(selection.article_id == article.id for article in self.annotations.articles):
            article_id = selection.article_id
        return replace(selection, article_id=article_id, segment_starts=starts)

    def _refused_read_only(self) -> bool:
        if self.read_only:
            self.message.emit(self.tr("文库正由另一个窗口使用，此处只读：请回到那个窗口修改"))
        return self.read_only

    def _report(self, error: Exception) -> None:
        from cppcc_reader.core.editing.command import EditError  # noqa: PLC0415

        if isinstance(error, EditError):
            self.message.emit(told(error))
            return
        _LOG.exception("action failed", exc_info=error)
        self.message.emit(self.tr("这一步没有完成，也没有保存：{0}").format(told(error)))


def _refiled(page: Page, change: ChangeSet) -> Page:
    """Return the page with paper, date and number as a change left them."""
    _before, after = change.changes.get(FILING, (None, None))
    return replace(page, meta=after.meta) if isinstance(after, PageFiling) else page
