"""XML of strangers, read safely: no entities of its own, nothing fetched, every element with its line."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.entities import name2codepoint
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from cppcc_reader.formats.reading import ReadingError

_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding=["']([A-Za-z0-9._-]+)["']""")
MAX_BYTES = 50 * 1024 * 1024
MAX_DEPTH = 200


class XmlFile:
    """A parsed file whose elements know their line."""

    def __init__(self, root: Element, lines: dict[Element, int]) -> None:
        self.root = root
        self._lines = lines

    def line(self, element: Element) -> int:
        """Return the line on which an element begins, from 1."""
        return self._lines.get(element, 1)


class XmlError(ReadingError):
    """The file is not the XML that can be taken; ``line`` says where."""

    def __init__(self, line: int | None, cause: str) -> None:
        super().__init__(cause)
        self.line = line


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the direct children of these local names, all without names."""
    return (one for one in element if not names or local_name(one) in names)


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Yield the element itself and all below it of these local names, in document order."""
    return (one for one in element.iter() if local_name(one) in names)


def parse_xml(path: Path) -> XmlFile:
    """Parse a file.

    Raises:
        XmlError: if it cannot be read, is too large or too deep, is no well-formed XML, or declares entities.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise XmlError(None, f"文件超过 {MAX_BYTES // 1024 // 1024} MB")
        data = path.read_bytes()
    except OSError as error:
        raise XmlError(None, f"无法读取：{error.strerror or error}") from error
    return _Builder().parse(data)


class _Builder:
    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._lines: dict[Element, int] = {}
        self._depth = 0
        self._parser = expat.ParserCreate("utf-8", namespace_separator="}")
        # The document type of XHTML is harmless as long as it declares no entities; none is ever fetched.
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._tree.data
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.SkippedEntityHandler = self._known_entity

    def parse(self, data: bytes) -> XmlFile:
        try:
            self._parser.Parse(_as_utf8(data), True)
        except expat.ExpatError as error:
            cause = f"不是格式正确的 XML（第 {error.offset + 1} 列）：{expat.errors.messages[error.code]}"
            raise XmlError(error.lineno, cause) from error
        return XmlFile(self._tree.close(), self._lines)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise XmlError(self._parser.CurrentLineNumber, f"嵌套超过 {MAX_DEPTH} 层")
        element = self._tree.start(_braced(name), {_braced(key): value for key, value in attributes.items()})
        self._lines[element] = self._parser.CurrentLineNumber

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._tree.end(_braced(name))

    def _refuse_doctype(self, name: str, *_rest: object) -> None:
        if name.lower() != "html":
            # In such a file expat would drop unknown entities from attributes without a word.
            raise XmlError(self._parser.CurrentLineNumber, "文件带有文档类型声明（DOCTYPE），为安全起见不读取")

    def _refuse_entity(self, *_declaration: object) -> None:
        raise XmlError(self._parser.CurrentLineNumber, "文件自己定义了实体（ENTITY），为安全起见不读取")

    def _known_entity(self, name: str, _is_parameter: bool) -> None:
        if name not in name2codepoint:
            raise XmlError(self._parser.CurrentLineNumber, f"不认识的实体 &{name};")
        self._tree.data(chr(name2codepoint[name]))


def _as_utf8(data: bytes) -> bytes:
    """Return the file in UTF-8: expat knows few encodings itself, and Chinese files come in others."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        declared = _ENCODING.match(data)
        encoding = declared[1].decode("ascii") if declared else "utf-8-sig"
    try:
        return data.decode(encoding).encode("utf-8")
    except LookupError as error:
        raise XmlError(1, f"不认识的编码 {encoding}") from error
    except UnicodeError as error:
        raise XmlError(1, f"文件不是它所说的编码 {encoding}") from error


def _braced(name: str) -> str:
    return "{" + name if "}" in name else name
