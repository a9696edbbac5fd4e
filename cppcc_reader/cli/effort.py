"""``cppcc-reader effort``: how many actions lead from the automatic split to the gold."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from pathlib import Path
from typing import Any

from cppcc_reader.formats.record_file import read_records
from cppcc_reader.services.effort import Effort, effort
from cppcc_reader.services.presegmentation import Presegmenter


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("effort", help="从自动切分改到金标准需要多少步操作")
    parser.add_argument("--gold", type=Path, required=True, help="版面记录文件（.jsonl 或 .jsonl.gz）")
    parser.add_argument("--json", action="store_true", help="输出 JSON")
    parser.set_defaults(func=run)


def run(args: argparse.Namespace) -> int:
    """Print the actions of each page and their median."""
    presegmenter = Presegmenter.load(entities=False)
    pages: list[tuple[str, Effort]] = []
    for record in read_records(args.gold):
        predicted = presegmenter.split(record.page.text)
        found = effort(record.page.text, predicted, record.annotations, record.ambiguous)
        pages.append((record.page.source.name, found))
    if not pages:
        print("文件里没有版面记录", file=sys.stderr)
        return 1
    print(json.dumps(_summary(pages), ensure_ascii=False) if args.json else _table(pages))
    return 0


def _summary(pages: list[tuple[str, Effort]]) -> dict[str, Any]:
    return {
        "median_actions": statistics.median(found.actions for _name, found in pages),
        "median_labeller": statistics.median(found.labeller for _name, found in pages),
        "pages": [
            {
                "page": name,
                "actions": found.actions,
                "reached": found.reached,
                "labeller": found.labeller,
                "steps": [{"name": step, "actions": cost} for step, cost in found.steps],
            }
            for name, found in pages
        ],
    }


def _table(pages: list[tuple[str, Effort]]) -> str:
    lines = ["操作  逐段标注  版面"]
    lines += [
        f"{found.actions:4}  {found.labeller:8}  {name}{'' if found.reached else '（未能完全改到金标准）'}"
        for name, found in pages
    ]
    summary = _summary(pages)
    lines.append(f"中位数：{summary['median_actions']:g} 步；逐段标注同样的金标准：{summary['median_labeller']:g} 步")
    return "\n".join(lines)
