"""Which articles of the training pages are one and the same, printed or composed more than once."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

from cppcc_reader.core.segmentation.training.examples import TrainingPage, paragraphs_of

FOLDS = 2
_SENTENCE = re.compile(r"[^。!?\n]+[。!?]")
_TELLING = 20
"""A sentence of so many characters betrays an article; shorter ones are said by many."""


class ArticleGroups:
    """Groups of articles that share a sentence.

    Attributes:
        of_page: for each page the group of each of its articles, by article id.
        members: for each group its articles as (page, article id).
    """

    def __init__(self, pages: Sequence[TrainingPage]) -> None:
        self._parent: list[int] = []
        places: list[tuple[int, str]] = []
        seen: dict[str, int] = {}
        for number, page in enumerate(pages):
            for article in page.gold.articles:
                here = len(places)
                places.append((number, article.id))
                self._parent.append(here)
                for paragraph in paragraphs_of(page.text, article):
                    for sentence in _SENTENCE.findall(paragraph):
                        if len(sentence) >= _TELLING:
                            self._unite(seen.setdefault(sentence, here), here)
        self.of_page: list[dict[str, int]] = [{} for _ in pages]
        self.members: dict[int, list[tuple[int, str]]] = {}
        for place, (number, article_id) in enumerate(places):
            root = self._root(place)
            self.of_page[number][article_id] = root
            self.members.setdefault(root, []).append((number, article_id))

    def fold(self, group: int) -> int:
        """Return in which of :data:`FOLDS` parts of the articles a group lies."""
        return zlib.crc32(group.to_bytes(4, "little")) % FOLDS

    def _root(self, place: int) -> int:
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def _unite(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first
