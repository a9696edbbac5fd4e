"""A record as it is to be exported: corrections applied, suggestions or entities left out, as the person asked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from cppcc_reader.core.model.corrections import apply_corrections, corrections_of
from cppcc_reader.core.model.mention import Origin
from cppcc_reader.core.model.note import Note
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.formats.document_builder import documents_of, with_roles_as_mentions
from cppcc_reader.formats.loss import Loss, LossKind
from cppcc_reader.formats.training_document import TrainingDocument
from cppcc_reader.services.export_options import ExportOptions, What


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPage:
    """The documents of one page, ready for a format.

    Attributes:
        losses: what was lost on the way here (no format has spoken yet).
        corrections: each correction of the page, and whether it was applied.
        original_text: the page's text before corrections; they speak of its positions.
        untouched: documents left out because no person has touched them.
    """

    record: PageRecord
    documents: tuple[TrainingDocument, ...]
    losses: tuple[Loss, ...] = ()
    corrections: tuple[tuple[Note, bool], ...] = ()
    original_text: str = ""
    untouched: int = 0


def prepare(record: PageRecord, options: ExportOptions) -> PreparedPage:
    """Return what the options ask for of one page."""
    chosen, losses, corrections = _corrected(_chosen_mentions(record, options), options)
    documents, homeless = documents_of(chosen, options.chosen_unit)
    if options.what is What.SEGMENTATION:
        homeless = []
    kept = [one for one in documents if not options.annotated_only or _is_touched(one)]
    empty = [one for one in kept if not one.text.strip()]
    losses += [*homeless, *(Loss(kind=LossKind.EMPTY, document_id=one.id) for one in empty)]
    written = (one for one in kept if one.text.strip())
    if options.roles_as_labels:
        written = (with_roles_as_mentions(one) for one in written)
    return PreparedPage(
        record=chosen,
        documents=tuple(written),
        losses=tuple(losses),
        corrections=corrections,
        original_text=record.page.text,
        untouched=len(documents) - len(kept),
    )


def _chosen_mentions(record: PageRecord, options: ExportOptions) -> PageRecord:
    mentions = record.annotations.mentions
    if options.what is What.SEGMENTATION:
        kept = mentions[:0]
    elif options.confirmed_only:
        kept = tuple(one for one in mentions if one.origin is not Origin.SUGGESTED)
    else:
        return record
    return replace(record, annotations=record.annotations.replaced(mentions=kept))


def _corrected(
    record: PageRecord, options: ExportOptions
) -> tuple[PageRecord, list[Loss], tuple[tuple[Note, bool], ...]]:
    if not options.apply_corrections:
        return record, [], tuple((note, False) for note in corrections_of(record))
    done = apply_corrections(record)
    losses = [
        Loss(
            kind=LossKind.CORRECTION_REFUSED,
            document_id=record.page.id,
            quote=note.span.text_of(record.page.text),
            start=note.span.start,
        )
        for note in done.refused
    ]
    for mention_id in done.lost_mentions:
        mention = record.annotations.mention(mention_id)
        losses.append(
            Loss(
                kind=LossKind.CORRECTED_AWAY,
                document_id=record.page.id,
                quote=mention.quote(record.page.text),
                label=mention.label,
                start=mention.start,
            )
        )
    fate = tuple((note, note in done.applied) for note in corrections_of(record))
    return _of_its_own(done.record) if done.applied else record, losses, fate


def _of_its_own(record: PageRecord) -> PageRecord:
    """Give a page whose text was corrected a digest of its own: its positions fit the page it came from no more."""
    digest = hashlib.sha256(record.page.text.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(record, page=replace(record.page, source=replace(record.page.source, sha256=digest)))


def _is_touched(document: TrainingDocument) -> bool:
    """Tell whether a person has made or confirmed anything of the document."""
    if any(mention.origin is not Origin.SUGGESTED for mention in document.mentions):
        return True
    assert document.record is not None
    annotations = document.record.annotations
    articles = annotations.articles if document.article_id is None else (annotations.article(document.article_id),)
    return any(_is_human(segment) for article in articles for segment in article.segments)


def _is_human(segment: Segment) -> bool:
    return segment.checked or (segment.role_evidence is None and segment.link_evidence is None)
