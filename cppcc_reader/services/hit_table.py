"""The hits of a search as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cppcc_reader.core.model.role import ROLE_NAMES_ZH
from cppcc_reader.formats.table_csv import write_table
from cppcc_reader.services.search import Hit

HEADER = (
    *("报纸", "日期", "版次", "文件", "标题", "角色"),
    *("上文", "所查", "下文", "勘误", "版面编号", "文章编号", "状态"),
)


def write_hits(path: Path, hits: Iterable[Hit]) -> None:
    """Write one row for each hit, the words found in a column of their own between what stands around them.

    Raises:
        OSError: if the file cannot be written; what was there stays.
    """
    write_table(path, HEADER, (_row(hit) for hit in hits))


def _row(hit: Hit) -> tuple[object, ...]:
    mark = hit.marks[0] if hit.marks else None
    before = hit.snippet[: mark.start] if mark else hit.snippet
    found = hit.snippet[mark.start : mark.end] if mark else ""
    after = hit.snippet[mark.end :] if mark else ""
    return (
        hit.paper or "",
        hit.date or "",
        hit.page_no or "",
        hit.page_name,
        hit.title,
        ROLE_NAMES_ZH[hit.role],
        before,
        found,
        after,
        hit.correction,
        hit.page_id,
        hit.article_id,
        hit.state.value,
    )
