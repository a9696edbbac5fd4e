"""The parts of the sequence model: pieces, tags, recurrent layers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tagging_samples import GAZETTEER

from cppcc_reader.core.tagging.chunks import LONGEST_CHUNK, chunks
from cppcc_reader.core.tagging.decoding import best_tags, tag_count, tagged_ranges, tags_of
from cppcc_reader.core.tagging.features import (
    PLACE_FEATURES,
    WORD_CLASSES,
    WORD_FEATURES,
    FeatureEncoder,
    normalised,
)
from cppcc_reader.core.tagging.neural_model import STYLES, NeuralModel
from cppcc_reader.core.tagging.recurrent import GatedUnit, reversal, step_order

LABELS = ("PER", "LOC", "ORG")
SIZE = 4


def tiny_model(**more: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> NeuralModel:
    numbers = np.random.default_rng(7)

    def table(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return numbers.normal(size=shape).astype(np.float32)

    widths = {"characters": 5, "pairs": 3, "words": 2, "places": 2, "styles": 2}
    rows = {"characters": 4, "pairs": 3, "words": WORD_FEATURES, "places": PLACE_FEATURES, "styles": len(STYLES)}
    weights = {name: table(rows[name], width) for name, width in widths.items()}
    inside = 5 + 3 * 2 + 2 + 2 + 2
    for layer, given_size in (("layer1", inside), ("layer2", 2 * SIZE)):
        for direction in ("forward", "backward"):
            weights[f"{layer}_{direction}_input"] = table(given_size, 3 * SIZE)
            weights[f"{layer}_{direction}_state"] = table(SIZE, 3 * SIZE)
            weights[f"{layer}_{direction}_input_bias"] = table(3 * SIZE)
            weights[f"{layer}_{direction}_state_bias"] = table(3 * SIZE)
    for head, labels in ((0, 3), (1, 1)):
        weights[f"head{head}"] = table(2 * SIZE, tag_count(labels))
        weights[f"head{head}_bias"] = table(tag_count(labels))
    encoder = FeatureEncoder(
        characters={"政": 1, "协": 2, "市": 3},
        pairs={"政协": 1, "市政": 2},
        word_classes={"政协": "O"},
        gazetteer=GAZETTEER,
    )
    return NeuralModel(encoder, weights | more)


MODEL = tiny_model()


@given(st.text(alphabet="政协市。，\n “”ab", max_size=700))
def test_pieces_tile_the_text_and_are_never_too_long(text: str) -> None:
    pieces = chunks(text)
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(0 < end - start <= LONGEST_CHUNK for start, end in pieces)


def test_paragraphs_are_pieces_of_their_own() -> None:
    text = "第一段。\n第二段。还有一句。\n"
    assert [text[start:end] for start, end in chunks(text)] == ["第一段。\n", "第二段。还有一句。\n"]


def test_names_and_tags_are_two_ways_of_saying_the_same() -> None:
    names = [(0, 1, "LOC"), (1, 4, "ORG"), (5, 7, "PER")]
    assert list(tagged_ranges(tags_of(8, names, LABELS).astype(np.int64), LABELS)) == names


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_tags_are_always_allowed(length: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(length, tag_count(3))).astype(np.float32)
    tags = best_tags(scores, 3)
    spelled = tags_of(length, list(tagged_ranges(tags, LABELS)), LABELS)
    assert spelled.tolist() == tags.tolist()


def test_a_unit_reads_each_sequence_as_if_it_were_alone() -> None:
    numbers = np.random.default_rng(1)
    unit = GatedUnit(*(numbers.normal(size=shape).astype(np.float32) for shape in ((3, 6), (2, 6), (6,), (6,))))
    long, short = (numbers.normal(size=(length, 3)).astype(np.float32) for length in (5, 2))
    order = step_order([5, 2])
    together = np.empty((7, 2), dtype=np.float32)
    together[order] = unit.run(np.concatenate([long, short])[order], [5, 2])
    assert together[:5] == pytest.approx(unit.run(long, [5]), abs=1e-6)
    assert together[5:] == pytest.approx(unit.run(short, [2]), abs=1e-6)


def test_turning_round_twice_changes_nothing() -> None:
    turned = reversal([5, 3, 3, 1])
    assert turned[turned].tolist() == list(range(12))
    assert turned.tolist() != list(range(12))


@given(st.lists(st.text(alphabet="政协市县。\n a\ud800𠮷", max_size=200), max_size=4))
def test_any_texts_can_be_read_and_each_as_if_it_were_alone(texts: list[str]) -> None:
    together = MODEL.candidates(texts)
    assert len(together) == len(texts)
    for text, ones in zip(texts, together, strict=True):
        assert all(0 <= one.start < one.end <= len(text) for one in ones)
        alone = MODEL.candidates([text])[0]
        assert [(one.start, one.end, one.label) for one in ones] == [(one.start, one.end, one.label) for one in alone]


def test_features_know_words_and_places() -> None:
    features = FeatureEncoder(
        characters={"白": 1}, pairs={"白水": 1}, word_classes={"政协": "O"}, gazetteer=GAZETTEER
    ).encode("白水市，政协")
    assert features.characters.tolist() == [1, 0, 0, 0, 0, 0]
    assert features.pairs.tolist() == [1, 0, 0, 0, 0, 0]
    assert features.words.tolist()[4:] == [4 * WORD_CLASSES.index("O") + 1, 4 * WORD_CLASSES.index("O") + 3]
    assert features.places.tolist()[3:] == [0, 0, 0]
    assert all(features.places[:3])


def test_widths_and_digits_look_alike() -> None:
    assert normalised("（２０３１年）ａ“”") == '(0000年)A""'


@given(st.text(max_size=60))
def test_normalising_keeps_the_length(text: str) -> None:
    assert len(normalised(text)) == len(text)


def test_confidences_are_corrected_by_what_came_true() -> None:
    text = "市政协，政协市。" * 30
    steps = np.array([[0.0, 0.25], [0.5, 0.75]], dtype=np.float32)
    corrected = tiny_model(correction_PER=steps).candidates([text])[0]
    for plain, one in zip(MODEL.candidates([text])[0], corrected, strict=True):
        assert (plain.start, plain.end, plain.label) == (one.start, one.end, one.label)
        expected = (0.75 if plain.confidence >= 0.5 else 0.25) if plain.label == "PER" else plain.confidence
        assert one.confidence == expected
    assert {one.confidence for one in corrected if one.label == "PER"}
