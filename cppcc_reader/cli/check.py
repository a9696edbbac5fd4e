"""``cppcc-reader check``: is a library whole."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from cppcc_reader.services.library_check import CheckReport, check_library
from cppcc_reader.storage.library import Library


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "check",
        help="检查文库是否完好",
        description="检查文件完整性、原文摘要、归属与位置、引文和撤销记录；不作任何改动。有问题时退出码为 1。",
    )
    parser.add_argument("library", type=Path, metavar="文库", help=".cppcc 文件")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(args: argparse.Namespace) -> int:
    """Check, print what was found, and return 1 if anything does not hold."""
    # Read-only: a library that is open in a window can be checked as well.
    with Library.open(args.library, read_only=True) as library:
        report = check_library(library)
    print(json.dumps(asdict(report), ensure_ascii=False) if args.json else _words(report))
    return 1 if report.problems else 0


def _words(report: CheckReport) -> str:
    lines = [f"{problem.page_id or '文库'}：{problem.message}" for problem in report.problems]
    verdict = f"发现 {len(report.problems)} 处问题" if report.problems else "完好"
    counts = f"{report.pages} 版，{report.articles} 篇文章，{report.mentions} 个实体，{report.steps} 步编辑记录"
    lines.append(f"{verdict}：检查了 {counts}。")
    if report.without_original:
        lines.append(f"其中 {report.without_original} 版由版面记录导入，没有原始文件。")
    return "\n".join(lines)
