"""What the window asks of the service that carries out edits, so that tests can stand in for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from cppcc_reader.core.model.provenance import PageRecord

if TYPE_CHECKING:
    from cppcc_reader.core.editing.change_set import ChangeSet
    from cppcc_reader.core.editing.command import Command
    from cppcc_reader.core.editing.filing_commands import FilingCommand
    from cppcc_reader.storage.edit_log import LogEntry


class EditingService(Protocol):
    """What the session asks of ``services.annotation.AnnotationService``; see there."""

    def record(self, page_id: str) -> PageRecord:
        """Return the stored page with all that is said about it."""
        ...

    def execute(self, page_id: str, command: Command) -> ChangeSet:
        """Carry a command out, store it and return what changed."""
        ...

    def file(self, commands: Mapping[str, FilingCommand], name: str) -> dict[str, ChangeSet]:
        """Change how pages are filed as one step and return what changed."""
        ...

    def undo(self, page_id: str, *, partly: bool = False) -> dict[str, ChangeSet]:
        """Take back the last step; changes by page id, empty where there is none."""
        ...

    def redo(self, page_id: str, *, partly: bool = False) -> dict[str, ChangeSet]:
        """Repeat the last step taken back, as undo."""
        ...

    def undo_entry(self, entry_id: int, *, partly: bool = False) -> dict[str, ChangeSet]:
        """Take one step of the library's history back."""
        ...

    def redo_entry(self, entry_id: int, *, partly: bool = False) -> dict[str, ChangeSet]:
        """Repeat one step of the library's history."""
        ...

    def next_undo(self, page_id: str) -> LogEntry | None:
        """Return the step that undo would take back."""
        ...

    def next_redo(self, page_id: str) -> LogEntry | None:
        """Return the step that redo would repeat."""
        ...

    def history(self, page_id: str) -> list[LogEntry]:
        """Return the steps of a page."""
        ...

    def library_history(self, limit: int) -> list[LogEntry]:
        """Return the last steps on any page, newest first."""
        ...

    def jump_to(self, page_id: str, entry_id: int | None, *, partly: bool = False) -> list[dict[str, ChangeSet]]:
        """Bring a page to where it stood after a step, or before the first; the changes of every step taken."""
        ...


Changes = dict[str, "ChangeSet"]
Steps = Callable[[EditingService], list[Changes]]
"""Steps to be taken back or made again; gives the changes of each."""
InBackground = Callable[[Steps, Callable[[list[Changes]], object], Callable[[Exception], object]], object]
"""Runs steps through a service of their own, then calls the second with the answer or the third with the error."""
