"""Training on a few invented pages: it learns, it is repeatable, its file can be read back."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest

from cppcc_reader.core.evaluation.splitting_report import page_figures, summarise
from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.segmentation.model_file import ModelError, SplitterModel
from cppcc_reader.core.segmentation.splitter import split_page
from cppcc_reader.services.page_composer import PageComposer, source_from
from cppcc_reader.services.splitter_training import SplitterTrainer, TrainingOptions

_QUICK = TrainingOptions(role_rounds=15, link_rounds=10, role_rare=1, link_rare=1, held_out=0, meaning_steps=300)
_WORDS = [
    "果园", "老渠", "村民", "委员", "柳湾", "清理", "灌溉", "建议",
    "座谈", "收成", "梨树", "水闸", "泵房", "工期", "预算", "渔船",
    "码头", "戏台", "灯会", "书院", "茶山", "竹编",
]  # fmt: skip


def _sources(chance: random.Random, count: int) -> list:
    found = []
    for number in range(count):
        topic = chance.sample(_WORDS, 4)
        paragraphs = [
            "，".join("".join(chance.choices(topic, k=3)) for _ in range(chance.randint(3, 6))) + "。" for _ in range(9)
        ]
        found.append(source_from(f"{topic[0]}与{topic[1]}的第{number}个故事", "\n".join(paragraphs), []))
    return [source for source in found if source is not None]


def _pages(seed: int, count: int, *, sources: int = 30) -> list[PageRecord]:
    chance = random.Random(seed)
    composer = PageComposer(_sources(chance, sources), chance)
    records = []
    for number in range(count):
        text, gold = composer.compose()
        page = Page(id=f"p{number}", text=text, source=PageSource(name="p.txt", sha256=f"{number:064d}"))
        records.append(PageRecord(page=page, annotations=gold))
    return records


def _exact(model: SplitterModel | None, records: Sequence[PageRecord]) -> float:
    return summarise(page_figures(r.page.text, r.annotations, split_page(r.page.text, model)) for r in records).exact


@pytest.fixture(scope="module")
def model() -> SplitterModel:
    return SplitterTrainer(_QUICK, lambda _line: None).train(_pages(1, 24))


def test_it_beats_the_rules_on_pages_it_has_not_seen(model: SplitterModel) -> None:
    unseen = _pages(2, 8)
    assert _exact(model, unseen) > max(0.4, _exact(None, unseen))


def test_same_pages_same_seed_same_bytes() -> None:
    first, again = (SplitterTrainer(_QUICK, lambda _line: None).train(_pages(3, 4)).to_bytes() for _ in range(2))
    assert first == again


def test_a_model_read_back_splits_alike(model: SplitterModel) -> None:
    read = SplitterModel.from_bytes(model.to_bytes())
    for record in _pages(4, 3):
        assert split_page(record.page.text, read) == split_page(record.page.text, model)


def test_families_of_features_can_be_left_out() -> None:
    options = replace(_QUICK, without=("全角半角", "题与题相比"))
    model = SplitterTrainer(options, lambda _line: None).train(_pages(5, 4))
    assert not [name for name in (*model.links.links, *model.roles.states) if name.startswith(("宽窄", "题位"))]


def test_calibration_uses_pages_kept_apart() -> None:
    told: list[str] = []
    options = replace(_QUICK, held_out=3)
    model = SplitterTrainer(options, told.append).train(_pages(6, 12, sources=1500))
    assert model.confidences.link.steps
    assert any("留出" in line for line in told)


def test_too_few_pages_are_not_calibrated() -> None:
    told: list[str] = []
    model = SplitterTrainer(replace(_QUICK, held_out=2), told.append).train(_pages(7, 10, sources=4))
    assert not model.confidences.link.steps
    assert any("不作校准" in line for line in told)


@pytest.mark.parametrize("data", [b"", b"no gzip", bytes(40)])
def test_what_is_no_model_is_refused(data: bytes) -> None:
    with pytest.raises(ModelError, match="切分模型"):
        SplitterModel.from_bytes(data)


def test_a_damaged_model_is_refused(model: SplitterModel) -> None:
    data = model.to_bytes()
    with pytest.raises(ModelError, match="切分模型"):
        SplitterModel.from_bytes(data[: len(data) // 2])
