"""Reading the corpora that the entity suggester learns from, each with the guideline it follows."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cppcc_reader.core.tagging.candidate import LOC, ORG, PER, TITLE

Name = tuple[int, int, str]
"""Start, end and label of a name in its text."""

# Length of the character sequences by which a sentence is recognised in another corpus.
_SHINGLE = 12

_CLUENER = {
    "name": PER,
    "address": LOC,
    "scene": LOC,
    "company": ORG,
    "government": ORG,
    "organization": ORG,
    "position": TITLE,
}
_RESUME = {"NAME": PER, "LOC": LOC, "ORG": ORG, "TITLE": TITLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingText:
    """A text with its names.

    Attributes:
        style: the guideline its names follow (one of :data:`neural_model.STYLES`).
        names_known, titles_known: whether the corpus marks persons, places and bodies, and whether positions.
        unsure: ranges that nothing is learned from.
    """

    text: str
    names: tuple[Name, ...]
    style: str
    names_known: bool = True
    titles_known: bool = False
    unsure: tuple[tuple[int, int], ...] = ()


def read_corpora(folder: Path, held_out: Sequence[Path] = ()) -> list[TrainingText]:
    """Read MSRA, People's Daily (both parts of one text), the pages of 1998, CLUENER and Resume.

    Args:
        folder: the data folder (``ner/``, ``pages/``); corpora that are missing there are left out.
        held_out: files whose sentences, and sentences that share a run of characters with them, are left out.
    """
    ner = folder / "ner"
    texts = [
        *_sentences(ner / "msra-train.jsonl.gz", "newspaper"),
        *_sentences(ner / "peoples-daily-train.jsonl.gz", "daily"),
        *_paragraphs(folder / "pages" / "pfr1998-train.pages.jsonl.gz"),
        *_sentences(ner / "cluener-train.jsonl.gz", "cluener", labels=_CLUENER, titles_known=True),
        *_sentences(ner / "resume-train.jsonl.gz", "cluener", labels=_RESUME, names_known=False, titles_known=True),
    ]
    kept_away = {run for path in held_out for line in read_json_lines(path) for run in _runs(line["text"])}
    seen: set[str] = set()
    unseen: list[TrainingText] = []
    for one in texts:
        if one.text.strip() and one.text not in seen and not kept_away.intersection(_runs(one.text)):
            seen.add(one.text)
            unseen.append(one)
    return unseen


def read_marked(path: Path) -> list[TrainingText]:
    """Read the persons, places and bodies of a file of sentences, or of page records (``*.pages.jsonl``)."""
    texts = _paragraphs(path) if ".pages." in path.name else _sentences(path, "newspaper")
    return [one for one in texts if one.text.strip()]


def read_articles(path: Path) -> Iterator[str]:
    """Yield the reading texts of printed articles (kicker, title, subtitle, byline, body), a line each."""
    for article in read_json_lines(path):
        parts = [article.get(part, "") for part in ("kicker", "title", "subtitle", "byline", "body")]
        yield "\n".join(part for part in parts if part)


def read_json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of a file of one per line, compressed or not; nothing where there is no file."""
    if not path.is_file():
        return
    raw = path.read_bytes()
    for line in (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _sentences(
    path: Path,
    style: str,
    *,
    labels: dict[str, str] | None = None,
    names_known: bool = True,
    titles_known: bool = False,
) -> Iterator[TrainingText]:
    for line in read_json_lines(path):
        names = ((start, end, labels.get(label, "") if labels else label) for start, end, label in line["entities"])
        yield TrainingText(
            text=line["text"],
            names=tuple(name for name in names if name[2]),
            style=style,
            names_known=names_known,
            titles_known=titles_known,
        )


def _paragraphs(path: Path) -> Iterator[TrainingText]:
    """Yield the segments of the real pages of 1998 with their persons, places and bodies."""
    for page in read_json_lines(path):
        segments = [segment for article in page["articles"] for segment in article["segments"]] + page["furniture"]
        names = sorted((*mention["fragments"][0], mention["label"]) for mention in page["mentions"])
        for segment in segments:
            start, end = segment["start"], segment["end"]
            inside = tuple((a - start, b - start, label) for a, b, label in names if start <= a and b <= end)
            marked = tuple(name for name in inside if name[2] in (PER, LOC, ORG))
            yield TrainingText(text=page["text"][start:end], names=marked, style="pfr")


def _runs(text: str) -> Iterable[str]:
    plain = "".join(character for character in text if character.isalnum())
    return (plain[at : at + _SHINGLE] for at in range(max(1, len(plain) - _SHINGLE + 1)))
