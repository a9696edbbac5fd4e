"""kill -9 at any moment loses nothing that was called saved (200 kills: tests/benchmarks/prove_kill.py)."""

from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest

from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.role import Role
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.library_check import check_library
from cppcc_reader.storage.library import Library
from kill_proof import kill_once, make_library
from library_builder import NOW

KILLS = 20
CUTS = 24


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_nothing_saved_is_lost_when_the_writer_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "库.cppcc"
    make_library(path)
    chance = random.Random(20261121)
    kills = [kill_once(path, chance) for _ in range(KILLS)]
    assert [kill.problems for kill in kills if kill.problems] == []
    assert sum(kill.saved for kill in kills) > KILLS


def test_a_write_ahead_log_cut_anywhere_costs_only_its_end(tmp_path: Path) -> None:
    """A power cut may leave any part of the log; the library opens whole, with steps missing only from its end."""
    path = tmp_path / "库.cppcc"
    make_library(path)
    chance = random.Random(7)
    with Library.open(path) as library:
        service = AnnotationService(library, annotator="甲", clock=lambda: NOW)
        for number in range(30):
            service.execute("p1", SetRole(starts=(0,), role=list(Role)[number % len(Role)]))
        main, log = path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes()
    found = set()
    for number in range(CUTS):
        cut = tmp_path / f"断电{number}.cppcc"
        cut.write_bytes(main)
        kept = log[: chance.randrange(len(log))]
        # Half of the cuts leave the file at its length, the rest of it empty.
        cut.with_name(f"{cut.name}-wal").write_bytes(kept if number % 2 else kept.ljust(len(log), b"\0"))
        with Library.open(cut) as library:
            report = check_library(library)
            assert report.problems == ()
            steps = [entry.id for entry in library.log.entries()]
            assert steps == list(range(len(steps), 0, -1))
            found.add(len(steps))
    assert len(found) > CUTS / 4
