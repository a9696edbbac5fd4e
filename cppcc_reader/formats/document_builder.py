"""From page records to training documents."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.note import Note
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.reading_text import ReadingText, reading_text
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.loss import Loss, LossKind
from cppcc_reader.formats.training_document import (
    ArticleContinuation,
    DocumentMeta,
    DocumentSegment,
    TrainingDocument,
    Unit,
    mention_order,
)


def documents_of(record: PageRecord, unit: Unit) -> tuple[list[TrainingDocument], list[Loss]]:
    """Return the documents of a page and what has no place in any of them.

    Furniture is part of the page, not of any article: with articles as units its mentions are losses.
    """
    if unit is Unit.PAGE:
        return [page_document(record)], []
    places = _Places(record)
    documents = [article_document(record, article, places) for article in record.annotations.articles]
    at_home = {(one.article_id, mention.id) for one in documents for mention in one.mentions}
    lost = (
        _homeless(record, mention, home)
        for home, mentions in places.mentions.items()
        for mention in mentions
        if (home, mention.id) not in at_home
    )
    return documents, sorted(lost, key=lambda loss: (loss.start or 0, loss.label))


class _Places:
    """Which mentions and notes of a page begin in which article (None: in furniture or in no segment)."""

    def __init__(self, record: PageRecord) -> None:
        ordered = record.annotations.segments_in_page_order()
        self._homes = [(segment.end, None if article is None else article.id) for article, segment in ordered]
        self._starts = [segment.start for _article, segment in ordered]
        self.mentions: dict[str | None, list[Mention]] = {}
        self.notes: dict[str | None, list[Note]] = {}
        for mention in record.annotations.mentions:
            self.mentions.setdefault(self._home(mention.start), []).append(mention)
        for note in record.annotations.notes:
            self.notes.setdefault(self._home(note.span.start), []).append(note)

    def _home(self, offset: int) -> str | None:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        end, home = self._homes[index]
        return home if offset < end else None


def page_document(record: PageRecord) -> TrainingDocument:
    """Return a page as one document, its text as it stands."""
    annotations = record.annotations
    orders = {
        segment.start: index for article in annotations.articles for index, segment in enumerate(article.segments)
    }
    return TrainingDocument(
        id=record.page.id,
        page_id=record.page.id,
        text=record.page.text,
        segments=tuple(
            _segment(segment, segment.start, None if article is None else article.id, orders.get(segment.start, 0))
            for article, segment in annotations.segments_in_page_order()
        ),
        mentions=annotations.mentions,
        notes=annotations.notes,
        continuations=tuple(one for article in annotations.articles for one in _continuations(article)),
        meta=_meta(record),
        record=record,
    )


def article_document(record: PageRecord, article: Article, places: _Places) -> TrainingDocument:
    """Return an article as one document, its text as it is read."""
    page_text = record.page.text
    reading = reading_text(page_text, article)
    mentions = (_read_mention(one, reading, page_text) for one in places.mentions.get(article.id, ()))
    notes = (_read_note(one, reading, page_text) for one in places.notes.get(article.id, ()))
    return TrainingDocument(
        id=f"{record.page.id}#{article.id}",
        page_id=record.page.id,
        article_id=article.id,
        text=reading.text,
        segments=tuple(
            _segment(piece.segment, piece.start, article.id, order) for order, piece in enumerate(reading.pieces)
        ),
        mentions=tuple(sorted((one for one in mentions if one is not None), key=mention_order)),
        notes=tuple(sorted((one for one in notes if one is not None), key=lambda note: (note.span, note.id))),
        continuations=_continuations(article),
        meta=_meta(record),
        record=record,
    )


def with_roles_as_mentions(document: TrainingDocument) -> TrainingDocument:
    """Return the document with its segments as labelled ranges, for those who train on roles."""
    return replace(
        document,
        mentions=tuple(
            Mention(id=f"r{index}", label=one.role.value, fragments=(Span(one.start, one.end),))
            for index, one in enumerate(document.segments, 1)
        ),
    )


def _segment(segment: Segment, start: int, article_id: str | None, order: int) -> DocumentSegment:
    return DocumentSegment(
        start=start,
        end=start + segment.end - segment.start,
        page_start=segment.start,
        role=segment.role,
        join=segment.join,
        article_id=article_id,
        order=order,
    )


def _continuations(article: Article) -> tuple[ArticleContinuation, ...]:
    if article.continued_from is None and article.continues_to is None:
        return ()
    continuation = ArticleContinuation(
        article_id=article.id, continued_from=article.continued_from, continues_to=article.continues_to
    )
    return (continuation,)


def _meta(record: PageRecord) -> DocumentMeta:
    page = record.page
    return DocumentMeta(
        name=page.source.name,
        sha256=page.source.sha256,
        paper=page.meta.paper,
        date=page.meta.date,
        page_no=page.meta.page_no,
        state=record.annotations.state,
        annotator=record.provenance.annotator,
    )


def _read_mention(mention: Mention, reading: ReadingText, page_text: str) -> Mention | None:
    fragments = _read_fragments(mention.fragments, reading, page_text)
    return replace(mention, fragments=fragments) if fragments else None


def _read_note(note: Note, reading: ReadingText, page_text: str) -> Note | None:
    fragments = _read_fragments((note.span,), reading, page_text)
    return replace(note, span=fragments[0]) if len(fragments) == 1 else None


def _read_fragments(fragments: tuple[Span, ...], reading: ReadingText, page_text: str) -> tuple[Span, ...]:
    """Return the fragments as they lie in the reading text, neighbours made one; none if any is not all there."""
    found: list[Span] = []
    for fragment in fragments:
        parts = list(_in_pieces(fragment, reading))
        if not _same_words("".join(part.text_of(reading.text) for part in parts), fragment.text_of(page_text)):
            return ()
        for part in parts:
            if found and found[-1].end == part.start:
                found[-1] = Span(found[-1].start, part.end)
            else:
                found.append(part)
    return tuple(found)


def _same_words(read: str, quote: str) -> bool:
    return read == quote or "".join(read.split()) == "".join(quote.split())


def _in_pieces(fragment: Span, reading: ReadingText) -> Iterator[Span]:
    for piece in reading.pieces:
        part = fragment.intersection(Span(piece.source_start, piece.source_start + piece.length))
        if part is not None:
            shift = piece.start - piece.source_start
            yield Span(part.start + shift, part.end + shift)


def _homeless(record: PageRecord, mention: Mention, home: str | None) -> Loss:
    return Loss(
        kind=LossKind.OUTSIDE_ARTICLES if home is None else LossKind.ACROSS_ARTICLES,
        document_id=record.page.id,
        quote=mention.quote(record.page.text),
        label=mention.label,
        start=mention.start,
    )
