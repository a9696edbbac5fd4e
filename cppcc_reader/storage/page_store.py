"""The pages of a library: frozen texts, original bytes, and the list that the window shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD
from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.model.mention import Origin
from cppcc_reader.core.model.page import Page, PageFiling, PageMeta, PageSource, PageState
from cppcc_reader.core.model.provenance import PageRecord, Provenance
from cppcc_reader.storage.annotation_store import AnnotationStore, rejected_to_json
from cppcc_reader.storage.database import Database, Row
from cppcc_reader.storage.errors import UnknownPageError
from cppcc_reader.storage.original_bytes import rebuild
from cppcc_reader.storage.timestamps import timestamp

_SUMMARY_COLUMNS = (
    "id, name, paper, date, page_no, state, set_aside_reason, doubts, articles, mentions, suggested, "
    "characters, imported_at, updated_at, assignee, trashed"
)
_PAGE_COLUMNS = (
    "page.id, text, name, sha256, encoding, newline, bom, paper, date, page_no, annotator, software, ambiguous"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSummary:
    """What the list of pages shows of one page.

    Attributes:
        doubts: segments that a person should look at.
        mentions: entities that stand (made or accepted by a person).
        suggested: suggestions not yet judged.
        characters: length of the text in code points.
        imported_at, updated_at: ISO 8601, UTC.
        assignee: who is to work on it; empty for anybody.
    """

    id: str
    name: str
    paper: str | None
    date: str | None
    page_no: str | None
    state: PageState
    set_aside_reason: str
    doubts: int
    articles: int
    mentions: int
    suggested: int
    characters: int
    imported_at: str
    updated_at: str
    assignee: str
    trashed: bool


class PageStore:
    """Adds, lists and describes pages; their text never changes once it is in."""

    def __init__(self, database: Database, annotations: AnnotationStore) -> None:
        self._database = database
        self._annotations = annotations

    def add(self, record: PageRecord, original: bytes | None, imported_at: datetime) -> None:
        """Store a new page with everything said about it.

        Args:
            record: its id and its bytes' digest must be new to the library (see :meth:`contains`).
            original: the bytes of its file; None where only a page record is at hand. They are then
                rebuilt from the text if the digest agrees, and unknown otherwise.

        Raises:
            InvariantError: if the record contradicts its own text; nothing is written then.
            ValueError: if the bytes are not those of the record's digest.
        """
        page, annotations = record.page, record.annotations
        check(page.text, annotations)
        if original is not None and hashlib.sha256(original).hexdigest() != page.source.sha256:
            raise ValueError(f"these are not the bytes of page {page.id}")
        with self._database.transaction():
            key = self._insert_page(record, timestamp(imported_at))
            self._insert_text(key, page, original)
            self._annotations.insert_all(key, page.text, annotations)

    def contains(self, sha256: str) -> bool:
        """Tell whether a page with these bytes is in the library, in the trash too."""
        return self._database.value("SELECT 1 FROM page WHERE sha256 = ?", (sha256,)) is not None

    def has_id(self, page_id: str) -> bool:
        """Tell whether the library has a page of that id, in the trash too."""
        return self._database.value("SELECT 1 FROM page WHERE id = ?", (page_id,)) is not None

    def ids(self, *, include_trashed: bool = False) -> list[str]:
        """Return the ids of all pages in the order they came in."""
        where = "" if include_trashed else "WHERE trashed = 0"
        return [page_id for (page_id,) in self._database.rows(f"SELECT id FROM page {where} ORDER BY key")]

    def page(self, page_id: str) -> Page:
        """Return a page with its text.

        Raises:
            UnknownPageError: if there is no such page.
        """
        return self._page_from_row(self._page_row(page_id))

    def record(self, page_id: str) -> PageRecord:
        """Return a page with everything said about it.

        Raises:
            UnknownPageError: if there is no such page.
        """
        row = self._page_row(page_id)
        annotator, software, ambiguous = row[10:]
        return PageRecord(
            page=self._page_from_row(row),
            annotations=self._annotations.load(page_id),
            provenance=Provenance(annotator=annotator, software=software),
            ambiguous=tuple((start, end) for start, end in json.loads(ambiguous)),
        )

    def original_bytes(self, page_id: str) -> bytes | None:
        """Return the file as it was imported, or None if only a page record came without its bytes.

        Raises:
            UnknownPageError: if there is no such page.
        """
        key = self._database.page_key(page_id)
        row = self._database.row("SELECT original, rebuilt FROM page_text WHERE page_key = ?", (key,))
        if row is None:
            raise UnknownPageError(page_id)
        original, rebuilt = row
        if not rebuilt:
            return None if original is None else bytes(original)
        page = self.page(page_id)
        return rebuild(page.text, page.source)

    def summaries(self, *, include_trashed: bool = False) -> list[PageSummary]:
        """Return the list of pages in the order they came in, without reading any text."""
        where = "" if include_trashed else "WHERE trashed = 0"
        rows = self._database.rows(f"SELECT {_SUMMARY_COLUMNS} FROM page {where} ORDER BY key")
        return [_summary_from_row(row) for row in rows]

    def summary(self, page_id: str) -> PageSummary:
        """Return what the list shows of one page.

        Raises:
            UnknownPageError: if there is no such page.
        """
        row = self._database.row(f"SELECT {_SUMMARY_COLUMNS} FROM page WHERE id = ?", (page_id,))
        if row is None:
            raise UnknownPageError(page_id)
        return _summary_from_row(row)

    def filing(self, page_id: str) -> PageFiling:
        """Return how a page is filed.

        Raises:
            UnknownPageError: if there is no such page.
        """
        page = self.summary(page_id)
        return PageFiling(
            meta=PageMeta(paper=page.paper, date=page.date, page_no=page.page_no),
            assignee=page.assignee,
            trashed=page.trashed,
        )

    def trashed_keys(self, page_ids: Iterable[str]) -> list[int]:
        """Return the row numbers of those of these pages that lie in the trash."""
        found = (self._database.value("SELECT key FROM page WHERE id = ? AND trashed = 1", (one,)) for one in page_ids)
        return [key for key in found if key is not None]

    def delete(self, page_key: int) -> None:
        """Delete a page for good, with all that is said about it and its history."""
        with self._database.transaction():
            # Segments refer to articles, which go with the page, too: in an order that no reference breaks.
            for table in ("segment", "article"):
                self._database.execute(f"DELETE FROM {table} WHERE page_key = ?", (page_key,))
            self._database.execute("DELETE FROM page WHERE key = ?", (page_key,))

    def names_continued_on(self, page_ids: Iterable[str]) -> list[str]:
        """Return the names of pages on the list with an article that is linked to one of these pages."""
        names: dict[str, None] = {}
        for page_id in page_ids:
            rows = self._database.rows(
                "SELECT DISTINCT page.name FROM article JOIN page ON page.key = page_key WHERE trashed = 0"
                " AND :place IN (substr(continued_from, 1, :length), substr(continues_to, 1, :length))"
                " ORDER BY page.key",
                {"place": f"{page_id}#", "length": len(page_id) + 1},
            )
            names |= dict.fromkeys(name for (name,) in rows)
        return list(names)

    def _page_row(self, page_id: str) -> Row:
        row = self._database.row(
            f"SELECT {_PAGE_COLUMNS} FROM page JOIN page_text ON page_key = key WHERE page.id = ?", (page_id,)
        )
        if row is None:
            raise UnknownPageError(page_id)
        return row

    @staticmethod
    def _page_from_row(row: Row) -> Page:
        page_id, text, name, sha256, encoding, newline, bom, paper, date, page_no = row[:10]
        return Page(
            id=page_id,
            text=text,
            source=PageSource(name=name, sha256=sha256, encoding=encoding, newline=newline, bom=bool(bom)),
            meta=PageMeta(paper=paper, date=date, page_no=page_no),
        )

    def _insert_page(self, record: PageRecord, moment: str) -> int:
        page, source, meta, annotations = record.page, record.page.source, record.page.meta, record.annotations
        suggested = sum(mention.origin is Origin.SUGGESTED for mention in annotations.mentions)
        doubts = sum(segment.is_doubtful(DOUBT_THRESHOLD) for _article, segment in annotations.all_segments())
        values = {
            "id": page.id,
            "name": source.name,
            "sha256": source.sha256,
            "encoding": source.encoding,
            "newline": source.newline,
            "bom": source.bom,
            "paper": meta.paper,
            "date": meta.date,
            "page_no": meta.page_no,
            "annotator": record.provenance.annotator,
            "software": record.provenance.software,
            "ambiguous": json.dumps(record.ambiguous) if record.ambiguous else "[]",
            "state": annotations.state.value,
            "set_aside_reason": annotations.set_aside_reason,
            "rejected": rejected_to_json(annotations.rejected),
            "imported_at": moment,
            "updated_at": moment,
            "characters": len(page.text),
            "articles": len(annotations.articles),
            "doubts": doubts,
            "mentions": len(annotations.mentions) - suggested,
            "suggested": suggested,
        }
        columns, marks = ", ".join(values), ", ".join("?" * len(values))
        sql = f"INSERT INTO page ({columns}) VALUES ({marks})"
        key = self._database.execute(sql, tuple(values.values())).lastrowid
        assert key is not None
        return key

    def _insert_text(self, key: int, page: Page, original: bytes | None) -> None:
        rebuilt = rebuild(page.text, page.source)
        if original is None:
            same = rebuilt is not None and hashlib.sha256(rebuilt).hexdigest() == page.source.sha256
        else:
            same = rebuilt == original
        self._database.execute(
            "INSERT INTO page_text (page_key, text, original, rebuilt) VALUES (?, ?, ?, ?)",
            (key, page.text, None if same else original, same),
        )


def _summary_from_row(row: Row) -> PageSummary:
    names = PageSummary.__slots__
    values = dict(zip(names, row, strict=True))
    return PageSummary(**{**values, "state": PageState(values["state"]), "trashed": bool(values["trashed"])})
