"""PAGE-XML (2013 to 2019) as page files: text regions in reading order, their types as hints for roles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from cppcc_reader.formats.layout_page import LayoutPage, block_of, read_layout, require_root
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.safe_xml import XmlError, XmlFile, children, descendants

_CUSTOM_TYPE = re.compile(r"structure\s*\{[^}]*?type\s*:\s*([^;}\s]+)")


def read_page_xml(path: Path, refuse: Callable[[Refusal], None]) -> Iterator[LayoutPage]:
    """Yield the page of a PAGE-XML file."""
    yield from read_layout(path, refuse, _pages)


def _pages(file: XmlFile, path: Path) -> Iterator[LayoutPage]:
    for page in children(require_root(file, "PcGts", "PAGE-XML"), "Page"):
        blocks = [block_of(list(_lines(one)), _kind(one)) for one in _in_order(file, page)]
        yield LayoutPage(
            name=page.get("imageFilename") or path.stem, blocks=tuple(block for block in blocks if block is not None)
        )


def _in_order(file: XmlFile, page: Element) -> list[Element]:
    regions = list(descendants(page, "TextRegion"))
    by_id = {one.get("id"): one for one in regions}
    known = {one.get("id") for one in page.iter()}
    order: list[Element] = []
    for root in children(page, "ReadingOrder"):
        for reference in _references(root):
            target = reference.get("regionRef")
            if target not in known:
                raise XmlError(file.line(reference), f"阅读顺序指向不存在的区域 {target}")
            if target in by_id and by_id[target] not in order:
                order.append(by_id[target])
    return order + [one for one in regions if one not in order]


def _references(group: Element) -> Iterator[Element]:
    """Yield references to regions; indexed ones by their index, which need not be the order of the file."""
    for one in sorted(group, key=lambda one: int(one.get("index", "0"))):
        if one.get("regionRef") is not None:
            yield one
        yield from _references(one)


def _kind(region: Element) -> str:
    custom = _CUSTOM_TYPE.search(region.get("custom", ""))
    return custom[1] if custom else region.get("type", "")


def _lines(region: Element) -> Iterator[str]:
    lines = list(children(region, "TextLine"))
    if not lines:
        yield from _unicode(region).split("\n")
    for line in lines:
        words = list(children(line, "Word"))
        yield _unicode(line) or " ".join(_unicode(word) for word in words)


def _unicode(element: Element) -> str:
    """Return its text: of several readings the one with the lowest index."""
    readings = sorted(children(element, "TextEquiv"), key=lambda one: int(one.get("index", "0")))
    return next((one.text or "" for reading in readings[:1] for one in children(reading, "Unicode")), "")
