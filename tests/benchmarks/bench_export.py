"""How fast data sets are written beside writing the same JSON lines directly, and in how much memory.

Run from the root of the checkout (page records alone about two minutes, all formats some twenty)::

    python tests/benchmarks/bench_export.py [--articles 100000] [--formats pages conll ...]

Each format is written by a process of its own from invented pages of ten articles and eighty mentions each, made
one at a time. Prints one JSON object: for each format processor seconds, articles a second, peak memory in MB, the
memory of a process that has written a hundredth of it, and the speed as a share of writing the page records' JSON
lines directly (wanted: at least 0.2 for ``pages``; at most 500 MB for all).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.page import Page, PageSource
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence, Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.exporters import EXPORTERS
from cppcc_reader.formats.page_record import record_to_json
from cppcc_reader.services.export_options import ExportOptions
from cppcc_reader.services.training_export import export

ARTICLES_A_PAGE = 10
MENTIONS_AN_ARTICLE = 8
DIFFERENT_PAGES = 40
LABELS = ("PER", "LOC", "ORG", "TITLE", "TIME")
LETTERS = "云江白水县政协委员调研茶园协商提案发展工作会议召开主席书记经济社会乡村振兴，。"


def _page(seed: int) -> PageRecord:
    """Invent a page: ten articles of a headline and two paragraphs, with names and what the splitter says of them."""
    chance = random.Random(seed)
    text, articles, mentions = "", [], []
    for index in range(ARTICLES_A_PAGE):
        segments = []
        for role, length in ((Role.HEADLINE, 14), (Role.BODY, 250), (Role.BODY, 250)):
            evidence = Evidence(round(chance.uniform(0.5, 1), 4), "上段句子未完")
            end = len(text) + length
            segments.append(
                Segment(start=len(text), end=end, role=role, role_evidence=evidence, link_evidence=evidence)
            )
            text += "".join(chance.choices(LETTERS, k=length)) + "\n\n"
        for place in range(MENTIONS_AN_ARTICLE):
            start = segments[1].start + place * 30
            mentions.append(
                Mention(
                    id=f"m{len(mentions)}",
                    label=chance.choice(LABELS),
                    fragments=(Span(start, start + chance.randrange(2, 9)),),
                    origin=Origin.SUGGESTED,
                    evidence=Evidence(0.9, "名单"),
                )
            )
        articles.append(Article(id=f"a{index}", segments=tuple(segments)))
    annotations = AnnotationSet.of(articles=tuple(articles), mentions=tuple(mentions))
    return PageRecord(page=Page(id="p", text=text, source=PageSource(name="p", sha256="0")), annotations=annotations)


def _pages(models: list[PageRecord], count: int) -> Iterator[PageRecord]:
    for number in range(count):
        model = models[number % len(models)]
        digest = hashlib.sha256(str(number).encode()).hexdigest()
        source = PageSource(name=f"p{number}.txt", sha256=digest)
        yield replace(model, page=replace(model.page, id=f"p{number}", source=source))


def _write_directly(count: int, path: Path) -> float:
    """Return the processor seconds that the page records' JSON objects, ready made, take to become lines of a file."""
    models: list[dict[str, Any]] = [record_to_json(_page(seed)) for seed in range(DIFFERENT_PAGES)]
    start = time.process_time()
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            data = {**models[number % len(models)], "page_id": f"p{number}"}
            file.write(json.dumps(data, ensure_ascii=False) + "\n")
    return time.process_time() - start


def _export(name: str, count: int, folder: Path) -> dict[str, float]:
    models = [_page(seed) for seed in range(DIFFERENT_PAGES)]
    start = time.process_time()
    manifest = export(_pages(models, count), ExportOptions(format=name), folder / "set")
    seconds = time.process_time() - start
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "megabytes": peak_kb / 1024, "documents": manifest.documents}


def _in_own_process(task: str, count: int, folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--task", task, "--pages", str(count), "--folder", str(folder)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert isinstance(found, dict)
    return found


def _measure(task: str, count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        return _in_own_process(task, count, Path(folder))


def _figures(name: str, count: int, direct: float) -> dict[str, float]:
    whole, part = _measure(name, count), _measure(name, max(1, count // 100))
    return {
        "seconds": round(whole["seconds"], 1),
        "articles_per_second": round(count * ARTICLES_A_PAGE / whole["seconds"]),
        "peak_mb": round(whole["megabytes"]),
        "peak_mb_of_a_hundredth": round(part["megabytes"]),
        "speed_beside_direct_lines": round(direct / whole["seconds"], 3),
    }


def main() -> None:
    """Measure, or do one task for the measuring process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--formats", nargs="*", choices=list(EXPORTERS), default=["pages"])
    parser.add_argument("--task", help=argparse.SUPPRESS)
    parser.add_argument("--pages", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.task == "direct":
        print(json.dumps({"seconds": _write_directly(args.pages, args.folder / "direct.jsonl")}))
        return
    if args.task:
        print(json.dumps(_export(args.task, args.pages, args.folder)))
        return
    count = max(1, args.articles // ARTICLES_A_PAGE)
    direct = _measure("direct", count)["seconds"]
    figures = {name: _figures(name, count, direct) for name in args.formats}
    print(json.dumps({"articles": count * ARTICLES_A_PAGE, "direct_seconds": round(direct, 2), **figures}, indent=1))


if __name__ == "__main__":
    main()
