"""Vectors of pairs of characters: nearness of texts without a shared word, learned, written and read again."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cppcc_reader.core.segmentation.meaning import NO_MEANING, Meaning, pair_codes
from cppcc_reader.core.segmentation.topics import Topics
from cppcc_reader.core.segmentation.training.meaning_training import MeaningOptions, learn_meaning
from cppcc_reader.core.segmentation.word_overlap import WordOverlap

_FARM = ("果园", "梨树", "灌溉", "收成", "果农", "嫁接", "花期", "采摘")
_STAGE = ("戏台", "唱腔", "锣鼓", "演员", "水袖", "折子", "票友", "行头")
_OPTIONS = MeaningOptions(pairs=500, size=8, steps=400, articles=4, parts=4)


def _articles() -> list[list[str]]:
    chance = Random(5)
    themes = [_FARM, _STAGE] * 20
    return [["、".join(chance.sample(theme, 3)) + "的事。" for _ in range(6)] for theme in themes]


def _cosines(meaning: Meaning, texts: list[str]) -> list[float]:
    """Return how near each of the other units of a page is to the first."""
    topics = meaning.topics(*WordOverlap(texts).pairs, len(texts))
    here = np.arange(len(texts))
    firsts = np.zeros(len(texts) - 1, dtype=np.int64)
    return topics.between((here, here + 1), (here, here + 1), firsts, here[1:]).tolist()


@pytest.fixture(scope="module")
def learned() -> Meaning:
    return learn_meaning(_articles(), _OPTIONS, Random, lambda _line: None)


def test_words_of_one_theme_are_near_though_none_is_shared(learned: Meaning) -> None:
    like, unlike = _cosines(learned, ["果园、梨树", "采摘、花期", "戏台、水袖"])
    assert like > unlike + 0.2


def test_the_same_articles_and_seed_give_the_same_vectors(learned: Meaning) -> None:
    again = learn_meaning(_articles(), _OPTIONS, Random, lambda _line: None)
    assert np.array_equal(again.vectors, learned.vectors)


def test_too_few_articles_give_no_meaning() -> None:
    assert learn_meaning(_articles()[:3], _OPTIONS, Random, lambda _line: None) is NO_MEANING


def test_written_and_read_the_nearness_stays(learned: Meaning) -> None:
    read = Meaning.from_data(learned.to_data())
    assert np.array_equal(read.codes, learned.codes)
    texts = ["果园、梨树", "采摘、花期", "戏台、水袖"]
    assert _cosines(read, texts) == pytest.approx(_cosines(learned, texts), abs=0.03)


def test_pairs_beyond_the_basic_plane_are_kept() -> None:
    meaning = Meaning(pair_codes("𠮷野"), np.ones((1, 3), dtype=np.float32))
    assert np.array_equal(Meaning.from_data(meaning.to_data()).codes, meaning.codes)


def test_a_short_text_says_less_than_a_long_one() -> None:
    sums = np.cumsum([[0.0, 0.0], [1.0, 0.0], [9.0, 0.0], [9.0, 0.0]], axis=0).astype(np.float32)
    topics = Topics(sums, doubt=3.0)
    here = np.arange(3)
    short, long = topics.between((here, here + 1), (here, here + 1), np.array([0, 1]), np.array([2, 2]))
    assert 0.0 < short < long < 1.0


@settings(max_examples=30)
@given(st.lists(st.text(), min_size=1, max_size=6))
def test_any_texts_can_be_compared(texts: list[str]) -> None:
    meaning = Meaning(pair_codes("果园老渠"), np.ones((2, 3), dtype=np.float32))
    count = len(texts)
    topics = meaning.topics(*WordOverlap(texts).pairs, count)
    here = np.arange(count)
    cosines = topics.between((here, here + 1), (here, here + 1), here, here[::-1])
    assert ((cosines >= -1.0001) & (cosines <= 1.0001)).all()
    assert len(topics.nearest(here, here, 2)) == count
