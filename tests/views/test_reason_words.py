"""Reasons speak the language of the interface."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.formats.record_file import read_records
from cppcc_reader.services.presegmentation import Presegmenter
from cppcc_reader.views.reason_words import REASONS, reason_words
from cppcc_reader.views.translations import Language, Translations


@pytest.fixture
def english(qapp) -> Iterator[None]:
    translations = Translations(qapp)
    translations.use(Language.ENGLISH)
    yield
    translations.use(Language.CHINESE)


def test_set_phrases_are_translated_and_words_of_the_page_stay(english) -> None:
    said = reason_words("上段句子未完，隔栏相接；与前文共有：招商引资、源汇区")
    assert (
        said
        == "the sentence before is unfinished, joined across a column; shared with the text before: 招商引资、源汇区"
    )


def test_in_chinese_nothing_changes(qapp) -> None:
    assert reason_words("上段句子未完，隔栏相接") == "上段句子未完，隔栏相接"


def test_every_reason_on_the_sample_pages_is_known(samples_gold: Path) -> None:
    presegmenter = Presegmenter.load()
    unknown: set[str] = set()
    for record in read_records(samples_gold):
        page = presegmenter.annotate(record.page.text)
        segments = [segment for _article, segment in page.all_segments()]
        found = [e.reason for s in segments for e in (s.role_evidence, s.link_evidence) if e]
        found += [one.evidence.reason for s in segments for one in s.alternatives]
        found += [mention.evidence.reason for mention in page.mentions if mention.evidence]
        heads = {part for reason in found for piece in reason.split("；") for part in piece.split("：")[0].split("，")}
        unknown |= heads - set(REASONS) - {""}
    assert unknown == set()
