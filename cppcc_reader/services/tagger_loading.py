"""Read the lists and the model of the entity suggester from the resources."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from threadpoolctl import ThreadpoolController

from cppcc_reader.core.tagging.candidate import Candidate
from cppcc_reader.core.tagging.custom_rules import CustomRules
from cppcc_reader.core.tagging.features import FeatureEncoder, class_of_tag
from cppcc_reader.core.tagging.gazetteer import Gazetteer, read_list
from cppcc_reader.core.tagging.neural_model import STYLES, NeuralModel
from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.resource_paths import resource
from cppcc_reader.services.tagger_weights import ModelFileError, read_weights

# Verbs, adverbs, prepositions, conjunctions and pronouns.
_COMMON = frozenset("vdpcr")
# Persons, places, bodies and other names.
_NAMES = frozenset("PSOZ")

_log = logging.getLogger(__name__)


def model_path() -> Path:
    """Return where the shipped sequence model lies; it need not exist."""
    return resource("models", "tagger.npz")


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Read the lists of places, bodies, positions and names; a missing list is an empty one.

    Args:
        folder: where the lists lie; the shipped ones by default.
    """
    folder = folder or resource("gazetteers")
    two_or_three = [(word, kind) for word, kind in load_word_classes().items() if 2 <= len(word) <= 3]
    return Gazetteer(
        places={row[0]: tuple(row[2].split("|")) if len(row) > 2 else () for row in _rows(folder / "places.tsv")},
        short_places={row[0]: row[1] for row in _rows(folder / "places_short.tsv")},
        regions=_column(folder / "regions.txt"),
        bodies=_column(folder / "bodies.txt"),
        titles=_column(folder / "titles.txt"),
        surnames=_column(folder / "surnames.txt"),
        persons=_column(folder / "persons.txt"),
        common_words=frozenset(word for word, kind in two_or_three if kind in _COMMON and len(word) == 2),
        dictionary=frozenset(word for word, kind in two_or_three if kind not in _NAMES),
    )


def load_word_classes() -> dict[str, str]:
    """Return the class of every word of jieba's dictionary (see :data:`features.WORD_CLASSES`)."""
    dictionary = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8")
    rows = (line.split(" ") for line in dictionary.splitlines())
    return {row[0]: class_of_tag(row[2]) for row in rows}


class OneThreadModel:
    """A model whose matrix products keep to one thread.

    The products are small: sharing them out costs more than it brings, and where other work keeps the cores
    busy the threads of OpenBLAS wait for each other, up to a hundred times as long as one needs alone.
    """

    def __init__(self, model: NeuralModel) -> None:
        """Take the model that does the work."""
        self._model = model
        self._threads = ThreadpoolController()

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]:
        """Return what the model finds (see :meth:`NeuralModel.candidates`)."""
        with self._threads.limit(limits=1, user_api="blas"):
            return self._model.candidates(texts)


def load_model(gazetteer: Gazetteer, path: Path | None = None, *, style: str = STYLES[0]) -> OneThreadModel | None:
    """Return a sequence model, or None where its file is missing, damaged (logged) or without the guideline.

    Args:
        gazetteer: the lists that its features need.
        path: the model file; the shipped one by default.
        style: which annotation guideline it follows, one of :data:`STYLES`.
    """
    path = path or model_path()
    if not path.is_file():
        return None
    try:
        weights = read_weights(path)
    except ModelFileError:
        _log.exception("the entity model cannot be used")
        return None
    if STYLES.index(style) >= len(weights.arrays["styles"]):
        # An older file, trained before this guideline was.
        return None
    encoder = FeatureEncoder(
        characters={character: number for number, character in enumerate(weights.characters, 1)},
        pairs={pair: number for number, pair in enumerate(weights.pairs, 1)},
        word_classes=load_word_classes(),
        gazetteer=gazetteer,
    )
    return OneThreadModel(NeuralModel(encoder, weights.arrays, style=style))


def load_tagger(rules: CustomRules | None = None) -> Tagger:
    """Return the entity suggester with the shipped lists and, where it is there, the shipped model.

    Args:
        rules: a project's own rules.
    """
    gazetteer = load_gazetteer()
    return Tagger(gazetteer, model=load_model(gazetteer), rules=rules)


def _column(path: Path) -> frozenset[str]:
    return frozenset(row[0] for row in _rows(path))


def _rows(path: Path) -> list[tuple[str, ...]]:
    return read_list(path.read_text(encoding="utf-8").splitlines()) if path.is_file() else []
