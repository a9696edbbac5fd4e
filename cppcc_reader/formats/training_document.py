"""A training document: one article or one page as a text of its own, with everything said about it.

All positions are code points of :attr:`TrainingDocument.text`. Each segment knows where it stands on its
page, so what comes back from another tool can be laid on the page again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span


class Unit(StrEnum):
    """What one document is: an article in its reading order, or a page as it stands."""

    ARTICLE = "article"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSegment:
    """A segment as it lies in the document.

    Attributes:
        start, end: range in the document's text.
        page_start: offset of its first character in the page's text.
        article_id: None for furniture.
        order: place in its article's reading order, from 0.
    """

    start: int
    end: int
    page_start: int
    role: Role
    join: bool = False
    article_id: str | None = None
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleContinuation:
    """Where an article is continued from and to (``page_id#article_id``), as far as known."""

    article_id: str
    continued_from: str | None = None
    continues_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMeta:
    """Where the document comes from; None or empty where unknown."""

    name: str = ""
    sha256: str = ""
    paper: str | None = None
    date: str | None = None
    page_no: str | None = None
    state: PageState = PageState.NEW
    annotator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingDocument:
    """One article or page for training.

    Attributes:
        id: ``page_id#article_id`` for an article, ``page_id`` for a page.
        mentions, notes: positions in ``text``, in canonical order.
        segments: by their place in ``text``.
        continuations: of those of its articles that have any.
        record: the page it was made from; None for what was read from another tool's file.
    """

    id: str
    page_id: str
    text: str
    article_id: str | None = None
    segments: tuple[DocumentSegment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    notes: tuple[Note, ...] = ()
    continuations: tuple[ArticleContinuation, ...] = ()
    meta: DocumentMeta = DocumentMeta()
    record: PageRecord | None = field(default=None, compare=False, repr=False)

    @property
    def unit(self) -> Unit:
        """What the document is."""
        return Unit.PAGE if self.article_id is None else Unit.ARTICLE

    def continuation_of(self, article_id: str | None) -> ArticleContinuation:
        """Return the continuations of one of its articles, empty where it has none."""
        return next(
            (one for one in self.continuations if one.article_id == article_id), ArticleContinuation(article_id="")
        )

    def on_page(self, span: Span) -> Iterator[Span]:
        """Yield the page's ranges of a range of the document, in document order; what separates is left out."""
        if self.unit is Unit.PAGE:
            yield span
            return
        for segment in self.segments:
            part = span.intersection(Span(segment.start, segment.end))
            if part is not None:
                shift = segment.page_start - segment.start
                yield Span(part.start + shift, part.end + shift)

    def page_fragments(self, mention: Mention) -> tuple[Span, ...]:
        """Return the fragments of a mention of this document as they lie on the page, in reading order."""
        fragments: list[Span] = []
        for span in (part for fragment in mention.fragments for part in self.on_page(fragment)):
            if fragments and fragments[-1].end == span.start:
                fragments[-1] = Span(fragments[-1].start, span.end)
            else:
                fragments.append(span)
        return tuple(fragments)


def mention_order(mention: Mention) -> tuple[int, int, str, str]:
    """Sort key of the canonical order of mentions: outer before inner, then label and id."""
    return (mention.start, -mention.fragments[-1].end, mention.label, mention.id)
