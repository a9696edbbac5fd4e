"""Calibration: what is said with a confidence comes true that often."""

from __future__ import annotations

import random

from cppcc_reader.core.segmentation.confidence import Calibration
from cppcc_reader.core.segmentation.training.calibration import calibrate


def test_no_steps_leave_probabilities_alone() -> None:
    assert Calibration().of(0.734) == 0.734


def test_overconfident_probabilities_are_corrected() -> None:
    chance = random.Random(5)
    outcomes = [(raw, chance.random() < raw * 0.8) for raw in (chance.random() for _ in range(6000))]
    found = calibrate(outcomes)
    assert found.of(0.95) < 0.85
    assert 0.3 < found.of(0.5) < 0.45


def test_confidences_rise() -> None:
    chance = random.Random(6)
    steps = calibrate([(raw, chance.random() < raw) for raw in (chance.random() for _ in range(3000))]).steps
    assert [share for _start, share in steps] == sorted(share for _start, share in steps)
