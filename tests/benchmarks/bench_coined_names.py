"""How well entities are suggested where every place and person is one that nobody has heard of.

Run from the root of the checkout (about a minute)::

    python tests/benchmarks/bench_coined_names.py GOLD.pages.jsonl [--rounds 3]

The articles of the gold pages are read with their listed places (provinces stay) and their people exchanged for
coined ones, the same for the same wherever it is marked. Prints strict F1 by label, with and without the exchange.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from cppcc_reader.core.model.reading_text import reading_text
from cppcc_reader.core.tagging.candidate import LABELS, LOC, ORG, PER
from cppcc_reader.core.tagging.gazetteer import Gazetteer, PlaceKind
from cppcc_reader.core.tagging.tagger import Tagger
from cppcc_reader.formats.record_file import read_records
from cppcc_reader.services.tagger_loading import load_gazetteer, load_tagger

FIRST, LAST = "鹭栖汀岫砚槐枫鲤雁苇翠碧澄泓澹岱嵋峤隐黛", "屿湾溪浦渚岬陵墟坪垣麓原畈壑泽沚澜丘渡堰"
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国文志海燕宇晨博雅思雨欣怡浩然子轩梓涵珊琳峰森鑫冰岚"
PLACE = re.compile(r"(.{1,3}?)((?:[^族]{1,3}族)*自治[州县区旗]|(?:地|新)区|[省市县区州旗盟镇乡村]|街道|社区)")

Name = tuple[int, int, str]
Text = tuple[str, list[Name]]


@dataclass
class Coinage:
    """Coins names for one page and keeps to them."""

    gazetteer: Gazetteer
    random: Random
    coined: dict[tuple[str, str], str] = field(default_factory=dict)

    def exchanged(self, text: str, names: list[Name]) -> Text:
        """Return a text with its names exchanged."""
        parts, moved, end = "", [], 0
        for start, stop, label in names:
            parts += text[end:start]
            begin = len(parts)
            parts += self._other(text[start:stop], label)
            moved.append((begin, len(parts), label))
            end = stop
        return parts + text[end:], moved

    def _other(self, name: str, label: str) -> str:
        if label == PER and 2 <= len(name) <= 3 and name not in self.gazetteer.persons:
            given = "".join(self.random.choice(GIVEN) for _letter in name[1:])
            return self.coined.setdefault((label, name), self.random.choice(SURNAMES) + given)
        return self._places(name) if label in (LOC, ORG) else name

    def _places(self, name: str) -> str:
        parts, end = "", 0
        for place in self.gazetteer.place_matches(name):
            words = name[place.start : place.end]
            parts += name[end : place.start]
            parts += words if place.kind is PlaceKind.REGION else self._place(words)
            end = place.end
        return parts + name[end:]

    def _place(self, name: str) -> str:
        if self.gazetteer.is_province(name):
            return name
        match = PLACE.fullmatch(name) if name in self.gazetteer.places else None
        core, unit = match.groups() if match else (name, "")
        return self.coined.setdefault((LOC, core), self.random.choice(FIRST) + self.random.choice(LAST)) + unit


def gold_pages(path: Path) -> list[list[Text]]:
    """Return the reading texts of the articles of gold pages with their names, without overlaps."""
    pages = []
    for record in read_records(path):
        texts = []
        for article in record.annotations.articles:
            reading = reading_text(record.page.text, article)
            spans = [(reading.range_of(one.fragments), one.label) for one in record.annotations.mentions]
            names = sorted((span.start, span.end, label) for span, label in spans if span is not None)
            texts.append((reading.text, [one for at, one in enumerate(names) if not at or names[at - 1][1] <= one[0]]))
        pages.append(texts)
    return pages


def scores(tagger: Tagger, pages: list[list[Text]]) -> dict[str, float]:
    """Return strict F1 by label and over all."""
    counts: Counter[tuple[str, str]] = Counter()
    for page in pages:
        for (_text, names), candidates in zip(page, tagger.candidates([text for text, _names in page]), strict=True):
            gold, found = set(names), {(one.start, one.end, one.label) for one in candidates}
            for kind, some in (("right", gold & found), ("all", gold), ("all", found)):
                for label in LABELS:
                    counts[kind, label] += sum(one[2] == label for one in some)
    total = {label: (counts["right", label], counts["all", label]) for label in LABELS}
    total["micro"] = (sum(right for right, _all in total.values()), sum(both for _right, both in total.values()))
    return {label: round(2 * right / max(1, both), 4) for label, (right, both) in total.items()}


def main() -> None:
    """Print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    pages, tagger, gazetteer = gold_pages(args.gold), load_tagger(), load_gazetteer()
    coined = []
    for seed in range(args.rounds):
        for page in pages:
            coinage = Coinage(gazetteer, Random(seed))
            coined.append([coinage.exchanged(text, names) for text, names in page])
    print(json.dumps({"as printed": scores(tagger, pages), "coined names": scores(tagger, coined)}, indent=1))


if __name__ == "__main__":
    main()
