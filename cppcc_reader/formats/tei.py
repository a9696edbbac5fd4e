"""TEI P5: a page with its articles as ``<div type="article">``, names inline, one file per document.

A name in several parts is several elements linked by ``next`` and ``prev``; names may nest but not cross.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from cppcc_reader.core.model.mention import Origin
from cppcc_reader.core.model.role import TITLE_ROLES, Role
from cppcc_reader.formats.exporter import Exporter, Target
from cppcc_reader.formats.file_stem import file_stem
from cppcc_reader.formats.loss import ALL_TRAITS, Loss, LossKind, mention_loss, xml_text
from cppcc_reader.formats.tei_names import InlineNames
from cppcc_reader.formats.training_document import DocumentSegment, TrainingDocument, Unit
from cppcc_reader.formats.xml_file import write_xml

SUFFIX = ".tei.xml"
NAMESPACE = "http://www.tei-c.org/ns/1.0"

_ORIGINS_ZH = {
    Origin.PERSON: "人工标注",
    Origin.ACCEPTED: "自动建议，经人确认",
    Origin.SUGGESTED: "自动建议，未经人确认",
}
assert set(_ORIGINS_ZH) == set(Origin)

_NOT_ID = re.compile(r"[^A-Za-z0-9_-]")

Paragraph = list[DocumentSegment]


class TeiWriter:
    """Writes one TEI file per document into the folder of its split."""

    def __init__(self, target: Target) -> None:
        self._folder: Path = target.folder / target.split
        self._folder.mkdir(parents=True)

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write one document; names that cross another are left out and returned."""
        names = InlineNames(document)
        write_xml(self._folder / f"{file_stem(document.id)}{SUFFIX}", tei_of(document, names))
        return [mention_loss(LossKind.CROSSING, document, mention) for mention in names.crossing]

    def close(self) -> None:
        """Nothing is left open."""


EXPORTER = Exporter(
    name="tei",
    name_zh="TEI P5",
    suffix=SUFFIX,
    offsets="inline",
    open=TeiWriter,
    units=(Unit.PAGE, Unit.ARTICLE),
    carries=ALL_TRAITS,
    xml=True,
)


def tei_of(document: TrainingDocument, names: InlineNames) -> Element:
    """Return the TEI element of a document whose text XML can hold."""
    root = Element("TEI", {"xmlns": NAMESPACE, "xml:lang": "zh"})
    _header(root, document)
    text = SubElement(root, "text")
    body = SubElement(text, "body")
    for article_id, segments in _articles(document):
        division = SubElement(body, "div", _division_attributes(document, article_id))
        if article_id is None:
            for segment in segments:
                _block(SubElement(division, "ab", {"type": segment.role.value}), [segment], document, names)
        else:
            _article(division, segments, document, names)
    if document.notes:
        _notes(SubElement(SubElement(text, "back"), "div", {"type": "notes"}), document)
    return root


def _header(root: Element, document: TrainingDocument) -> None:
    meta = document.meta
    description = SubElement(SubElement(root, "teiHeader"), "fileDesc")
    titles = SubElement(description, "titleStmt")
    SubElement(titles, "title").text = xml_text(document.id)
    if meta.annotator:
        statement = SubElement(titles, "respStmt")
        SubElement(statement, "resp").text = "标注"
        SubElement(statement, "name").text = xml_text(meta.annotator)
    for origin, words in _ORIGINS_ZH.items():
        statement = SubElement(titles, "respStmt", {"xml:id": origin.value})
        SubElement(statement, "resp").text = words
        SubElement(statement, "name").text = "cppcc-reader"
    SubElement(SubElement(description, "publicationStmt"), "p").text = f"训练数据；版面状态 {meta.state.value}"
    source = SubElement(SubElement(description, "sourceDesc"), "bibl")
    for name, value in (("title", meta.paper), ("date", meta.date)):
        if value is not None:
            SubElement(source, name).text = xml_text(value)
    if meta.page_no is not None:
        SubElement(source, "biblScope", {"unit": "page"}).text = xml_text(meta.page_no)
    SubElement(source, "idno", {"type": "sha256"}).text = xml_text(meta.sha256)
    SubElement(source, "idno", {"type": "file"}).text = xml_text(meta.name)


