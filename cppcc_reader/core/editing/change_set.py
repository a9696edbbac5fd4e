"""What an edit changed: old and new records, enough to do it, undo it and redraw only what it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
        records = dict(records_of(annotations))
        for key, (before, after) in self.changes.items():
            if records.get(key) != before:
                raise ChangeConflictError(f"“{self.name}”所依据的内容已经改变，无法套用")
            if after is None:
                del records[key]
            else:
                records[key] = after
        return from_records(records)


def diff(before: AnnotationSet, after: AnnotationSet, name: str) -> ChangeSet:
    """Return what changed between two sets of the same page."""
    old, new = dict(records_of(before)), dict(records_of(after))
    changes: dict[RecordKey, tuple[Record | None, Record | None]] = {}
    for key, record in old.items():
        found = new.get(key)
        if found is not record and found != record:
            changes[key] = (record, found)
    changes.update({key: (None, record) for key, record in new.items() if key not in old})
    return ChangeSet(name, changes)


def records_of(annotations: AnnotationSet) -> Iterator[tuple[RecordKey, Record]]:
    """Yield every record of a set with its key."""
    yield (
        ("page", "status"),
        PageStatus(
            state=annotations.state,
            set_aside_reason=annotations.set_aside_reason,
            rejected=annotations.rejected,
        ),
    )
    for article in annotations.articles:
        yield ("article", article.id), article
    for segment in annotations.furniture:
        yield ("furniture", str(segment.start)), segment
    for mention in annotations.mentions:
        yield ("mention", mention.id), mention
    for note in annotations.notes:
        yield ("note", note.id), note


def from_records(records: Mapping[RecordKey, Record]) -> AnnotationSet:
    """Build the set that these records make."""
    status = records[("page", "status")]
    assert isinstance(status, PageStatus)
    values = records.values()
    return AnnotationSet.of(
        articles=tuple(record for record in values if isinstance(record, Article)),
        furniture=tuple(record for record in values if isinstance(record, Segment)),
        mentions=tuple(record for record in values if isinstance(record, Mention)),
        notes=tuple(record for record in values if isinstance(record, Note)),
        state=status.state,
        set_aside_reason=status.set_aside_reason,
        rejected=status.rejected,
    )
