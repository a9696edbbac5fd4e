"""Kill a writer 200 times with SIGKILL and count what was lost of what it had called saved.

Run from the root of the checkout (about two minutes)::

    python tests/benchmarks/prove_kill.py [--kills 200]

Prints one JSON object; exit code 1 if anything was lost or broken.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kill_proof import kill_once, make_library


def main() -> int:
    """Kill, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "库.cppcc")
        make_library(path)
        kills = [kill_once(path, chance) for _ in range(options.kills)]
    problems = [problem for kill in kills for problem in kill.problems]
    saved = sum(kill.saved for kill in kills)
    print(json.dumps({"kills": len(kills), "saved_edits": saved, "problems": problems}, ensure_ascii=False))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
