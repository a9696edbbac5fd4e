"""What the library costs beside bare sqlite3: storing pages, one edit, the list of pages, a large import.

Run from the root of the checkout (about three minutes)::

    python tests/benchmarks/bench_storage.py [--pages 1000] [--import-pages 10000]

Prints one JSON object. Ratios compare two ways within this run, taken in turns, as medians of rounds; the other
figures are milliseconds or mebibytes. Aim: ``store_ratio`` at most 4. With ``BENCH_CPU=1`` in the environment the
processor's time is counted instead of the clock's, for a machine that is busy with other things.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence, Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.page_text import read_page_file
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.page_import import SLICE_PAGES, import_paths
from cppcc_reader.storage.library import Library

CHARACTERS = 6_000
BLOCK_CHARACTERS = 150
ARTICLES = 10
ROUNDS = 5
EDITS = 400
CLOCK = time.process_time if os.environ.get("BENCH_CPU") else time.perf_counter


def main() -> None:
    """Run all parts and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--import-pages", type=int, default=10_000)
    options = parser.parse_args()
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        files = _write_pages(root / "pages", options.pages)
        figures |= _storing(root, files)
        figures |= _editing(root, files[:20])
        figures |= _importing(root, options.import_pages)
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=1))


def _storing(root: Path, files: list[Path]) -> dict[str, float]:
    """Compare reading, hashing and storing pages: by bare sqlite3 and in a library.

    Bare sqlite3 writes the same facts (bytes, text, a row for each segment and mention) without checking any;
    ``bytes`` is the barest of all: the file and its digest in one table, no text, no rows.
    """
    proposals = {path: _annotations(read_page_file(path).page.text) for path in files}
    only_bytes: dict[Path, AnnotationSet] = {}
    barest, bare, stored = [], [], []
    for number in range(ROUNDS):
        barest.append(_seconds(partial(_store_bare, root / f"barest{number}.db", files, only_bytes)))
        bare.append(_seconds(partial(_store_bare, root / f"bare{number}.db", files, proposals)))
        stored.append(_seconds(partial(_store, root / f"stored{number}.cppcc", files, proposals)))
    size = (root / "stored0.cppcc").stat().st_size
    return {
        "pages": len(files),
        "stored_ms_per_page": statistics.median(stored) / len(files) * 1000,
        "bare_ms_per_page": statistics.median(bare) / len(files) * 1000,
        "store_ratio": statistics.median(stored) / statistics.median(bare),
        "store_ratio_to_bytes_alone": statistics.median(stored) / statistics.median(barest),
        "library_size_ratio": size / (root / "bare0.db").stat().st_size,
    }


def _store_bare(path: Path, files: list[Path], proposals: dict[Path, AnnotationSet]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("CREATE TABLE page (sha256 TEXT PRIMARY KEY, name TEXT, bytes BLOB, text TEXT)")
        connection.execute("CREATE TABLE segment (page, start, stop, article, role, confidence, reason)")
        connection.execute("CREATE TABLE mention (page, id, label, start, stop, confidence, reason)")
        for begin in range(0, len(files), SLICE_PAGES):
            with connection:
                for number, file in enumerate(files[begin : begin + SLICE_PAGES], begin):
                    data = file.read_bytes()
                    digest = hashlib.sha256(data).hexdigest()
                    text = data.decode() if proposals else None
                    connection.execute("INSERT INTO page VALUES (?, ?, ?, ?)", (digest, file.name, data, text))
                    if proposals:
                        _write_rows(connection, number, proposals[file])


def _write_rows(connection: sqlite3.Connection, page: int, annotations: AnnotationSet) -> None:
    connection.executemany(
        "INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (page, segment.start, segment.end, article.id, segment.role.value, segment.confidence, segment.reason)
            for article in annotations.articles
            for segment in article.segments
        ],
    )
    connection.executemany(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (page, one.id, one.label, one.start, one.fragments[0].end, one.evidence.confidence, one.evidence.reason)
            for one in annotations.mentions
            if one.evidence is not None
        ],
    )


def _store(path: Path, files: list[Path], proposals: dict[Path, AnnotationSet]) -> None:
    """Store pages as an import does, with proposals made beforehand."""
    now = datetime.now(UTC)
    with Library.create(path) as library:
        for begin in range(0, len(files), SLICE_PAGES):
            with library.transaction(durable=False):
                for file in files[begin : begin + SLICE_PAGES]:
                    read = read_page_file(file)
                    record = PageRecord(page=read.page, annotations=proposals[file])
                    library.pages.add(record, read.original, now)


