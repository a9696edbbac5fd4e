"""Runs every benchmark of this folder one after the other and prints what each prints.

Run from the root of the checkout, on a machine that does nothing else (about half an hour; ``--quick``: eight
minutes, with smaller libraries)::

    python tests/benchmarks/run_all.py [--quick]

The aims stand in the first lines of each file. Ratios are taken within one run; absolute times are this machine's.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SAMPLES = ROOT / "resources" / "samples" / "gold-articles.pages.jsonl"
GOLD = ROOT / "resources" / "samples" / "gold.pages.jsonl"
RUNS: dict[str, tuple[list[str], list[str]]] = {
    "bench_splitter.py": ([str(SAMPLES)], [str(SAMPLES), "--rounds", "3"]),
    "bench_tagger.py": ([], []),
    "bench_coined_names.py": ([str(GOLD)], [str(GOLD), "--rounds", "1"]),
    "bench_storage.py": ([], ["--pages", "300", "--import-pages", "1000"]),
    "bench_window.py": ([], []),
    "bench_articles.py": ([], []),
    "bench_export.py": ([], ["--articles", "10000", "--formats", "pages", "conll", "doccano"]),
    "bench_search.py": ([], ["--articles", "10000"]),
    "bench_indexing_gap.py": ([], ["--pages", "100"]),
    "bench_entities.py": ([], ["--pages", "500"]),
    "prove_kill.py": ([], ["--kills", "20"]),
}
"""Arguments in full and with ``--quick``."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="smaller libraries, fewer rounds")
    quick = parser.parse_args().quick
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(p) for p in (ROOT, ROOT / "tests" / "views"))}
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = [name for name in RUNS if not run(name, RUNS[name][quick], environment)]
    if failed:
        print("did not end well:", ", ".join(failed))
    return 1 if failed else 0


def run(name: str, arguments: list[str], environment: dict[str, str]) -> bool:
    print(f"== {name} {' '.join(Path(one).name for one in arguments)}", flush=True)
    return (
        subprocess.run(
            [sys.executable, str(HERE / name), *arguments], env=environment, cwd=ROOT, check=False
        ).returncode
        == 0
    )


if __name__ == "__main__":
    sys.exit(main())
