"""kill -9 at any moment loses nothing that was called saved (200 kills: tests/benchmarks/prove_kill.py)."""

from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest

from kill_proof import kill_once, make_library

KILLS = 20


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_nothing_saved_is_lost_when_the_writer_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "库.cppcc"
    make_library(path)
    chance = random.Random(20261121)
    kills = [kill_once(path, chance) for _ in range(KILLS)]
    assert [kill.problems for kill in kills if kill.problems] == []
    assert sum(kill.saved for kill in kills) > KILLS
