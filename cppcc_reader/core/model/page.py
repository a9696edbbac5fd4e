"""A page: its frozen text, where it came from, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageState(StrEnum):
    """How far the work on a page is."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    FINISHED = "finished"
    GOLD = "gold"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSource:
    """The file a page came from.

    Attributes:
        name: file name without folders.
        sha256: hex digest of the file's bytes; the same bytes are the same page.
        encoding: Python codec name the bytes were decoded with.
        newline: ``lf``, ``crlf``, ``cr`` or ``mixed``, as found in the bytes.
        bom: the file began with a byte order mark.
    """

    name: str
    sha256: str
    encoding: str = "utf-8"
    newline: str = "lf"
    bom: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeta:
    """Where the page stood in print; each None where unknown. ``date`` is ISO 8601."""

    paper: str | None = None
    date: str | None = None
    page_no: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One newspaper page with its frozen text (LF line ends, no byte order mark, nothing else changed)."""

    id: str
    text: str
    source: PageSource
    meta: PageMeta = PageMeta()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFiling:
    """How a page is filed in the library, beside what is said about its text.

    Attributes:
        assignee: who is to work on it; empty for anybody.
        trashed: it lies in the trash, off every list.
    """

    meta: PageMeta = PageMeta()
    assignee: str = ""
    trashed: bool = False
