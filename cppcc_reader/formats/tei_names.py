"""Names as nested TEI elements inside the segments of a document."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.loss import xml_text
from cppcc_reader.formats.training_document import DocumentSegment, TrainingDocument

ELEMENTS = {"PER": "persName", "LOC": "placeName", "ORG": "orgName", "TITLE": "roleName", "TIME": "date"}


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    mention: Mention
    attributes: tuple[tuple[str, str], ...]


class InlineNames:
    """The names of a document, divided at the edges of segments; ``crossing`` are those that cannot nest."""

    def __init__(self, document: TrainingDocument) -> None:
        self._text = document.text
        self._parts: dict[int, list[_Part]] = {segment.start: [] for segment in document.segments}
        self.crossing: list[Mention] = []
        for number, mention in enumerate(document.mentions, 1):
            places = [
                (segment.start, part)
                for fragment in mention.fragments
                for segment in document.segments
                if (part := fragment.intersection(Span(segment.start, segment.end))) is not None
            ]
            if any(_cross(part, other.span) for start, part in places for other in self._parts[start]):
                self.crossing.append(mention)
                continue
            for index, (start, part) in enumerate(places):
                linked = _links(number, index, len(places))
                self._parts[start].append(_Part(part, mention, (*linked, *_attributes(mention))))

    def fill(self, element: Element, segment: DocumentSegment) -> None:
        """Put the segment's text with its names into an element."""
        parts = sorted(self._parts[segment.start], key=lambda part: (part.span.start, -part.span.end))
        self._fill(element, Span(segment.start, segment.end), parts)

    def _fill(self, parent: Element, span: Span, parts: list[_Part]) -> None:
        done, index = span.start, 0
        while index < len(parts):
            part = parts[index]
            inner = [other for other in parts[index + 1 :] if part.span.covers(other.span)]
            _append_text(parent, self._text[done : part.span.start])
            tag = ELEMENTS.get(part.mention.label)
            named = {} if tag else {"type": xml_text(part.mention.label)}
            element = SubElement(parent, tag or "name", {**named, **dict(part.attributes)})
            self._fill(element, part.span, inner)
            done = part.span.end
            index += 1 + len(inner)
        _append_text(parent, self._text[done : span.end])


def _cross(one: Span, other: Span) -> bool:
    return one.overlaps(other) and not one.covers(other) and not other.covers(one)


def _links(number: int, index: int, count: int) -> tuple[tuple[str, str], ...]:
    if count == 1:
        return ()
    links = [("xml:id", f"name-{number}-{index}")]
    if index > 0:
        links.append(("prev", f"#name-{number}-{index - 1}"))
    if index + 1 < count:
        links.append(("next", f"#name-{number}-{index + 1}"))
    return tuple(links)


def _attributes(mention: Mention) -> tuple[tuple[str, str], ...]:
    key = () if mention.normal_form is None else (("key", xml_text(mention.normal_form)),)
    resp = () if mention.origin is Origin.PERSON else (("resp", f"#{mention.origin.value}"),)
    return (*key, *resp)


def _append_text(parent: Element, text: str) -> None:
    """Append text behind what is there; each line break is kept and marked by ``<lb/>``."""
    first, *rest = text.split("\n")
    _append(parent, first)
    for line in rest:
        _append(parent, "\n")
        SubElement(parent, "lb")
        _append(parent, line)


def _append(parent: Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
