"""Training the entity suggester: reading corpora, exchanging names, building examples."""

from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from cppcc_reader.core.tagging.candidate import Candidate
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.services.tagger_corpora import read_articles, read_corpora
from cppcc_reader.services.tagger_names import NameExchange
from cppcc_reader.services.tagger_network import NoTorchError, TaggerNetwork
from cppcc_reader.services.tagger_silver import local_articles, silver_texts
from cppcc_reader.services.tagger_training import TaggerTrainingOptions, first_vectors, train_tagger
from cppcc_reader.services.tagger_weights import read_weights

GAZETTEER = Gazetteer(
    places={"青山省": ("",), "白水市": ("青山省",), "红石县": ("青山省/白水市",)},
    short_places={"白水": "白水市"},
    surnames=frozenset("王李"),
    titles=frozenset({"主席"}),
)


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()))
    return path


def test_corpora_are_read_with_their_guidelines_and_what_is_held_out_is_not(tmp_path: Path) -> None:
    held = "这一句话留着衡量模型用，不参加训练。"
    write(
        tmp_path / "ner" / "msra-train.jsonl.gz",
        {"text": "王小明在白水", "entities": [[0, 3, "PER"], [4, 6, "LOC"]]},
        {"text": "前面多几个字，" + held, "entities": []},
    )
    write(
        tmp_path / "ner" / "cluener-train.jsonl.gz",
        {"text": "记者王小明", "entities": [[0, 2, "position"], [2, 5, "name"], [0, 5, "game"]]},
    )
    test = write(tmp_path / "held.jsonl.gz", {"text": held, "entities": []})
    msra, cluener = read_corpora(tmp_path, [test])
    assert (msra.style, msra.names, msra.titles_known) == ("newspaper", ((0, 3, "PER"), (4, 6, "LOC")), False)
    assert (cluener.style, cluener.names, cluener.titles_known) == ("cluener", ((0, 2, "TITLE"), (2, 5, "PER")), True)


def test_articles_are_read_in_reading_order(tmp_path: Path) -> None:
    path = write(tmp_path / "articles.jsonl.gz", {"title": "题", "kicker": "引", "body": "文", "byline": ""})
    assert list(read_articles(path)) == ["引\n题\n文"]
    assert list(read_articles(tmp_path / "none")) == []


def test_local_articles_come_first() -> None:
    far, near = "天气晴朗。" * 60, "县政协委员到村里走访。" * 30
    assert local_articles([far, near, "短"], 0.5) == [near]


def exchange(seed: int) -> NameExchange:
    return NameExchange(gazetteer=GAZETTEER, people=["李大海"], counties=["红石县", "黑土县"], random=Random(seed))


def test_exchanged_names_stay_at_their_places() -> None:
    article = "白水市政协主席王小明到红石县考察。随后王小明回到白水市。"
    people = set()
    for text in silver_texts([article] * 20, Tagger(GAZETTEER), exchange(4)):
        names = {(label, text.text[start:end]) for start, end, label in text.names}
        assert ("TITLE", "主席") in names
        found = {name for label, name in names if label == "PER"}
        assert len(found) == 1
        people |= found
        assert text.style == "cppcc"
    assert {"王小明", "李大海"} < people


def test_a_place_is_exchanged_alike_in_full_and_short_and_inside_bodies() -> None:
    text = "白水市政协在白水"
    marked = [Candidate(0, 5, "ORG", 0.9, ""), Candidate(6, 8, "LOC", 0.9, "")]
    alike = 0
    for seed in range(40):
        other, (body, place) = exchange(seed).exchanged(text, marked)
        assert other[body.end] == "在"
        alike += other[body.start : body.end] == other[place.start : place.end] + "市政协"
    # Now and then a body or a site of another kind comes instead.
    assert 20 <= alike < 40


def test_known_characters_get_vectors_that_the_package_brings() -> None:
    vectors = first_vectors(["政", "协", "\ue000"])
    assert vectors.shape == (4, 128)
    assert vectors.dtype == np.float32
    assert np.array_equal(vectors, first_vectors(["政", "协", "\ue000"]))


@pytest.mark.skipif(importlib.util.find_spec("torch") is not None, reason="PyTorch is installed here")
def test_without_torch_it_says_what_to_do() -> None:
    with pytest.raises(NoTorchError, match="pip install torch"):
        TaggerNetwork(characters=np.zeros((2, 128), dtype=np.float32), pairs=1)


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is no dependency of the program")
def test_a_training_that_was_broken_off_goes_on_as_if_it_had_not(tmp_path: Path) -> None:
    sentence = {"text": "王小明在白水市政协开会。", "entities": [[0, 3, "PER"], [4, 9, "ORG"]]}
    write(
        tmp_path / "ner" / "msra-train.jsonl.gz", *({**sentence, "text": f"{sentence['text']}{n}"} for n in range(40))
    )
    article = {"title": "题", "kicker": "", "byline": "", "body": "县政协委员王小明到村里走访。" * 20}
    write(tmp_path / "articles" / "printed-2026h1.jsonl.gz", *({**article, "title": f"题{n}"} for n in range(8)))
    kept = tmp_path / "stages"
    reports: list[str] = []

    def train(name: str, stages: Path | None) -> bytes:
        out = tmp_path / name
        options = TaggerTrainingOptions(data=tmp_path, out=out, epochs=1, silver_characters=5000, stages=stages)
        train_tagger(options, reports.append)
        return read_weights(out).arrays["head0"].tobytes()

    whole = train("whole.npz", None)
    assert train("first.npz", kept) == whole
    (kept / "收尾.pt").unlink()
    reports.clear()
    assert train("second.npz", kept) == whole
    assert [line for line in reports if "不再训练" in line] == [
        "语料：已有 语料.pt，不再训练",
        "自标：已有 自标.pt，不再训练",
    ]
