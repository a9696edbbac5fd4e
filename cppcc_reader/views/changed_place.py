"""Where a step changed the page: what undo and redo bring into sight."""

from __future__ import annotations

from collections.abc import Iterator

from cppcc_reader.core.editing.change_set import ChangeSet
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.views.annotation_session import Selection


def selection_of_change(change: ChangeSet, annotations: AnnotationSet) -> Selection | None:
    """Return what to choose after a step: the block of the first place that it changed; None where it changed none."""
    place = min(_places(change), default=None)
    if place is None:
        return None
    found = annotations.segment_at(place)
    if found is None:
        return Selection(caret=place)
    article, segment = found
    return Selection(article_id=article.id if article else None, segment_starts=(segment.start,), caret=place)


def _places(change: ChangeSet) -> Iterator[int]:
    for before, after in change.changes.values():
        if isinstance(before, Article) and isinstance(after, Article):
            yield from (segment.start for segment in {*before.segments} ^ {*after.segments})
            continue
        for record in (before, after):
            if isinstance(record, Article):
                yield from (segment.start for segment in record.segments)
            elif isinstance(record, Segment | Mention):
                yield record.start
            elif isinstance(record, Note) and record.span is not None:
                yield record.span.start