def _articles(document: TrainingDocument) -> Iterator[tuple[str | None, list[DocumentSegment]]]:
    """Yield articles by their first place on the page, in reading order; furniture comes last."""
    found: dict[str | None, list[DocumentSegment]] = {}
    for segment in document.segments:
        found.setdefault(segment.article_id, []).append(segment)
    furniture = found.pop(None, None)
    for article_id, segments in found.items():
        yield article_id, sorted(segments, key=lambda segment: segment.order)
    if furniture:
        yield None, furniture


def _division_attributes(document: TrainingDocument, article_id: str | None) -> dict[str, str]:
    if article_id is None:
        return {"type": "furniture"}
    attributes = {"type": "article", "xml:id": _xml_id(article_id)}
    continuation = document.continuation_of(article_id)
    if continuation.continued_from is not None:
        attributes["prev"] = _pointer(continuation.continued_from)
    if continuation.continues_to is not None:
        attributes["next"] = _pointer(continuation.continues_to)
    return attributes


def _pointer(place: str) -> str:
    page_id, _, article_id = place.partition("#")
    return f"{file_stem(page_id)}{SUFFIX}#{_xml_id(article_id)}"


def _xml_id(name: str) -> str:
    safe = _NOT_ID.sub(lambda found: f".{ord(found.group()):X}.", name)
    return safe if safe[:1].isalpha() else f"_{safe}"


def _article(
    division: Element, segments: list[DocumentSegment], document: TrainingDocument, names: InlineNames
) -> None:
    """Headings may only open a division and bylines only open or close it; elsewhere they are blocks."""
    paragraphs = list(_paragraphs(segments, document.text))
    top = next(
        (i for i, one in enumerate(paragraphs) if _role(one) not in {*TITLE_ROLES, Role.BYLINE}), len(paragraphs)
    )
    bottom = len(paragraphs)
    while bottom > top and _role(paragraphs[bottom - 1]) is Role.BYLINE:
        bottom -= 1
    for index, paragraph in enumerate(paragraphs):
        element = _element(division, paragraph, at_edge=index < top or index >= bottom)
        _block(element, paragraph, document, names)


def _paragraphs(segments: list[DocumentSegment], text: str) -> Iterator[Paragraph]:
    current: Paragraph = []
    for segment in segments:
        if current and not (segment.join or _same_line(current[-1], segment, text)):
            yield current
            current = []
        current.append(segment)
    if current:
        yield current


def _same_line(before: DocumentSegment, segment: DocumentSegment, text: str) -> bool:
    between = text[before.end : segment.start]
    return before.end <= segment.start and "\n" not in between and not between.strip()


def _role(paragraph: Paragraph) -> Role | None:
    return paragraph[0].role if len(paragraph) == 1 else None


def _element(division: Element, paragraph: Paragraph, *, at_edge: bool) -> Element:
    role = _role(paragraph)
    if role is None or role is Role.BODY:
        return SubElement(division, "p")
    if at_edge:
        return (
            SubElement(division, "byline")
            if role is Role.BYLINE
            else SubElement(division, "head", {"type": role.value})
        )
    return SubElement(division, "ab", {"type": role.value})


def _block(element: Element, paragraph: Paragraph, document: TrainingDocument, names: InlineNames) -> None:
    if len(paragraph) == 1:
        names.fill(element, paragraph[0])
        return
    before: DocumentSegment | None = None
    last: Element | None = None
    for segment in paragraph:
        if before is not None and last is not None:
            if segment.join:
                SubElement(element, "cb")
            else:
                last.tail = document.text[before.end : segment.start]
        last = SubElement(element, "seg", {"type": segment.role.value})
        names.fill(last, segment)
        before = segment


def _notes(division: Element, document: TrainingDocument) -> None:
    for note in document.notes:
        place = f"{note.span.start}-{note.span.end}"
        paragraph = SubElement(division, "p")
        element = SubElement(paragraph, "note", {"type": note.kind.value, "n": place})
        SubElement(element, "q").text = note.span.text_of(document.text)
        SubElement(element, "seg", {"type": "text"}).text = xml_text(note.text)
