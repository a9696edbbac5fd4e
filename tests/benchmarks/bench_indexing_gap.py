"""How long the window is kept waiting while pages are indexed in the background.

Run from the root of the checkout::

    python tests/benchmarks/bench_indexing_gap.py [--pages 400]

A timer of the window's thread should fire every 5 ms. Prints the gaps between its calls, in milliseconds, with nothing
to do (the machine's own noise) and while the index is made, and how long edits take while it is.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_search import ARTICLES_A_PAGE, fill
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.role import Role
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.storage.library import Library
from cppcc_reader.views.search_indexer import SearchIndexer
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.workspace import now

BEAT_MS = 5
EDIT_EVERY_S = 0.2


class Heart:
    """Notes when it beats."""

    def __init__(self) -> None:
        self.beats: list[float] = []
        self._timer = QTimer()
        self._timer.timeout.connect(lambda: self.beats.append(time.perf_counter()))
        self._timer.start(BEAT_MS)

    def gaps(self) -> dict[str, float]:
        """Return median, 99th percentile and longest gap."""
        found = [(after - before) * 1000 for before, after in zip(self.beats, self.beats[1:], strict=False)]
        return {
            "median_ms": round(statistics.median(found), 1),
            "p99_ms": round(statistics.quantiles(found, n=100)[-1], 1),
            "max_ms": round(max(found), 1),
        }


def idle(application: QApplication, seconds: float) -> dict[str, float]:
    """Return the gaps while nothing happens."""
    heart, end = Heart(), time.perf_counter() + seconds
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.001)
    return heart.gaps()


def indexing(application: QApplication, library: Library, *, editing: bool) -> tuple[dict[str, float], list[float]]:
    """Return the gaps while half of the library is indexed, and the milliseconds of edits made meanwhile."""
    enough = library.search.pending() // 2 if not editing else 0
    runner = TaskRunner()
    indexer = SearchIndexer(library, runner)
    service = AnnotationService(library, annotator="bench", clock=now)
    done: list[int] = []
    indexer.waiting_changed.connect(lambda waiting: done.append(waiting) if waiting <= enough else None)
    heart, edits, number = Heart(), list[float](), 0
    indexer.wake()
    next_edit = time.perf_counter() + 1
    while not done:
        application.processEvents()
        time.sleep(0.001)
        if editing and time.perf_counter() > next_edit:
            start = time.perf_counter()
            role = (Role.KICKER, Role.HEADLINE)[number % 2]
            service.execute("p0", SetRole(starts=(0,), role=role))
            edits.append((time.perf_counter() - start) * 1000)
            indexer.wake()
            number, next_edit = number + 1, time.perf_counter() + EDIT_EVERY_S
    indexer.stop()
    runner.close()
    return heart.gaps(), edits


def main() -> None:
    """Fill a library, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=400)
    arguments = parser.parse_args()
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "bench.cppcc") as library:
        fill(library, arguments.pages * ARTICLES_A_PAGE)
        control = idle(application, 5)
        gaps, _none = indexing(application, library, editing=False)
        _gaps, edits = indexing(application, library, editing=True)
        report = {
            "pages": arguments.pages,
            "idle": control,
            "indexing": gaps,
            "edit_median_ms": round(statistics.median(edits), 1) if edits else None,
            "edit_max_ms": round(max(edits), 1) if edits else None,
        }
        print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
