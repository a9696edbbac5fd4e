"""hOCR as page files: paragraphs (or areas) in the order of the file, their classes as hints for roles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from cppcc_reader.formats.layout_page import LayoutPage, block_of, read_layout, require_root
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.safe_xml import XmlFile

_IMAGE = re.compile(r"""image\s+["']?([^"';]+)["']?""")
_BLOCK_CLASSES = frozenset(
    {"ocr_par", "ocr_caption", "ocr_title", "ocr_author", "ocr_header", "ocr_footer", "ocr_pageno"}
)
_LINE_CLASSES = frozenset({"ocr_line", "ocrx_line", "ocr_textfloat"})


def read_hocr(path: Path, refuse: Callable[[Refusal], None]) -> Iterator[LayoutPage]:
    """Yield the pages of an hOCR file, which must be well-formed XHTML."""
    yield from read_layout(path, refuse, _pages)


def _pages(file: XmlFile, path: Path) -> Iterator[LayoutPage]:
    root = require_root(file, "html", "hOCR")
    pages = [one for one in root.iter() if _is(one, {"ocr_page"})]
    for number, page in enumerate(pages, 1):
        image = _IMAGE.search(page.get("title", ""))
        name = Path(image[1].strip()).name if image else path.stem
        blocks = [block_of(_lines(one), _kind(one)) for one in _blocks(page)]
        yield LayoutPage(
            name=name if image or len(pages) == 1 else f"{name}-{number}",
            blocks=tuple(block for block in blocks if block is not None),
        )


def _classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())


def _is(element: Element, classes: set[str] | frozenset[str]) -> bool:
    return not classes.isdisjoint(_classes(element))


def _blocks(page: Element) -> Iterator[Element]:
    """Yield the outermost blocks; an area without paragraphs and lines without a block are blocks themselves."""
    for element in page:
        if _is(element, _BLOCK_CLASSES | _LINE_CLASSES):
            yield element
        elif any(_is(one, _BLOCK_CLASSES | _LINE_CLASSES) for one in element.iter()):
            inner = [one for one in element.iter() if _is(one, _BLOCK_CLASSES)]
            yield from _blocks(element) if inner else [element]


def _kind(block: Element) -> str:
    named = sorted(_classes(block) & _BLOCK_CLASSES - {"ocr_par"})
    inside = {name for line in block.iter() for name in _classes(line) if name in {"ocr_header", "ocr_caption"}}
    return next(iter([*named, *sorted(inside)]), "").removeprefix("ocr_")


def _lines(block: Element) -> list[str]:
    lines = [one for one in block.iter() if _is(one, _LINE_CLASSES)]
    return ["".join(line.itertext()) for line in lines or [block]]
