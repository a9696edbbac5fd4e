"""brat standoff: ``.txt`` and ``.ann`` per document, one folder per split, and an ``annotation.conf``.

The ``.txt`` is the document's text to the letter. Positions are code points; a fragment never holds a line
break (brat forbids it), so one is written as two fragments there. ``documents.jsonl`` beside them holds the
mapping to the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise
from pathlib import Path

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.document_json import Json, document_from_meta, is_own_meta, meta_to_json
from cppcc_reader.formats.exporter import Exporter, Target, TextFile
from cppcc_reader.formats.file_stem import file_stem
from cppcc_reader.formats.loss import ALL_TRAITS, Loss
from cppcc_reader.formats.reading import UNTAKEABLE, ReadingError, Refusal, cause_of, require_inside
from cppcc_reader.formats.training_document import TrainingDocument, mention_order

SIDECAR = "documents.jsonl"
CONFIG = "annotation.conf"

_LINE = re.compile(r"[^\n]+")
_ENTITY = re.compile(r"(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
_ATTRIBUTE = re.compile(r"A\S+\tOrigin (T\S+) (\S+)")
_NOTE = re.compile(r"#\S+\tNormalForm (T\S+)\t(.*)")


class BratWriter:
    """Writes two files per document into the folder of its split."""

    def __init__(self, target: Target) -> None:
        self._folder = target.folder / target.split
        self._folder.mkdir(parents=True)
        self._labels = [label.id for label in target.labels]
        self._documents = TextFile(self._folder / SIDECAR)

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write one document."""
        self._labels += [one.label for one in document.mentions if one.label not in self._labels]
        stem = file_stem(document.id)
        with TextFile(self._folder / f"{stem}.txt") as file:
            file.write(document.text)
        with TextFile(self._folder / f"{stem}.ann") as file:
            file.write("".join(f"{line}\n" for line in annotation_lines(document)))
        self._documents.write_json({"file": f"{stem}.txt", "mentions": _ids(document), **meta_to_json(document)})
        return ()

    def close(self) -> None:
        """Write the configuration with every label that has occurred."""
        self._documents.close()
        with TextFile(self._folder / CONFIG) as file:
            file.write("[entities]\n" + "".join(f"{label}\n" for label in self._labels))
            file.write("\n[relations]\n\n[events]\n\n[attributes]\n")
            file.write("Origin\tArg:<ENTITY>, Value:person|suggested|accepted\n")


EXPORTER = Exporter(
    name="brat",
    name_zh="brat 标注文件",
    suffix=".ann",
    offsets="codepoint",
    open=BratWriter,
    carries=ALL_TRAITS,
    roles_as_labels=True,
)


def annotation_lines(document: TrainingDocument) -> Iterator[str]:
    """Yield the lines of the ``.ann`` file without their line ends."""
    attributes = notes = 0
    for number, mention in enumerate(document.mentions, 1):
        parts = [part for fragment in mention.fragments for part in _lines_of(fragment, document.text)]
        places = ";".join(f"{part.start} {part.end}" for part in parts)
        words = " ".join(part.text_of(document.text) for part in parts)
        yield f"T{number}\t{mention.label} {places}\t{words}"
        if mention.origin is not Origin.PERSON:
            attributes += 1
            yield f"A{attributes}\tOrigin T{number} {mention.origin.value}"
        if mention.normal_form is not None:
            notes += 1
            yield f"#{notes}\tNormalForm T{number}\t{' '.join(mention.normal_form.split())}"


def _ids(document: TrainingDocument) -> Json:
    """Return by brat's name the id of each mention, and how many lines each of its fragments takes."""
    return {
        f"T{number}": {
            "id": mention.id,
            "lines": [len(list(_lines_of(fragment, document.text))) for fragment in mention.fragments],
        }
        for number, mention in enumerate(document.mentions, 1)
    }


def _lines_of(fragment: Span, text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text, fragment.start, fragment.end):
        yield Span(line.start(), line.end())


def read_brat(path: Path, refuse: Callable[[Refusal], None]) -> Iterator[TrainingDocument]:
    """Yield the documents of a brat folder, or the one document of an ``.ann`` or ``.txt`` file."""
    if path.is_dir():
        texts = sorted(one for one in path.glob("*.txt") if one.with_suffix(".ann").exists())
    else:
        texts = [path.with_suffix(".txt")]
    known = _sidecar(texts[0].parent if texts else path)
    for text_path in texts:
        try:
            yield _document(text_path, known.get(text_path.name, {}), refuse)
        except OSError as error:
            refuse(Refusal(text_path, None, f"无法读取：{error.strerror or error}"))
        except UNTAKEABLE as error:
            refuse(Refusal(text_path, None, cause_of(error)))


def _sidecar(folder: Path) -> dict[str, Json]:
    try:
        lines = (folder / SIDECAR).read_text(encoding="utf-8").split("\n")
        rows = [json.loads(line) for line in lines if line]
        return {str(row["file"]): row for row in rows}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _document(path: Path, meta: Json, refuse: Callable[[Refusal], None]) -> TrainingDocument:
    # Bytes decoded here: reading as text would change line ends and with them every position.
    text = path.read_bytes().decode("utf-8")
    lines = path.with_suffix(".ann").read_bytes().decode("utf-8").replace("\r\n", "\n").split("\n")
    origins = {found[1]: Origin(found[2]) for line in lines if (found := _ATTRIBUTE.fullmatch(line))}
    forms = {found[1]: found[2] for line in lines if (found := _NOTE.fullmatch(line))}
    known = meta.get("mentions") or {}
    mentions = []
    for number, line in enumerate(lines, 1):
        if not line.startswith("T"):
            continue
        try:
            name, label, spans = _entity(line, text)
        except ReadingError as error:
            refuse(Refusal(path.with_suffix(".ann"), number, str(error)))
            continue
        own = known.get(name, {})
        mentions.append(
            Mention(
                id=str(own.get("id", name)),
                label=label,
                fragments=tuple(_mended(spans, text, own.get("lines", []))),
                origin=origins.get(name, Origin.PERSON),
                normal_form=forms.get(name),
            )
        )
    if is_own_meta(meta):
        return document_from_meta(text, meta, tuple(mentions))
    return TrainingDocument(
        id=path.stem, page_id=path.stem, text=text, mentions=tuple(sorted(mentions, key=mention_order))
    )


def _entity(line: str, text: str) -> tuple[str, str, list[Span]]:
    found = _ENTITY.fullmatch(line)
    if found is None:
        raise ReadingError("不是 brat 的标注行")
    places = (place.split(" ") for place in found[3].split(";"))
    spans = [require_inside(int(start), int(end), text) for start, end in places]
    if " ".join(span.text_of(text) for span in spans) != found[4]:
        raise ReadingError(f"引文“{found[4][:20]}”与原文不符（位置 {spans[0].start}）")
    return found[1], found[2], spans


def _mended(spans: list[Span], text: str, lines: list[int]) -> Iterator[Span]:
    """Make the lines of a fragment one again: as many as were written, else those that only a line break divides."""
    if sum(lines) == len(spans):
        for first, last in pairwise(accumulate(lines, initial=0)):
            yield Span(spans[first].start, spans[last - 1].end)
        return
    current = spans[0]
    for span in spans[1:]:
        if current.end < span.start and not text[current.end : span.start].strip("\n"):
            current = Span(current.start, span.end)
        else:
            yield current
            current = span
    yield current
