"""Does one segment continue the sentence of the one before? Used where an edit makes two segments neighbours."""

from __future__ import annotations

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment

SENTENCE_ENDS = frozenset("。！？!?…；;：:”’」』》）)】〕")
_RUNNING = frozenset({Role.BODY, Role.LEAD, Role.CAPTION})


def flows_on(text: str, before: Segment, after: Segment) -> bool:
    """Guess whether ``after`` joins ``before``: body after its dateline, or running text broken in mid-sentence."""
    if before.role is Role.DATELINE and after.role is Role.BODY:
        return True
    if before.role is not after.role or after.role not in _RUNNING:
        return False
    return text[before.end - 1] not in SENTENCE_ENDS
