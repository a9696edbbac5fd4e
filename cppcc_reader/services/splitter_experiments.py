"""What more pages and what each family of features bring: learning curves and ablations."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.segmentation.splitter import SplitterModel, split_page
from cppcc_reader.services.evaluation import Measured, measure
from cppcc_reader.services.splitter_training import FAMILIES, Progress, SplitterTrainer, TrainingOptions


def learning_curve(
    records: Sequence[PageRecord],
    practice: Sequence[PageRecord],
    tests: Mapping[str, Sequence[PageRecord]],
    *,
    sizes: Sequence[int],
    options: TrainingOptions,
    progress: Progress,
) -> list[Measured]:
    """Train on more and more pages (drawn by the seed) and measure each model; practice pages grow in step."""
    found: list[Measured] = []
    for size in sizes:
        drawn = _drawn(records, practice, size, options.seed)
        found += _measured(f"{len(drawn[0])} 版训练", _trained(*drawn, options, progress), tests)
    return found


def ablation(
    records: Sequence[PageRecord],
    practice: Sequence[PageRecord],
    tests: Mapping[str, Sequence[PageRecord]],
    *,
    pages: int,
    options: TrainingOptions,
    progress: Progress,
) -> list[Measured]:
    """Train with everything, then without each family of features and without practice pages, and measure.

    Args:
        pages: how many pages to train on each time, drawn by the seed; practice pages in proportion.
    """
    records, practice = _drawn(records, practice, pages, options.seed)
    found = _measured("全部特征", _trained(records, practice, options, progress), tests)
    for family in FAMILIES:
        progress(f"不用：{family}")
        model = _trained(records, practice, replace(options, without=(family,)), progress)
        found += _measured(f"不用{family}", model, tests)
    if practice:
        found += _measured("不用练习版面", _trained(records, [], options, progress), tests)
    return found


def _drawn(
    records: Sequence[PageRecord], practice: Sequence[PageRecord], size: int, seed: int
) -> tuple[list[PageRecord], Sequence[PageRecord]]:
    """Draw ``size`` pages, and practice pages in proportion."""
    order = list(records)
    random.Random(seed).shuffle(order)
    share = min(1.0, size / max(1, len(order)))
    return order[:size], practice[: round(share * len(practice))]


def _trained(
    records: Sequence[PageRecord], practice: Sequence[PageRecord], options: TrainingOptions, progress: Progress
) -> SplitterModel:
    return SplitterTrainer(replace(options, held_out=0), progress).train(records, practice)


def _measured(name: str, model: SplitterModel, tests: Mapping[str, Sequence[PageRecord]]) -> list[Measured]:
    def splitter(text: str) -> AnnotationSet:
        return split_page(text, model)

    return [measure(pages, records, name, splitter) for pages, records in tests.items()]
