"""Finds articles through the index, or in the pages themselves while they wait to be indexed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.search_query import SearchQuery
from cppcc_reader.storage.database import Database, Row
from cppcc_reader.storage.search_index import Piece, SearchIndex, decode_pieces, phrase, text_of_pieces

FEW = 4000
"""Up to so many matches are sorted; beyond, the pages are walked by date and each article is asked."""

_TITLE_WEIGHT = {Role.HEADLINE: 8.0, Role.KICKER: 4.0, Role.DECK: 4.0}
_FIELDS = "a.id, a.page_key, p.id, p.name, p.paper, p.date, p.page_no, p.state, a.article_id, a.pieces"


class SearchOrder(StrEnum):
    """How hits follow each other: best first (newest first where they are too many to weigh), or by date."""

    RANK = "rank"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFilter:
    """Which pages to look in; an empty field lets all pass. Dates are ISO 8601 and both are included."""

    states: tuple[PageState, ...] = ()
    papers: tuple[str, ...] = ()
    date_from: str = ""
    date_to: str = ""

    def conditions(self) -> tuple[str, list[str]]:
        """Return the SQL condition on ``page AS p`` and its parameters; the trash is always left out."""
        parts, values = ["p.trashed = 0"], list[str]()
        for column, wanted in (("p.state", [state.value for state in self.states]), ("p.paper", list(self.papers))):
            if wanted:
                parts.append(f"{column} IN ({', '.join('?' * len(wanted))})")
                values += wanted
        for condition, date in (("p.date >= ?", self.date_from), ("substr(p.date, 1, length(?)) <= ?", self.date_to)):
            if date:
                parts.append(condition)
                values += [date] * condition.count("?")
        return " AND ".join(parts), values


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that the index gave, with what it takes to read it."""

    page_key: int
    page_id: str
    page_name: str
    paper: str | None
    date: str | None
    page_no: str | None
    state: PageState
    article_id: str
    pieces: tuple[Piece, ...]


