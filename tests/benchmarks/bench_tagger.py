"""How fast entities are suggested beside jieba's own part-of-speech tags, over the same text on one core.

Run from the root of the checkout (about a minute)::

    python tests/benchmarks/bench_tagger.py [FILE ...]

Takes the given pages, or the invented samples repeated to some 30,000 characters. Both are timed in turn, in
processor time, and the median of the ratios is printed (wanted: at most 2) with characters a second of either, and
the same of texts that are hard on patterns, to show that no text takes for ever.
"""

from __future__ import annotations

import argparse
import importlib
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.segmentation.splitter import split_page
from cppcc_reader.core.words import jieba_tokenizer
from cppcc_reader.formats.page_text import read_page_file
from cppcc_reader.resource_paths import resource
from cppcc_reader.services.tagger_loading import load_tagger

ROUNDS = 5
HARD = {
    "places": "兰州市" * 5000,
    "short places": "兰州的" * 5000,
    "bodies": "政协" * 7000,
    "names": "王小明、" * 4000,
    "bylines": "记者 " * 5000,
    "brackets": "(" * 15000,
    "one character": "中" * 15000,
    "quotes": "“园区" * 5000,
}


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that the work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> None:
    """Print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*")
    paths = parser.parse_args().files or sorted(resource("samples", "pages").glob("*.txt"))
    texts = [read_page_file(path).page.text for path in paths]
    texts *= max(1, 30_000 // max(1, sum(map(len, texts))))
    pages: list[tuple[str, AnnotationSet]] = [(text, split_page(text)) for text in texts]
    characters = sum(map(len, texts))
    tagger = load_tagger()
    posseg = importlib.import_module("jieba.posseg").POSTokenizer(jieba_tokenizer())
    tagger.suggest(*pages[0])
    posseg.lcut(texts[0])
    ours, theirs = [], []
    for _round in range(ROUNDS):
        ours.append(seconds(lambda: [tagger.suggest(text, page) for text, page in pages]))
        theirs.append(seconds(lambda: [posseg.lcut(text) for text in texts]))
    hard = {name: len(text) / seconds(lambda text=text: tagger.candidates([text])) for name, text in HARD.items()}
    figures = {
        "characters": characters,
        "ours, characters a second": round(characters / statistics.median(ours)),
        "jieba.posseg, characters a second": round(characters / statistics.median(theirs)),
        "ratio of times": round(statistics.median(a / b for a, b in zip(ours, theirs, strict=True)), 2),
        "hard texts, characters a second": {name: round(speed) for name, speed in hard.items()},
    }
    print(json.dumps(figures, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
