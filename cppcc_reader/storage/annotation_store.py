"""What is said about pages: articles, segments, mentions, notes and states, in rows of their own."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from cppcc_reader.core.editing.change_set import ChangeSet, Record
from cppcc_reader.core.editing.page_wide import PageStatus
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD
from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note
from cppcc_reader.core.model.page import PageFiling, PageState
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.storage import row_codec
from cppcc_reader.storage.database import Database
from cppcc_reader.storage.errors import UnknownPageError
from cppcc_reader.storage.timestamps import timestamp


class AnnotationStore:
    """Reads and writes the annotation set of a page; offsets count code points of its text."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, page_id: str) -> AnnotationSet:
        """Return everything said about a page.

        Raises:
            UnknownPageError: if there is no such page.
        """
        status = self._database.row("SELECT key, state, set_aside_reason, rejected FROM page WHERE id = ?", (page_id,))
        if status is None:
            raise UnknownPageError(page_id)
        key, state, set_aside_reason, rejected = status
        segments = self._segments(key)
        return AnnotationSet.of(
            articles=tuple(
                row_codec.article_from_row(row, segments[row[0]])
                for row in self._rows(row_codec.ARTICLE_COLUMNS, "article", key)
            ),
            furniture=tuple(segments[None]),
            mentions=tuple(
                row_codec.mention_from_row(row) for row in self._rows(row_codec.MENTION_COLUMNS, "mention", key)
            ),
            notes=tuple(row_codec.note_from_row(row) for row in self._rows(row_codec.NOTE_COLUMNS, "note", key)),
            state=PageState(state),
            set_aside_reason=set_aside_reason,
            rejected=frozenset((label, quote) for label, quote in json.loads(rejected)),
        )

    def write(self, page_id: str, change_set: ChangeSet, now: datetime) -> None:
        """Write the records that a change set names, and the page's counters; nothing else is touched.

        The caller has checked the resulting set (``invariants.check``).

        Args:
            now: the time shown as the page's last change.

        Raises:
            UnknownPageError: if there is no such page.
        """
        with self._database.transaction():
            key, text = self._key_and_text(page_id)
            before = [record for record, _after in change_set.changes.values() if record is not None]
            after = [record for _before, record in change_set.changes.values() if record is not None]
            # All deletions first: a segment may move from one article to another and keep its start.
            self._delete(key, before)
            self._insert(key, text, after)
            self._refresh_counters(key, now)

    def replace(self, page_id: str, annotations: AnnotationSet, now: datetime) -> None:
        """Write a whole set in place of what was there.

        Raises:
            UnknownPageError: if there is no such page.
            InvariantError: if the set contradicts the page's text; nothing is written then.
        """
        with self._database.transaction():
            key, text = self._key_and_text(page_id)
            check(text, annotations)
            for table in ("segment", "article", "mention", "note"):
                self._database.execute(f"DELETE FROM {table} WHERE page_key = ?", (key,))
            self.insert_all(key, text, annotations)
            self._set_status(key, _status_of(annotations))
            self._refresh_counters(key, now)

    def insert_all(self, key: int, text: str, annotations: AnnotationSet) -> None:
        """Write the records of a page that has none yet; its row with state and counters is the caller's."""
        self._insert_articles(key, text, annotations.articles)
        self._insert_furniture(key, text, annotations.furniture)
        self._insert_mentions(key, text, annotations.mentions)
        self._insert_notes(key, text, annotations.notes)

    def pages_suggesting(self, label: str, quote: str) -> list[str]:
        """Return the ids of the pages with an undecided suggestion of just this label and text."""
        rows = self._database.rows(
            """
            SELECT DISTINCT page.id FROM mention JOIN page ON page.key = mention.page_key
            WHERE label = ? AND quote = ? AND origin = 'suggested' ORDER BY page.key
            """,
            (label, quote),
        )
        return [page_id for (page_id,) in rows]

    def wrong_quotes(self, page_id: str) -> list[str]:
        """Return, in words, every stored quote of a page that differs from its text (none in a whole library)."""
        key, text = self._key_and_text(page_id)
        found: list[str] = []
        for start, stop, quote in self._rows("start, stop, quote", "segment", key):
            if row_codec.short_quote(text, start, stop) != quote:
                found.append(f"{start}–{stop}")
        for start, stop, quote in self._rows("start, stop, quote", "note", key):
            if text[start:stop] != quote:
                found.append(f"批注 {start}–{stop}")
        for fragments, quote in self._rows("fragments, quote", "mention", key):
            if "".join(text[start:end] for start, end in json.loads(fragments)) != quote:
                found.append(f"实体 {quote}")
        return found

    def _rows(self, columns: str, table: str, key: int) -> list[row_codec.Row]:
        return self._database.rows(f"SELECT {columns} FROM {table} WHERE page_key = ?", (key,))

    def _segments(self, key: int) -> dict[str | None, list[Segment]]:
        """Return the segments of a page by article, in reading order; furniture under None."""
        found: dict[str | None, list[tuple[int, Segment]]] = defaultdict(list)
        for row in self._rows(row_codec.SEGMENT_COLUMNS, "segment", key):
            found[row[2]].append((row[3], row_codec.segment_from_row(row)))
        in_order: dict[str | None, list[Segment]] = defaultdict(list)
        for article_id, placed in found.items():
            in_order[article_id] = [segment for _place, segment in sorted(placed, key=lambda pair: pair[0])]
        return in_order

    def _key_and_text(self, page_id: str) -> tuple[int, str]:
        found = self._database.row(
            "SELECT page.key, page_text.text FROM page JOIN page_text ON page_key = key WHERE id = ?", (page_id,)
        )
        if found is None:
            raise UnknownPageError(page_id)
        return found[0], found[1]

    def _delete(self, key: int, records: Iterable[Record]) -> None:
        for record in records:
            match record:
                case Article():
                    self._delete_one("segment", "article_id", key, record.id)
                    self._delete_one("article", "id", key, record.id)
                case Segment():
                    self._delete_one("segment", "start", key, record.start)
                case Mention():
                    self._delete_one("mention", "id", key, record.id)
                case Note():
                    self._delete_one("note", "id", key, record.id)
                case PageStatus() | PageFiling():
                    pass  # the page's row stays; the new values overwrite the old

    def _delete_one(self, table: str, column: str, key: int, value: str | int) -> None:
        self._database.execute(f"DELETE FROM {table} WHERE page_key = ? AND {column} = ?", (key, value))

    def _insert(self, key: int, text: str, records: list[Record]) -> None:
        self._insert_articles(key, text, [record for record in records if isinstance(record, Article)])
        self._insert_furniture(key, text, [record for record in records if isinstance(record, Segment)])
        self._insert_mentions(key, text, [record for record in records if isinstance(record, Mention)])
        self._insert_notes(key, text, [record for record in records if isinstance(record, Note)])
        for record in records:
            if isinstance(record, PageStatus):
                self._set_status(key, record)
            elif isinstance(record, PageFiling):
                self._set_filing(key, record)

    def _insert_articles(self, key: int, text: str, articles: Iterable[Article]) -> None:
        articles = list(articles)
        segment_row = row_codec.segment_row
        self._insert_rows(
            "article", row_codec.ARTICLE_COLUMNS, [row_codec.article_row(key, article) for article in articles]
        )
        self._insert_rows(
            "segment",
            row_codec.SEGMENT_COLUMNS,
            [
                segment_row(key, text, segment, article.id, place)
                for article in articles
                for place, segment in enumerate(article.segments)
            ],
        )

    def _insert_furniture(self, key: int, text: str, furniture: Iterable[Segment]) -> None:
        rows = [row_codec.segment_row(key, text, segment, None, 0) for segment in furniture]
        self._insert_rows("segment", row_codec.SEGMENT_COLUMNS, rows)

    def _insert_mentions(self, key: int, text: str, mentions: Iterable[Mention]) -> None:
        rows = [row_codec.mention_row(key, text, mention) for mention in mentions]
        self._insert_rows("mention", row_codec.MENTION_COLUMNS, rows)

    def _insert_notes(self, key: int, text: str, notes: Iterable[Note]) -> None:
        self._insert_rows("note", row_codec.NOTE_COLUMNS, [row_codec.note_row(key, text, note) for note in notes])

    def _insert_rows(self, table: str, columns: str, rows: list[row_codec.Row]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._database.execute_many(f"INSERT INTO {table} (page_key, {columns}) VALUES ({marks})", rows)

    def _set_status(self, key: int, status: PageStatus) -> None:
        self._database.execute(
            "UPDATE page SET state = ?, set_aside_reason = ?, rejected = ? WHERE key = ?",
            (
                status.state.value,
                status.set_aside_reason,
                rejected_to_json(status.rejected),
                key,
            ),
        )

    def _set_filing(self, key: int, filing: PageFiling) -> None:
        meta = filing.meta
        self._database.execute(
            "UPDATE page SET paper = ?, date = ?, page_no = ?, assignee = ?, trashed = ? WHERE key = ?",
            (meta.paper, meta.date, meta.page_no, filing.assignee, filing.trashed, key),
        )

    def _refresh_counters(self, key: int, now: datetime) -> None:
        """Count again what the list of pages shows, so that it can be read without touching the records."""
        self._database.execute(
            """
            UPDATE page SET
                articles = (SELECT count(*) FROM article WHERE page_key = :key),
                doubts = (SELECT count(*) FROM segment WHERE page_key = :key AND confidence < :threshold),
                mentions = (SELECT count(*) FROM mention WHERE page_key = :key AND origin != 'suggested'),
                suggested = (SELECT count(*) FROM mention WHERE page_key = :key AND origin = 'suggested'),
                updated_at = :now
            WHERE key = :key
            """,
            {"key": key, "threshold": DOUBT_THRESHOLD, "now": timestamp(now)},
        )


def _status_of(annotations: AnnotationSet) -> PageStatus:
    return PageStatus(
        state=annotations.state, set_aside_reason=annotations.set_aside_reason, rejected=annotations.rejected
    )


def rejected_to_json(rejected: frozenset[tuple[str, str]]) -> str:
    """Return rejected suggestions as they stand in the page's row."""
    return json.dumps(sorted(rejected), ensure_ascii=False) if rejected else "[]"
