"""The bytes of a page's file, kept without storing them twice where the text says it all."""

from __future__ import annotations

import codecs

from cppcc_reader.core.model.page import PageSource

_LINE_ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "gb18030": "\ufeff".encode("gb18030"),
}


def rebuild(text: str, source: PageSource) -> bytes | None:
    """Return the bytes that a page's text and source make, or None where they do not say enough.

    Mixed line ends cannot be rebuilt, nor bytes that a codec reads in more than one spelling: the caller
    compares the result with the true bytes or with their digest.
    """
    line_end = _LINE_ENDS.get(source.newline)
    if line_end is None:
        return None
    try:
        body = (text if line_end == "\n" else text.replace("\n", line_end)).encode(source.encoding)
    except (UnicodeEncodeError, LookupError):
        return None
    if not source.bom:
        return body
    mark = _MARKS.get(source.encoding)
    return None if mark is None else mark + body
