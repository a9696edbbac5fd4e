"""What people do to pages: each step checked, stored in one transaction, and undone by the same door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from cppcc_reader.core.editing.change_set import ChangeSet, diff
from cppcc_reader.core.editing.command import Command, EditError
from cppcc_reader.core.editing.filing_commands import FilingCommand
from cppcc_reader.core.editing.page_wide import ChangeConflictError
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.invariants import InvariantError, check_change
from cppcc_reader.core.model.page import Page, PageFiling, PageState
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.services.backup import take_snapshot
from cppcc_reader.services.rejections import follow_step
from cppcc_reader.services.step_plan import StepBlockedError, plan_of
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


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page after a step: what is said about it, and how it was and is filed where that is the step."""

    annotations: AnnotationSet
    filing: tuple[PageFiling, PageFiling] | None = None


_Step = Callable[[_OpenPage], _Wanted]
LongStep = Callable[[str, Command], ChangeSet]
"""Carries a command out on a page as a part of one long step."""


class AnnotationService:
    """Carries out commands on the pages of one library.

    A step that several pages share is one step: taken back and made again on all of them, as far as nothing
    stands in the way there (see :mod:`cppcc_reader.services.step_plan`). Before it a snapshot is taken.
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

        A new page is in progress from then on.

        Args:
            gesture: steps with the same non-empty gesture id belong together in the history.

        Raises:
            EditError: if the command cannot be carried out; nothing is stored.
            LibraryError: if it cannot be stored.
        """
        step = partial(_annotated, command=command, starts_work=True)
        changes = self._execute({page_id: step}, command.name, gesture)
        return changes.get(page_id, ChangeSet(command.name, {}))

    def execute_bulk(self, commands: Mapping[str, Command], name: str) -> Changes:
        """Carry out commands on several pages as ONE step; pages on which nothing changes are left out.

        The pages keep their states: nobody has begun to work on them.

        Raises:
            EditError: if one of them cannot be carried out; nothing is stored then.
            LibraryError: if it cannot be stored, or no snapshot can be taken before.
        """
        steps = {
            page_id: partial(_annotated, command=command, starts_work=False) for page_id, command in commands.items()
        }
        if steps:
            take_snapshot(self._library, name, self._clock())
        return self._execute(steps, name, "")

    def long_step(self, name: str) -> LongStep:
        """Begin ONE step on many pages that are changed and stored one after the other; it can be stopped half way.

        The pages keep their states. The caller takes the snapshot.
        """
        entry_id: int | None = None

        def execute(page_id: str, command: Command) -> ChangeSet:
            nonlocal entry_id
            step = partial(_annotated, command=command, starts_work=False)
            with self._library.transaction():
                last = self._library.log.last_active(page_id)
                if entry_id is not None and last is not None and last.id > entry_id:
                    entry_id = None  # a person was quicker: on each page steps stand in the order they were made
                changes = self._execute({page_id: step}, name, "", entry_id=entry_id)
                if changes:
                    entry_id = self._library.log.entries(page_id, limit=1)[0].id
            return changes.get(page_id, ChangeSet(name, {}))

        return execute

    def file(self, commands: Mapping[str, FilingCommand], name: str) -> Changes:
        """Change how pages are filed (paper and date, assignee, trash), as ONE step; one page alone is no bulk action.

        Raises:
            UnknownPageError: if one of them is not in the library; nothing is stored then.
            LibraryError: if it cannot be stored, or no snapshot can be taken before.
        """
        steps = {page_id: partial(self._filed, page_id=page_id, command=one) for page_id, one in commands.items()}
        if len(steps) > 1:
            take_snapshot(self._library, name, self._clock())
        return self._execute(steps, name, "")

    def undo(self, page_id: str, *, partly: bool = False) -> Changes:
        """Take back the last step of a page, on all the pages that it changed.

        Args:
            partly: leave the pages out on which something stands in the way.

        Raises:
            StepBlockedError: if something does, and ``partly`` is not set.
            EditError: if there is no such step.
        """
        entry = self._library.log.last_active(page_id)
        if entry is None:
            raise EditError("没有可撤销的操作")
        return self._step_again(entry, undo=True, partly=partly)

    def redo(self, page_id: str, *, partly: bool = False) -> Changes:
        """Do again the step of a page that was taken back last; see :meth:`undo`.

        Raises:
            StepBlockedError: if something stands in the way, and ``partly`` is not set.
            EditError: if there is no such step.
        """
        entry = self._library.log.next_redo(page_id)
        if entry is None:
            raise EditError("没有可重做的操作")
        return self._step_again(entry, undo=False, partly=partly)

    def undo_entry(self, entry_id: int, *, partly: bool = False) -> Changes:
        """Take back one step out of the history of the library, whatever was done elsewhere since.

        Raises:
            StepBlockedError: if something stands in the way, and ``partly`` is not set.
            EditError: if it is taken back already.
            KeyError: if there is no such step.
        """
        return self._step_again(self._library.log.entry(entry_id), undo=True, partly=partly)

    def redo_entry(self, entry_id: int, *, partly: bool = False) -> Changes:
        """Make one step out of the history of the library again; raises as :meth:`undo_entry`."""
        return self._step_again(self._library.log.entry(entry_id), undo=False, partly=partly)

    def next_undo(self, page_id: str) -> LogEntry | None:
        """Return the step that :meth:`undo` would take back, or None."""
        return self._library.log.last_active(page_id)

    def next_redo(self, page_id: str) -> LogEntry | None:
        """Return the step that :meth:`redo` would do again, or None."""
        return self._library.log.next_redo(page_id)

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

    def library_history(self, limit: int) -> list[LogEntry]:
        """Return the last steps on any page, newest first."""
        return self._library.log.entries(limit=limit)

    def jump_to(self, page_id: str, entry_id: int | None, *, partly: bool = False) -> list[Changes]:
        """Undo or redo until the given step is the last one done; None goes back before the first.

        Args:
            partly: as in :meth:`undo`.

        Raises:
            StepBlockedError: if a step on the way is shared with a page where something stands in the way;
                those before it stay taken back.
            EditError: if the step is not in the history.
        """
        standing = {entry.id: not entry.undone for entry in self._library.log.entries(page_id)}
        if entry_id is not None and entry_id not in standing:
            raise EditError("历史里没有这一步")
        done: list[Changes] = []
        if entry_id is not None and not standing[entry_id]:
            while (entry := self._library.log.next_redo(page_id)) is not None:
                done.append(self._step_again(entry, undo=False, partly=partly))
                if entry.id == entry_id:
                    break
        while (entry := self._library.log.last_active(page_id)) is not None and entry.id > (entry_id or 0):
            done.append(self._step_again(entry, undo=True, partly=partly))
        return done

    def _execute(self, steps: Mapping[str, _Step], name: str, gesture: str, *, entry_id: int | None = None) -> Changes:
        after: dict[str, AnnotationSet] = {}
        changes: Changes = {}
        # Read and written in one transaction: nobody can change a page in between.
        with self._library.transaction():
            for page_id, step in steps.items():
                opened = self._opened(page_id)
                wanted = step(opened)
                change = diff(opened.annotations, wanted.annotations, name, filing=wanted.filing)
                if not change.is_empty:
                    after[page_id], changes[page_id] = wanted.annotations, change
            if changes:
                self._store(changes, name, gesture, entry_id)
        self._remember(after)
        return changes

    def _filed(self, opened: _OpenPage, *, page_id: str, command: FilingCommand) -> _Wanted:
        before = self._library.pages.filing(page_id)
        return _Wanted(opened.annotations, (before, command.filed(before)))

    def _store(self, changes: Changes, name: str, gesture: str, entry_id: int | None) -> None:
        now = self._clock()
        for page_id, change in changes.items():
            self._library.annotations.write(page_id, change, now)
        self._library.log.discard_undone(list(changes))
        if entry_id is not None:
            self._library.log.extend(entry_id, changes)
            return
        self._library.log.append(name=name, annotator=self._annotator, time=now, changes=changes, gesture=gesture)

    def _step_again(self, entry: LogEntry, *, undo: bool, partly: bool) -> Changes:
        after: dict[str, AnnotationSet] = {}
        made: Changes = {}
        with self._library.transaction():
            plan = plan_of(self._library, entry, undo=undo)
            if plan.blocked and not (partly and plan.free):
                raise StepBlockedError(plan)
            if not plan.free:
                raise EditError("没有可撤销的操作" if undo else "没有可重做的操作")
            changes = self._library.log.changes(entry.id)
            for page_id in plan.free:
                change = changes[page_id].inverted() if undo else changes[page_id]
                after[page_id], made[page_id] = self._made_again(page_id, change)
                self._library.annotations.write(page_id, made[page_id], self._clock())
            self._library.log.set_undone(entry.id, plan.free, undo)
            follow_step(self._library, entry.name, changes, undone=undo)
        self._remember(after)
        return made

    def _made_again(self, page_id: str, change: ChangeSet) -> tuple[AnnotationSet, ChangeSet]:
        """Return a page after a change that is made again or taken back, and what that really changes now."""
        opened, filing = self._opened(page_id), self._library.pages.filing(page_id)
        try:
            after, filed = change.applied_to(opened.annotations), change.filed(filing)
            check_change(opened.page.text, opened.annotations, after)
        except (ChangeConflictError, InvariantError) as error:
            raise EditError(str(error)) from error
        return after, diff(opened.annotations, after, change.name, filing=(filing, filed))

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


def _annotated(opened: _OpenPage, *, command: Command, starts_work: bool) -> _Wanted:
    before, text = opened.annotations, opened.page.text
    after = command.applied_to(text, before)
    if starts_work and after != before and before.state is PageState.NEW and after.state is PageState.NEW:
        after = replace(after, state=PageState.IN_PROGRESS)
    try:
        check_change(text, before, after)
    except InvariantError as error:
        raise EditError(f"这一步会破坏版面：{error}") from error
    return _Wanted(after)
