"""ALTO (2 to 4) as page files: text blocks in reading order, tags as hints for roles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from cppcc_reader.formats.layout_page import LayoutPage, block_of, read_layout, require_root
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.safe_xml import XmlError, XmlFile, children, descendants, local_name


def read_alto(path: Path, refuse: Callable[[Refusal], None]) -> Iterator[LayoutPage]:
    """Yield the pages of an ALTO file."""
    yield from read_layout(path, refuse, _pages)


def _pages(file: XmlFile, path: Path) -> Iterator[LayoutPage]:
    root = require_root(file, "alto", "ALTO")
    tags = {
        one.get("ID", ""): one.get("LABEL") or one.get("TYPE") or ""
        for group in descendants(root, "Tags")
        for one in group
    }
    image = next((one.text or "" for one in descendants(root, "fileName")), "").strip()
    pages = list(descendants(root, "Page"))
    for number, page in enumerate(pages, 1):
        name = image or path.stem
        blocks = [
            block_of([_line(line) for line in descendants(one, "TextLine")], _kind(one, tags))
            for one in _in_order(file, root, page)
        ]
        yield LayoutPage(
            name=name if len(pages) == 1 else f"{name}-{number}",
            blocks=tuple(block for block in blocks if block is not None),
        )


def _in_order(file: XmlFile, root: Element, page: Element) -> list[Element]:
    blocks = list(descendants(page, "TextBlock"))
    by_id = {one.get("ID"): one for one in blocks}
    order: list[Element] = []
    for group in descendants(root, "ReadingOrder"):
        for reference in descendants(group, "ElementRef"):
            target = reference.get("REF")
            if target not in {one.get("ID") for one in root.iter()}:
                raise XmlError(file.line(reference), f"阅读顺序指向不存在的区域 {target}")
            if target in by_id and by_id[target] not in order:
                order.append(by_id[target])
    return order + [one for one in blocks if one not in order]


def _kind(block: Element, tags: dict[str, str]) -> str:
    named = (tags[tag] for tag in block.get("TAGREFS", "").split() if tags.get(tag))
    return next(named, block.get("TYPE", ""))


def _line(line: Element) -> str:
    words: list[str] = []
    for one in children(line):
        kind = local_name(one)
        if kind in {"String", "HYP"}:
            words.append(one.get("CONTENT", ""))
        elif kind == "SP":
            words.append(" ")
    return "".join(words)
