"""What people write about places of a page: notes, doubts, corrections of the recognised text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cppcc_reader.core.model.span import Span


class NoteKind(StrEnum):
    """A remark, a flagged doubt for the reviewer, or a correction of the recognised text."""

    REMARK = "remark"
    DOUBT = "doubt"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note on a range of the page.

    Attributes:
        id: unique on its page.
        span: the range it speaks of.
        text: the remark; for a correction, what the range should read (may be empty: delete it).
        resolved: a reviewer has dealt with it.
    """

    id: str
    kind: NoteKind
    span: Span
    text: str
    author: str = ""
    resolved: bool = False
