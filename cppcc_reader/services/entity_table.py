"""The index of names as tables for a spreadsheet: the names, or every place of some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from cppcc_reader.formats.table_csv import write_table
from cppcc_reader.services.entity_index import IndexedName, indexed_names, places_of
from cppcc_reader.storage.library import Library

NAMES_HEADER = ("名称", "标签", "处", "版面数", "最早日期", "最晚日期")
PLACES_HEADER = ("名称", "标签", "报纸", "日期", "文件", "上文", "原文", "下文", "版面编号")


def write_names(path: Path, library: Library, *, label: str = "", holding: str = "") -> int:
    """Write one row for each name that the filter lets through, however many; return how many.

    Raises:
        OSError: if the file cannot be written.
    """
    names = indexed_names(library, label=label, holding=holding)
    rows = ((name.name, name.label, name.count, name.pages, name.first or "", name.last or "") for name in names)
    write_table(path, NAMES_HEADER, rows)
    return len(names)


def write_places(
    path: Path, library: Library, names: Iterable[IndexedName], *, cancelled: Callable[[], bool] = lambda: False
) -> int:
    """Write one row for each place of the names, with the words around it; return how many.

    Raises:
        OSError: if the file cannot be written.
    """
    rows = [
        (
            name.name,
            name.label,
            place.paper or "",
            place.date or "",
            place.page_name,
            place.before,
            place.quote,
            place.after,
            place.page_id,
        )
        for name in names
        if not cancelled()
        for place in places_of(library, name)
    ]
    write_table(path, PLACES_HEADER, rows)
    return len(rows)
