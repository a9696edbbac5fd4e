"""What every exporter is: a line of a table and a writer that takes one document after another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol

from cppcc_reader.core.model.tag_set import Label
from cppcc_reader.formats.document_json import json_line
from cppcc_reader.formats.loss import Loss, Trait
from cppcc_reader.formats.training_document import TrainingDocument, Unit


class Scheme(StrEnum):
    """How a token sequence marks where a labelled range begins and ends."""

    BIO = "BIO"
    BIOES = "BIOES"
    BMES = "BMES"


class Tokens(StrEnum):
    """What a token is."""

    CHARACTERS = "characters"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a writer writes, and how.

    Attributes:
        folder: exists already.
        split: ``all``, ``train``, ``dev`` or ``test``: the name of what is written.
        labels: labels of the data set, those of the tag set first.
        with_roles: whether roles are wanted, in formats that can show them beside the entities.
    """

    folder: Path
    split: str = "all"
    labels: tuple[Label, ...] = ()
    with_roles: bool = True
    scheme: Scheme = Scheme.BIO
    tokens: Tokens = Tokens.CHARACTERS

    def path(self, suffix: str) -> Path:
        """Return the path of a file of this split."""
        return self.folder / f"{self.split}{suffix}"


class Writer(Protocol):
    """Writes the documents of one split; ``close`` ends its files."""

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write one document and return what the format could not take."""
        ...

    def close(self) -> None:
        """Finish the files."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """One format.

    Attributes:
        name: as on the command line.
        suffix: of its main file or of the files of its folder.
        offsets: the unit that positions in its files are counted in.
        units: what a document may be, the usual first.
        carries: what it can hold.
        roles_as_labels: with segmentation alone, segments are written as labelled ranges.
        xml: control characters must be replaced.
        needs: names of packages that must be installed (the extra ``export``).
        features: columns of its Parquet files, as YAML for the card's head.
    """

    name: str
    name_zh: str
    suffix: str
    offsets: str
    open: Callable[[Target], Writer]
    units: tuple[Unit, ...] = (Unit.ARTICLE, Unit.PAGE)
    carries: frozenset[Trait] = frozenset()
    roles_as_labels: bool = False
    xml: bool = False
    needs: tuple[str, ...] = ()
    features: str = ""


class TextFile:
    """A text file in UTF-8 without byte order mark, lines ended by LF, that several formats write to."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: IO[str] = path.open("w", encoding="utf-8", newline="\n")

    def write(self, text: str) -> None:
        """Write text as it is."""
        self._file.write(text)

    def write_json(self, data: object) -> None:
        """Write an object as one line of JSON."""
        self._file.write(json_line(data))

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> TextFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
