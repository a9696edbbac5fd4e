"""Full-text index over the reading text of every article: one token per character, found as phrases.

So every word is found, single characters too, and a name that a column break cuts (words of a dictionary would
miss a sixth, trigrams all that is shorter than three). Triggers on the segments put a changed page into
``search_queue``; :meth:`SearchIndex.update` works the queue off in slices.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from cppcc_reader.core.character_folding import VERSION, fold_width, index_tokens, simplify
from cppcc_reader.core.model.article import Article
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

Piece = tuple[int, int, str, str]
"""Start on the page, length, role, and what stands before it in the reading text."""


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

    def articles_now(self, page_key: int) -> list[tuple[str, list[Piece]]]:
        """Return the articles of a page as they stand now, indexed or not: id and pieces."""
        text = self._text(page_key)
        return [] if text is None else [(article.id, _pieces(text, article)) for article in self._articles(page_key)]

    def _refresh(self, page_key: int) -> None:
        text = self._text(page_key)
        if text is None:
            return
        wanted = {(a.id, encode_pieces(_pieces(text, a))) for a in self._articles(page_key)}
        rows = self._database.rows(
            "SELECT id, article_id, pieces, folded FROM search_article WHERE page_key = ?", (page_key,)
        )
        for row_id, article_id, pieces, folded in rows:
            if (article_id, pieces) in wanted:
                wanted.discard((article_id, pieces))
            else:
                self._remove(row_id, _columns(text, decode_pieces(pieces)), bool(folded))
        for article_id, pieces in sorted(wanted, key=lambda pair: decode_pieces(pair[1])):
            self._add(page_key, article_id, pieces, _columns(text, decode_pieces(pieces)))

    def _add(self, page_key: int, article_id: str, pieces: str, columns: list[str]) -> None:
        simple = [simplify(value) for value in columns]
        folded = simple != columns
        row_id = self._database.execute(
            "INSERT INTO search_article (page_key, article_id, pieces, folded) VALUES (?, ?, ?, ?)",
            (page_key, article_id, pieces, int(folded)),
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

    def _articles(self, page_key: int) -> list[Article]:
        segments: defaultdict[str, list[Segment]] = defaultdict(list)
        for article_id, start, stop, role, joins in self._database.rows(
            "SELECT article_id, start, stop, role, joins FROM segment"
            " WHERE page_key = ? AND article_id IS NOT NULL ORDER BY place",
            (page_key,),
        ):
            segments[article_id].append(Segment(start=start, end=stop, role=Role(role), join=bool(joins)))
        return [Article(id=article_id, segments=tuple(parts)) for article_id, parts in segments.items()]


def encode_pieces(pieces: Iterable[Piece]) -> str:
    """Return pieces as they are stored."""
    return json.dumps(list(pieces), ensure_ascii=False, separators=(",", ":"))


def decode_pieces(stored: str) -> list[Piece]:
    """Return stored pieces."""
    return [(start, length, role, gap) for start, length, role, gap in json.loads(stored)]


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


def _columns(text: str, pieces: list[Piece]) -> list[str]:
    by_role: defaultdict[str, list[str]] = defaultdict(list)
    for start, length, role, gap in pieces:
        by_role[role].append(gap + text[start : start + length])
    columns = [text_of_pieces(text, pieces), *("".join(by_role[role.value]) for role in ROLE_COLUMNS)]
    return [index_tokens(value) for value in columns]


def phrase(term: str, *, variants: bool) -> str:
    """Return the phrase of a term for a MATCH expression, empty if the term has no visible character."""
    tokens = index_tokens(simplify(fold_width(term)) if variants else term)
    return f'"{tokens}"' if tokens else ""
