"""What a reader reads of a page: its articles in order, each with the parts that stand on other pages."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.corrections import apply_corrections
from cppcc_reader.core.model.page import Page
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.views.article_typeset import SetArticle, set_article, set_furniture, widened_punctuation

LoadPage = Callable[[str], PageRecord]
_LOG = logging.getLogger(__name__)
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class ReadingPart:
    """One article, or a part of it from another page, ready to be set.

    Attributes:
        key: unique in the view; ``page_id#article_id``, None for the furniture.
        title: for the contents; empty for a part that goes on with the one before.
        record: the page it comes from.
        words: what is shown; its positions lead to the text of ``record``.
        before: the page on which the article began, if that is another one, and the id of its part there.
    """

    key: str | None
    title: str
    record: PageRecord
    words: SetArticle
    before: tuple[Page, str] | None = None

    @property
    def other_place(self) -> tuple[Page, str] | None:
        """The other page that a line above the words names, with the article's id there, if there is one."""
        if self.goes_on and self.key is not None:
            return self.record.page, self.key.rpartition("#")[2]
        return self.before

    @property
    def goes_on(self) -> bool:
        """Tell whether it continues the part before it."""
        return self.key is not None and not self.title


def reading_parts(record: PageRecord, load: LoadPage | None, *, widened: bool) -> list[ReadingPart]:
    """Return the parts to read of a page, in order; continued articles are read through where they are linked.

    Args:
        load: gives other pages by id; None or a missing page ends the article where its page ends.
        widened: see :func:`~cppcc_reader.views.article_typeset.set_article`.
    """
    page = record.page
    chains = [list(_chain(record, article, load)) for article in record.annotations.articles]
    # A part on this very page that another article leads to is read there, not a second time by itself.
    led_to = {(rec.page.id, part.id) for chain in chains for rec, part in chain[1:]}
    parts: list[ReadingPart] = []
    for chain in chains:
        if (page.id, chain[0][1].id) in led_to:
            continue
        for number, (owner, article) in enumerate(chain):
            shown = _without_notices(article) if len(chain) > 1 else article
            title = "" if number else article.title(page.text)
            title = widened_punctuation(title) if widened else title
            part = _part(owner, shown, title, widened=widened)
            parts.append(part if number else replace(part, before=_page_before(record, article, load)))
    if record.annotations.furniture:
        parts.append(ReadingPart(None, "", record, set_furniture(page.text, record.annotations.furniture)))
    return parts


def corrected_pages(load: LoadPage) -> LoadPage:
    """Return what gives the same pages with their corrections applied."""
    return lambda page_id: apply_corrections(load(page_id)).record


def _part(record: PageRecord, article: Article, title: str, *, widened: bool) -> ReadingPart:
    key = f"{record.page.id}#{article.id}"
    words = set_article(record.page.text, article, marks=False, widened=widened)
    return ReadingPart(key, title, record, replace(words, id=key))


def _chain(record: PageRecord, article: Article, load: LoadPage | None) -> Iterator[tuple[PageRecord, Article]]:
    """Yield an article and the parts that it continues to, as far as they can be found."""
    seen: set[str] = set()
    while len(seen) < _MOST_PARTS:
        yield record, article
        seen.add(f"{record.page.id}#{article.id}")
        place = article.continues_to
        if not place or place in seen:
            return
        found = _find(record, place, load)
        if found is None:
            return
        record, article = found


def _page_before(record: PageRecord, article: Article, load: LoadPage | None) -> tuple[Page, str] | None:
    found = _find(record, article.continued_from, load) if article.continued_from else None
    return (found[0].page, found[1].id) if found is not None and found[0].page.id != record.page.id else None


def _find(record: PageRecord, place: str, load: LoadPage | None) -> tuple[PageRecord, Article] | None:
    page_id, _sign, article_id = place.rpartition("#")
    try:
        if page_id not in ("", record.page.id):
            if load is None:
                return None
            record = load(page_id)
        return record, record.annotations.article(article_id)
    except Exception:
        _LOG.info("continuation %s is not in the library", place, exc_info=True)
        return None


def _without_notices(article: Article) -> Article:
    """Return the article without 下转第三版 and the like: its parts stand together here."""
    kept = tuple(segment for segment in article.segments if segment.role is not Role.NOTE)
    return replace(article, segments=kept) if kept else article
