"""How fast the first 50 hits come at 100,000 generated articles, and how fast they are indexed.

Run from the root of the checkout (about five minutes)::

    python tests/benchmarks/bench_search.py [--articles 100000] [--keep FILE]

``BENCH_CPU=1`` counts processor time instead of time on the clock, for a machine that is busy with other things.
Prints one JSON object: milliseconds for each kind of query (median and 95th percentile), the share of articles that
hold it, indexing speed, the longest slice, and the size of the index.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import statistics
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cppcc_reader.core.character_folding import Folding
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.page import Page, PageMeta, PageSource, PageState
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.services.search import SearchRequest, SearchService
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.search_finder import PageFilter, SearchOrder

ARTICLES_A_PAGE = 10
FIRST_DAY = date(1990, 1, 1)
COMMON = ("政协", "委员", "协商民主", "调研", "提案", "经济", "乡村振兴", "的", "在")
RARE = ("赵明远", "茶马古道研究会", "巍山县", "滇池路三号", "二〇二三")
ROUNDS = 15


class Writer:
    """Invents articles: characters by a falling distribution, common words often, rare names seldom."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        level_1 = [bytes([high, low]).decode("gb2312") for high in range(0xB0, 0xD7) for low in range(0xA1, 0xFF)]
        self._chance.shuffle(level_1)
        self._chars = level_1
        self._weights = [1 / (rank + 8) for rank in range(len(level_1))]

    def words(self, length: int) -> str:
        """Return invented text of about ``length`` characters."""
        text = "".join(self._chance.choices(self._chars, self._weights, k=length))
        parts = [text[start : start + 18] for start in range(0, length, 18)]
        mixed = [part + self._chance.choice(COMMON) + self._chance.choice(("，", "。", "")) for part in parts]
        if self._chance.random() < 0.02:
            mixed.insert(self._chance.randrange(len(mixed) + 1), self._chance.choice(RARE))
        return "".join(mixed)

    def page(self, number: int) -> PageRecord:
        """Return a page of ten articles; in every third one a column break cuts the body."""
        text = ""
        articles = []
        for index in range(ARTICLES_A_PAGE):
            segments = []
            body = self.words(self._chance.randrange(200, 1200))
            cut = len(body) // 2 if index % 3 == 0 else len(body)
            for role, part in ((Role.HEADLINE, self.words(14)), (Role.BODY, body[:cut]), (Role.BODY, body[cut:])):
                if part:
                    join = role is Role.BODY and segments[-1].role is Role.BODY
                    segments.append(Segment(start=len(text), end=len(text) + len(part), role=role, join=join))
                    text += part + "\n\n"
            articles.append(Article(id=f"a{index}", segments=tuple(segments)))
        day = FIRST_DAY + timedelta(days=number // 4)
        name = f"invented-{number}.txt"
        return PageRecord(
            page=Page(
                id=f"p{number}",
                text=text,
                source=PageSource(name=name, sha256=hashlib.sha256(name.encode()).hexdigest()),
                meta=PageMeta(paper="云岭报", date=day.isoformat(), page_no=str(number % 4 + 1)),
            ),
            annotations=AnnotationSet.of(
                articles=tuple(articles), state=PageState.FINISHED if number % 5 == 0 else PageState.NEW
            ),
        )


def fill(library: Library, articles: int) -> float:
    """Store the pages and return the seconds it took."""
    writer, now = Writer(1), datetime(2026, 1, 1, tzinfo=UTC)
    start = time.perf_counter()
    for first in range(0, articles // ARTICLES_A_PAGE, 100):
        with library.transaction(durable=False):
            for number in range(first, min(first + 100, articles // ARTICLES_A_PAGE)):
                library.pages.add(writer.page(number), None, now)
    return time.perf_counter() - start


def index(service: SearchService) -> tuple[float, list[float]]:
    """Index everything in the slices the window uses; return seconds in all and for each slice."""
    slices: list[float] = []
    more = True
    while more:
        start = time.perf_counter()
        more = service.index_slice() > 0 or service.tidy_slice()
        slices.append(time.perf_counter() - start)
    return sum(slices), slices


def requests() -> dict[str, list[SearchRequest]]:
    """Return the queries, by kind."""
    words = (*COMMON, *RARE)
    finished = PageFilter(states=(PageState.FINISHED,), date_from="1993-01-01")
    return {
        "word": [SearchRequest(query=word) for word in words],
        "single character": [SearchRequest(query=char) for char in "的政茶巍"],
        "two words": [SearchRequest(query=f"{one} {two}") for one in COMMON[:4] for two in (*COMMON[4:6], *RARE[:2])],
        "excluding": [SearchRequest(query=f"{word} -政协") for word in words[1:]],
        "headlines only": [SearchRequest(query=word, roles=frozenset({Role.HEADLINE})) for word in words],
        "state and date": [SearchRequest(query=word, pages=finished) for word in words],
        "by date": [SearchRequest(query=word, order=SearchOrder.OLDEST) for word in words],
        "folded": [SearchRequest(query=word, folding=Folding(width=True, variants=True)) for word in words],
        "nothing found": [SearchRequest(query=word) for word in ("龘龘", "无此人名也")],
    }


def measure(service: SearchService) -> dict[str, dict[str, float]]:
    """Return the milliseconds to the first 50 hits with their snippets."""
    figures: dict[str, dict[str, float]] = {}
    everything: list[float] = []
    clock = time.process_time if os.environ.get("BENCH_CPU") else time.perf_counter
    for kind, wanted in requests().items():
        times: list[float] = []
        for _ in range(ROUNDS):
            for request in wanted:
                start = clock()
                service.search(request, limit=50)
                times.append((clock() - start) * 1000)
        figures[kind] = _figures(times)
        everything += times
    figures["all"] = _figures(everything)
    return figures


def _figures(times: list[float]) -> dict[str, float]:
    return {
        "median_ms": round(statistics.median(times), 2),
        "p95_ms": round(statistics.quantiles(times, n=20)[-1], 2),
        "max_ms": round(max(times), 2),
    }


def main() -> None:
    """Generate, index, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="keep the library here, and use it if it is there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder) / "bench.cppcc"
        fresh = not path.exists()
        with Library.open_or_create(path) as library:
            report: dict[str, object] = {"articles": arguments.articles}
            service = SearchService(library)
            if fresh:
                report["fill_s"] = round(fill(library, arguments.articles), 1)
                before = path.stat().st_size
                seconds, slices = index(service)
                report["index_s"] = round(seconds, 1)
                report["slice_ms"] = _figures([one * 1000 for one in slices])
                report["index_mb"] = round((path.stat().st_size - before) / 1e6)
            report["first_50_hits"] = measure(service)
        print(json.dumps(report, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
