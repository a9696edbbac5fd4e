"""Files of page records: ``*.pages.jsonl`` and ``*.pages.jsonl.gz``, one record per line."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from cppcc_reader.core.model.json_codec import RecordError
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.page_record import record_from_line, record_to_line


class RecordFileError(RecordError):
    """A line of a page-record file that cannot be taken; the message names file, line and cause."""

    def __init__(self, path: Path, line_no: int, cause: str) -> None:
        super().__init__(f"{path.name} 第 {line_no} 行：{cause}")
        self.path = path
        self.line_no = line_no
        self.cause = cause


def is_record_file(path: Path) -> bool:
    """Tell by its name whether a file holds page records."""
    return path.name.endswith((".jsonl", ".jsonl.gz"))


def read_lines(path: Path) -> Iterator[tuple[int, PageRecord | RecordFileError]]:
    """Yield (line number from 1, record or error) for each line that is not blank; a bad line does not stop the rest.

    Raises:
        RecordFileError: if the file itself cannot be read on (not UTF-8, a damaged gzip).
        OSError: if it cannot be opened.
    """
    line_no = 0
    with _opened(path) as stream:
        try:
            for line in stream:
                line_no += 1
                if not line.strip():
                    continue
                try:
                    yield line_no, record_from_line(line)
                except RecordFileError:
                    raise
                except RecordError as error:
                    yield line_no, RecordFileError(path, line_no, str(error))
        except UnicodeDecodeError as error:
            raise RecordFileError(path, line_no + 1, "不是 UTF-8 文本") from error
        except (gzip.BadGzipFile, EOFError) as error:
            raise RecordFileError(path, line_no + 1, "压缩文件已损坏") from error


def read_records(path: Path) -> Iterator[PageRecord]:
    """Yield the records of a file.

    Raises:
        RecordFileError: at the first line that cannot be taken.
        OSError: if the file cannot be opened.
    """
    for _line_no, record in read_lines(path):
        if isinstance(record, RecordFileError):
            raise record
        yield record


def write_records(path: Path, records: Iterable[PageRecord]) -> int:
    """Write records beside ``path`` and swap them in when all is written; return how many.

    The same records give the same bytes, compressed ones too.

    Raises:
        RecordError: if a record breaks an invariant; the old file stays.
        OSError: if the file cannot be written.
    """
    beside = path.with_name(path.name + ".part")
    count = 0
    try:
        with beside.open("wb") as raw:
            sink = gzip.GzipFile("", "wb", fileobj=raw, mtime=0) if path.name.endswith(".gz") else raw
            for record in records:
                sink.write(record_to_line(record).encode("utf-8", "surrogatepass"))
                count += 1
            if sink is not raw:
                sink.close()
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    return count


def _opened(path: Path) -> IO[str]:
    if path.name.endswith(".gz"):
        return io.TextIOWrapper(gzip.open(path, "rb"), encoding="utf-8", newline="\n")
    return path.open(encoding="utf-8-sig", newline="\n")
