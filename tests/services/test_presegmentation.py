"""Splitting and tagging a page in one go."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.services.presegmentation import Presegmenter

TEXT = "\n\n县政协召开会议\n\n本报讯(记者 王小明)3月5日,县政协召开会议。县政协主席李大同出席。\n\n会议结束。\n"


def small() -> tuple[Presegmenter, list[str]]:
    loaded: list[str] = []

    def tagger() -> Tagger:
        loaded.append("tagger")
        return Tagger(Gazetteer(surnames=frozenset("王李"), titles=frozenset({"主席"})))

    def splitter() -> None:
        loaded.append("splitter")

    return Presegmenter(splitter_model=splitter, tagger=tagger), loaded


def test_a_page_is_split_and_tagged_and_holds_its_invariants() -> None:
    presegmenter, _loaded = small()
    annotations = presegmenter.annotate(TEXT)
    check(TEXT, annotations)
    assert annotations.articles
    assert {one.quote(TEXT) for one in annotations.mentions} >= {"县政协", "王小明", "3月5日", "主席", "李大同"}


def test_models_are_read_when_needed_and_once() -> None:
    presegmenter, loaded = small()
    assert presegmenter.split(TEXT).mentions == ()
    assert presegmenter.annotate(TEXT, entities=False).mentions == ()
    assert loaded == ["splitter"]
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(presegmenter.annotate, [TEXT] * 8))
    assert loaded == ["splitter", "tagger"]
    assert all(result == results[0] for result in results)


def test_real_pages_are_read_whole(shared_pages: list[Path]) -> None:
    presegmenter, _loaded = small()
    for path in shared_pages:
        text = path.read_text(encoding="utf-8")
        check(text, presegmenter.annotate(text))
