"""doccano JSON lines: one text per line with ``label: [[start, end, label], …]`` in code points."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from cppcc_reader.core.model.mention import Mention
from cppcc_reader.formats.document_json import document_from_meta, is_own_meta, meta_to_json
from cppcc_reader.formats.exporter import Exporter, Target, TextFile
from cppcc_reader.formats.loss import Loss, Trait
from cppcc_reader.formats.reading import Refusal, json_lines, require_inside
from cppcc_reader.formats.training_document import TrainingDocument

SUFFIX = ".doccano.jsonl"


class DoccanoWriter:
    """Writes one line per document."""

    def __init__(self, target: Target) -> None:
        self._file = TextFile(target.path(SUFFIX))

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write one document; its mapping to the page travels in ``meta``."""
        self._file.write_json(
            {
                "text": document.text,
                "label": [[one.start, one.fragments[-1].end, one.label] for one in document.mentions],
                "meta": meta_to_json(document),
            }
        )
        return ()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


EXPORTER = Exporter(
    name="doccano",
    name_zh="doccano 标注行",
    suffix=SUFFIX,
    offsets="codepoint",
    open=DoccanoWriter,
    carries=frozenset({Trait.MENTIONS, Trait.NESTING, Trait.SEGMENTS, Trait.NOTES, Trait.CONTINUATION}),
    roles_as_labels=True,
)


def read_doccano(path: Path, refuse: Callable[[Refusal], None]) -> Iterator[TrainingDocument]:
    """Yield the documents of a doccano file, its own or another's; lines that cannot be taken are refused."""
    yield from json_lines(path, refuse, _document)


def _document(data: Mapping[str, Any], path: Path, line: int) -> TrainingDocument:
    text = str(data["text"] if "text" in data else data["data"])
    labels = data.get("label", data.get("labels", ())) or ()
    mentions = tuple(_mentions(data.get("entities"), labels, text))
    meta = data.get("meta", data.get("Metadata"))
    if isinstance(meta, str):
        # Some versions give metadata back as text; what is no JSON was never ours.
        with suppress(ValueError):
            meta = json.loads(meta)
    if is_own_meta(meta):
        return document_from_meta(text, meta, mentions)
    name = f"{path.name}-{line}"
    return TrainingDocument(id=name, page_id=name, text=text, mentions=mentions)


def _mentions(entities: Any, labels: Iterable[Any], text: str) -> Iterator[Mention]:
    # doccano writes triples, or objects when relations are switched on.
    triples = (
        [(one["start_offset"], one["end_offset"], one["label"]) for one in entities] if entities is not None else labels
    )
    for number, (start, end, label) in enumerate(triples, 1):
        span = require_inside(int(start), int(end), text)
        yield Mention(id=f"m{number}", label=str(label), fragments=(span,))
