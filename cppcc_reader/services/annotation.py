"""What people do to pages: each step checked, stored in one transaction, and undone by the same door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from cppcc_reader.core.editing.change_set import ChangeConflictError, ChangeSet, diff
from cppcc_reader.core.editing.command import Command, EditError
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.invariants import InvariantError, check_change
from cppcc_reader.core.model.page import Page, PageState
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.storage.edit_log import LogEntry
from cppcc_reader.storage.library import Library

Changes = dict[str, ChangeSet]
"""Change set of each page that a step touched, by page id."""


@dataclass(slots=True)
class _OpenPage:
    """A page whose annotations are kept in memory, so that an edit need not read it again."""

    page: Page
    annotations: AnnotationSet
    updated_at: str


class AnnotationService:
    """Carries out commands on the pages of one library.

    A step that several pages share (a bulk action) can be undone only while it is the last step of each.
    """

    def __init__(self, library: Library, *, annotator: str, clock: Callable[[], datetime]) -> None:
        """Work on ``library`` in the name of ``annotator``; ``clock`` gives the time with its zone."""
        self._library = library
        self._annotator = annotator
        self._clock = clock
        self._open: _OpenPage | None = None
        self._data_version = library.data_version()

    def record(self, page_id: str) -> PageRecord:
        """Return the page with all that is said about it, freshly read; it stays in memory for the next edits.

        Raises:
            KeyError: if there is no such page.
        """
        record, self._open = self._read(page_id)
        return record

    def execute(self, page_id: str, command: Command, *, gesture: str = "") -> ChangeSet:
        """Carry out a command on one page and store the step; an empty change set stores nothing.

        Args:
            gesture: steps with the same non-empty gesture id belong together in the history.

        Raises:
            EditError: if the command cannot be carried out; nothing is stored.
            LibraryError: if it cannot be stored.
        """
        changes = self._execute({page_id: command}, command.name, gesture)
        return changes.get(page_id, ChangeSet(command.name, {}))

    def execute_bulk(self, commands: Mapping[str, Command], name: str) -> Changes:
        """Carry out commands on several pages as ONE step; pages on which nothing changes are left out.

        Raises:
            EditError: if one of them cannot be carried out; nothing is stored then.
            LibraryError: if it cannot be stored.
        """
        return self._execute(commands, name, "")

    def undo(self, page_id: str) -> Changes:
        """Take back the last step of a page.

        Raises:
            EditError: if there is none, or if another page that shares the step has a later one.
        """
        entry = self._library.log.last_active(page_id)
        if entry is None:
            raise EditError("没有可撤销的操作")
        self._require_same(entry, self._library.log.last_active, "撤销")
        changes = {page: change.inverted() for page, change in self._library.log.changes(entry.id).items()}
        self._store_again(entry, changes, undone=True)
        return changes

    def redo(self, page_id: str) -> Changes:
        """Do again the step of a page that was taken back last.

        Raises:
            EditError: if there is none, or if another page that shares the step has a later one.
        """
        entry = self._library.log.next_redo(page_id)
        if entry is None:
            raise EditError("没有可重做的操作")
        self._require_same(entry, self._library.log.next_redo, "重做")
        changes = self._library.log.changes(entry.id)
        self._store_again(entry, changes, undone=False)
        return changes

    def undo_name(self, page_id: str) -> str | None:
        """Return the name of the step that :meth:`undo` would take back, or None."""
        entry = self._library.log.last_active(page_id)
        return entry.name if entry else None

    def redo_name(self, page_id: str) -> str | None:
        """Return the name of the step that :meth:`redo` would do again, or None."""
        entry = self._library.log.next_redo(page_id)
        return entry.name if entry else None

    def history(self, page_id: str) -> list[LogEntry]:
        """Return the steps of a page, oldest first, with those taken back (``undone``)."""
        return self._library.log.entries(page_id)[::-1]

    def jump_to(self, page_id: str, entry_id: int | None) -> list[Changes]:
        """Undo or redo until the given step is the last one done; None goes back before the first.

        Raises:
            EditError: if a step on the way cannot be taken back; those before it stay taken back.
        """
        order = [entry.id for entry in self.history(page_id)]
        if entry_id is not None and entry_id not in order:
            raise EditError("历史里没有这一步")
        wanted = order.index(entry_id) + 1 if entry_id is not None else 0
        done = sum(not entry.undone for entry in self.history(page_id))
        step = self.redo if wanted > done else self.undo
        return [step(page_id) for _ in range(abs(wanted - done))]

    def _execute(self, commands: Mapping[str, Command], name: str, gesture: str) -> Changes:
        after: dict[str, AnnotationSet] = {}
        changes: Changes = {}
        # Read and written in one transaction: nobody can change a page in between.
        with self._library.transaction():
            for page_id, command in commands.items():
                opened = self._opened(page_id)
                wanted = _carried_out(opened, command)
                change = diff(opened.annotations, wanted, name)
                if not change.is_empty:
                    after[page_id], changes[page_id] = wanted, change
            if changes:
                self._store(changes, name, gesture)
        self._remember(after)
        return changes

    def _store(self, changes: Changes, name: str, gesture: str) -> None:
        now = self._clock()
        for page_id, change in changes.items():
            self._library.annotations.write(page_id, change, now)
        self._library.log.discard_undone(list(changes))
        self._library.log.append(name=name, annotator=self._annotator, time=now, changes=changes, gesture=gesture)

    def _store_again(self, entry: LogEntry, changes: Changes, *, undone: bool) -> None:
        after: dict[str, AnnotationSet] = {}
        with self._library.transaction():
            for page_id, change in changes.items():
                try:
                    after[page_id] = change.applied_to(self._opened(page_id).annotations)
                except ChangeConflictError as error:
                    raise EditError(str(error)) from error
                self._library.annotations.write(page_id, change, self._clock())
            self._library.log.set_undone(entry.id, undone)
        self._remember(after)

    def _require_same(self, entry: LogEntry, find: Callable[[str], LogEntry | None], verb: str) -> None:
        for page_id in entry.page_ids:
            found = find(page_id)
            if found is None or found.id != entry.id:
                raise EditError(f"“{entry.name}”也改动了其他版面，请先{verb}那些版面上之后的操作")

    def _read(self, page_id: str) -> tuple[PageRecord, _OpenPage]:
        record = self._library.pages.record(page_id)
        updated_at = self._library.pages.summary(page_id).updated_at
        return record, _OpenPage(record.page, record.annotations, updated_at)

    def _opened(self, page_id: str) -> _OpenPage:
        if self._open is None or self._open.page.id != page_id:
            return self._read(page_id)[1]
        if self._changed_elsewhere():
            self._open = self._read(page_id)[1]
        return self._open

    def _changed_elsewhere(self) -> bool:
        """Tell whether a background job has written to the open page through a connection of its own."""
        version = self._library.data_version()
        if self._open is None or version == self._data_version:
            return False
        self._data_version = version
        return self._library.pages.summary(self._open.page.id).updated_at != self._open.updated_at

    def _remember(self, after: Mapping[str, AnnotationSet]) -> None:
        if self._open is not None and self._open.page.id in after:
            page_id = self._open.page.id
            self._open.annotations = after[page_id]
            self._open.updated_at = self._library.pages.summary(page_id).updated_at


def _carried_out(opened: _OpenPage, command: Command) -> AnnotationSet:
    before, text = opened.annotations, opened.page.text
    after = command.applied_to(text, before)
    if after != before and before.state is PageState.NEW and after.state is PageState.NEW:
        after = replace(after, state=PageState.IN_PROGRESS)
    try:
        check_change(text, before, after)
    except InvariantError as error:
        raise EditError(f"这一步会破坏版面：{error}") from error
    return after
