"""What an edit changed: old and new records, enough to do it, undo it and redraw only what it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.segment import Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStatus:
    """The record of what is said about the page as a whole."""

    state: PageState
    set_aside_reason: str = ""
    rejected: frozenset[tuple[str, str]] = frozenset()


Record: TypeAlias = Article | Segment | Mention | Note | PageStatus
RecordKey: TypeAlias = tuple[str, str]
"""(kind, id): kind is ``article``, ``furniture`` (id: its start offset), ``mention``, ``note`` or ``page``."""


class ChangeConflictError(ValueError):
    """The records are no longer as the change set found them; nothing may be written."""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """A named set of changed records: key to (before, after); None where there was or is none."""

    name: str
    changes: Mapping[RecordKey, tuple[Record | None, Record | None]]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing changed."""
        return not self.changes

    def inverted(self) -> ChangeSet:
        """Return the change set that takes this one back."""
        return ChangeSet(self.name, {key: (after, before) for key, (before, after) in self.changes.items()})

    def keys_of(self, kind: str) -> set[str]:
        """Return the ids of the changed records of one kind."""
        return {record_id for found, record_id in self.changes if found == kind}

    def applied_to(self, annotations: AnnotationSet) -> AnnotationSet:
        """Return the set with the changes made.

        Raises:
            ChangeConflictError: if a record is not what the change set expects.
        """
        fields: dict[str, object] = {}
        for kind, wanted in self._by_kind().items():
            records = dict(_RECORDS_OF[kind](annotations))
            for record_id, (before, after) in wanted.items():
                if records.get(record_id) != before:
                    raise ChangeConflictError(f"“{self.name}”所依据的内容已经改变，无法套用")
                if after is None:
                    del records[record_id]
                else:
                    records[record_id] = after
            fields |= _fields_of(kind, records)
        return annotations.replaced(**fields)

    def _by_kind(self) -> dict[str, dict[str, tuple[Record | None, Record | None]]]:
        found: dict[str, dict[str, tuple[Record | None, Record | None]]] = {}
        for (kind, record_id), change in self.changes.items():
            found.setdefault(kind, {})[record_id] = change
        return found


def diff(before: AnnotationSet, after: AnnotationSet, name: str) -> ChangeSet:
    """Return what changed between two sets of the same page."""
    changes: dict[RecordKey, tuple[Record | None, Record | None]] = {}
    for kind, records_of in _RECORDS_OF.items():
        if kind in _FIELDS and getattr(before, _FIELDS[kind]) is getattr(after, _FIELDS[kind]):
            continue
        old, new = dict(records_of(before)), dict(records_of(after))
        for record_id, record in old.items():
            found = new.get(record_id)
            if found is not record and found != record:
                changes[kind, record_id] = (record, found)
        changes.update({(kind, key): (None, record) for key, record in new.items() if key not in old})
    return ChangeSet(name, changes)


_Records: TypeAlias = Iterator[tuple[str, Record]]


def _status(annotations: AnnotationSet) -> _Records:
    yield (
        "status",
        PageStatus(
            state=annotations.state,
            set_aside_reason=annotations.set_aside_reason,
            rejected=annotations.rejected,
        ),
    )


_RECORDS_OF: Mapping[str, Callable[[AnnotationSet], _Records]] = {
    "page": _status,
    "article": lambda annotations: ((article.id, article) for article in annotations.articles),
    "furniture": lambda annotations: ((str(segment.start), segment) for segment in annotations.furniture),
    "mention": lambda annotations: ((mention.id, mention) for mention in annotations.mentions),
    "note": lambda annotations: ((note.id, note) for note in annotations.notes),
}
_FIELDS = {"article": "articles", "furniture": "furniture", "mention": "mentions", "note": "notes"}


def _fields_of(kind: str, records: Mapping[str, Record]) -> dict[str, object]:
    if kind in _FIELDS:
        return {_FIELDS[kind]: tuple(records.values())}
    status = records["status"]
    assert isinstance(status, PageStatus)
    return {"state": status.state, "set_aside_reason": status.set_aside_reason, "rejected": status.rejected}
