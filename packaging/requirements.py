"""Print what pyproject.toml wants installed for one extra, or a stamp that changes whenever that does."""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("extra", help="extra of pyproject.toml, for example window or test")
    parser.add_argument("--stamp", action="store_true", help="print the stamp instead of the requirements")
    options = parser.parse_args()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = sorted(requirements(project, options.extra))
    print(stamp(project, wanted) if options.stamp else "\n".join(wanted))
    return 0


def requirements(project: dict, extra: str) -> set[str]:
    """Return the project's requirements with those of the extra; extras of the project itself are followed."""
    wanted = set(project["dependencies"])
    for line in project["optional-dependencies"][extra]:
        if own := re.fullmatch(rf"{re.escape(project['name'])}\[([^]]*)\]", line):
            for name in own.group(1).split(","):
                wanted |= requirements(project, name.strip())
        else:
            wanted.add(line)
    return wanted


def stamp(project: dict, wanted: list[str]) -> str:
    """Return a digest of all that an installed environment depends on."""
    pins = (ROOT / "packaging" / "constraints.txt").read_text("utf-8")
    scripts = project["scripts"], project["version"], str(ROOT)
    facts = [wanted, pins, scripts, sys.version, platform.machine()]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
