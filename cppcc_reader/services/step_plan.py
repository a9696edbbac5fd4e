"""Where a step can be taken back or made again, and what stands in the way elsewhere.

A step that several pages share stands or is undone on each of them. On a page it can be taken back, even if it
is not the last one there, while nothing that was done after it touches the same records: such steps can be made
in any order, so what stays is exactly what would be there without the step. In the same way it can be made
again while nothing that was undone after it touches the same records.
"""

from __future__ import annotations

from dataclasses import dataclass

from cppcc_reader.core.editing.command import EditError
from cppcc_reader.storage.edit_log import LogEntry
from cppcc_reader.storage.library import Library

_NAMED = 3
"""Pages in the way that a message names before it only counts the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedPage:
    """A page on which a step cannot be taken back (or made again) yet.

    Attributes:
        steps: names of the steps in the way, in the order they were done, each once.
    """

    page_id: str
    page_name: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPlan:
    """What taking a step back (or making it again) would do.

    Attributes:
        undo: take back; False: make again.
        free: ids of the pages on which it can be done.
        blocked: the pages on which it cannot.
    """

    entry: LogEntry
    undo: bool
    free: tuple[str, ...]
    blocked: tuple[BlockedPage, ...] = ()


class StepBlockedError(EditError):
    """A step can be taken back (or made again) on some of its pages only; nothing was done.

    Attributes:
        plan: on which ones, and what stands in the way on the others.
    """

    def __init__(self, plan: StepPlan) -> None:
        super().__init__(blocked_words(plan))
        self.plan = plan


def plan_of(library: Library, entry: LogEntry, *, undo: bool) -> StepPlan:
    """Return on which pages a step can be taken back (or made again)."""
    log = library.log
    pages = log.pages_where(entry.id, undone=not undo)
    changes = log.changes(entry.id) if pages else {}
    free: list[str] = []
    blocked: list[BlockedPage] = []
    for page_id in pages:
        touched = changes[page_id].touched()
        in_the_way = [one.name for one in log.later(entry.id, page_id, undone=not undo) if one.touched & touched]
        if in_the_way:
            name = library.pages.summary(page_id).name
            blocked.append(BlockedPage(page_id=page_id, page_name=name, steps=tuple(dict.fromkeys(in_the_way))))
        else:
            free.append(page_id)
    return StepPlan(entry=entry, undo=undo, free=tuple(free), blocked=tuple(blocked))


def blocked_words(plan: StepPlan) -> str:
    """Return in Chinese which pages stand in the way, and what can be done about it."""
    verb = "撤销" if plan.undo else "重做"
    named = "、".join(f"{one.page_name}（{'、'.join(one.steps)}）" for one in plan.blocked[:_NAMED])
    rest = f" 等 {len(plan.blocked)} 版" if len(plan.blocked) > _NAMED else ""
    done_since = "后来又改动了同样的内容" if plan.undo else "后来撤销的操作改动过同样的内容"
    words = f"“{plan.entry.name}”不能全部{verb}：{named}{rest}{done_since}。请先{verb}那些操作"
    return f"{words}，或者只在其余 {len(plan.free)} 版上{verb}" if plan.free else words
