"""How the real window feels: start, next page, key to repaint, scrolling, memory.

Run from the root of the checkout (about two minutes; ``QT_QPA_PLATFORM=offscreen`` where there is no display)::

    python tests/benchmarks/bench_window.py

Prints one JSON object: milliseconds, ratios and mebibytes. Aims: ``start_ratio`` at most 1.5 (a library of 1,000
pages beside an empty window with the same imports, in turns); ``next_page_ms`` at most 50; ``edit_ms`` at most 16
on 6,000 and 33 on 60,000 characters; on 60,000 characters with 2,000 entities any key within 16 ms (median) and
33 ms (95th of 100); ``scroll_ms`` within 16.7; ``memory_ratio`` under 1.5. The clock of a key starts before the
key event is sent and stops when the last widget that it changed has been painted.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence, Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.storage.library import Library

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SENTENCE = "清溪县政协主席何为民日前到茶山村调研，听取委员和村民的意见，要求把路修到每一户门口。"
FIRST_PAINT = "first paint"
START_ROUNDS = 7
CLOCK = time.thread_time if os.environ.get("BENCH_CPU") else time.perf_counter
"""``BENCH_CPU=1`` counts the window thread's own processor time, for machines that do other work meanwhile."""
KEYS = 50


def page_record(number: int, characters: int, entities: int) -> PageRecord:
    """Return an invented page: an article about every 600 characters, entities spread evenly."""
    articles: list[Article] = []
    parts: list[str] = []
    length = 0
    spans: list[Span] = []
    while length < characters:
        segments = []
        rows = ((Role.HEADLINE, f"清溪县政协为茶山修路（{number}-{len(articles)}）"), *[(Role.BODY, SENTENCE * 3)] * 4)
        for role, words in rows:
            segments.append(
                Segment(
                    start=length,
                    end=length + len(words),
                    role=role,
                    role_evidence=Evidence(0.7 if len(segments) == 2 else 0.99, "短行无句号"),
                )
            )
            if role is Role.BODY:
                spans += [Span(length + at, length + at + 5) for at in range(0, len(words) - 5, 11)]
            parts.append(words + "\n\n")
            length += len(words) + 2
        articles.append(Article(id=f"a{len(articles) + 1}", segments=tuple(segments), confidence=0.9))
    text = "".join(parts)
    step = max(1, len(spans) // max(1, entities))
    mentions = tuple(
        Mention(
            id=f"m{i}", label=("ORG", "PER", "LOC", "TITLE", "TIME")[i % 5], fragments=(span,), origin=Origin.SUGGESTED
        )
        for i, span in enumerate(spans[::step][:entities])
    )
    source = PageSource(name=f"{number:04}.txt", sha256=sha256(f"{number}".encode()).hexdigest())
    return PageRecord(
        page=Page(id=f"p{number:04}", text=text, source=source),
        annotations=AnnotationSet.of(articles=tuple(articles), mentions=mentions),
    )


def make_library(path: Path, records: list[PageRecord]) -> None:
    with Library.create(path) as library, library.transaction(durable=False):
        for record in records:
            library.pages.add(record, None, NOW)


def start_child(kind: str, folder: Path) -> float:
    """Return the seconds from the start of a process to the first painted frame of its window."""
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
    began = time.perf_counter()
    command = [sys.executable, __file__, "--child", kind, "--folder", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line.strip() == FIRST_PAINT:
                elapsed = time.perf_counter() - began
                child.wait()
                return elapsed
    raise SystemExit(f"the {kind} window never painted")


def measure_start(folder: Path) -> dict[str, float]:
    make_library(folder / "thousand.cppcc", [page_record(i, 6000, 220) for i in range(1000)])
    times: dict[str, list[float]] = {"empty": [], "library": []}
    for round_no in range(START_ROUNDS + 1):
        for kind, found in times.items():
            elapsed = start_child(kind, folder)
            if round_no:  # the first round fills the disk cache
                found.append(elapsed)
    ratios = [library / empty for library, empty in zip(times["library"], times["empty"], strict=True)]
    return {
        "start_empty_ms": 1000 * statistics.median(times["empty"]),
        "start_library_ms": 1000 * statistics.median(times["library"]),
        "start_ratio": statistics.median(ratios),
    }


def run_child(kind: str, folder: Path) -> None:
    """Be the process that is timed: say when the window has been painted, and end."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    from cppcc_reader.app import Application
    from cppcc_reader.services.settings import UserSettings

    class PaintWatch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
            if event.type() == QEvent.Type.Paint and not self.property("told"):
                self.setProperty("told", True)
                QTimer.singleShot(0, self.tell)
            return super().eventFilter(watched, event)

        def tell(self) -> None:
            print(FIRST_PAINT, flush=True)
            os._exit(0)

    qt = QApplication([])
    watch = PaintWatch()
    if kind == "empty":
        window = QMainWindow()
        window.resize(1440, 900)
        window.installEventFilter(watch)
        window.show()
    else:
        application = Application(qt, UserSettings(folder / "settings.json"))
        application.open(folder / "thousand.cppcc")
        assert application.window is not None
        application.window.source.viewport().installEventFilter(watch)
    qt.exec()


@contextmanager
def open_window(folder: Path, name: str, records: list[PageRecord]) -> Iterator[object]:
    from PySide6.QtWidgets import QApplication

    from cppcc_reader.app import Application
    from cppcc_reader.services.settings import UserSettings

    make_library(folder / name, records)
    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication)
    application = Application(qt, UserSettings(folder / "settings.json"))
    application.open(folder / name)
    window = application.window
    assert window is not None
    window.resize(1440, 900)
    settle()
    # The index of a library just made is another benchmark's business (bench_indexing_gap.py).
    patience = time.monotonic() + 60
    while window.workspace.library.search.pending() and time.monotonic() < patience:
        settle()
        time.sleep(0.01)
    yield window
    window.close()
    settle()


def settle() -> None:
    """Let everything queued happen, painting too."""
    from PySide6.QtWidgets import QApplication

    for _ in range(20):
        QApplication.processEvents()


def repainted(window, act: Callable[[], object]) -> float:
    """Return the milliseconds from before ``act`` until everything that it changed is painted."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    began = CLOCK()
    act()
    # Layouts first, then the paint events that changes have posted; a queued signal may post more of both.
    for _ in range(2):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
    return 1000 * (CLOCK() - began)


def summary(name: str, times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {f"{name}_ms": statistics.median(times), f"{name}_p95_ms": ordered[int(0.95 * (len(ordered) - 1))]}


def measure_edits(window, name: str) -> dict[str, float]:
    """Press keys as a person would: go to a block, change it, take it back, accept doubts, tag and untag."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    source = window.source
    source.setFocus()
    edits: list[float] = []
    others: list[float] = []
    for i in range(KEYS):
        others.append(repainted(window, lambda: QTest.keyClick(source, Qt.Key.Key_J)))
        edits.append(repainted(window, lambda key=(Qt.Key.Key_7, Qt.Key.Key_6)[i % 2]: QTest.keyClick(source, key)))
        if i % 5 == 4:
            edits.append(
                repainted(window, lambda: QTest.keyClick(source, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier))
            )
            others.append(repainted(window, lambda: QTest.keyClick(source, Qt.Key.Key_Tab)))
            edits.append(repainted(window, lambda: QTest.keyClick(source, Qt.Key.Key_Space)))
    return {**summary(f"edit_{name}", edits), **summary(f"key_{name}", edits + others)}


def measure_scrolling(window) -> dict[str, float]:
    times: list[float] = []
    for view in (window.source, window.articles):
        bar = view.verticalScrollBar()
        step = max(1, bar.maximum() // 200)
        times += [repainted(window, lambda v=i * step, b=bar: b.setValue(v)) for i in range(100)]
    return summary("scroll_60k", times)


def measure_pages(folder: Path) -> dict[str, float]:
    with open_window(folder, "pages.cppcc", [page_record(i, 6000, 220) for i in range(60)]) as window:
        times = [
            repainted(window, lambda number=number: window.page_flow.open(f"p{number:04}")) for number in range(1, 51)
        ]
        return {**summary("next_page", times), **measure_edits(window, "6k")}


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def measure_long_page(folder: Path) -> dict[str, float]:
    with open_window(folder, "short.cppcc", [page_record(1, 600, 2)]):
        empty = resident_mb()
    with open_window(folder, "long.cppcc", [page_record(1, 60_000, 2000)]) as window:
        figures = {**measure_edits(window, "60k"), **measure_scrolling(window)}
        figures["memory_mb"] = resident_mb()
        figures["memory_ratio"] = figures["memory_mb"] / empty
        return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--child", choices=("empty", "library"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        run_child(args.child, args.folder)
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = {**measure_start(folder), **measure_pages(folder), **measure_long_page(folder)}
    print(json.dumps({key: round(value, 2) for key, value in figures.items()}, indent=2))


if __name__ == "__main__":
    main()