class SearchFinder:
    """Asks the index of one library."""

    def __init__(self, database: Database, index: SearchIndex) -> None:
        self._database = database
        self._index = index

    def find(
        self,
        query: SearchQuery,
        *,
        pages: PageFilter,
        roles: frozenset[Role] = frozenset(),
        variants: bool = False,
        order: SearchOrder = SearchOrder.RANK,
    ) -> Iterator[FoundArticle]:
        """Yield the articles whose text holds the query, width and case made one, in the wanted order.

        Args:
            roles: look only in segments of these roles; body text has no column of its own, so a caller who
                names it looks again.
            variants: traditional and simplified forms count as one.
        """
        match = match_expression(query, roles, variants=variants)
        where, values = pages.conditions()
        if not match:
            rows = self._walk_pages("", [], where, values, order) if query.is_empty else iter(())
        elif self._are_few(match, variants=variants):
            rows = self._sorted_matches(match, where, values, order, variants=variants)
        else:
            rows = self._walk_pages(*_index_condition(match, variants=variants), where, values, order)
        # Read whole before the next query on this connection: a caller asks for texts between the rows.
        while batch := list(islice(rows, 100)):
            yield from (_found(row[1:-1], decode_pieces(row[-1])) for row in batch)

    def waiting(self, pages: PageFilter) -> Iterator[FoundArticle]:
        """Yield every article of the pages that wait to be indexed, as they stand now."""
        where, values = pages.conditions()
        for key in self._index.pending_keys():
            row = self._database.row(
                "SELECT p.key, p.id, p.name, p.paper, p.date, p.page_no, p.state FROM page AS p"
                f" WHERE p.key = ? AND {where}",
                (key, *values),
            )
            if row is not None:
                for article_id, pieces in self._index.articles_now(key):
                    yield _found((*row, article_id), pieces)

    def reading(self, found: FoundArticle) -> str:
        """Return the reading text of a found article."""
        text = self._database.value("SELECT text FROM page_text WHERE page_key = ?", (found.page_key,))
        return text_of_pieces(text, found.pieces)

    def mentions(self, page_key: int) -> list[tuple[str, str, str | None, str]]:
        """Return label, quote, normal form and fragments (as JSON) of the mentions of a page."""
        return self._database.rows(
            "SELECT label, quote, normal_form, fragments FROM mention WHERE page_key = ?", (page_key,)
        )

    def papers(self) -> list[str]:
        """Return the names of the papers in the library."""
        rows = self._database.rows("SELECT DISTINCT paper FROM page WHERE paper <> '' AND trashed = 0 ORDER BY paper")
        return [paper for (paper,) in rows]

    def _are_few(self, match: str, *, variants: bool) -> bool:
        tables = ("search_text", "search_folded") if variants else ("search_text",)
        sql = "SELECT count(*) FROM (SELECT 1 FROM {0} WHERE {0} MATCH ? LIMIT ?)"
        return all(self._database.value(sql.format(table), (match, FEW + 1)) <= FEW for table in tables)

    def _sorted_matches(
        self, match: str, where: str, values: list[str], order: SearchOrder, *, variants: bool
    ) -> Iterator[Row]:
        # Only row numbers are sorted; the wide rows are read in the order found.
        weights = ", ".join(str(weight) for weight in _column_weights())
        ranked = [("search_text", "0" if variants else "0, 1")] + ([("search_folded", "1")] if variants else [])
        chosen = " UNION ALL ".join(
            f"SELECT f.rowid AS id, bm25({table}, {weights}) AS rank FROM {table} AS f"
            f" JOIN search_article AS g ON g.id = f.rowid WHERE {table} MATCH ? AND g.folded IN ({folded})"
            for table, folded in ranked
        )
        by = "m.rank, " if order is SearchOrder.RANK else ""
        sql = (
            f"SELECT {_FIELDS} FROM ({chosen}) AS m JOIN search_article AS a ON a.id = m.id"
            f" JOIN page AS p ON p.key = a.page_key WHERE {where} ORDER BY {by}{_date_order(order)}, a.id"
        )
        yield from self._database.execute(sql, [match] * len(ranked) + values)

    def _walk_pages(
        self, condition: str, parameters: list[str], where: str, values: list[str], order: SearchOrder
    ) -> Iterator[Row]:
        sql = (
            f"SELECT {_FIELDS} FROM page AS p CROSS JOIN search_article AS a ON a.page_key = p.key"
            f" WHERE {where}{condition} ORDER BY {_date_order(order)}"
        )
        yield from self._database.execute(sql, [*values, *parameters])


def match_expression(query: SearchQuery, roles: Iterable[Role], *, variants: bool) -> str:
    """Return the FTS5 expression of a query, empty if it asks for nothing."""
    wanted = set(roles)
    columns = "whole" if not wanted or Role.BODY in wanted else " ".join(sorted(role.value for role in wanted))
    phrases = [phrase(term, variants=variants) for term in query.terms]
    match = " AND ".join(f"{{{columns}}} : {one}" for one in phrases if one)
    excluded = [phrase(term, variants=variants) for term in query.excluded]
    for one in excluded if match else ():
        if one:
            match = f"({match}) NOT {{whole}} : {one}"
    return match


def _index_condition(match: str, *, variants: bool) -> tuple[str, list[str]]:
    exact = "EXISTS (SELECT 1 FROM search_text WHERE search_text MATCH ? AND rowid = a.id)"
    if not variants:
        return f" AND {exact}", [match]
    folded = exact.replace("search_text", "search_folded")
    return f" AND (CASE a.folded WHEN 0 THEN {exact} ELSE {folded} END)", [match, match]


def _column_weights() -> list[float]:
    return [1.0, *(_TITLE_WEIGHT.get(role, 0.0) for role in Role if role is not Role.BODY)]


def _date_order(order: SearchOrder) -> str:
    return "p.date, p.key" if order is SearchOrder.OLDEST else "p.date DESC, p.key DESC"


def _found(row: Row, pieces: Iterable[Piece]) -> FoundArticle:
    page_key, page_id, name, paper, date, page_no, state, article_id = row
    return FoundArticle(page_key, page_id, name, paper, date, page_no, PageState(state), article_id, tuple(pieces))
