"""Lists and models as they ship."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.services.tagger_loading import load_gazetteer, load_model, load_tagger, load_word_classes, model_path

LIMIT_BYTES = 20_000_000


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def words(tagger: Tagger, text: str) -> list[tuple[str, str]]:
    return [(one.label, text[one.start : one.end]) for one in tagger.candidates([text])[0]]


def test_the_shipped_lists_are_whole() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.places["岷县"] == ("甘肃省/定西市",)
    assert gazetteer.short_places["兰州"] == "兰州市"
    assert {"主席", "总书记"} <= gazetteer.titles
    assert "欧阳" in gazetteer.surnames
    assert "关于" in gazetteer.common_words
    assert "区域" in gazetteer.dictionary
    assert load_word_classes()["兰州"] == "S"


def test_missing_lists_and_models_leave_a_tagger_that_works(tmp_path: Path) -> None:
    gazetteer = load_gazetteer(tmp_path)
    assert not gazetteer.places
    assert load_model(gazetteer, tmp_path / "none.npz") is None
    text = "县政协召开会议"
    assert words(Tagger(gazetteer), text) == [("ORG", "县政协")]


def test_a_damaged_model_is_logged_and_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, allow_logs: Callable[[str], None]
) -> None:
    allow_logs("cppcc_reader.services.tagger_loading")
    path = tmp_path / "tagger.npz"
    path.write_bytes(b"broken")
    with caplog.at_level(logging.ERROR):
        assert load_model(load_gazetteer(tmp_path), path) is None
    assert "model cannot be used" in caplog.text


def test_the_shipped_model_is_small() -> None:
    assert model_path().stat().st_size < LIMIT_BYTES


def test_the_shipped_tagger_finds_names_that_no_list_holds(tagger: Tagger) -> None:
    text = "本报讯(记者 林晓帆)6月3日,青海省海东市政协主席韩进军到乐都区调研。村民祁生福说,日子越过越好。"
    found = words(tagger, text)
    for expected in (
        ("TITLE", "记者"),
        ("PER", "林晓帆"),
        ("TIME", "6月3日"),
        ("ORG", "青海省海东市政协"),
        ("TITLE", "主席"),
        ("PER", "韩进军"),
        ("LOC", "乐都区"),
        ("PER", "祁生福"),
    ):
        assert expected in found


def test_the_same_text_gives_the_same_suggestions(tagger: Tagger) -> None:
    text = "甘肃省定西市岷县政协组织委员到当归城考察,县政协主席王安出席。" * 20
    assert tagger.candidates([text, "", text]) == tagger.candidates([text, "", text])
