"""Every benchmark is run by the one command that prints them all."""

from __future__ import annotations

from pathlib import Path


def test_the_one_command_runs_every_benchmark(repository: Path) -> None:
    folder = repository / "tests" / "benchmarks"
    listed = (folder / "run_all.py").read_text(encoding="utf-8")
    found = [path.name for path in sorted(folder.glob("*.py")) if path.name.startswith(("bench_", "prove_"))]
    assert found
    assert [name for name in found if f'"{name}"' not in listed] == []
