"""Finding and linking the parts of an article that goes on on another page of the library."""

from __future__ import annotations

from collections.abc import Callable

from cppcc_reader.core.editing.range_commands import LinkContinuation
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.segmentation.continuation import Candidate, Direction, OpenEnd, candidates, names_in, open_ends
from cppcc_reader.core.segmentation.page_numbers import page_number
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.page_store import PageSummary

STEP_NAME = "链接续文"
UNLINK_NAME = "取消续文链接"
_MOST_PAGES = 400
"""So many pages are looked at where paper and date are unknown: the nearest in the list of pages."""

Cancelled = Callable[[], bool]


def place_of(end: OpenEnd) -> str:
    """Return how a link names the article of an end: ``page_id#article_id``."""
    return f"{end.page_id}#{end.article_id}"


def ends_of_article(library: Library, page_id: str, article_id: str) -> list[OpenEnd]:
    """Return the open ends of one article.

    Raises:
        UnknownPageError: if there is no such page.
    """
    record = library.pages.record(page_id)
    return [end for end in open_ends(record.page, record.annotations) if end.article_id == article_id]


def end_without_note(library: Library, page_id: str, article_id: str, direction: Direction) -> OpenEnd:
    """Return an end of an article whose text says nothing of another page, to be linked by a person all the same.

    Raises:
        UnknownPageError: if there is no such page.
        KeyError: if there is no such article.
    """
    record = library.pages.record(page_id)
    article = record.annotations.article(article_id)
    return OpenEnd(
        page_id=page_id,
        article_id=article_id,
        direction=direction,
        note="",
        page_no="",
        title=article.title(record.page.text),
        names=names_in(record.page.text, record.annotations, article),
        here_no=page_number(record.page.meta.page_no or ""),
        paper=record.page.meta.paper,
        date=record.page.meta.date,
    )


def link_of(library: Library, end: OpenEnd) -> str | None:
    """Return what an end is linked to (``page_id#article_id``), or None."""
    return _link_of(_article(library, end), end.direction)


def find_candidates(
    library: Library, end: OpenEnd, *, cancelled: Cancelled = lambda: False, limit: int = 20
) -> list[Candidate]:
    """Return the parts on other pages that fit an open end, best first."""
    others: list[OpenEnd] = []
    for page in _pages_to_ask(library.pages.summaries(), end):
        if cancelled():
            break
        record = library.pages.record(page.id)
        others += open_ends(record.page, record.annotations)
    return candidates(end, others)[:limit]


def link_commands(library: Library, end: OpenEnd, other: OpenEnd) -> dict[str, LinkContinuation]:
    """Return the commands that link both parts, each on its page: one step for ``execute_bulk``."""
    return {one.page_id: _pointing(library, one, place_of(two)) for one, two in ((end, other), (other, end))}


def unlink_commands(library: Library, end: OpenEnd) -> dict[str, LinkContinuation]:
    """Return the commands that take a link away on both pages (only here, where the other part is gone)."""
    commands = {end.page_id: _pointing(library, end, None)}
    page_id, _sign, article_id = (_link_of(_article(library, end), end.direction) or "").partition("#")
    if page_id and library.pages.has_id(page_id):
        annotations = library.annotations.load(page_id)
        for article in annotations.articles:
            if article.id == article_id:
                back = Direction.TO if end.direction is Direction.FROM else Direction.FROM
                commands[page_id] = _changed(article, back, None)
    return commands


def _pages_to_ask(pages: list[PageSummary], end: OpenEnd) -> list[PageSummary]:
    index = next((i for i, page in enumerate(pages) if page.id == end.page_id), 0)
    if end.date is not None:
        same_issue = [page for page in pages if page.date == end.date and page.paper in (None, end.paper)]
        named = [page for page in same_issue if page.page_no and page_number(page.page_no) == end.page_no]
        return [page for page in (named or same_issue) if page.id != end.page_id]
    near = sorted(range(len(pages)), key=lambda i: abs(i - index))[: _MOST_PAGES + 1]
    return [pages[i] for i in sorted(near) if pages[i].id != end.page_id]


def _article(library: Library, end: OpenEnd) -> Article:
    return library.annotations.load(end.page_id).article(end.article_id)


def _link_of(article: Article, direction: Direction) -> str | None:
    return article.continued_from if direction is Direction.FROM else article.continues_to


def _pointing(library: Library, end: OpenEnd, place: str | None) -> LinkContinuation:
    return _changed(_article(library, end), end.direction, place)


def _changed(article: Article, direction: Direction, place: str | None) -> LinkContinuation:
    return LinkContinuation(
        article_id=article.id,
        continued_from=place if direction is Direction.FROM else article.continued_from,
        continues_to=place if direction is Direction.TO else article.continues_to,
        name=STEP_NAME if place else UNLINK_NAME,
    )
