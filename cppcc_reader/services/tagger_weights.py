"""The file of the entity suggester's sequence model: vocabulary and weights in one compressed NumPy archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]

_VERSION = 1
_CHARACTERS, _PAIRS = "vocabulary_characters", "vocabulary_pairs"
_SCALE = "_scale"


class ModelFileError(Exception):
    """A model file that cannot be used; the message is Chinese."""


@dataclass(frozen=True, kw_only=True)
class TaggerWeights:
    """What the file holds.

    Attributes:
        characters, pairs: the vocabulary; number 0 is the unknown, these count from 1.
        arrays: the weights by name.
    """

    characters: Sequence[str]
    pairs: Sequence[str]
    arrays: Mapping[str, FloatArray]


def write_weights(path: Path, weights: TaggerWeights) -> None:
    """Write a model file; the big tables are kept in eight bits with one scale per row, the rest in sixteen."""
    stored: dict[str, NDArray[np.generic]] = {
        "version": np.array(_VERSION),
        _CHARACTERS: np.array(list(weights.characters)),
        _PAIRS: np.array(list(weights.pairs)),
    }
    for name, array in weights.arrays.items():
        if name in ("characters", "pairs"):
            scale = np.maximum(np.abs(array).max(axis=1, keepdims=True), 1e-8) / 127
            stored[name] = np.round(array / scale).astype(np.int8)
            stored[name + _SCALE] = scale.astype(np.float16)
        else:
            stored[name] = array.astype(np.float16)
    # The archive type is checked by numpy itself; the arrays' names are ours.
    np.savez_compressed(path, **stored)  # type: ignore[arg-type]


def read_weights(path: Path) -> TaggerWeights:
    """Read a model file.

    Raises:
        ModelFileError: if it is damaged or of another version.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
            stored = {name: archive[name] for name in archive.files}
        if int(stored["version"]) != _VERSION:
            raise ModelFileError(f"实体模型的版本是 {int(stored['version'])}，本程序只认识 {_VERSION}：{path.name}")
        arrays = {
            name: _restored(array, stored.get(name + _SCALE))
            for name, array in stored.items()
            if array.dtype in (np.float16, np.int8) and not name.endswith(_SCALE)
        }
        return TaggerWeights(characters=stored[_CHARACTERS].tolist(), pairs=stored[_PAIRS].tolist(), arrays=arrays)
    except (OSError, EOFError, ValueError, KeyError, AttributeError, BadZipFile) as error:
        raise ModelFileError(f"实体模型文件已损坏：{path.name}") from error


def _restored(array: NDArray[np.generic], scale: NDArray[np.generic] | None) -> FloatArray:
    plain = array.astype(np.float32)
    return plain if scale is None else plain * scale.astype(np.float32)
