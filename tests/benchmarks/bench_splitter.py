"""How fast pages are split, beside jieba cutting the same text, and how the time grows.

Run from the root of the checkout (about two minutes)::

    python tests/benchmarks/bench_splitter.py PAGES.jsonl[.gz]... [--rounds 5]

Prints one JSON object: characters a second of both on the given pages (both warmed up, processor time, median of the
rounds), their ratio (below 1: splitting is faster), and seconds for pages of odd shapes and of growing size.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from cppcc_reader.core.segmentation.splitter import SplitterModel, split_page
from cppcc_reader.core.words import jieba_cutter
from cppcc_reader.formats.record_file import read_records
from cppcc_reader.services.splitter_model import load_splitter_model

_SENTENCE = "青石县政协组织委员到柳湾乡调研果园灌溉情况，大家认为要把老渠修好，让果农放心。"
_LONG = 600_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    texts = [record.page.text for path in args.pages for record in read_records(path)]
    model = load_splitter_model()
    cut = jieba_cutter()
    split_time = _median(lambda: [split_page(text, model) for text in texts], args.rounds)
    cut_time = _median(lambda: [cut(text) for text in texts], args.rounds)
    size = sum(map(len, texts))
    result = {
        "characters": size,
        "split_characters_a_second": round(size / split_time),
        "jieba_characters_a_second": round(size / cut_time),
        "ratio": round(split_time / cut_time, 3),
        "odd_pages_seconds": {name: round(_seconds(text, model), 3) for name, text in _odd_pages(texts).items()},
        "odd_pages_seconds_by_rules": {
            name: round(_seconds(text, None), 3) for name, text in _odd_pages(texts).items()
        },
        "growth": [[count, round(_seconds(_repeated(texts, count), model), 3)] for count in (75_000, 150_000, 300_000)],
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))


def _odd_pages(texts: list[str]) -> dict[str, str]:
    return {
        "600,000 characters of news": _repeated(texts, _LONG),
        "10,000 blocks": "\n\n".join(f"{_SENTENCE[: 5 + number % 30]}{number}" for number in range(10_000)),
        "one line": _SENTENCE * (_LONG // len(_SENTENCE)),
        "the same line 10,000 times": "\n\n".join([_SENTENCE] * 10_000),
        "punctuation alone": "，。、；：！？”" * (_LONG // 8),
        "latin": ("The quick brown fox jumps over the lazy dog. " * 20 + "\n\n") * (_LONG // 902),
        "10,000 heads": "\n\n".join(["柳湾乡老渠修好"] * 10_000),
        "10,000 broken lines": "\n".join(["委员们认为要把老渠的维修经费列入年度"] * 10_000),
    }


def _repeated(texts: list[str], length: int) -> str:
    many = "\n\n".join(texts) + "\n\n"
    return (many * (1 + length // len(many)))[:length]


def _seconds(text: str, model: SplitterModel | None) -> float:
    begun = time.process_time()
    split_page(text, model)
    return time.process_time() - begun


def _median(work: Callable[[], object], rounds: int) -> float:
    work()
    found = []
    for _round in range(rounds):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return statistics.median(found)


if __name__ == "__main__":
    main()
