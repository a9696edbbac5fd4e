"""A person goes on editing while pages come in beside, and neither loses anything."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from time import sleep

from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.import_report import ImportReport, Outcome
from cppcc_reader.services.library_check import check_library
from cppcc_reader.services.page_import import SLICE_PAGES, import_paths
from cppcc_reader.storage.library import Library
from library_builder import add_page
from page_builder import build

PAGES = 4 * SLICE_PAGES
HANDS_S = 0.002
"""Between two edits: even the fastest hands let go of the library."""


class Splitter:
    """The whole page is one segment; tells when it has begun."""

    def __init__(self) -> None:
        self.begun = Event()

    def annotate(self, text: str) -> AnnotationSet:
        self.begun.set()
        segment = Segment(start=0, end=len(text.strip()))
        return AnnotationSet.of(articles=(Article(id="a1", segments=(segment,)),))


def _now() -> datetime:
    return datetime.now(UTC)


def test_edits_and_an_import_share_a_library(tmp_path: Path) -> None:
    folder = tmp_path / "报"
    folder.mkdir()
    for number in range(PAGES):
        (folder / f"{number}.txt").write_text(f"第{number}座桥修好了。", "utf-8")
    reports: list[ImportReport] = []
    splitter = Splitter()

    def bring_in() -> None:
        with library.sibling() as own:
            reports.append(import_paths(own, [folder], splitter, clock=_now))

    with Library.create(tmp_path / "库.cppcc") as library:
        add_page(library, "p1", *build(("a1", "headline", "新桥通车"), ("a1", "body", "桥修好了。")))
        service = AnnotationService(library, annotator="甲", clock=_now)
        worker = Thread(target=bring_in)
        worker.start()
        splitter.begun.wait()
        edits = 0
        while worker.is_alive() or edits < 10:
            service.execute("p1", SetRole(starts=(0,), role=list(Role)[edits % len(Role)]))
            edits += 1
            sleep(HANDS_S)
        worker.join()
        assert len(reports[0].of(Outcome.IMPORTED)) == PAGES
        assert len(library.pages.ids()) == PAGES + 1
        report = check_library(library)
        assert report.problems == ()
        # Setting the role that the headline has already is no step.
        assert report.steps >= edits - edits // len(Role) - 1
