"""The sequence model: two bidirectional recurrent layers over characters, pairs, words and listed places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cppcc_reader.core.tagging.candidate import LOC, ORG, PER, TITLE, Candidate
from cppcc_reader.core.tagging.chunks import chunks
from cppcc_reader.core.tagging.decoding import best_tags, tagged_ranges
from cppcc_reader.core.tagging.features import UNKNOWN, FeatureEncoder, Features
from cppcc_reader.core.tagging.recurrent import BidirectionalLayer, GatedUnit, reversal, step_order

FloatArray = NDArray[np.float32]

HEADS: tuple[tuple[str, ...], ...] = ((PER, LOC, ORG), (TITLE,))
"""Labels of the model's outputs: names and positions are tagged apart."""
STYLES = ("cppcc", "newspaper", "pfr", "cluener", "daily")
"""Guidelines the model was taught: this project's own, MSRA, the pages of 1998, CLUENER, People's Daily."""
CORRECTION = "correction_"
"""Arrays of this name and a label hold steps: from each raw confidence on, the share that was right."""
_BATCH = 256
_REASON = "模型"


@dataclass(frozen=True, slots=True)
class _Piece:
    text: int
    start: int
    end: int


class NeuralModel:
    """A trained model with its vocabulary; the same input always gives the same output."""

    def __init__(self, encoder: FeatureEncoder, weights: Mapping[str, FloatArray], *, style: str = STYLES[0]) -> None:
        """Take the weights by the names that :mod:`services.tagger_training` gives them.

        Args:
            encoder: the features that the model was trained with.
            weights: arrays by name.
            style: which guideline to follow.
        """
        self._encoder = encoder
        self._tables = [weights[name] for name in ("characters", "pairs", "words", "places")]
        self._style = weights["styles"][STYLES.index(style)]
        self._layers = [_layer(weights, name) for name in ("layer1", "layer2")]
        self._corrections = {} if style != STYLES[0] else _corrections(weights)
        self._heads = [(weights[f"head{number}"], weights[f"head{number}_bias"]) for number in range(len(HEADS))]

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]:
        """Return for each text what the model finds in it, by position."""
        found: list[list[Candidate]] = [[] for _text in texts]
        features = [self._encoder.encode(text) for text in texts]
        pieces = [_Piece(number, *part) for number, text in enumerate(texts) for part in chunks(text)]
        pieces.sort(key=lambda piece: (piece.start - piece.end, piece.text, piece.start))
        for first in range(0, len(pieces), _BATCH):
            batch = pieces[first : first + _BATCH]
            for piece, scores in zip(batch, self._scores(batch, features), strict=True):
                found[piece.text] += self._read(piece, scores)
        return [sorted(ones, key=lambda one: (one.start, one.end, one.label)) for ones in found]

    def _scores(self, batch: Sequence[_Piece], features: Sequence[Features]) -> Iterator[list[FloatArray]]:
        """Yield the log probabilities of all heads for each piece (longest first)."""
        lengths = [piece.end - piece.start for piece in batch]
        order = step_order(lengths)
        rows = np.concatenate([self._embedded(features[piece.text], piece) for piece in batch])[order]
        reverse = reversal(lengths)
        states = self._layers[0].run(rows, lengths, reverse)
        states = states + self._layers[1].run(states, lengths, reverse)
        plain = np.empty_like(states)
        plain[order] = states
        outputs = [_log_softmax(plain @ weight + bias) for weight, bias in self._heads]
        at = 0
        for length in lengths:
            yield [output[at : at + length] for output in outputs]
            at += length

    def _read(self, piece: _Piece, scores: Sequence[FloatArray]) -> Iterator[Candidate]:
        for labels, rows in zip(HEADS, scores, strict=True):
            tags = best_tags(rows, len(labels))
            chosen = rows[np.arange(len(tags)), tags]
            for start, end, label in tagged_ranges(tags, labels):
                raw = float(np.exp(chosen[start:end].min()))
                confidence = _corrected(self._corrections.get(label), raw)
                yield Candidate(piece.start + start, piece.start + end, label, confidence, _REASON)

    def _embedded(self, features: Features, piece: _Piece) -> FloatArray:
        here = slice(piece.start, piece.end)
        characters, pairs, words, places = self._tables
        after = features.pairs[here].copy()
        # The pair across the end of a piece was never seen in training.
        after[-1] = UNKNOWN
        before = np.concatenate([[UNKNOWN], after[:-1]])
        style = np.broadcast_to(self._style, (piece.end - piece.start, len(self._style)))
        return np.concatenate(
            [
                characters[features.characters[here]],
                pairs[after],
                pairs[before],
                words[features.words[here]],
                places[features.places[here]],
                style,
            ],
            axis=1,
        )


def _corrections(weights: Mapping[str, FloatArray]) -> dict[str, FloatArray]:
    return {name.removeprefix(CORRECTION): steps for name, steps in weights.items() if name.startswith(CORRECTION)}


def _corrected(steps: FloatArray | None, raw: float) -> float:
    """Return the share that was right of what had such a raw confidence."""
    if steps is None:
        return raw
    return float(steps[max(0, int(np.searchsorted(steps[:, 0], raw, side="right")) - 1), 1])


def _layer(weights: Mapping[str, FloatArray], name: str) -> BidirectionalLayer:
    directions = [
        GatedUnit(*(weights[f"{name}_{direction}_{part}"] for part in ("input", "state", "input_bias", "state_bias")))
        for direction in ("forward", "backward")
    ]
    return BidirectionalLayer(*directions)


def _log_softmax(values: FloatArray) -> FloatArray:
    shifted = values - values.max(axis=1, keepdims=True)
    result: FloatArray = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result
