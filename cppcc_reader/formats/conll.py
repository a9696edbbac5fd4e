"""CoNLL columns: one token per line with its tag, a blank line between sentences.

White space is no token. Beside the columns lies one JSON line per document (``.documents.jsonl``) with its
text and its mapping to the page; with it the columns can be read back to the letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.document_json import document_from_meta, meta_to_json
from cppcc_reader.formats.exporter import Exporter, Target, TextFile
from cppcc_reader.formats.loss import Loss, Trait
from cppcc_reader.formats.reading import UNTAKEABLE, ReadingError, Refusal, cause_of, json_lines, text_of_file
from cppcc_reader.formats.tagging_scheme import ranges_of, tags_of
from cppcc_reader.formats.tokens import Token, aligned, tokens_of
from cppcc_reader.formats.training_document import TrainingDocument

SUFFIX = ".conll"
SIDECAR = ".documents.jsonl"

_SENTENCE_END = re.compile(r"[。！？!?…][。！？!?…”’」』）)]*|\n")

Row = tuple[str, str]


class ConllWriter:
    """Writes tokens with tags, and the documents beside them."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._file = TextFile(target.path(SUFFIX))
        self._documents = TextFile(target.path(SIDECAR))

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write one document, sentence by sentence; ranges that cut a token are left out and returned."""
        tokens = tokens_of(document.text, self._target.tokens)
        ranges, lost = aligned(document, tokens)
        tags = tags_of(len(tokens), ranges, self._target.scheme)
        breaks = _sentence_breaks(document.text, tokens, ranges)
        text = document.text
        rows = [f"{text[start:end]}\t{tag}\n" for (start, end), tag in zip(tokens, tags, strict=True)]
        for first, stop in pairwise((0, *breaks, len(tokens))):
            self._file.write("".join(rows[first:stop]) + "\n")
        self._documents.write_json(
            {"tokens": len(tokens), "text": document.text, "kind": self._target.tokens.value, **meta_to_json(document)}
        )
        return lost

    def close(self) -> None:
        """Close both files."""
        self._file.close()
        self._documents.close()


EXPORTER = Exporter(
    name="conll",
    name_zh="CoNLL 序列标注",
    suffix=SUFFIX,
    offsets="token",
    open=ConllWriter,
    carries=frozenset({Trait.MENTIONS, Trait.SEGMENTS, Trait.NOTES, Trait.CONTINUATION}),
    roles_as_labels=True,
)


def _sentence_breaks(text: str, tokens: list[Token], ranges: list[tuple[int, int, str]]) -> list[int]:
    starts = [start for start, _end in tokens]
    found = {bisect_left(starts, end.end()) for end in _SENTENCE_END.finditer(text)}
    inside = {index for first, stop, _label in ranges for index in range(first + 1, stop)}
    return sorted(found - inside - {0, len(tokens)})


def read_conll(path: Path, refuse: Callable[[Refusal], None]) -> Iterator[TrainingDocument]:
    """Yield the documents of a CoNLL file: as its sidecar says, or one per sentence where there is none."""
    try:
        sentences = list(_sentences(path))
    except ReadingError as error:
        refuse(Refusal(path, None, str(error)))
        return
    sidecar = path.with_name(path.name.removesuffix(SUFFIX) + SIDECAR)
    if sidecar.exists():
        yield from _with_sidecar(path, sentences, sidecar, refuse)
        return
    for line, rows in sentences:
        name = f"{path.name}-{line}"
        text = "".join(token for token, _tag in rows)
        try:
            mentions = _mentions(rows, _spans_in_order(rows))
            yield TrainingDocument(id=name, page_id=name, text=text, mentions=mentions)
        except UNTAKEABLE as error:
            refuse(Refusal(path, line, cause_of(error)))


def _sentences(path: Path) -> Iterator[tuple[int, list[Row]]]:
    rows: list[Row] = []
    begin = 1
    for number, line in enumerate((*text_of_file(path).split("\n"), ""), 1):
        columns = line.split()
        if columns and not line.startswith("-DOCSTART-"):
            if not rows:
                begin = number
            if len(columns) < 2:
                raise ReadingError(f"第 {number} 行只有一列，应为“字 标记”")
            rows.append((columns[0], columns[-1]))
        elif rows:
            yield begin, rows
            rows = []


def _with_sidecar(
    path: Path, sentences: list[tuple[int, list[Row]]], sidecar: Path, refuse: Callable[[Refusal], None]
) -> Iterator[TrainingDocument]:
    rows = [row for _line, sentence in sentences for row in sentence]
    done = 0

    def build(data: Mapping[str, Any], _path: Path, _line: int) -> TrainingDocument:
        nonlocal done
        mine = rows[done : done + int(data["tokens"])]
        done += int(data["tokens"])
        text = str(data["text"])
        return document_from_meta(text, data, _mentions(mine, _spans_in_text(mine, text)))

    yield from json_lines(sidecar, refuse, build)
    if done != len(rows):
        refuse(Refusal(path, None, f"有 {len(rows)} 个词例，旁边的 {sidecar.name} 说是 {done} 个"))


def _spans_in_order(rows: list[Row]) -> list[Span]:
    spans: list[Span] = []
    end = 0
    for token, _tag in rows:
        spans.append(Span(end, end + len(token)))
        end += len(token)
    return spans


def _spans_in_text(rows: list[Row], text: str) -> list[Span]:
    spans: list[Span] = []
    end = 0
    for token, _tag in rows:
        start = text.find(token, end)
        if start < 0 or text[end:start].strip():
            raise ReadingError(f"词例“{token}”与原文不符（位置 {end}）")
        end = start + len(token)
        spans.append(Span(start, end))
    return spans


def _mentions(rows: list[Row], spans: list[Span]) -> tuple[Mention, ...]:
    ranges = ranges_of([tag for _token, tag in rows])
    return tuple(
        Mention(id=f"m{number}", label=label, fragments=(Span(spans[first].start, spans[stop - 1].end),))
        for number, (first, stop, label) in enumerate(ranges, 1)
    )
