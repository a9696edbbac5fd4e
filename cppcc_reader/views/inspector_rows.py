"""What the inspector says about each segment of an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD
from cppcc_reader.core.model.segment import Alternative, Segment
from cppcc_reader.views.actions import ROLE_KEYS
from cppcc_reader.views.percent import percent
from cppcc_reader.views.reason_words import reason_words
from cppcc_reader.views.term_names import role_name

SegmentRole = Qt.ItemDataRole.UserRole
"""Data role under which the model gives the :class:`SegmentRow`."""

_FIRST_WORDS = 40
_ALTERNATIVES: dict[str, Any] = {
    "role": QT_TRANSLATE_NOOP("Inspector", "改为{0}"),
    "attach": QT_TRANSLATE_NOOP("Inspector", "归入《{0}》"),
    "begin": QT_TRANSLATE_NOOP("Inspector", "另起一篇"),
    "furniture": QT_TRANSLATE_NOOP("Inspector", "归入版面附件"),
    "join": QT_TRANSLATE_NOOP("Inspector", "与上段接排"),
    "unjoin": QT_TRANSLATE_NOOP("Inspector", "与上段断开"),
}


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """One segment in reading order, with the words of the list; ``number`` counts from 1."""

    number: int
    segment: Segment
    words: str
    is_doubtful: bool

    @property
    def role_key(self) -> str:
        """The key that gives this role."""
        return ROLE_KEYS[self.segment.role]

    @property
    def doubt_words(self) -> str:
        """Reason and confidence of a doubt, empty where there is none."""
        return f"{reason_words(self.segment.reason)} {percent(self.segment.confidence)}" if self.is_doubtful else ""


def segment_rows(text: str, segments: tuple[Segment, ...], threshold: float = DOUBT_THRESHOLD) -> list[SegmentRow]:
    """Return the rows of segments given in reading order."""
    return [
        SegmentRow(
            number,
            segment,
            " ".join(text[segment.start : min(segment.end, segment.start + _FIRST_WORDS)].split()),
            segment.is_doubtful(threshold),
        )
        for number, segment in enumerate(segments, start=1)
    ]


def evidence_lines(segment: Segment) -> Iterator[str]:
    """Yield why the segment has its role and its place, in words for people."""
    translate = QCoreApplication.translate
    if segment.checked:
        yield translate("Inspector", "已由人确认")
        return
    pairs = (
        (translate("Inspector", "角色"), segment.role_evidence),
        (translate("Inspector", "归属"), segment.link_evidence),
    )
    for name, evidence in pairs:
        if evidence is not None:
            reason = reason_words(evidence.reason) or translate("Inspector", "未写理由")
            yield f"{name} {percent(evidence.confidence)} · {reason}"
    if segment.role_evidence is None and segment.link_evidence is None:
        yield translate("Inspector", "由人标注")


def alternative_words(alternative: Alternative, text: str, annotations: AnnotationSet) -> str:
    """Return another reading as a verb for its button, with how likely it is."""
    words = QCoreApplication.translate("Inspector", _ALTERNATIVES.get(alternative.kind, alternative.kind))
    if alternative.kind == "role" and alternative.role is not None:
        words = words.format(role_name(alternative.role))
    elif alternative.kind == "attach" and alternative.target is not None:
        found = annotations.segment_at(alternative.target)
        words = words.format(_title(found[0], text) if found else "?")
    return f"{words} {percent(alternative.evidence.confidence)}"


def _title(article: Article | None, text: str) -> str:
    if article is None:
        return QCoreApplication.translate("Inspector", "版面附件")
    title = article.title(text)
    return title if len(title) <= 14 else title[:13] + "…"


class SegmentListModel(QAbstractListModel):
    """The rows of the chosen article for a list view."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[SegmentRow] = []

    def set_rows(self, rows: list[SegmentRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> list[SegmentRow]:
        """The rows shown."""
        return self._rows

    def index_of(self, start: int) -> QModelIndex:
        """Return the index of the segment that begins at a page offset, invalid if it is not shown."""
        for number, row in enumerate(self._rows):
            if row.segment.start == start:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's)
        """Return the number of segments."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, or all its words for those who listen."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == SegmentRole:
            return row
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            parts = (f"{row.number}", role_name(row.segment.role), row.doubt_words, row.words)
            return "，".join(part for part in parts if part)
        return None
