"""Write the tables of figures into README.md, measured by the program's own commands.

Sets that lie beside the checkout (real newspaper pages, which do not ship) are measured where they are; the sample
pages always are.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- figures: made by packaging/write_figures.py -->\n", "<!-- end of figures -->"
SAMPLES = ROOT / "resources" / "samples"
SHARED = ROOT.parent / "shared"
SPLIT_SETS = [
    SAMPLES / "gold.pages.jsonl",
    SAMPLES / "gold-articles.pages.jsonl",
    SHARED / "gold" / "three-pages.pages.jsonl",
    SHARED / "data" / "pages" / "composed-tune.pages.jsonl.gz",
]
SYSTEMS = {
    "本程序": "this program",
    "本程序，只用规则": "this program, rules alone",
    "按空行切": "blank lines",
    "几条规则": "a few rules",
    "只用规则": "rules alone",
    "只用模型": "its model alone",
}
COLUMNS = {
    "Exact": "exact",
    "Ordered": "ordered",
    "B³ F1": "b_cubed",
    "Rand": "adjusted_rand",
    "Operations a page": "operations",
    "Roles, not body": "exact_roles",
    "Joins F1": "joins",
}


def main() -> int:
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    readme.write_text(f"{before}{BEGIN}{tables()}{END}{after}", encoding="utf-8")
    return 0


def tables() -> str:
    """Return the section's text."""
    sets = [path for path in SPLIT_SETS if path.exists()]
    found = json.loads(run("evaluate", "--gold", *sets, "--baselines", "--json"))
    parts = [
        "Splitting, beside three simple ways of doing it, on the same pages in one run. *Exact* is the share of "
        "articles whose characters form exactly one article of the program, *operations* the splits and merges left:",
        split_table(found["splitting"]),
        "Names, strict: the very characters and the very label (F1 by label):",
        entity_table(found["entities"]),
        "Actions with the program's own commands from its split to the gold, in the median:",
        effort_table(sets),
        "`gold` and `gold-articles` are the invented sample pages, hard on purpose; `three-pages` are real pages "
        "marked by careful readers (looked at while developing), `composed-tune` pages composed from real articles. "
        "The last two do not ship.",
    ]
    return "\n\n".join(parts) + "\n\n"


def split_table(found: list[dict]) -> str:
    lines = [f"| Set | Pages | System | {' | '.join(COLUMNS)} |", f"| --- | --: | --- |{' --: |' * len(COLUMNS)}"]
    for one in found:
        figures = " | ".join(f"{one[key]:.2f}" for key in COLUMNS.values())
        lines.append(f"| {one['set']} | {one['pages']} | {SYSTEMS.get(one['system'], one['system'])} | {figures} |")
    return "\n".join(lines)


def entity_table(found: list[dict]) -> str:
    labels = list(found[0]["f1"]) if found else []
    lines = [f"| Set | System | {' | '.join(labels)} |", f"| --- | --- |{' --: |' * len(labels)}"]
    for one in found:
        figures = " | ".join(f"{one['f1'][label]:.2f}" for label in labels)
        lines.append(f"| {one['data']} | {SYSTEMS.get(one['system'], one['system'])} | {figures} |")
    return "\n".join(lines)


def effort_table(sets: list[Path]) -> str:
    lines = ["| Set | Pages | Median actions |", "| --- | --: | --: |"]
    for path in sets:
        found = json.loads(run("effort", "--gold", path, "--json"))
        lines.append(f"| {path.name.split('.')[0]} | {len(found['pages'])} | {found['median_actions']:g} |")
    return "\n".join(lines)


def run(*words: object) -> str:
    """Return what a command of the program prints."""
    command = [sys.executable, "-m", "cppcc_reader", *map(str, words)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
