"""Going to a place anywhere in the library: opens its page and chooses it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from cppcc_reader.core.model.span import Span
from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.text_selection import selection_of_fragments


class PlaceOpener(QObject):
    """Turns what search, export, panels and links point at into an open page and a selection."""

    def __init__(self, session: AnnotationSession, open_page: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._open_page = open_page

    def show(self, page_id: str, selection: Selection) -> None:
        """Open a page, unless it is open, and choose something on it."""
        if self._session.page_id != page_id:
            self._open_page(page_id)
        if self._session.page_id == page_id:
            self._session.select(selection, self)

    def show_span(self, page_id: str, span: Span | None) -> None:
        """Open a page at a range; None is the page as a whole."""
        self.show_hit(page_id, "", () if span is None else (span,))

    def show_hit(self, page_id: str, article_id: str, fragments: tuple[Span, ...]) -> None:
        """Open a page at the fragments of a search hit."""
        if self._session.page_id != page_id:
            self._open_page(page_id)
        if not fragments or self._session.page_id != page_id:
            return
        chosen = selection_of_fragments(self._session.annotations, fragments, caret=fragments[0].start)
        self._session.select(chosen if chosen.article_id else replace(chosen, article_id=article_id or None), self)

    def show_article(self, reference: str) -> None:
        """Open the article that ``page_id#article_id`` names."""
        page_id, _mark, article_id = reference.partition("#")
        if self._session.page_id != page_id:
            self._open_page(page_id)
        for article in self._session.annotations.articles:
            if article.id == article_id and self._session.page_id == page_id:
                start = article.segments[0].start
                self._session.select(Selection(article_id=article_id, segment_starts=(start,), caret=start), self)
