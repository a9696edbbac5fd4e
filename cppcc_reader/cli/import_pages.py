"""``cppcc-reader import``: page files, folders and page records into a library."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from cppcc_reader.services.backup import BEFORE_IMPORT, take_snapshot
from cppcc_reader.services.import_report import ImportReport, Outcome
from cppcc_reader.services.import_sources import expand
from cppcc_reader.services.page_import import ImportProgress, import_paths
from cppcc_reader.services.parallel_annotation import annotator_for
from cppcc_reader.storage.library import Library


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "import",
        help="把版面文件、文件夹或版面记录导入文库",
        description="读入、切分、预标实体并存入文库；相同的文件不会重复导入。有文件未能导入时退出码为 1。",
    )
    parser.add_argument("library", type=Path, metavar="文库", help=".cppcc 文件；没有则新建")
    parser.add_argument(
        "paths", type=Path, nargs="+", metavar="路径", help="文本文件、文件夹、版面记录（.jsonl、.jsonl.gz）"
    )
    parser.add_argument("--encoding", metavar="编码", help="所有文本文件的编码，例如 gb18030；不写则逐个判断")
    parser.add_argument("--no-entities", action="store_true", help="只切分，不预标实体")


def run(args: argparse.Namespace) -> int:
    """Import, print the report, and return 1 if anything was refused or the import was interrupted."""
    with Library.open_or_create(args.library) as library:
        if library.pages.ids(include_trashed=True):
            take_snapshot(library, BEFORE_IMPORT, _now())
        files = list(expand(args.paths))
        with (
            annotator_for(len(files), entities=not args.no_entities, library=args.library) as annotator,
            _interruptible() as cancelled,
        ):
            report = import_paths(
                library,
                files,
                annotator,
                clock=_now,
                encoding=args.encoding,
                progress=_show_progress if sys.stderr.isatty() else None,
                cancelled=cancelled,
            )
    _print(report)
    return 1 if report.cancelled or report.of(Outcome.REFUSED) else 0


def _print(report: ImportReport) -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    for line in report.lines():
        print(line)
    print(report.summary)


def _show_progress(progress: ImportProgress) -> None:
    print(f"\r\x1b[K{progress.done + 1}/{progress.total} {progress.name}", end="", file=sys.stderr, flush=True)


@contextmanager
def _interruptible() -> Iterator[Callable[[], bool]]:
    """Let Ctrl+C stop the import after the page at hand, so that the report still tells what was stored."""
    pressed = False

    def note(_signal: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)


def _now() -> datetime:
    return datetime.now(UTC)
