"""Records about a page as a whole: its state and its filing, changed and taken back field by field.

Two steps that change different fields of such a record do not stand in each other's way: a page that was
assigned to somebody and then moved to the trash can be assigned anew without leaving it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from cppcc_reader.core.model.page import PageFiling, PageMeta, PageState

_Value = TypeVar("_Value")


class ChangeConflictError(ValueError):
    """The records are no longer as the change set found them; nothing may be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStatus:
    """The record of what is said about the page as a whole."""

    state: PageState
    set_aside_reason: str = ""
    rejected: frozenset[tuple[str, str]] = frozenset()


def changed_fields(before: PageStatus | PageFiling, after: PageStatus | PageFiling) -> frozenset[str]:
    """Return names of the fields in which two records differ; each rejected suggestion counts as a field."""
    old, new = _fields(before), _fields(after)
    return frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def status_after(current: PageStatus, before: PageStatus, after: PageStatus) -> PageStatus:
    """Return the status with the fields changed that differ between ``before`` and ``after``.

    Raises:
        ChangeConflictError: if one of them is not as in ``before``.
    """
    gone, new = before.rejected - after.rejected, after.rejected - before.rejected
    if not gone <= current.rejected or new & current.rejected:
        raise ChangeConflictError("rejected suggestions")
    state, reason = _taken(
        (current.state, current.set_aside_reason),
        (before.state, before.set_aside_reason),
        (after.state, after.set_aside_reason),
    )
    return PageStatus(state=state, set_aside_reason=reason, rejected=(current.rejected - gone) | new)


def filing_after(current: PageFiling, before: PageFiling, after: PageFiling) -> PageFiling:
    """Return the filing with the fields changed that differ between ``before`` and ``after``.

    Raises:
        ChangeConflictError: if one of them is not as in ``before``.
    """
    meta = PageMeta(
        paper=_taken(current.meta.paper, before.meta.paper, after.meta.paper),
        date=_taken(current.meta.date, before.meta.date, after.meta.date),
        page_no=_taken(current.meta.page_no, before.meta.page_no, after.meta.page_no),
    )
    return PageFiling(
        meta=meta,
        assignee=_taken(current.assignee, before.assignee, after.assignee),
        trashed=_taken(current.trashed, before.trashed, after.trashed),
    )


def _fields(record: PageStatus | PageFiling) -> dict[str, object]:
    if isinstance(record, PageStatus):
        rejected = {f"rejected {label} {quote}": True for label, quote in record.rejected}
        return {"state": (record.state, record.set_aside_reason), **rejected}
    meta = record.meta
    return {
        "paper": meta.paper,
        "date": meta.date,
        "page_no": meta.page_no,
        "assignee": record.assignee,
        "trashed": record.trashed,
    }


def _taken(current: _Value, before: _Value, after: _Value) -> _Value:
    if before == after:
        return current
    if current != before:
        raise ChangeConflictError(f"{current!r} instead of {before!r}")
    return after
