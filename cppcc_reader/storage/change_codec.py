"""Change sets as JSON for the edit log: lossless, without quotes (a page's text never changes)."""

from __future__ import annotations

import json
from typing import Any

from cppcc_reader.core.editing.change_set import ChangeSet, Record, RecordKey
from cppcc_reader.core.editing.page_wide import PageStatus
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.json_codec import (
    RecordError,
    article_from_json,
    article_to_json,
    mention_from_json,
    mention_to_json,
    note_from_json,
    note_to_json,
    segment_from_json,
    segment_to_json,
)
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note
from cppcc_reader.core.model.page import PageFiling, PageMeta, PageState
from cppcc_reader.core.model.segment import Segment


def changes_to_json(change_set: ChangeSet) -> str:
    """Return the changes as a JSON list of ``[kind, id, before, after]``."""
    rows = [
        [kind, record_id, _to_json(before), _to_json(after)]
        for (kind, record_id), (before, after) in change_set.changes.items()
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def changes_from_json(stored: str) -> dict[RecordKey, tuple[Record | None, Record | None]]:
    """Read what :func:`changes_to_json` wrote.

    Raises:
        RecordError: if it is something else.
    """
    try:
        return {
            (kind, record_id): (_from_json(kind, before), _from_json(kind, after))
            for kind, record_id, before, after in json.loads(stored)
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise RecordError(f"编辑记录无法读出：{error}") from error


def _to_json(record: Record | None) -> dict[str, Any] | None:
    match record:
        case None:
            return None
        case Article():
            return article_to_json(None, record)
        case Segment():
            return segment_to_json(None, record)
        case Mention():
            return mention_to_json(None, record)
        case Note():
            return note_to_json(None, record)
        case PageStatus():
            return {
                "state": record.state.value,
                "set_aside_reason": record.set_aside_reason,
                "rejected": sorted(map(list, record.rejected)),
            }
        case PageFiling():
            return _filing_to_json(record)


def _from_json(kind: str, data: dict[str, Any] | None) -> Record | None:
    if data is None:
        return None
    match kind:
        case "article":
            return article_from_json(data, None)
        case "furniture":
            return segment_from_json(data, None)
        case "mention":
            return mention_from_json(data, None)
        case "note":
            return note_from_json(data, None)
        case "page":
            return _status_from_json(data)
        case "filing":
            return _filing_from_json(data)
    raise ValueError(f"a change of unknown kind: {kind}")


def _status_from_json(data: dict[str, Any]) -> PageStatus:
    return PageStatus(
        state=PageState(data["state"]),
        set_aside_reason=data["set_aside_reason"],
        rejected=frozenset((label, quote) for label, quote in data["rejected"]),
    )


def _filing_to_json(filing: PageFiling) -> dict[str, Any]:
    meta = filing.meta
    return {
        "paper": meta.paper,
        "date": meta.date,
        "page_no": meta.page_no,
        "assignee": filing.assignee,
        "trashed": filing.trashed,
    }


def _filing_from_json(data: dict[str, Any]) -> PageFiling:
    return PageFiling(
        meta=PageMeta(paper=data["paper"], date=data["date"], page_no=data["page_no"]),
        assignee=data["assignee"],
        trashed=data["trashed"],
    )