def _editing(root: Path, files: list[Path]) -> dict[str, float]:
    """Time one edit through the service, its undo, and the same rows written with bare sqlite3."""
    with Library.create(root / "edit.cppcc") as library:
        for file in files:
            read = read_page_file(file)
            record = PageRecord(page=read.page, annotations=_annotations(read.page.text))
            library.pages.add(record, read.original, datetime.now(UTC))
        service = AnnotationService(library, annotator="甲", clock=lambda: datetime.now(UTC))
        page_id = library.pages.ids()[0]
        starts = [segment.start for _article, segment in service.record(page_id).annotations.all_segments()]
        roles = (Role.HEADLINE, Role.BODY)
        commands = [
            SetRole(starts=(starts[number % len(starts)],), role=roles[number // len(starts) % 2])
            for number in range(EDITS)
        ]
        edits = [_seconds(partial(service.execute, page_id, command)) for command in commands]
        undos = [_seconds(partial(service.undo, page_id)) for _ in range(EDITS // 2)]
        opening = [_seconds(partial(library.pages.record, page_id)) for _ in range(50)]
    return {
        "edit_ms_median": statistics.median(edits) * 1000,
        "edit_ms_p95": sorted(edits)[int(len(edits) * 0.95)] * 1000,
        "undo_ms_median": statistics.median(undos) * 1000,
        "load_page_ms_median": statistics.median(opening) * 1000,
    }


class _Proposer:
    """Stands for the presegmenter: the import is measured, not the splitter."""

    def annotate(self, text: str) -> AnnotationSet:
        return _annotations(text)


def _importing(root: Path, count: int) -> dict[str, float]:
    """Import many pages in one go, import them again, and read the list of pages."""
    folder = root / "many"
    _write_pages(folder, count, characters=2_000)
    memory_before = _peak_mib()
    slices: list[float] = []
    with Library.create(root / "many.cppcc") as library:
        clock = lambda: datetime.now(UTC)  # noqa: E731
        started = last = CLOCK()

        def note(_progress: object) -> None:
            nonlocal last
            slices.append(CLOCK() - last)
            last = CLOCK()

        import_paths(library, [folder], _Proposer(), clock=clock, progress=note)
        first = CLOCK() - started
        again = _seconds(partial(import_paths, library, [folder], _Proposer(), clock=clock))
        listing = [_seconds(library.pages.summaries) for _ in range(5)]
    return {
        "import_pages": count,
        "import_ms_per_page": first / count * 1000,
        "import_longest_step_ms": max(slices) * 1000,
        "import_again_ms_per_page": again / count * 1000,
        "import_memory_growth_mib": _peak_mib() - memory_before,
        "list_all_pages_ms": statistics.median(listing) * 1000,
    }


def _write_pages(folder: Path, count: int, characters: int = CHARACTERS) -> list[Path]:
    """Write invented pages: blocks of common characters with blank lines between."""
    folder.mkdir()
    chance = random.Random(7)
    alphabet = [bytes([high, low]).decode("gb2312") for high in range(0xB0, 0xC8) for low in range(0xA1, 0xFF)]
    paths = []
    for number in range(count):
        letters = chance.choices(alphabet, k=characters)
        text = "".join(letters)
        blocks = [text[start : start + BLOCK_CHARACTERS] for start in range(0, characters, BLOCK_CHARACTERS)]
        path = folder / f"{number:05}.txt"
        path.write_bytes("\n\n".join(blocks).encode())
        paths.append(path)
    return paths


def _annotations(text: str) -> AnnotationSet:
    """Return ten articles, a reason for each block, and two entities in each block."""
    segments = _segments(text, Evidence(0.85, "上段句子未完"))
    share = -(-len(segments) // ARTICLES)
    articles = tuple(
        Article(id=f"a{begin}", segments=tuple(segments[begin : begin + share]), confidence=0.9)
        for begin in range(0, len(segments), share)
    )
    mentions = tuple(
        Mention(
            id=f"s{segment.start + shift}",
            label="PER",
            fragments=(Span(segment.start + shift, segment.start + shift + 3),),
            origin=Origin.SUGGESTED,
            evidence=Evidence(0.7, "词表"),
        )
        for segment in segments
        for shift in (10, 50)
        if segment.start + shift + 3 <= segment.end
    )
    return AnnotationSet.of(articles=articles, mentions=mentions)


def _segments(text: str, evidence: Evidence | None) -> list[Segment]:
    found, start = [], 0
    for block in text.split("\n\n"):
        end = start + len(block)
        found.append(Segment(start=start, end=end, role=Role.BODY, role_evidence=evidence, link_evidence=evidence))
        start = end + 2
    return found


def _seconds(work: Callable[[], object]) -> float:
    started = CLOCK()
    work()
    return CLOCK() - started


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
