"""What an edit changed: old and new records, enough to do it, undo it and redraw only what it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cppcc_reader.core.editing.page_wide import (
    ChangeConflictError,
    PageStatus,
    changed_fields,
    filing_after,
    status_after,
)
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note
from cppcc_reader.core.model.page import PageFiling
from cppcc_reader.core.model.segment import Segment

Record: TypeAlias = Article | Segment | Mention | Note | PageStatus | PageFiling
RecordKey: TypeAlias = tuple[str, str]
"""(kind, id): kind is ``article``, ``furniture`` (id: its start offset), ``mention``, ``note``, ``page`` (what is
said about the page as a whole) or ``filing`` (how it is filed; no part of its annotations)."""

FILING: RecordKey = ("filing", "filing")


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

    def touched(self) -> frozenset[RecordKey]:
        """Return what it changes, records about the page as a whole field by field.

        Steps that touch nothing in common can be made and taken back in any order.
        """
        found: set[RecordKey] = set()
        for key, (before, after) in self.changes.items():
            if isinstance(before, PageStatus | PageFiling) and isinstance(after, PageStatus | PageFiling):
                found |= {(key[0], field) for field in changed_fields(before, after)}
            else:
                found.add(key)
        return frozenset(found)

    def applied_to(self, annotations: AnnotationSet) -> AnnotationSet:
        """Return the set with the changes made; how the page is filed is left to :meth:`filed`.

        Raises:
            ChangeConflictError: if a record is not what the change set expects.
        """
        fields: dict[str, object] = {}
        for kind, wanted in self._by_kind().items():
            if kind == FILING[0]:
                continue
            records = dict(_RECORDS_OF[kind](annotations))
            for record_id, (before, after) in wanted.items():
                self._apply(records, record_id, before, after)
            fields |= _fields_of(kind, records)
        return annotations.replaced(**fields)

    def filed(self, filing: PageFiling) -> PageFiling:
        """Return how the page is filed after the change.

        Raises:
            ChangeConflictError: if it is not filed as the change set expects.
        """
        before, after = self.changes.get(FILING, (None, None))
        if not (isinstance(before, PageFiling) and isinstance(after, PageFiling)):
            return filing
        try:
            return filing_after(filing, before, after)
        except ChangeConflictError as error:
            raise self._conflict() from error

    def _apply(self, records: dict[str, Record], record_id: str, before: Record | None, after: Record | None) -> None:
        current = records.get(record_id)
        if isinstance(current, PageStatus) and isinstance(before, PageStatus) and isinstance(after, PageStatus):
            try:
                records[record_id] = status_after(current, before, after)
            except ChangeConflictError as error:
                raise self._conflict() from error
        elif current != before:
            raise self._conflict()
        elif after is None:
            del records[record_id]
        else:
            records[record_id] = after

    def _conflict(self) -> ChangeConflictError:
        return ChangeConflictError(f"“{self.name}”所依据的内容已经改变，无法套用")

    def _by_kind(self) -> dict[str, dict[str, tuple[Record | None, Record | None]]]:
        found: dict[str, dict[str, tuple[Record | None, Record | None]]] = {}
        for (kind, record_id), change in self.changes.items():
            found.setdefault(kind, {})[record_id] = change
        return found


def diff(
    before: AnnotationSet,
    after: AnnotationSet,
    name: str,
    *,
    filing: tuple[PageFiling, PageFiling] | None = None,
) -> ChangeSet:
    """Return what changed between two sets of the same page.

    Args:
        filing: how the page was and is filed, where that may have changed.
    """
    changes: dict[RecordKey, tuple[Record | None, Record | None]] = {}
    if filing is not None and filing[0] != filing[1]:
        changes[FILING] = filing
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
