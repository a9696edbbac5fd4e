"""Finds articles through the index, or in the pages themselves while they wait to be indexed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import TITLE_ROLES, Role
from cppcc_reader.core.search_query import SearchQuery
from cppcc_reader.storage.database import Database, Row
from cppcc_reader.storage.search_index import Indexed, SearchIndex, phrase, text_of_pieces

FEW = 1000
"""Up to so many matches are sorted by date; more are found page by page in order of date."""
FEW_PAGES = 100
"""Where a filter lets no more pages pass, their articles are asked one by one."""

_TITLES = " ".join(sorted(role.value for role in TITLE_ROLES))
_FIELDS = "a.id, a.page_key, p.id, p.name, p.paper, p.date, p.page_no, p.state, a.article_id, a.pieces, a.corrections"


class SearchOrder(StrEnum):
    """How hits follow each other: those with the first word in their title first, or by date."""

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
    article: Indexed

    @property
    def article_id(self) -> str:
        """The id of the article on its page."""
        return self.article.article_id


class SearchFinder:
    """Asks the index of one library."""

    def __init__(self, database: Database, index: SearchIndex) -> None:
        self._database = database
        self._index = index
        self._last_text = (0, "")

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
        match = _Match.of(query, roles, variants=variants)
        rows = self._rows(match, pages, order) if match or query.is_empty else iter(())
        # Read whole before the next query on this connection: a caller asks for texts between the rows.
        while batch := list(islice(rows, 100)):
            yield from (_found(row[1:-3], Indexed.of_row(*row[-3:])) for row in batch)

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
                for article in self._index.articles_now(key):
                    yield _found(row, article)

    def reading(self, found: FoundArticle) -> str:
        """Return the reading text of a found article."""
        # Hits of one page often follow each other; its text never changes.
        if self._last_text[0] != found.page_key:
            text = self._database.value("SELECT text FROM page_text WHERE page_key = ?", (found.page_key,))
            self._last_text = (found.page_key, text)
        return text_of_pieces(self._last_text[1], found.article.pieces)

    def mentions(self, page_key: int) -> list[tuple[str, str, str | None, str]]:
        """Return label, quote, normal form and fragments (as JSON) of the mentions of a page."""
        return self._database.rows(
            "SELECT label, quote, normal_form, fragments FROM mention WHERE page_key = ?", (page_key,)
        )

    def papers(self) -> list[str]:
        """Return the names of the papers in the library."""
        rows = self._database.rows("SELECT DISTINCT paper FROM page WHERE paper <> '' AND trashed = 0 ORDER BY paper")
        return [paper for (paper,) in rows]

    def _rows(self, match: _Match | None, pages: PageFilter, order: SearchOrder) -> Iterator[Row]:
        where, values = pages.conditions()
        if match is None:
            return self._walk_pages("", [], where, values, order)
        if order is SearchOrder.RANK and not self._is_narrow(where, values):
            return self._matches_as_they_come(match, where, values)
        if self._are_few(match):
            return self._sorted_matches(match, where, values, order)
        return self._walk_pages(*match.condition_on_article(), where, values, order)

    def _are_few(self, match: _Match) -> bool:
        # What is to be left out is not looked at: it could cost more than it spares.
        sql = "SELECT count(*) FROM (SELECT 1 FROM {0} WHERE {0} MATCH ? LIMIT ?)"
        return all(self._database.value(sql.format(table), (match.wanted, FEW + 1)) <= FEW for table, _ in match.tables)

    def _is_narrow(self, where: str, values: list[str]) -> bool:
        sql = f"SELECT count(*) FROM (SELECT 1 FROM page AS p WHERE {where} LIMIT ?)"
        return bool(values) and self._database.value(sql, (*values, FEW_PAGES + 1)) <= FEW_PAGES

    def _sorted_matches(self, match: _Match, where: str, values: list[str], order: SearchOrder) -> Iterator[Row]:
        # Only row numbers are sorted; the wide rows are read in the order found.
        chosen = " UNION ALL ".join(
            f"SELECT f.rowid AS id FROM {table} AS f JOIN search_article AS g ON g.id = f.rowid"
            f" WHERE {table} MATCH ? AND g.folded IN ({folded})"
            for table, folded in match.tables
        )
        sql = (
            f"SELECT {_FIELDS} FROM ({chosen}) AS m JOIN search_article AS a ON a.id = m.id"
            f" JOIN page AS p ON p.key = a.page_key WHERE {where} ORDER BY {_date_order(order)}, a.id"
        )
        yield from self._database.execute(sql, [match.expression] * len(match.tables) + values)

    def _matches_as_they_come(self, match: _Match, where: str, values: list[str]) -> Iterator[Row]:
        # The index gives its last rows first without reading the others: words of ten thousand hits at no cost.
        for expression in (match.in_title, match.not_in_title):
            for table, folded in reversed(match.tables):
                sql = (
                    f"SELECT {_FIELDS} FROM {table} AS f CROSS JOIN search_article AS a ON a.id = f.rowid"
                    f" CROSS JOIN page AS p ON p.key = a.page_key"
                    f" WHERE {table} MATCH ? AND a.folded IN ({folded}) AND {where} ORDER BY f.rowid DESC"
                )
                yield from self._database.execute(sql, [expression, *values])

    def _walk_pages(
        self, condition: str, parameters: list[str], where: str, values: list[str], order: SearchOrder
    ) -> Iterator[Row]:
        sql = (
            f"SELECT {_FIELDS} FROM page AS p CROSS JOIN search_article AS a ON a.page_key = p.key"
            f" WHERE {where}{condition} ORDER BY {_date_order(order)}"
        )
        yield from self._database.execute(sql, [*values, *parameters])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """A query in the language of FTS5.

    Attributes:
        wanted: the words that must be there.
        expression: the same without what must be absent.
        in_title, not_in_title: the expression, divided by whether the first word stands in a title.
        tables: the index tables to ask, each with the kinds of articles that it decides about.
    """

    wanted: str
    expression: str
    in_title: str
    not_in_title: str
    tables: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, query: SearchQuery, roles: Iterable[Role], *, variants: bool) -> _Match | None:
        """Return the match of a query, or None if it asks for nothing that can be seen."""
        chosen = set(roles)
        columns = "whole" if not chosen or Role.BODY in chosen else " ".join(sorted(role.value for role in chosen))
        phrases = [one for term in query.terms if (one := phrase(term, variants=variants))]
        if not phrases:
            return None
        wanted = " AND ".join(f"{{{columns}}} : {one}" for one in phrases)
        absent = [one for term in query.excluded if (one := phrase(term, variants=variants))]
        expression = f"({wanted})" + "".join(f" NOT {{whole}} : {one}" for one in absent)
        title = f"{{{_TITLES}}} : {phrases[0]}"
        return cls(
            wanted=wanted,
            expression=expression,
            in_title=f"({wanted} AND {title})" + expression.removeprefix(f"({wanted})"),
            not_in_title=f"{expression} NOT {title}",
            tables=(("search_text", "0"), ("search_folded", "1")) if variants else (("search_text", "0, 1"),),
        )

    def condition_on_article(self) -> tuple[str, list[str]]:
        """Return the SQL condition on ``search_article AS a`` and its parameters."""
        exact = "EXISTS (SELECT 1 FROM search_text WHERE search_text MATCH ? AND rowid = a.id)"
        if len(self.tables) == 1:
            return f" AND {exact}", [self.expression]
        folded = exact.replace("search_text", "search_folded")
        return f" AND (CASE a.folded WHEN 0 THEN {exact} ELSE {folded} END)", [self.expression] * 2


def _date_order(order: SearchOrder) -> str:
    return "p.date, p.key" if order is SearchOrder.OLDEST else "p.date DESC, p.key DESC"


def _found(row: Row, article: Indexed) -> FoundArticle:
    page_key, page_id, name, paper, date, page_no, state = row
    return FoundArticle(page_key, page_id, name, paper, date, page_no, PageState(state), article)
