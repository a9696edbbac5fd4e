"""Search over all articles of a library: hits in context, one for each article."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from cppcc_reader.core.character_folding import Folding
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.corrected_reading import Slip
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.reading_text import ReadingPiece, ReadingText
from cppcc_reader.core.model.role import ROLE_NAMES_ZH, Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.search_query import SearchQuery, parse_query
from cppcc_reader.core.words import cut
from cppcc_reader.services.search_words import SearchWords
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.search_finder import FoundArticle, PageFilter, SearchOrder

Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What to look for and where.

    Attributes:
        query: as typed: words, ``"…"`` for a phrase with blanks, ``-`` before what must be absent.
        roles: only in segments of these roles; all where empty.
        labels: only articles in which an entity of one of these labels holds the first word (or, with no
            word, articles that hold such an entity at all).
        entity: only articles that hold an entity of this name or normal form.
        folding: what counts as the same character.
        by_words: if nothing holds the words as typed, divide them (jieba) and look for all the parts.
    """

    query: str = ""
    roles: frozenset[Role] = frozenset()
    labels: frozenset[str] = frozenset()
    entity: str = ""
    pages: PageFilter = field(default_factory=PageFilter)
    folding: Folding = field(default_factory=Folding)
    order: SearchOrder = SearchOrder.RANK
    by_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article found, with its first place in context.

    Attributes:
        snippet: a line of its reading text around the first place.
        marks: places found, in the snippet.
        fragments: the first place, on the page; empty where no word was asked for.
        role: role of the segment in which the first place stands.
        correction: ``printed→corrected`` where the first place touches a correction, else empty; the snippet
            shows what is corrected where only that holds the words.
    """

    page_id: str
    page_name: str
    paper: str | None
    date: str | None
    page_no: str | None
    state: PageState
    article_id: str
    title: str
    snippet: str
    marks: tuple[Span, ...] = ()
    fragments: tuple[Span, ...] = ()
    role: Role = Role.BODY
    correction: str = ""


@dataclass(slots=True)
class SearchResult:
    """Hits in their order.

    Attributes:
        more: there are more than were asked for.
        waiting: pages that are not in the index yet and were not looked at.
        by_words: nothing held the words as typed, so they were divided and all parts looked for.
    """

    hits: list[Hit] = field(default_factory=list)
    more: bool = False
    waiting: int = 0
    by_words: bool = False


class SearchService:
    """Searches one library; belongs to the thread of its library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def search(
        self,
        request: SearchRequest,
        *,
        limit: int | None = None,
        include_waiting: bool = False,
        cancelled: Cancelled = lambda: False,
    ) -> SearchResult:
        """Return up to ``limit`` hits (all where None).

        Args:
            include_waiting: read the pages that are not indexed yet, instead of counting them.
        """
        query = parse_query(request.query)
        result = self._collect(request, query, limit, include_waiting, cancelled)
        if request.by_words and not result.hits and (parts := _divided(query)) != query:
            result = self._collect(request, parts, limit, include_waiting, cancelled)
            result.by_words = bool(result.hits)
        result.waiting = 0 if include_waiting else self._library.search.pending()
        return result

    def index_slice(self, pages: int = 4) -> int:
        """Index some of the waiting pages and return how many still wait; a library that is read-only keeps them."""
        return self._library.search.pending() if self._library.read_only else self._library.search.update(pages)

    def tidy_slice(self) -> bool:
        """Put a part of the index in order after many additions; tell whether there is more to do."""
        return not self._library.read_only and self._library.search.tidy()

    def _collect(
        self, request: SearchRequest, query: SearchQuery, limit: int | None, include_waiting: bool, cancelled: Cancelled
    ) -> SearchResult:
        result = SearchResult()
        words = SearchWords.of(request.folding, query, request.roles)
        for found in self._candidates(request, query, include_waiting):
            hit = self._hit(request, words, found)
            if cancelled():
                break
            if hit is None:
                continue
            if limit is not None and len(result.hits) == limit:
                result.more = True
                break
            result.hits.append(hit)
        return result

    def _candidates(self, request: SearchRequest, query: SearchQuery, include_waiting: bool) -> Iterator[FoundArticle]:
        finder = self._library.finder
        indexed = finder.find(
            query,
            pages=request.pages,
            roles=request.roles,
            variants=request.folding.variants,
            order=request.order,
        )
        if not include_waiting:
            return indexed
        waiting = list(finder.waiting(request.pages))
        fresh = {found.page_key for found in waiting} | set(self._library.search.pending_keys())
        return chain((found for found in indexed if found.page_key not in fresh), waiting)

    def _hit(self, request: SearchRequest, words: SearchWords, found: FoundArticle) -> Hit | None:
        article, reading = _article(found, self._library.finder.reading(found))
        places = words.find(reading, found.article.slips)
        if places is None or not self._has_entity(request, words, found, reading):
            return None
        snippet, marks = places.snippet()
        first = places.first
        piece = reading.piece_at(first.start) if first else None
        return Hit(
            page_id=found.page_id,
            page_name=found.page_name,
            paper=found.paper,
            date=found.date,
            page_no=found.page_no,
            state=found.state,
            article_id=found.article_id,
            title=_title(article, reading),
            snippet=snippet,
            marks=marks,
            fragments=reading.to_source(first) if first else (),
            role=piece.segment.role if piece else Role.BODY,
            correction=_correction_words(reading, places.slip),
        )

    def _has_entity(
        self, request: SearchRequest, words: SearchWords, found: FoundArticle, reading: ReadingText
    ) -> bool:
        if not request.labels and not request.entity:
            return True
        held = words.wanted[0] if words.wanted and request.labels else None
        for label, quote, normal_form, fragments in self._library.finder.mentions(found.page_key):
            name_fits = not request.entity or request.entity in (quote, normal_form)
            label_fits = not request.labels or (label in request.labels and (held is None or held.search(quote)))
            if name_fits and label_fits and reading.from_source(json.loads(fragments)[0][0]) is not None:
                return True
        return False


