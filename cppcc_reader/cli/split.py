"""``cppcc-reader split``: pages in, page records out, without a library."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from cppcc_reader.cli.page_inputs import page_files, warn
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.json_codec import RecordError
from cppcc_reader.core.model.page import Page
from cppcc_reader.core.model.provenance import PageRecord, Provenance
from cppcc_reader.formats.page_record import record_to_line
from cppcc_reader.formats.page_text import PageFileError, read_page_file
from cppcc_reader.formats.record_file import RecordFileError, is_record_file, read_lines, write_records
from cppcc_reader.services.presegmentation import Presegmenter

_ANNOTATOR = "cppcc-reader"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("split", help="切分版面文件，输出版面记录，不用文库")
    parser.add_argument("paths", nargs="+", type=Path, metavar="路径", help="版面文件、文件夹、.jsonl 或 .jsonl.gz")
    parser.add_argument("--no-entities", action="store_true", help="只切分，不提示实体")
    parser.add_argument("--encoding", metavar="编码", help="按这种编码读文本文件")
    parser.add_argument("-o", "--out", type=Path, metavar="文件", help="写入文件（.jsonl 或 .jsonl.gz）；默认写到屏幕")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Write one page record per page; return 1 if any page was refused."""
    presegmenter = Presegmenter.load(entities=not args.no_entities)
    refused: list[str] = []
    records = _records(args.paths, args.encoding, presegmenter, refused)
    if args.out is not None:
        write_records(args.out, records)
    else:
        for record in records:
            sys.stdout.write(record_to_line(record))
    return 1 if refused else 0


def _records(
    paths: Sequence[Path], encoding: str | None, presegmenter: Presegmenter, refused: list[str]
) -> Iterator[PageRecord]:
    for page in _pages(paths, encoding, refused):
        annotations: AnnotationSet = presegmenter.annotate(page.text)
        yield PageRecord(page=page, annotations=annotations, provenance=Provenance(annotator=_ANNOTATOR))


def _pages(paths: Sequence[Path], encoding: str | None, refused: list[str]) -> Iterator[Page]:
    for path in page_files(paths):
        try:
            if is_record_file(path):
                yield from _recorded_pages(path, refused)
            else:
                yield read_page_file(path, encoding).page
        except (PageFileError, RecordError, OSError) as error:
            _refuse(f"{path}：{error}", refused)


def _recorded_pages(path: Path, refused: list[str]) -> Iterator[Page]:
    for _line_no, found in read_lines(path):
        if isinstance(found, RecordFileError):
            _refuse(str(found), refused)
        else:
            yield found.page


def _refuse(message: str, refused: list[str]) -> None:
    refused.append(message)
    warn(f"未切分：{message}")
