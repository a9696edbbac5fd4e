"""The model file of the entity suggester."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from cppcc_reader.services.tagger_weights import ModelFileError, TaggerWeights, read_weights, write_weights


def weights() -> TaggerWeights:
    numbers = np.random.default_rng(3)
    arrays = {name: numbers.normal(size=(5, 8)).astype(np.float32) for name in ("characters", "pairs", "words")}
    return TaggerWeights(characters=["政", "协"], pairs=["政协"], arrays=arrays)


def test_what_is_written_is_read_again_nearly_as_it_was(tmp_path: Path) -> None:
    write_weights(tmp_path / "model.npz", weights())
    read = read_weights(tmp_path / "model.npz")
    assert (list(read.characters), list(read.pairs)) == (["政", "协"], ["政协"])
    assert set(read.arrays) == {"characters", "pairs", "words"}
    for name, array in weights().arrays.items():
        assert read.arrays[name] == pytest.approx(array, abs=float(np.abs(array).max()) / 100)
        assert read.arrays[name].dtype == np.float32


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"no archive at all"])
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(content)
    with pytest.raises(ModelFileError, match=r"model\.npz"):
        read_weights(path)


def test_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    np.savez(path, version=np.array(99))
    with pytest.raises(ModelFileError, match="99"):
        read_weights(path)
