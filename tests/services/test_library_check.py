"""A check finds what was broken behind the program's back, and nothing in a good library."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.formats.page_text import decode_page
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.library_check import CheckReport, check_library
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page
from page_builder import build

TEXT, ANNOTATIONS = build(
    ("a1", "headline", "新桥通车"),
    ("a1", "body", "桥修好了，区里的干部和群众都来参加通车仪式。"),
    ("", "other", "责编"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "库.cppcc"
    with Library.create(made) as library:
        page = decode_page(TEXT.encode("gb18030"), Path("页.txt")).page
        library.pages.add(PageRecord(page=page, annotations=ANNOTATIONS), TEXT.encode("gb18030"), NOW)
        add_page(library, "p2", TEXT, ANNOTATIONS)
        service = AnnotationService(library, annotator="甲", clock=lambda: datetime(2026, 1, 2, tzinfo=UTC))
        service.execute("p2", SetRole(starts=(0,), role=Role.KICKER))
        service.execute("p2", SetRole(starts=(0,), role=Role.DECK))
        service.undo("p2")
    return made


def test_a_good_library_has_no_problems(path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with Library.open(path, read_only=True) as library:
        report = check_library(library, lambda done, total: seen.append((done, total)))
    assert report == CheckReport(pages=2, articles=2, mentions=0, steps=2, without_original=1, problems=())
    assert seen == [(0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("DELETE FROM segment WHERE article_id IS NULL", "不属于任何文章"),
        ("UPDATE segment SET quote = 'x' WHERE start = 0", "引文与原文不符：0–4"),
        ("UPDATE page SET sha256 = 'x' || sha256", "原始文件的摘要不符"),
        ("UPDATE page SET articles = 9", "计数不符"),
        ("UPDATE log_change SET changes = replace(changes, 'kicker', 'body')", "无法撤销"),
        ('UPDATE log_change SET changes = \'[["page", "status", 1, 2]]\'', "无法撤销"),
        ("UPDATE segment SET role = 'nonsense'", "记录无法读出"),
        ("UPDATE segment SET article_id = 'a9'", "引用失效"),
    ],
)
def test_what_does_not_hold_is_found(path: Path, sql: str, words: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(sql).rowcount
        connection.commit()
    with Library.open(path, read_only=True) as library:
        report = check_library(library)
    assert any(words in problem.message for problem in report.problems), report.problems


def test_damage_in_the_file_is_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        # Not where the list of pages is read from: the library still opens.
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'log_change'").fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    with Library.open(path, read_only=True) as library:
        assert check_library(library).problems != ()