def _divided(query: SearchQuery) -> SearchQuery:
    words = dict.fromkeys(word for term in query.terms for word in cut(term) if word.strip())
    return SearchQuery(tuple(words), query.excluded)


def _article(found: FoundArticle, text: str) -> tuple[Article, ReadingText]:
    pieces: list[ReadingPiece] = []
    place = 0
    for start, length, role, gap in found.article.pieces:
        place += len(gap)
        pieces.append(ReadingPiece(place, length, start, Segment(start=start, end=start + length, role=Role(role))))
        place += length
    article = Article(id=found.article_id, segments=tuple(piece.segment for piece in pieces))
    return article, ReadingText(text, tuple(pieces))


def _correction_words(reading: ReadingText, slip: Slip | None) -> str:
    if slip is None:
        return ""
    start, end, words = slip
    place = reading.from_source(start)
    printed = "" if place is None else reading.text[place : place + end - start]
    return f"{printed}→{words}"


def _title(article: Article, reading: ReadingText) -> str:
    for role in (Role.HEADLINE, Role.KICKER, Role.DECK):
        lines = [p for p in reading.pieces if p.segment.role is role]
        if lines:
            return " ".join(" ".join(reading.text[p.start : p.start + p.length].split()) for p in lines)
    first = reading.pieces[0]
    return " ".join(reading.text[first.start : first.start + first.length].split())[:20]


def hit_to_json(hit: Hit) -> dict[str, object]:
    """Return a hit as the command line gives it."""
    return {
        "page": hit.page_id,
        "article": hit.article_id,
        "title": hit.title,
        "snippet": hit.snippet,
        "name": hit.page_name,
        "paper": hit.paper,
        "date": hit.date,
        "page_no": hit.page_no,
        "state": hit.state.value,
        "role": hit.role.value,
        "role_name": ROLE_NAMES_ZH[hit.role],
        "correction": hit.correction,
        "marks": [[mark.start, mark.end] for mark in hit.marks],
        "fragments": [[fragment.start, fragment.end] for fragment in hit.fragments],
    }
