"""Prodigy JSON lines: text, character tokens, and spans with their first and last token."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cppcc_reader.formats.document_json import meta_to_json
from cppcc_reader.formats.exporter import Exporter, Target, TextFile
from cppcc_reader.formats.loss import Loss, Trait
from cppcc_reader.formats.tokens import aligned, tokens_of
from cppcc_reader.formats.training_document import TrainingDocument

SUFFIX = ".prodigy.jsonl"


class ProdigyWriter:
    """Writes one task per line."""

    def __init__(self, target: Target) -> None:
        self._file = TextFile(target.path(SUFFIX))
        self._tokens = target.tokens

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write one document; ranges that cut a token are left out and returned."""
        text = document.text
        tokens = tokens_of(text, self._tokens)
        ranges, lost = aligned(document, tokens)
        spans: list[dict[str, Any]] = [
            {
                "start": tokens[first][0],
                "end": tokens[stop - 1][1],
                "token_start": first,
                "token_end": stop - 1,
                "label": label,
            }
            for first, stop, label in ranges
        ]
        self._file.write_json(
            {
                "text": text,
                "tokens": [
                    {
                        "text": text[start:end],
                        "start": start,
                        "end": end,
                        "id": index,
                        "ws": text[end : end + 1].isspace(),
                    }
                    for index, (start, end) in enumerate(tokens)
                ],
                "spans": spans,
                "answer": "accept",
                "meta": meta_to_json(document),
            }
        )
        return lost

    def close(self) -> None:
        """Close the file."""
        self._file.close()


EXPORTER = Exporter(
    name="prodigy",
    name_zh="Prodigy 任务行",
    suffix=SUFFIX,
    offsets="codepoint",
    open=ProdigyWriter,
    carries=frozenset({Trait.MENTIONS, Trait.SEGMENTS, Trait.NOTES, Trait.CONTINUATION}),
    roles_as_labels=True,
)
