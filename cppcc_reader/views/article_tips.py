"""What a tooltip says about one character of an article."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.percent import percent
from cppcc_reader.views.reason_words import reason_words
from cppcc_reader.views.term_names import label_name, role_name

_CONTEXT = "ArticleTips"


def tip_words(session: AnnotationSession, source: int, mention: Mention | None) -> str:
    """Return lines on the mention, the notes and the segment at a page offset.

    Args:
        mention: the innermost mention there.
    """
    lines = [] if mention is None else [mention_words(mention, session.tag_set)]
    lines += [_note_words(note) for note in session.annotations.notes if note.span.contains(source)]
    return "\n".join([*lines, *_segment_words(session, source)])


def label_words(mention: Mention, tag_set: TagSet) -> str:
    """Return the name of a mention's label."""
    label = tag_set.label(mention.label)
    return mention.label if label is None else label_name(label)


def mention_words(mention: Mention, tag_set: TagSet) -> str:
    """Return a mention's label, and for a suggestion its confidence and reason."""
    name = label_words(mention, tag_set)
    if mention.normal_form:
        name = f"{name} · {mention.normal_form}"
    if mention.origin is not Origin.SUGGESTED:
        return name
    suggested = QCoreApplication.translate(_CONTEXT, "建议")
    if mention.evidence is None:
        return f"{name} · {suggested}"
    return (
        f"{name} · {suggested} {percent(mention.evidence.confidence)} {reason_words(mention.evidence.reason)}".rstrip()
    )


def _note_words(note: Note) -> str:
    if note.kind is NoteKind.CORRECTION:
        return QCoreApplication.translate(_CONTEXT, "应为“{0}”").format(note.text)
    return QCoreApplication.translate(_CONTEXT, "批注：{0}").format(note.text)


def _segment_words(session: AnnotationSession, source: int) -> Iterator[str]:
    found = session.annotations.segment_at(source)
    if found is None:
        return
    segment = found[1]
    if segment.is_doubtful(session.doubt_threshold):
        yield f"{role_name(segment.role)} · {reason_words(segment.reason)} {percent(segment.confidence)}"
    else:
        yield role_name(segment.role)
