"""Learning curves and ablations: one row per size or family and set of pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.segmentation.link_model import LinkModel
from cppcc_reader.core.segmentation.model_file import RoleWeights, SplitterModel
from cppcc_reader.core.segmentation.sentence_flow import SentenceFlow
from cppcc_reader.services import splitter_experiments
from cppcc_reader.services.splitter_training import FAMILIES, TrainingOptions
from page_builder import build

_TRAINED: list[tuple[int, int, tuple[str, ...], int]] = []


class _Trainer:
    def __init__(self, options: TrainingOptions, _progress: object) -> None:
        self._options = options

    def train(self, records: Sequence[PageRecord], practice: Sequence[PageRecord]) -> SplitterModel:
        _TRAINED.append((len(records), len(practice), self._options.without, self._options.held_out))
        roles = RoleWeights(("headline", "body", "inside"), {}, {})
        return SplitterModel(roles=roles, links=LinkModel({}, {}, {}), flow=SentenceFlow({}, {}))


@pytest.fixture(autouse=True)
def trained(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int, tuple[str, ...], int]]:
    _TRAINED.clear()
    monkeypatch.setattr(splitter_experiments, "SplitterTrainer", _Trainer)
    return _TRAINED


def _records(count: int) -> list[PageRecord]:
    text, gold = build(("a1", "headline", "老渠修好"), ("a1", "body", "柳湾乡的老渠修好了。"))
    source = PageSource(name="p.txt", sha256="0" * 64)
    return [PageRecord(page=Page(id=f"p{n}", text=text, source=source), annotations=gold) for n in range(count)]


def _told(_line: str) -> None:
    pass


def test_learning_curve(trained: list[tuple[int, int, tuple[str, ...], int]]) -> None:
    tests = {"甲": _records(2), "乙": _records(1)}
    rows = splitter_experiments.learning_curve(
        _records(20), _records(10), tests, sizes=[5, 50], options=TrainingOptions(), progress=_told
    )
    assert [(row.system, row.pages) for row in rows] == [
        ("5 版训练", "甲"), ("5 版训练", "乙"), ("20 版训练", "甲"), ("20 版训练", "乙"),
    ]  # fmt: skip
    assert [(pages, practice) for pages, practice, _without, _held in trained] == [(5, 2), (20, 10)]


def test_ablation(trained: list[tuple[int, int, tuple[str, ...], int]]) -> None:
    rows = splitter_experiments.ablation(
        _records(8), _records(4), {"甲": _records(1)}, pages=4, options=TrainingOptions(), progress=_told
    )
    assert len(rows) == len(FAMILIES) + 2
    assert {without for _pages, _practice, without, _held in trained} == {(), *((name,) for name in FAMILIES)}
    assert trained[-1][1] == 0
    assert all(held == 0 for *_rest, held in trained)
