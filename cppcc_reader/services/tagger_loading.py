"""Read the lists and models of the entity suggester from the resources."""

from __future__ import annotations

from pathlib import Path

from cppcc_reader.core.tagging.gazetteer import Gazetteer, read_list
from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.resource_paths import resource


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Read the lists of places, positions, body suffixes and surnames; a missing list is an empty one.

    Args:
        folder: where the lists lie; the shipped ones by default.
    """
    folder = folder or resource("gazetteers")
    return Gazetteer(
        places={row[0]: tuple(row[2].split("|")) if len(row) > 2 else () for row in _rows(folder / "places.tsv")},
        short_places={row[0]: row[1] for row in _rows(folder / "places_short.tsv")},
        titles=frozenset(row[0] for row in _rows(folder / "titles.txt")),
        body_suffixes=frozenset(row[0] for row in _rows(folder / "body_suffixes.txt")),
        surnames=frozenset(row[0] for row in _rows(folder / "surnames.txt")),
    )


def load_tagger() -> Tagger:
    """Return the entity suggester with the shipped lists and, where it is there, the shipped model."""
    return Tagger(load_gazetteer())


def _rows(path: Path) -> list[tuple[str, ...]]:
    if not path.is_file():
        return []
    return read_list(path.read_text(encoding="utf-8").splitlines())
