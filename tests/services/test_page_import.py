"""Importing: everything readable comes in, the rest is named, and starting again is harmless."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.page_record import record_to_line
from cppcc_reader.formats.record_file import write_records
from cppcc_reader.services.import_report import ImportReport, Outcome
from cppcc_reader.services.library_check import check_library
from cppcc_reader.services.page_import import SLICE_PAGES, ImportProgress, import_paths, preview
from cppcc_reader.services.rejections import keep_rejected
from cppcc_reader.storage.library import Library
from library_builder import trash

NOW = datetime(2026, 1, 2, tzinfo=UTC)


class Splitter:
    """Makes every line an article of its own and suggests its first character; stumbles over 很难切分."""

    def __init__(self) -> None:
        self.seen = 0

    def annotate(self, text: str) -> AnnotationSet:
        self.seen += 1
        if "很难切分" in text:
            raise RuntimeError("too hard")
        segments, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                left = start + len(line) - len(line.lstrip())
                segments.append(Segment(start=left, end=left + len(line.strip())))
            start += len(line) + 1
        if "切错了" in text:
            segments.pop()
        return AnnotationSet.of(
            articles=tuple(Article(id=f"a{one.start}", segments=(one,)) for one in segments),
            mentions=tuple(
                Mention(id="s1", label="PER", fragments=(Span(one.start, one.start + 1),), origin=Origin.SUGGESTED)
                for one in segments[:1]
            ),
        )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library.create(tmp_path / "库.cppcc")
    yield made
    made.close()


def _import(library: Library, *paths: Path, **options: object) -> ImportReport:
    return import_paths(library, paths, Splitter(), clock=lambda: NOW, **options)  # type: ignore[arg-type]


def _write(folder: Path, count: int) -> Path:
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"第{number}条新闻\n\n桥修好了。\n", "utf-8")
    return folder


def test_pages_come_in_split_with_text_bytes_and_origin(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "岚江政协报_2021-05-12_第02版.txt"
    data = "新桥通车\r\n\r\n桥修好了。\r\n".encode("gb18030")
    path.write_bytes(data)
    report = _import(library, path)
    assert [one.outcome for one in report.outcomes] == [Outcome.IMPORTED]
    record = library.pages.record(report.outcomes[0].page_id)
    assert record.page.text == "新桥通车\n\n桥修好了。\n"
    assert (record.page.meta.paper, record.page.meta.date) == ("岚江政协报", "2021-05-12")
    assert record.annotations == Splitter().annotate(record.page.text)
    assert record.provenance.software.startswith("cppcc-reader ")
    assert library.pages.original_bytes(record.page.id) == data
    assert check_library(library).problems == ()


def test_folders_come_in_natural_order_without_hidden_files(library: Library, tmp_path: Path) -> None:
    folder = _write(tmp_path / "报", 12)
    (folder / ".hidden.txt").write_text("不要", "utf-8")
    (folder / "2版").mkdir()
    (folder / "2版" / "内.txt").write_text("里面的", "utf-8")
    _import(library, folder)
    names = [summary.name for summary in library.pages.summaries()]
    assert names == [*(f"{number}.txt" for number in range(12)), "内.txt"]


def test_what_cannot_come_in_is_named_and_the_rest_comes(
    library: Library, tmp_path: Path, allow_logs: Iterator[object]
) -> None:
    allow_logs("cannot split|breaks invariants")  # type: ignore[operator]
    (tmp_path / "好.txt").write_text("桥修好了。", "utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "图.txt").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "难.txt").write_text("很难切分", "utf-8")
    (tmp_path / "错.txt").write_text("切错了", "utf-8")
    names = ("空.txt", "好.txt", "图.txt", "难.txt", "错.txt", "无.txt")
    report = _import(library, *(tmp_path / name for name in names))
    reasons = {one.place: one.reason for one in report.of(Outcome.REFUSED)}
    assert reasons["空.txt"] == "文件是空的"
    assert "图片" in reasons["图.txt"]
    assert "自动切分时出错" in reasons["难.txt"]
    assert "不属于任何文章" in reasons["错.txt"]
    assert reasons["无.txt"] == "找不到文件"
    assert [one.place for one in report.outcomes] == list(names)
    assert [summary.name for summary in library.pages.summaries()] == ["好.txt"]
    assert report.summary == "已导入 1 版，已在库中 0 版，未导入 5 版。"
    assert "未导入 空.txt：文件是空的" in list(report.lines())


def test_the_same_bytes_are_imported_once(library: Library, tmp_path: Path) -> None:
    (tmp_path / "一.txt").write_text("桥修好了。", "utf-8")
    (tmp_path / "二.txt").write_text("桥修好了。", "utf-8")
    first = _import(library, tmp_path / "一.txt", tmp_path / "二.txt")
    assert [one.outcome for one in first.outcomes] == [Outcome.IMPORTED, Outcome.ALREADY_THERE]
    trash(library, first.outcomes[0].page_id)
    again = _import(library, tmp_path / "二.txt")
    assert [one.outcome for one in again.outcomes] == [Outcome.ALREADY_THERE]
    assert len(library.pages.ids(include_trashed=True)) == 1


def test_an_import_that_was_stopped_is_simply_started_again(library: Library, tmp_path: Path) -> None:
    folder = _write(tmp_path / "报", 3 * SLICE_PAGES)
    splitter, seen = Splitter(), SLICE_PAGES + 5
    stopped = import_paths(library, [folder], splitter, clock=lambda: NOW, cancelled=lambda: splitter.seen >= seen)
    assert stopped.cancelled
    assert "已取消" in stopped.summary
    assert len(stopped.of(Outcome.IMPORTED)) == len(library.pages.ids()) == seen
    again = _import(library, folder)
    assert (len(again.of(Outcome.ALREADY_THERE)), len(again.of(Outcome.IMPORTED))) == (seen, 2 * SLICE_PAGES - 5)
    assert len(library.pages.ids()) == 3 * SLICE_PAGES


def test_slices_reach_the_library_while_the_import_runs(library: Library, tmp_path: Path) -> None:
    folder = _write(tmp_path / "报", 2 * SLICE_PAGES + 1)
    stored, steps = [], []

    def note(progress: ImportProgress) -> None:
        steps.append(progress)
        with library.sibling() as other:
            stored.append(len(other.pages.ids()))

    _import(library, folder, progress=note)
    assert (steps[0], steps[-1].done) == (ImportProgress(0, 2 * SLICE_PAGES + 1, "0.txt"), 2 * SLICE_PAGES)
    assert stored[SLICE_PAGES - 1] == 0
    assert stored[SLICE_PAGES] == SLICE_PAGES
    assert stored[2 * SLICE_PAGES] == 2 * SLICE_PAGES


def test_a_chosen_encoding_goes_before_the_guess(library: Library, tmp_path: Path) -> None:
    data = "桥修好了。".encode("gb18030")
    for name in ("一.txt", "二.txt"):
        (tmp_path / name).write_bytes(data + name.encode("gb18030"))
    report = _import(
        library, tmp_path / "一.txt", tmp_path / "二.txt", encoding="gb18030", encodings={tmp_path / "二.txt": "utf-8"}
    )
    assert [one.outcome for one in report.outcomes] == [Outcome.IMPORTED, Outcome.REFUSED]
    assert "不能按 utf-8 解读" in report.outcomes[1].reason


def test_a_doubtful_encoding_is_imported_with_a_warning_and_shown_before(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "疑.txt"
    path.write_bytes("巍犇".encode("gb18030"))
    (check,) = preview([path])
    assert check.doubtful
    assert "gb18030" in [guess.encoding for guess in check.guesses]
    (chosen,) = preview([path], encodings={path: "gb18030"})
    assert (chosen.encoding, chosen.doubtful) == ("gb18030", False)
    report = _import(library, path)
    assert "编码存疑" in report.outcomes[0].warnings[0]
    assert any("编码存疑" in line for line in report.lines())


def test_a_preview_names_what_would_be_refused(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "好.txt").write_text("桥修好了。", "utf-8")
    checks = {check.path.name: check for check in preview([tmp_path])}
    assert checks["空.txt"].reason == "文件是空的"
    assert (checks["好.txt"].encoding, checks["好.txt"].reason) == ("utf-8", "")
    assert preview([tmp_path], cancelled=lambda: True) == []


def test_records_give_the_same_library_back(library: Library, tmp_path: Path) -> None:
    _import(library, _write(tmp_path / "报", 40))
    records = [library.pages.record(page_id) for page_id in library.pages.ids()]
    for name in ("页.pages.jsonl", "页.pages.jsonl.gz"):
        write_records(tmp_path / name, records)
        with Library.create(tmp_path / f"{name}.cppcc") as other:
            report = _import(other, tmp_path / name)
            assert len(report.of(Outcome.IMPORTED)) == 40
            assert [other.pages.record(page_id) for page_id in other.pages.ids()] == records
            for record in records:
                assert other.pages.original_bytes(record.page.id) == library.pages.original_bytes(record.page.id)


def test_a_bad_line_is_named_and_the_other_lines_come(library: Library, tmp_path: Path) -> None:
    _import(library, _write(tmp_path / "报", 2))
    good = [record_to_line(library.pages.record(page_id)) for page_id in library.pages.ids()]
    lines = [good[0], "{broken\n", good[1].replace("桥修好了", "桥修坏了", 1), good[1].replace('"\\n"', ""), good[0]]
    (tmp_path / "页.jsonl").write_text("".join(lines), "utf-8")
    with Library.create(tmp_path / "新.cppcc") as other:
        report = _import(other, tmp_path / "页.jsonl")
        assert [(one.line_no, one.outcome) for one in report.outcomes] == [
            (1, Outcome.IMPORTED),
            (2, Outcome.REFUSED),
            (3, Outcome.REFUSED),
            (4, Outcome.IMPORTED),
            (5, Outcome.ALREADY_THERE),
        ]
        assert "不是 JSON" in report.outcomes[1].reason
        assert "引文与原文不符" in report.outcomes[2].reason
        assert report.outcomes[2].place == "页.jsonl 第 3 行"


def test_records_of_different_pages_under_one_id_are_told_apart(library: Library, tmp_path: Path) -> None:
    _import(library, _write(tmp_path / "报", 2))
    first, second = (library.pages.record(page_id) for page_id in library.pages.ids())
    line = record_to_line(second).replace(second.page.id, first.page.id, 1)
    (tmp_path / "页.jsonl").write_text(record_to_line(first) + line, "utf-8")
    with Library.create(tmp_path / "新.cppcc") as other:
        report = _import(other, tmp_path / "页.jsonl")
        assert other.pages.ids() == [first.page.id, second.page.id]
        assert "已被另一版占用" in report.outcomes[1].warnings[0]


@pytest.mark.parametrize(("bad", "reason"), [("\\u0000", "NUL"), ("\\ud800", "代理字符"), ("\\r", "规范化")])
def test_texts_that_cannot_be_stored_are_refused(library: Library, tmp_path: Path, bad: str, reason: str) -> None:
    _import(library, _write(tmp_path / "报", 1))
    line = record_to_line(library.pages.record(library.pages.ids()[0]))
    # The same in text and quotes, so that nothing but the character itself is wrong.
    spoilt = line.replace("好", bad).replace(library.pages.ids()[0], "f" * 16)
    (tmp_path / "页.jsonl").write_text(spoilt, "utf-8")
    report = _import(library, tmp_path / "页.jsonl")
    assert report.outcomes[0].outcome is Outcome.REFUSED
    assert reason in report.outcomes[0].reason


def test_damaged_record_files_are_named(library: Library, tmp_path: Path) -> None:
    (tmp_path / "坏.jsonl.gz").write_bytes(b"\x1f\x8b\x08broken")
    (tmp_path / "乱.jsonl").write_bytes(b"\xff\xfe\x00")
    report = _import(library, tmp_path / "坏.jsonl.gz", tmp_path / "乱.jsonl")
    assert [one.outcome for one in report.outcomes] == [Outcome.REFUSED, Outcome.REFUSED]
    assert all(one.reason for one in report.outcomes)


def test_suggestions_rejected_in_the_whole_library_stay_away(library: Library, tmp_path: Path) -> None:
    keep_rejected(library, [("PER", "第")])
    _import(library, _write(tmp_path / "报", 1))
    (tmp_path / "别.txt").write_text("桥修好了。", "utf-8")
    _import(library, tmp_path / "别.txt")
    assert [summary.suggested for summary in library.pages.summaries()] == [0, 1]


def test_the_sample_pages_come_in_whatever_their_encoding(library: Library, samples_dir: Path) -> None:
    if not samples_dir.exists():
        pytest.skip("no sample pages yet")
    report = _import(library, samples_dir)
    assert report.of(Outcome.REFUSED) == ()
    assert all(one.warnings == () for one in report.outcomes)
    assert check_library(library).problems == ()
