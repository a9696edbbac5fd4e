"""Labels that were changed in another tool, brought back to the pages they were exported from.

An exported document knows its page. What its file no longer holds although its format could have held it was
deleted there; what it holds beyond the page was added there. All changes of an import are one step of the history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.document_builder import documents_of
from cppcc_reader.formats.exporters import EXPORTERS
from cppcc_reader.formats.loss import Trait, fit
from cppcc_reader.formats.readers import recognise
from cppcc_reader.formats.training_document import TrainingDocument
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.storage.library import Library

STEP = "取回外部标注"

_Key = tuple[str, tuple[Span, ...]]

# Words may have cut a name out of the columns, so that its absence says nothing.
_NEVER_DELETES = frozenset({"conll"})


@dataclass(frozen=True, slots=True)
class Takeover:
    """What a file changes on one page: a command for the annotation service.

    Attributes:
        added: new mentions, ids free on the page.
        removed: ids of mentions that were deleted in the other tool.
        changed: mentions whose origin or normal form is another now.
        strangers: labels whose words do not stand on the page; they were not taken.
    """

    added: tuple[Mention, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[Mention, ...] = ()
    strangers: int = 0

    @property
    def name(self) -> str:
        """Name of the step in the history."""
        return STEP

    @property
    def changes_anything(self) -> bool:
        """Tell whether the page would be another afterwards."""
        return bool(self.added or self.removed or self.changed)

    @property
    def summary(self) -> str:
        """What was taken over, in one Chinese sentence."""
        words = f"已取回标注：新增 {len(self.added)} 个实体，删除 {len(self.removed)} 个，改动 {len(self.changed)} 个"
        return f"{words}；{self.strangers} 个与原文不符，未取" if self.strangers else words

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """Return the set with the changes."""
        changed = {mention.id: mention for mention in self.changed}
        kept = (changed.get(one.id, one) for one in annotations.mentions if one.id not in self.removed)
        return annotations.replaced(mentions=(*kept, *self.added))


class LabelTakeover:
    """Collects documents whose pages are in the library, and takes their labels over at the end."""

    def __init__(self, library: Library, clock: Callable[[], datetime], *, annotator: str = "") -> None:
        self._library = library
        self._service = AnnotationService(library, annotator=annotator, clock=clock)
        self._found: dict[str, list[tuple[TrainingDocument, str]]] = {}

    def accepts(self, document: TrainingDocument, reader_name: str) -> bool:
        """Tell whether the document's page is in the library; its labels are taken over then."""
        if not document.meta.sha256 or not self._library.pages.has_id(document.page_id):
            return False
        if self._library.pages.page(document.page_id).source.sha256 != document.meta.sha256:
            return False
        self._found.setdefault(document.page_id, []).append((document, reader_name))
        return True

    def finish(self) -> dict[str, Takeover]:
        """Change the pages in one step of the history and return what was changed on each.

        Raises:
            LibraryError: if it cannot be stored; nothing is changed then.
        """
        commands = self.planned()
        self._service.execute_bulk({page_id: one for page_id, one in commands.items() if one.changes_anything}, STEP)
        self._found = {}
        return commands

    def planned(self) -> dict[str, Takeover]:
        """Return what :meth:`finish` would change on each page."""
        return {
            page_id: takeover_of(self._library.pages.record(page_id), documents)
            for page_id, documents in self._found.items()
        }


def preview_takeover(library: Library, path: Path) -> str:
    """Return in one Chinese sentence which labels a file would bring back; empty if none."""
    reader = recognise(path)
    if reader is None:
        return ""
    takeover = LabelTakeover(library, lambda: datetime.now(UTC))
    for found in reader.read(path, lambda _refusal: None):
        if isinstance(found, TrainingDocument):
            takeover.accepts(found, reader.name)
    planned = [one for one in takeover.planned().values() if one.changes_anything]
    if not planned:
        return ""
    added, removed, changed = (
        sum(map(len, one)) for one in zip(*((p.added, p.removed, p.changed) for p in planned), strict=True)
    )
    return f"会取回 {len(planned)} 个版面的标注：新增 {added} 个实体，删除 {removed} 个，改动 {changed} 个"


def takeover_of(record: PageRecord, documents: Iterable[tuple[TrainingDocument, str]]) -> Takeover:
    """Return what documents, each with the name of its format, change on the page they were exported from."""
    present = {(one.label, one.fragments): one for one in record.annotations.mentions}
    ids = {one.id for one in record.annotations.mentions}
    added: dict[_Key, Mention] = {}
    removed: list[str] = []
    changed: list[Mention] = []
    strangers = 0
    for document, reader_name in documents:
        held: set[_Key] = set()
        for mention in document.mentions:
            fragments = document.page_fragments(mention)
            key = (mention.label, fragments)
            if not _same_words(record, document, mention, fragments):
                strangers += 1
                continue
            held.add(key)
            if key not in present:
                added[key] = replace(mention, fragments=fragments, id=_free_id(ids))
            elif (better := _updated(present[key], mention, reader_name)) != present[key]:
                changed.append(better)
        removed += [present[key].id for key in _exported(record, document, reader_name) - held if key in present]
    return Takeover(tuple(added.values()), tuple(sorted(removed)), tuple(changed), strangers)


def _same_words(record: PageRecord, document: TrainingDocument, mention: Mention, fragments: tuple[Span, ...]) -> bool:
    text = record.page.text
    on_page = "".join(one.text_of(text) for one in fragments if one.end <= len(text))
    return bool(on_page) and "".join(on_page.split()) == "".join(mention.quote(document.text).split())


def _free_id(ids: set[str]) -> str:
    number = len(ids) + 1
    while f"x{number}" in ids:
        number += 1
    ids.add(f"x{number}")
    return f"x{number}"


def _updated(before: Mention, mention: Mention, reader_name: str) -> Mention:
    carried = _carried(reader_name)
    after = before
    if Trait.NORMAL_FORM in carried:
        after = replace(after, normal_form=mention.normal_form)
    if Trait.ORIGIN in carried and before.origin is Origin.SUGGESTED and mention.origin is not Origin.SUGGESTED:
        after = replace(after, origin=Origin.ACCEPTED)
    return after


def _carried(reader_name: str) -> frozenset[Trait]:
    exporter = EXPORTERS.get(reader_name)
    return frozenset() if exporter is None else exporter.carries


def _exported(record: PageRecord, document: TrainingDocument, reader_name: str) -> set[_Key]:
    """Return the mentions that an export of this document would hold today."""
    if reader_name in _NEVER_DELETES:
        return set()
    found: set[_Key] = set()
    for one in documents_of(record, document.unit)[0]:
        if one.id == document.id and one.text == document.text:
            fitted, _losses = fit(one, _carried(reader_name))
            found |= {(mention.label, fitted.page_fragments(mention)) for mention in fitted.mentions}
    return found
