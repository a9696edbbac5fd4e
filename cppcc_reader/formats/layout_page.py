"""Pages from OCR layout formats: blocks in reading order, each with what its region was called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.reading import UNTAKEABLE, Refusal, cause_of
from cppcc_reader.formats.safe_xml import XmlError, XmlFile, parse_xml

_SPACES = re.compile(r"\s+")
_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\u02ff]) (?=[^\x00-\u02ff])")


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutBlock:
    """One region.

    Attributes:
        lines: its text lines, none of them blank.
        kind: what the file calls the region, for example ``heading``; empty if it says nothing.
        role: the role that this means, or None if it means nothing certain.
        furniture: the region belongs to the page, not to an article.
    """

    lines: tuple[str, ...]
    kind: str = ""
    role: Role | None = None
    furniture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutPage:
    """A page as blocks in reading order; ``name`` is that of its image or file."""

    name: str
    blocks: tuple[LayoutBlock, ...]

    @property
    def text(self) -> str:
        """The blocks' lines, a blank line between blocks."""
        return "\n\n".join("\n".join(block.lines) for block in self.blocks) + "\n" if self.blocks else ""

    def spans(self) -> Iterator[tuple[Span, LayoutBlock]]:
        """Yield each block with its range in :attr:`text`."""
        start = 0
        for block in self.blocks:
            end = start + len("\n".join(block.lines))
            yield Span(start, end), block
            start = end + 2


# What PAGE-XML, ALTO tags and hOCR classes call regions, and the role that it means.
_ROLES: dict[str, Role] = {
    "heading": Role.HEADLINE,
    "headline": Role.HEADLINE,
    "title": Role.HEADLINE,
    "subheading": Role.SUBHEAD,
    "subhead": Role.SUBHEAD,
    "kicker": Role.KICKER,
    "deck": Role.DECK,
    "byline": Role.BYLINE,
    "author": Role.BYLINE,
    "lead": Role.LEAD,
    "abstract": Role.LEAD,
    "caption": Role.CAPTION,
    "credit": Role.CREDIT,
    "advertisement": Role.OTHER,
    "table": Role.OTHER,
    "section": Role.SECTION,
}
_FURNITURE = frozenset({"header", "footer", "page-number", "pageno", "signature-mark", "catch-word", "folio"})


def block_of(lines: list[str], kind: str) -> LayoutBlock | None:
    """Return a block of the lines that hold something, or None if none does."""
    kept = tuple(line for line in (clean_line(line) for line in lines) if line)
    if not kept:
        return None
    name = kind.lower().replace("_", "-")
    return LayoutBlock(lines=kept, kind=kind, role=_ROLES.get(name), furniture=name in _FURNITURE)


def clean_line(line: str) -> str:
    """Return a text line with single spaces, and none between Chinese characters that were words of their own."""
    return _BETWEEN_CHINESE.sub("", _SPACES.sub(" ", line).strip())


PageBuilder = Callable[[XmlFile, Path], Iterator[LayoutPage]]


def read_layout(path: Path, refuse: Callable[[Refusal], None], build: PageBuilder) -> Iterator[LayoutPage]:
    """Yield the pages of a file; what cannot be taken is refused with its line."""
    try:
        file = parse_xml(path)
        found = False
        for page in build(file, path):
            found = True
            if page.blocks:
                yield page
            else:
                refuse(Refusal(path, None, f"版面 {page.name} 没有文字"))
        if not found:
            refuse(Refusal(path, file.line(file.root), "文件里没有版面"))
    except XmlError as error:
        refuse(Refusal(path, error.line, str(error)))
    except UNTAKEABLE as error:
        refuse(Refusal(path, None, cause_of(error)))


def require_root(file: XmlFile, name: str, what: str) -> Element:
    """Return the root element.

    Raises:
        XmlError: if it is not called so.
    """
    if file.root.tag.rpartition("}")[2] != name:
        raise XmlError(file.line(file.root), f"不是 {what} 文件：最外层应为 {name}")
    return file.root
