"""What is said about one place of the page, in a line for the status bar or a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.views.annotation_session import AnnotationSession
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
        parts.append(_segment_words(found[1], session.doubt_threshold))
    return "　".join(parts)


def _note_words(note: Note) -> str:
    if note.kind is NoteKind.CORRECTION:
        return QCoreApplication.translate(_CONTEXT, "原文应作“{0}”").format(note.text)
    return QCoreApplication.translate(_CONTEXT, "批注：{0}").format(note.text)


def _segment_words(segment: Segment, threshold: float) -> str:
    name = role_name(segment.role)
    if not segment.is_doubtful(threshold):
        return name
    doubt = QCoreApplication.translate(_CONTEXT, "{role}，存疑（把握 {percent}）：{reason}")
    return doubt.format(role=name, percent=percent(segment.confidence), reason=reason_words(segment.reason))


def _mention_words(session: AnnotationSession, mention: Mention) -> str:
    label = session.tag_set.label(mention.label)
    name = label_name(label) if label else mention.label
    if mention.origin is not Origin.SUGGESTED:
        return name
    reason = reason_words(mention.evidence.reason) if mention.evidence else ""
    words = QCoreApplication.translate(_CONTEXT, "{label}（建议：{reason}）")
    return words.format(label=name, reason=reason or "—")
