"""The network of the entity suggester as PyTorch trains it; the program itself runs it by numpy.

PyTorch is no dependency of the program. Whoever trains installs it first (``pip install torch``).
"""

from __future__ import annotations

import importlib
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cppcc_reader.core.tagging.decoding import tag_count
from cppcc_reader.core.tagging.features import PLACE_FEATURES, WORD_FEATURES
from cppcc_reader.core.tagging.neural_model import HEADS, STYLES

FloatArray = NDArray[np.float32]
Progress = Callable[[int, int, float], object]
"""Gets (steps done, steps in all, loss per character)."""

UNMARKED = -1
"""Tag of a character from which nothing is learned."""

_WIDTHS = {"characters": 128, "pairs": 48, "words": 20, "places": 8, "styles": 8}
_POOL = 3000


class NoTorchError(Exception):
    """PyTorch is not installed; the message is Chinese and says what to do."""

    def __init__(self) -> None:
        super().__init__("训练实体模型需要 PyTorch，它不随本程序安装。请先运行：pip install torch")


@dataclass(frozen=True, slots=True)
class Example:
    """One piece of text as numbers: four rows of features, one row of tags per head, and its style."""

    features: NDArray[np.int32]
    tags: tuple[NDArray[np.int8], ...]
    style: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How long and how fast to train.

    Attributes:
        name: of the stage, for people and for the file that keeps its outcome.
        epochs: how often every example is seen.
        rate: highest learning rate; it rises over the first steps and falls along a cosine.
        batch: characters of a batch, padding counted.
        forgotten_pairs, forgotten_styles: share of pairs of characters, and of styles, made unknown while
            training, so that the model can do without; a forgotten style becomes the first.
    """

    name: str
    epochs: float
    rate: float
    batch: int = 8000
    forgotten_pairs: float = 0.12
    forgotten_styles: float = 0.12


class TaggerNetwork:
    """Two bidirectional GRU layers over embedded features, with one output layer per head."""

    def __init__(
        self, *, characters: FloatArray, pairs: int, size: int = 112, dropout: float = 0.3, seed: int = 0
    ) -> None:
        """Build the network.

        Args:
            characters: first vectors of the characters, the unknown one first.
            pairs: number of known pairs.
            size: states of one direction of a layer.
            dropout: share of values left out between layers while training.
            seed: decides all chance.

        Raises:
            NoTorchError: if PyTorch is not installed.
        """
        self._torch = _import_torch()
        nn = self._torch.nn
        self._torch.manual_seed(seed)
        self._torch.set_num_threads(1)
        rows = {
            "characters": len(characters),
            "pairs": pairs + 1,
            "words": WORD_FEATURES,
            "places": PLACE_FEATURES,
            "styles": len(STYLES),
        }
        parts = {name: nn.Embedding(rows[name], width) for name, width in _WIDTHS.items()}
        inside = sum(_WIDTHS.values()) + _WIDTHS["pairs"]
        parts["layer1"] = nn.GRU(inside, size, bidirectional=True, batch_first=True)
        parts["layer2"] = nn.GRU(2 * size, size, bidirectional=True, batch_first=True)
        for number, labels in enumerate(HEADS):
            parts[f"head{number}"] = nn.Linear(2 * size, tag_count(len(labels)))
        self._parts = nn.ModuleDict(parts)
        self._parts["characters"].weight.data.copy_(self._torch.from_numpy(characters))
        self._parts["pairs"].weight.data.normal_(0, 0.1)
        self._dropout = nn.Dropout(dropout)
        self._seed = seed
        self._random = random.Random(seed)

    def fit(self, examples: Sequence[Example], schedule: Schedule, progress: Progress) -> None:
        """Train; the same examples, schedule and seed give the same weights on the same machine.

        Chance begins anew with every stage: one that goes on from a kept stage does as if it had not stopped.
        """
        self._random = random.Random(f"{self._seed} {schedule.name}")
        self._torch.manual_seed(self._random.randrange(2**32))
        parameters = list(self._parts.parameters())
        optimiser = self._torch.optim.AdamW(parameters, lr=schedule.rate, weight_decay=1e-4, betas=(0.9, 0.98))
        total = max(1, round(len(list(self._batches(examples, schedule.batch))) * schedule.epochs))
        done = 0
        self._parts.train()
        while done < total:
            for batch in self._batches(examples, schedule.batch):
                if done >= total:
                    break
                for group in optimiser.param_groups:
                    group["lr"] = schedule.rate * _pace(done, total)
                loss = self._loss(batch, schedule)
                optimiser.zero_grad()
                loss.backward()
                self._torch.nn.utils.clip_grad_norm_(parameters, 2.0)
                optimiser.step()
                done += 1
                progress(done, total, float(loss.detach()))

    def state(self) -> dict[str, Any]:
        """Return a copy of the weights as PyTorch keeps them, for :meth:`blend`."""
        return {name: tensor.clone() for name, tensor in self._parts.state_dict().items()}

    def keep(self, path: Path) -> None:
        """Write the weights into a file, to go on from them later."""
        self._torch.save(self._parts.state_dict(), path)

    def go_on_from(self, path: Path) -> bool:
        """Take the weights from a file that :meth:`keep` wrote; False if there is none."""
        if not path.is_file():
            return False
        self._parts.load_state_dict(self._torch.load(path, weights_only=True))
        return True

    def blend(self, earlier: dict[str, Any]) -> None:
        """Go half the way back to earlier weights: the mean of two stages is steadier than either."""
        now = self._parts.state_dict()
        self._parts.load_state_dict({name: (tensor + earlier[name]) / 2 for name, tensor in now.items()})

    def weights(self) -> dict[str, FloatArray]:
        """Return the weights under the names that :class:`NeuralModel` reads."""
        state = {name: tensor.detach().numpy().astype(np.float32) for name, tensor in self._parts.state_dict().items()}
        found = {name: state[f"{name}.weight"] for name in _WIDTHS}
        for layer in ("layer1", "layer2"):
            for direction, suffix in (("forward", ""), ("backward", "_reverse")):
                found[f"{layer}_{direction}_input"] = state[f"{layer}.weight_ih_l0{suffix}"].T
                found[f"{layer}_{direction}_state"] = state[f"{layer}.weight_hh_l0{suffix}"].T
                found[f"{layer}_{direction}_input_bias"] = state[f"{layer}.bias_ih_l0{suffix}"]
                found[f"{layer}_{direction}_state_bias"] = state[f"{layer}.bias_hh_l0{suffix}"]
        for number in range(len(HEADS)):
            found[f"head{number}"] = state[f"head{number}.weight"].T
            found[f"head{number}_bias"] = state[f"head{number}.bias"]
        return found

    def _batches(self, examples: Sequence[Example], size: int) -> Iterator[list[Example]]:
        """Yield examples of like length together, in an order of chance."""
        order = list(range(len(examples)))
        self._random.shuffle(order)
        batches: list[list[Example]] = []
        for first in range(0, len(order), _POOL):
            pool = sorted((examples[at] for at in order[first : first + _POOL]), key=_length)
            batch: list[Example] = []
            for one in pool:
                batch.append(one)
                if _length(one) * len(batch) >= size:
                    batches.append(batch)
                    batch = []
            if batch:
                batches.append(batch)
        self._random.shuffle(batches)
        yield from batches

    def _loss(self, batch: Sequence[Example], schedule: Schedule) -> Any:
        lengths = [_length(one) for one in batch]
        features = np.zeros((4, len(batch), max(lengths)), dtype=np.int64)
        tags = np.full((len(HEADS), len(batch), max(lengths)), UNMARKED, dtype=np.int64)
        for row, one in enumerate(batch):
            features[:, row, : lengths[row]] = one.features
            tags[:, row, : lengths[row]] = np.stack(one.tags)
        chance = np.random.default_rng(self._random.randrange(2**32))
        features[1][chance.random(features[1].shape) < schedule.forgotten_pairs] = 0
        features[0][chance.random(features[0].shape) < 0.01] = 0
        styles = [0 if self._random.random() < schedule.forgotten_styles else one.style for one in batch]
        outputs = self._outputs(features, np.array(styles), lengths)
        cross_entropy = self._torch.nn.functional.cross_entropy
        losses = [
            cross_entropy(
                output.flatten(0, 1), self._torch.from_numpy(wanted).flatten(), ignore_index=UNMARKED, reduction="sum"
            )
            for output, wanted in zip(outputs, tags, strict=True)
        ]
        return sum(losses) / (int((tags[0] != UNMARKED).sum()) + 1)

    def _outputs(self, features: NDArray[np.int64], styles: NDArray[np.int64], lengths: Sequence[int]) -> list[Any]:
        torch, parts = self._torch, self._parts
        characters, pairs, words, places = torch.from_numpy(features)
        before = torch.nn.functional.pad(pairs[:, :-1], (1, 0))
        style = parts["styles"](torch.from_numpy(styles))[:, None].expand(-1, characters.shape[1], -1)
        embedded = torch.cat(
            [
                parts["characters"](characters),
                parts["pairs"](pairs),
                parts["pairs"](before),
                parts["words"](words),
                parts["places"](places),
                style,
            ],
            dim=-1,
        )
        first = self._dropout(self._layer("layer1", self._dropout(embedded), lengths))
        states = first + self._dropout(self._layer("layer2", first, lengths))
        return [parts[f"head{number}"](states) for number in range(len(HEADS))]

    def _layer(self, name: str, rows: Any, lengths: Sequence[int]) -> Any:
        sequences = self._torch.nn.utils.rnn
        packed = sequences.pack_padded_sequence(rows, list(lengths), batch_first=True, enforce_sorted=False)
        states, _last = self._parts[name](packed)
        return sequences.pad_packed_sequence(states, batch_first=True, total_length=rows.shape[1])[0]


def _import_torch() -> Any:
    try:
        return importlib.import_module("torch")
    except ImportError as error:
        raise NoTorchError from error


def _length(one: Example) -> int:
    return len(one.tags[0])


def _pace(done: int, total: int) -> float:
    """Return the share of the highest learning rate: up over 200 steps, down along a cosine to 3 %."""
    return min(1.0, (done + 1) / 200) * (0.03 + 0.97 * 0.5 * (1 + math.cos(math.pi * done / total)))
