"""Practice pages: valid gold, nothing lost, the same for the same seed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from random import Random

import pytest

from cppcc_reader.core.model.invariants import check
from cppcc_reader.core.model.role import Role
from cppcc_reader.services.page_composer import PageComposer, Source, practice_pages, source_from

_SOURCES = [
    Source(
        f"柳湾乡的第{n}道渠",
        tuple(f"第{n}道渠修了{k}年，" + "村民都说好" * 12 + "。" for k in range(1, 9)),
        ("村民在第三道渠边清理淤泥，准备迎接春灌。",),
    )
    for n in range(6)
]


@pytest.mark.parametrize("seed", range(25))
def test_gold_keeps_every_invariant(seed: int) -> None:
    text, gold = PageComposer(_SOURCES, Random(seed)).compose()
    check(text, gold)


def test_pages_hold_what_true_pages_hold() -> None:
    composer = PageComposer(_SOURCES, Random(3))
    pages = [composer.compose() for _ in range(60)]
    roles = {segment.role for _text, gold in pages for _article, segment in gold.all_segments()}
    assert roles >= set(Role) - {Role.LEAD, Role.OTHER}
    orders = [[s.start for s in article.segments] for _text, gold in pages for article in gold.articles]
    assert any(order != sorted(order) for order in orders)


def test_datelines_are_taken_off() -> None:
    body = "本报柳湾6月3日电（记者林一舟）" + "老渠修好了，村民都很高兴。" * 12
    source = source_from("老渠", body, [])
    assert source is not None
    assert source.paragraphs[0].startswith("老渠修好了")


def test_too_little_text_is_no_source() -> None:
    assert source_from("老渠", "只有一句。", []) is None


def test_same_file_and_seed_give_the_same_pages(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        for source in _SOURCES:
            article = {"kind": "news", "title": source.title, "body": "\n".join(source.paragraphs), "captions": []}
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")
    assert practice_pages(path, 5, 9) == practice_pages(path, 5, 9)
    assert practice_pages(path, 5, 9) != practice_pages(path, 5, 10)
