"""Full-text index over the reading text of every article: one token per character, found as phrases.

So every word is found, single characters too, and a name that a column break cuts (words of a dictionary would
miss a sixth, trigrams all that is shorter than three). Triggers on the segments put a changed page into
``search_queue``; :meth:`SearchIndex.update` works the queue off in slices. Where a correction says what should
be read, the corrected form stands in the index beside the printed one, so both find the article.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cppcc_reader.core.character_folding import VERSION, fold_width, index_tokens, simplify
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.corrected_reading import Slip, corrected_piece, slips_within
from cppcc_reader.core.model.reading_text import reading_text
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.storage.database import Database
from cppcc_reader.storage.search_schema import COLUMNS, ROLE_COLUMNS

_VERSION = "search.folding_version"
_ADDED = "search.added"
_TIDYING = "search.tidying"
_TIDY_AFTER = 500
"""Pages indexed before the index is put in order."""
_MERGE_PAGES = 32
"""Blocks of the index merged in one go."""
_PLACES = ", ".join("?" * len(COLUMNS))
_APART = " \ue000 "
"""Divides what is printed from what it should read: a token that no query can hold."""

Piece = tuple[int, int, str, str]
"""Start on the page, length, role, and what stands before it in the reading text."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """An article as the index knows it; with the page's text it says what stands in the index.

    Attributes:
        slips: the corrections within its segments.
    """

    article_id: str
    pieces: tuple[Piece, ...]
    slips: tuple[Slip, ...] = ()

    @classmethod
    def of_row(cls, article_id: str, pieces: str, slips: str) -> Indexed:
        """Return an article as it is stored."""
        return cls(article_id, tuple(map(_piece, json.loads(pieces))), tuple(map(_slip, json.loads(slips))))

    @classmethod
    def of_article(cls, text: str, article: Article, slips: Iterable[Slip]) -> Indexed:
        """Return an article as it stands now on a page with this text and these corrections."""
        slips = tuple(slips)
        inside = [one for part in article.segments for one in slips_within(slips, part.start, part.end)]
        return cls(article.id, tuple(_pieces(text, article)), tuple(inside))

    def columns(self, text: str) -> list[str]:
        """Return the tokens of every column: what is printed, and apart from it what it should read."""
        printed = [gap + text[start : start + length] for start, length, _role, gap in self.pieces]
        columns = self._by_column(printed)
        if not self.slips:
            return columns
        corrected = [
            gap + corrected_piece(text, start, start + length, self.slips) for start, length, _role, gap in self.pieces
        ]
        return [
            one if one == other else one + _APART + other
            for one, other in zip(columns, self._by_column(corrected), strict=True)
        ]

    def _by_column(self, parts: list[str]) -> list[str]:
        by_role: defaultdict[str, list[str]] = defaultdict(list)
        for (_start, _length, role, _gap), part in zip(self.pieces, parts, strict=True):
            by_role[role].append(part)
        return [index_tokens("".join(one)) for one in (parts, *(by_role[role.value] for role in ROLE_COLUMNS))]


class SearchIndex:
    """Keeps the index equal to the articles of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(self) -> int:
        """Return how many pages wait to be indexed."""
        return int(self._database.value("SELECT count(*) FROM search_queue"))

    def pending_keys(self) -> list[int]:
        """Return the row numbers of the pages that wait."""
        return [key for (key,) in self._database.rows("SELECT page_key FROM search_queue")]

    def update(self, limit: int) -> int:
        """Index up to ``limit`` waiting pages in one transaction and return how many still wait."""
        with self._database.transaction(durable=False):
            self._forget_other_version()
            keys = self._database.rows("SELECT page_key FROM search_queue ORDER BY page_key LIMIT ?", (limit,))
            for (key,) in keys:
                self._refresh(key)
            self._database.execute_many("DELETE FROM search_queue WHERE page_key = ?", keys)
            self._set_counter(_ADDED, self._counter(_ADDED) + len(keys))
            return self.pending()

    def tidy(self) -> bool:
        """Do a part of putting the index in order after many additions; tell whether there is more to do.

        Queries are several times as fast afterwards. Each part takes some tens of milliseconds.
        """
        if self._counter(_ADDED) < _TIDY_AFTER:
            return False
        with self._database.transaction(durable=False):
            # A negative number begins: all parts of the index are to become one. Positive ones go on with it.
            pages = _MERGE_PAGES if self._counter(_TIDYING) else -_MERGE_PAGES
            before = self._database.value("SELECT total_changes()")
            for table in ("search_text", "search_folded"):
                self._database.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (pages,))
            # Each of the two statements counts one change of its own.
            done = self._database.value("SELECT total_changes()") - before < 4
            self._set_counter(_TIDYING, 0 if done else 1)
            if done:
                self._set_counter(_ADDED, 0)
        return not done

    def articles_now(self, page_key: int) -> list[Indexed]:
        """Return the articles of a page as they stand now, indexed or not."""
        text = self._text(page_key)
        return [] if text is None else self._wanted(page_key, text)

    def forget(self, page_key: int) -> None:
        """Take a page out of the index, before it is deleted."""
        with self._database.transaction():
            text = self._text(page_key)
            for row_id, indexed, folded in self._rows_of(page_key):
                if text is not None:
                    self._remove(row_id, indexed.columns(text), folded)
            self._database.execute("DELETE FROM search_queue WHERE page_key = ?", (page_key,))

    def _refresh(self, page_key: int) -> None:
        text = self._text(page_key)
        if text is None:
            return
        wanted = set(self._wanted(page_key, text))
        for row_id, indexed, folded in self._rows_of(page_key):
            if indexed in wanted:
                wanted.discard(indexed)
            else:
                self._remove(row_id, indexed.columns(text), folded)
        for indexed in sorted(wanted, key=lambda one: one.pieces):
            self._add(page_key, indexed, indexed.columns(text))

    def _rows_of(self, page_key: int) -> list[tuple[int, Indexed, bool]]:
        rows = self._database.rows(
            "SELECT id, folded, article_id, pieces, corrections FROM search_article WHERE page_key = ?", (page_key,)
        )
        return [(row_id, Indexed.of_row(*stored), bool(folded)) for row_id, folded, *stored in rows]

    def _wanted(self, page_key: int, text: str) -> list[Indexed]:
        slips = self._slips(page_key)
        return [Indexed.of_article(text, article, slips) for article in self._articles(page_key)]

    def _add(self, page_key: int, indexed: Indexed, columns: list[str]) -> None:
        simple = [simplify(value) for value in columns]
        folded = simple != columns
        row_id = self._database.execute(
            "INSERT INTO search_article (page_key, article_id, pieces, corrections, folded) VALUES (?, ?, ?, ?, ?)",
            (page_key, indexed.article_id, _compact(indexed.pieces), _compact(indexed.slips), int(folded)),
        ).lastrowid
        self._write("search_text", row_id, columns)
        if folded:
            self._write("search_folded", row_id, simple)

    def _write(self, table: str, row_id: int | None, columns: list[str]) -> None:
        sql = f"INSERT INTO {table} (rowid, {', '.join(COLUMNS)}) VALUES (?, {_PLACES})"
        self._database.execute(sql, (row_id, *columns))

    def _remove(self, row_id: int, columns: list[str], folded: bool) -> None:
        # A contentless index forgets a row only when it is told again what stood in it.
        tables = [("search_text", columns)]
        if folded:
            tables.append(("search_folded", [simplify(value) for value in columns]))
        for table, values in tables:
            sql = f"INSERT INTO {table} ({table}, rowid, {', '.join(COLUMNS)}) VALUES ('delete', ?, {_PLACES})"
            self._database.execute(sql, (row_id, *values))
        self._database.execute("DELETE FROM search_article WHERE id = ?", (row_id,))

    def _forget_other_version(self) -> None:
        stored = self._counter(_VERSION)
        if stored == VERSION:
            return
        if stored:
            for table in ("search_text", "search_folded"):
                self._database.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
            self._database.execute("DELETE FROM search_article")
            self._database.execute("INSERT OR IGNORE INTO search_queue (page_key) SELECT key FROM page")
        self._set_counter(_VERSION, VERSION)

    def _counter(self, name: str) -> int:
        return int(self._database.value("SELECT value FROM setting WHERE name = ?", (name,)) or 0)

    def _set_counter(self, name: str, value: int) -> None:
        self._database.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, str(value)),
        )

    def _text(self, page_key: int) -> str | None:
        text: str | None = self._database.value("SELECT text FROM page_text WHERE page_key = ?", (page_key,))
        return text

    def _slips(self, page_key: int) -> list[Slip]:
        return [
            _slip(row)
            for row in self._database.rows(
                "SELECT start, stop, text FROM note WHERE page_key = ? AND kind = 'correction'", (page_key,)
            )
        ]

    def _articles(self, page_key: int) -> list[Article]:
        segments: defaultdict[str, list[Segment]] = defaultdict(list)
        for article_id, start, stop, role, joins in self._database.rows(
            "SELECT article_id, start, stop, role, joins FROM segment"
            " WHERE page_key = ? AND article_id IS NOT NULL ORDER BY place",
            (page_key,),
        ):
            segments[article_id].append(Segment(start=start, end=stop, role=Role(role), join=bool(joins)))
        return [Article(id=article_id, segments=tuple(parts)) for article_id, parts in segments.items()]


def _compact(rows: Iterable[Piece] | Iterable[Slip]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, separators=(",", ":"))


def _piece(row: Sequence[Any]) -> Piece:
    start, length, role, gap = row
    return start, length, role, gap


def _slip(row: Sequence[Any]) -> Slip:
    start, end, reading = row
    return start, end, reading


def text_of_pieces(text: str, pieces: Iterable[Piece]) -> str:
    """Return the reading text that the pieces make of a page's text."""
    return "".join(gap + text[start : start + length] for start, length, _role, gap in pieces)


def _pieces(text: str, article: Article) -> list[Piece]:
    reading = reading_text(text, article)
    pieces: list[Piece] = []
    end = 0
    for piece in reading.pieces:
        gap = reading.text[end : piece.start]
        pieces.append((piece.source_start, piece.length, piece.segment.role.value, gap))
        end = piece.start + piece.length
    return pieces


def phrase(term: str, *, variants: bool) -> str:
    """Return the phrase of a term for a MATCH expression, empty if the term has no visible character."""
    tokens = index_tokens(simplify(fold_width(term)) if variants else term)
    return f'"{tokens}"' if tokens else ""
