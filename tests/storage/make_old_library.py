"""Make the library that later programs must still open: run once when a schema is released, never again for it.

::

    python tests/storage/make_old_library.py

writes ``data/schema-N.cppcc`` for the schema of the day. What it holds stands in ``data/old.pages.jsonl``.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cppcc_reader.core.editing.mention_commands import AddMention
from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.page import PageMeta
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.page_text import decode_page
from cppcc_reader.formats.record_file import write_records
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.schema import SCHEMA_VERSION
from library_builder import NOW, trash
from page_builder import build

DATA = Path(__file__).with_name("data")


def main() -> None:
    """Make the library and the records that it holds."""
    DATA.mkdir(exist_ok=True)
    path = DATA / f"schema-{SCHEMA_VERSION}.cppcc"
    with Library.create(path) as library:
        for name, encoding in (("新桥.txt", "gb18030"), ("旧桥.txt", "utf-8")):
            _add_page(library, name, encoding)
        service = AnnotationService(library, annotator="甲", clock=lambda: NOW)
        first = library.pages.ids()[0]
        service.execute(first, SetRole(starts=(0,), role=Role.KICKER))
        service.execute(first, AddMention(fragments=(Span(0, 2),), label="LOC"))
        library.settings.set("语言", "中文")
        trash(library, library.pages.ids()[1])
        write_records(DATA / "old.pages.jsonl", [library.pages.record(one) for one in library.pages.ids()])


def _add_page(library: Library, name: str, encoding: str) -> None:
    text, annotations = build(
        ("a1", "headline", f"{name[:2]}通车"), ("a1", "body", "桥修好了。"), ("", "other", "责编")
    )
    page = decode_page(text.encode(encoding), Path(name)).page
    page = replace(page, meta=PageMeta(paper="岚江政协报", date="2021-05-12", page_no="2"))
    library.pages.add(PageRecord(page=page, annotations=annotations), text.encode(encoding), NOW)


if __name__ == "__main__":
    main()
