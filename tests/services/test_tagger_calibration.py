"""Confidences of the entity model, corrected by what came true."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from cppcc_reader.core.tagging.candidate import LOC, ORG, PER, Candidate
from cppcc_reader.services.tagger_calibration import corrections
from cppcc_reader.services.tagger_corpora import TrainingText, read_marked

TEXT = "王明在甘肃岷县，市委。"


class Fixed:
    """Finds the same in every text."""

    def __init__(self, *found: Candidate) -> None:
        self._found = list(found)

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]:
        return [self._found for _text in texts]


def marked(*names: tuple[int, int, str], times: int) -> list[TrainingText]:
    return [TrainingText(text=TEXT, names=names, style="newspaper")] * times


class Rising:
    """Finds the first name in every text, a little surer each time."""

    def candidates(self, texts: Sequence[str]) -> list[list[Candidate]]:
        return [[Candidate(0, 2, PER, 0.9 + number / 10_000, "模型")] for number in range(len(texts))]


def test_a_confidence_becomes_the_share_that_was_right() -> None:
    three_of_four = [*marked((0, 2, PER), times=3), *marked(times=1)] * 150
    [(name, steps)] = corrections(three_of_four, Rising()).items()
    assert name == "correction_PER"
    assert abs(steps[0, 0] - 0.9) < 0.001
    assert ((steps[:, 1] > 0.6) & (steps[:, 1] < 0.8)).all()


def test_where_the_guidelines_differ_nothing_is_said() -> None:
    chain = Fixed(Candidate(3, 7, LOC, 0.99, "模型"), Candidate(8, 10, ORG, 0.99, "模型"))
    assert corrections(marked((3, 5, LOC), (5, 7, LOC), times=400), chain) == {}
    assert set(corrections(marked((3, 5, LOC), times=400), chain)) == {"correction_LOC"}


def test_few_outcomes_say_nothing() -> None:
    assert corrections(marked((0, 2, PER), times=50), Fixed(Candidate(0, 2, PER, 0.9, "模型"))) == {}


def test_sentences_and_pages_are_read_to_calibrate_on(tmp_path: Path) -> None:
    sentences, pages = tmp_path / "a.jsonl", tmp_path / "b.pages.jsonl"
    sentences.write_text(json.dumps({"text": "王明在", "entities": [[0, 2, "PER"]]}), encoding="utf-8")
    page = {
        "text": "\n王明在",
        "articles": [{"segments": [{"start": 1, "end": 4}]}],
        "furniture": [],
        "mentions": [{"label": "PER", "fragments": [[1, 3]]}],
    }
    pages.write_text(json.dumps(page), encoding="utf-8")
    assert [one.names for one in read_marked(sentences)] == [((0, 2, "PER"),)]
    assert [(one.text, one.names) for one in read_marked(pages)] == [("王明在", ((0, 2, "PER"),))]
