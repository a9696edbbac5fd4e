"""Processes propose what one process proposes, in order, and losing them loses no page."""

from __future__ import annotations

import os
import signal
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from cppcc_reader.services import parallel_annotation
from cppcc_reader.services.parallel_annotation import OneByOne, ParallelAnnotator, annotator_for
from cppcc_reader.services.presegmentation import Presegmenter

TEXTS = [f"第{number}座桥通车\n\n本报讯 昨天，桥修好了。\n" for number in range(6)]


def test_processes_agree_with_one_process() -> None:
    expected = [Presegmenter.load(entities=False).annotate(text) for text in TEXTS]
    with ParallelAnnotator(entities=False, workers=2) as annotator:
        assert list(annotator.annotate_all(TEXTS)) == expected
        assert list(OneByOne(Presegmenter.load(entities=False)).annotate_all(TEXTS)) == expected


def test_a_process_that_dies_costs_no_page(allow_logs: object) -> None:
    allow_logs("process")  # type: ignore[operator]
    with ParallelAnnotator(entities=False, workers=1) as annotator:
        before = list(annotator.annotate_all(TEXTS[:1]))
        for pid in list(annotator._pool._processes):
            os.kill(pid, signal.SIGTERM)
        with pytest.raises(BrokenProcessPool):
            annotator._pool.submit(os.getpid).result()
        assert list(annotator.annotate_all(TEXTS))[:1] == before


def test_few_pages_need_no_processes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(parallel_annotation.os, "cpu_count", lambda: 4)
    with annotator_for(3, entities=False) as annotator:
        assert isinstance(annotator, Presegmenter)
    with annotator_for(parallel_annotation.WORTH_FILES, entities=False) as annotator:
        assert isinstance(annotator, ParallelAnnotator)
    monkeypatch.setattr(parallel_annotation.os, "cpu_count", lambda: 1)
    with annotator_for(parallel_annotation.WORTH_FILES, entities=False) as annotator:
        assert isinstance(annotator, Presegmenter)
