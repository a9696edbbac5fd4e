"""Records as table rows and back; the only file that knows the columns of articles, segments, mentions, notes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.json_codec import alternative_from_json, alternative_to_json
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence, Segment
from cppcc_reader.core.model.span import Span

Row = tuple[Any, ...]

ARTICLE_COLUMNS = "id, confidence, continued_from, continues_to"
SEGMENT_COLUMNS = (
    "start, stop, article_id, place, role, joins, role_confidence, role_reason, "
    "link_confidence, link_reason, checked, confidence, alternatives, quote"
)
MENTION_COLUMNS = "id, label, fragments, origin, confidence, reason, normal_form, quote"
NOTE_COLUMNS = "id, kind, start, stop, text, author, resolved, quote"

_QUOTE_END = 8
"""Characters at each end of a segment that its stored quote shows."""

_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ROLES = {role.value: role for role in Role}


def article_row(key: int, article: Article) -> Row:
    """Return the row of an article without its segments; ``key`` stands for its page."""
    return (key, article.id, article.confidence, article.continued_from, article.continues_to)


def article_from_row(row: Row, segments: Iterable[Segment]) -> Article:
    """Build an article from its row and its segments in reading order."""
    return Article(id=row[0], segments=tuple(segments), confidence=row[1], continued_from=row[2], continues_to=row[3])


def segment_row(key: int, text: str, segment: Segment, article_id: str | None, place: int) -> Row:
    """Return the row of a segment.

    Args:
        key: stands for its page.
        text: the page's text, for the quote.
        article_id: None for furniture.
        place: index in the reading order of its article.
    """
    role, link = segment.role_evidence, segment.link_evidence
    return (
        key,
        segment.start,
        segment.end,
        article_id,
        place,
        segment.role.value,
        segment.join,
        None if role is None else role.confidence,
        None if role is None else role.reason,
        None if link is None else link.confidence,
        None if link is None else link.reason,
        segment.checked,
        segment.confidence,
        _compact([alternative_to_json(one) for one in segment.alternatives]) if segment.alternatives else "[]",
        short_quote(text, segment.start, segment.end),
    )


def short_quote(text: str, start: int, stop: int) -> str:
    """Return the quote of a segment as it is stored: its two ends, which tell any shift.

    Whole quotes would store every text a second time; the text itself is guarded by its file's digest.
    """
    if stop - start <= 2 * _QUOTE_END:
        return text[start:stop]
    return f"{text[start : start + _QUOTE_END]}…{text[stop - _QUOTE_END : stop]}"


def segment_from_row(row: Row) -> Segment:
    """Build a segment from its row."""
    start, stop, _article, _place, role, joins, role_confidence, role_reason, link_confidence, link_reason = row[:10]
    checked, _confidence, alternatives, _quote = row[10:]
    return Segment(
        start=start,
        end=stop,
        role=_ROLES[role],
        join=bool(joins),
        role_evidence=_evidence(role_confidence, role_reason),
        link_evidence=_evidence(link_confidence, link_reason),
        checked=bool(checked),
        alternatives=()
        if alternatives == "[]"
        else tuple(alternative_from_json(one) for one in json.loads(alternatives)),
    )


def mention_row(key: int, text: str, mention: Mention) -> Row:
    """Return the row of a mention."""
    evidence, fragments = mention.evidence, mention.fragments
    if len(fragments) == 1:  # by hand: a page has hundreds of mentions, and hardly one in two fragments
        (one,) = fragments
        places, quote = f"[[{one.start},{one.end}]]", text[one.start : one.end]
    else:
        places, quote = _compact([[one.start, one.end] for one in fragments]), mention.quote(text)
    return (
        key,
        mention.id,
        mention.label,
        places,
        mention.origin.value,
        None if evidence is None else evidence.confidence,
        None if evidence is None else evidence.reason,
        mention.normal_form,
        quote,
    )


def mention_from_row(row: Row) -> Mention:
    """Build a mention from its row."""
    return Mention(
        id=row[0],
        label=row[1],
        fragments=tuple(Span(start, end) for start, end in json.loads(row[2])),
        origin=Origin(row[3]),
        evidence=_evidence(row[4], row[5]),
        normal_form=row[6],
    )


def note_row(key: int, text: str, note: Note) -> Row:
    """Return the row of a note."""
    span = note.span
    quote = span.text_of(text)
    return (key, note.id, note.kind.value, span.start, span.end, note.text, note.author, note.resolved, quote)


def note_from_row(row: Row) -> Note:
    """Build a note from its row."""
    return Note(
        id=row[0],
        kind=NoteKind(row[1]),
        span=Span(row[2], row[3]),
        text=row[4],
        author=row[5],
        resolved=bool(row[6]),
    )


def _evidence(confidence: float | None, reason: str | None) -> Evidence | None:
    return None if confidence is None else Evidence(confidence, reason or "")
