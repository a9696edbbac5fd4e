"""How long the window waits while entities are suggested, accepted and indexed over a whole library.

Run from the root of the checkout::

    python tests/benchmarks/bench_entities.py [--pages 10000]

A library of invented pages with 200 suggestions each. The job of suggestions is cancelled half way and taken up again:
both runs together must look at every page once. A timer of the window's thread should fire every 5 ms; printed are
the gaps between its calls with nothing to do and during each task, and the seconds of the tasks. The suggester is a
stand-in that answers at once: what the shipped one costs a page is measured by ``bench_tagger.py``.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_indexing_gap import Heart, idle
from PySide6.QtWidgets import QApplication

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.entity_acceptance import accept_in_library, forms_in_library
from cppcc_reader.services.entity_index import indexed_names, place_rows, read_places
from cppcc_reader.services.suggestion_job import suggest_on_library
from cppcc_reader.storage.library import Library
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.workspace import now
from library_builder import add_page
from page_builder import build

MENTIONS = 200
LABELS = ("PER", "LOC", "ORG", "TITLE", "TIME")


def suggested(text: str, _annotations: AnnotationSet) -> tuple[Mention, ...]:
    """Return a mention for every second pair of characters."""
    return tuple(
        Mention(
            id=f"s{at}",
            label=LABELS[at % 5],
            fragments=(Span(4 * at, 4 * at + 2),),
            origin=Origin.SUGGESTED,
            evidence=Evidence(0.5 + at % 50 / 100, "试"),
        )
        for at in range(min(MENTIONS, len(text) // 4))
    )


def fill(library: Library, pages: int) -> None:
    """Store pages; every name stands on one page in a thousand, so that ten thousand pages have 200,000 names."""
    for number in range(pages):
        body = "".join(chr(0x4E00 + (number % 1000 * 7 + at * at) % 9000) for at in range(4 * MENTIONS))
        text, annotations = build(("a1", "body", body))
        add_page(library, f"p{number}", text, annotations, date=f"20{number % 23:02}-01-01")


def beside_the_window(
    application: QApplication, runner: TaskRunner, work: Callable[[TaskContext], Any]
) -> tuple[Any, dict[str, float]]:
    """Return what the work returns, and its seconds with the gaps of the window's heart meanwhile."""
    answers: list[Any] = []
    heart, began = Heart(), time.perf_counter()
    runner.run(work, done=answers.append, failed=answers.append)
    heart.beats.append(began)
    while not answers:
        application.processEvents()
        time.sleep(0.001)
    if isinstance(answers[0], Exception):
        raise answers[0]
    ended = time.perf_counter()
    heart.beats += [ended, ended]
    return answers[0], {"seconds": round(ended - began, 2), **heart.gaps()}


def measure(application: QApplication, library: Library, pages: int) -> dict[str, Any]:
    """Run every task once."""
    runner = TaskRunner()

    def own(task: Callable[[Library, TaskContext], Any]) -> tuple[Any, dict[str, float]]:
        def work(context: TaskContext) -> Any:
            with library.sibling() as sibling:
                return task(sibling, context)

        return beside_the_window(application, runner, work)

    def job(stop_after: int) -> Callable[[Library, TaskContext], Any]:
        done: list[int] = []
        return lambda sibling, _context: suggest_on_library(
            sibling,
            suggested,
            annotator="bench",
            clock=now,
            progress=lambda number, _total: done.append(number),
            cancelled=lambda: len(done) >= stop_after,
        )

    found: dict[str, Any] = {"idle": idle(application, 2)}
    first, found["suggesting, stopped half way"] = own(job(pages // 2))
    second, found["suggesting, taken up again"] = own(job(pages))
    assert (first.left, second.pages, second.left) == (pages - pages // 2, pages - pages // 2, 0)
    _forms, found["forms above 0.95"] = own(lambda sibling, _context: forms_in_library(sibling, 0.95))
    names, found["index of names"] = own(lambda sibling, _context: indexed_names(sibling))
    rows, found["places of the first name"] = own(lambda sibling, _context: place_rows(sibling, names[0]))
    _read, found["200 of them with their words"] = own(lambda sibling, _context: read_places(sibling, rows[:200]))
    report, found["accepting above 0.95"] = own(
        lambda sibling, context: accept_in_library(
            sibling, 0.95, frozenset(), annotator="bench", clock=now, progress=context.report
        )
    )
    found["counts"] = {"pages": pages, "names": len(names), "places": len(rows), "accepted": report.places}
    runner.close()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000)
    pages = parser.parse_args().pages
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder, Library.create(Path(folder) / "bench.cppcc") as library:
        with library.transaction(durable=False):
            fill(library, pages)
        for what, figures in measure(application, library, pages).items():
            print(what, json.dumps(figures, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
