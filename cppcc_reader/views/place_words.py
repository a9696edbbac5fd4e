"""What is said about one place of the page, in a line for the status bar or a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cppcc_reader.core.model.alternatives import open_alternatives
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.inspector_rows import alternative_words
from cppcc_reader.views.percent import percent
from cppcc_reader.views.reason_words import reason_words
from cppcc_reader.views.source_plan import SourcePlan
from cppcc_reader.views.term_names import label_name, role_name

_CONTEXT = "PlaceWords"


def words_about(session: AnnotationSession, plan: SourcePlan, offset: int) -> str:
    """Return the role and reason of the segment and the labels of the mentions at an offset, empty outside."""
    underlines = plan.underlines_at(offset)
    parts = [_mention_words(session, underline.mention) for underline in reversed(underlines)]
    parts += [_note_words(note) for note in session.annotations.notes if note.span.contains(offset)]
    found = session.annotations.segment_at(offset)
    if found is not None:
        parts.append(_segment_words(session, found[1]))
    return "　".join(parts)


def _note_words(note: Note) -> str:
    if note.kind is NoteKind.CORRECTION:
        return QCoreApplication.translate(_CONTEXT, "原文应作“{0}”").format(note.text)
    return QCoreApplication.translate(_CONTEXT, "批注：{0}").format(note.text)


def _segment_words(session: AnnotationSession, segment: Segment) -> str:
    name = role_name(segment.role)
    if not segment.is_doubtful(session.doubt_threshold):
        return name
    doubt = QCoreApplication.translate(_CONTEXT, "{role}，存疑（把握 {percent}）：{reason}")
    words = doubt.format(role=name, percent=percent(segment.confidence), reason=reason_words(segment.reason))
    return words + _second_best(session, segment)


def _second_best(session: AnnotationSession, segment: Segment) -> str:
    """Return what the key for the second-best reading would do, empty where there is none."""
    others = open_alternatives(session.annotations, segment)
    if not others:
        return ""
    reading = alternative_words(segment.alternatives[others[0]], session.text, session.annotations)
    return QCoreApplication.translate(_CONTEXT, "；另一种读法：{0}").format(reading)


def _mention_words(session: AnnotationSession, mention: Mention) -> str:
    label = session.tag_set.label(mention.label)
    name = label_name(label) if label else mention.label
    if mention.origin is not Origin.SUGGESTED:
        return name
    reason = reason_words(mention.evidence.reason) if mention.evidence else ""
    words = QCoreApplication.translate(_CONTEXT, "{label}（建议：{reason}）")
    return words.format(label=name, reason=reason or "—")
