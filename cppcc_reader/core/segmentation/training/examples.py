"""Gold pages made ready to learn from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import BODY_ROLES, Role
from cppcc_reader.core.segmentation.clues import Clue, names_of
from cppcc_reader.core.segmentation.facts import Facts
from cppcc_reader.core.segmentation.gold_labels import FIRST, FURNITURE_UNIT, GoldUnits, gold_units
from cppcc_reader.core.segmentation.link_features import LinkFeatures
from cppcc_reader.core.segmentation.meaning import Meaning
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.patterns import folded
from cppcc_reader.core.segmentation.role_features import role_features
from cppcc_reader.core.segmentation.sentence_flow import SentenceFlow
from cppcc_reader.core.segmentation.splitter import ReadPage, read_page
from cppcc_reader.core.segmentation.training.choices import ChoiceData

BEGIN, END = "始", "终"
"""First characters of the names of features of beginnings and of ends."""
_SUBHEAD_LENGTH = 25
_KEY = slice(4, 20)
_HEADS = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK, Role.CAPTION})


@dataclass(slots=True)
class TrainingPage:
    """A gold page cut into units, with the gold of each.

    Attributes:
        features: role features of each unit, once flow and meaning are known.
        weight: how often the page counts.
        folds: for each unit in which part of the articles its own lies.
    """

    text: str
    gold: AnnotationSet
    page: ReadPage
    units: GoldUnits
    features: list[list[str]] = field(default_factory=list)
    weight: int = 1
    folds: list[int] = field(default_factory=list)


def training_page(text: str, gold: AnnotationSet, weight: int = 1) -> TrainingPage:
    """Cut a gold page into units and look up the gold of each; ``weight`` is how often it counts."""
    page = read_page(text)
    units = gold_units(page.units, page.facts, gold)
    if Role.SUBHEAD.value not in units.labels:
        _name_subheads(units.labels, page.facts)
    return TrainingPage(text, gold, page, units, weight=weight)


def add_role_features(page: TrainingPage, flow: SentenceFlow, meanings: Sequence[Meaning]) -> None:
    """Compute the role features of a page, each unit's by the model of meaning that has not seen its article."""
    read = page.page
    by_fold = [role_features(read.units, read.facts, read.overlap, flow, read.topics(one)) for one in meanings]
    page.features = [by_fold[fold][unit] for unit, fold in enumerate(page.folds)]


def paragraphs(text: str, gold: AnnotationSet) -> Iterator[str]:
    """Yield the whole paragraphs of a gold page, folded, breaks mended."""
    for article in gold.articles:
        yield from paragraphs_of(text, article)


def paragraphs_of(text: str, article: Article) -> Iterator[str]:
    """Yield the whole paragraphs of an article, folded, breaks mended."""
    parts: list[str] = []
    for segment in article.segments:
        if segment.role not in BODY_ROLES or segment.role is Role.DATELINE:
            continue
        if parts and not segment.join:
            yield "".join(parts)
            parts = []
        parts.append(folded(text[segment.start : segment.end]))
    if parts:
        yield "".join(parts)


def telling_texts(text: str, article: Article) -> list[str]:
    """Return the folded heads, captions and paragraphs of an article: what says what it is about."""
    heads = [
        " ".join(folded(text[segment.start : segment.end]).split())
        for segment in article.segments
        if segment.role in _HEADS
    ]
    return [*heads, *paragraphs_of(text, article)]


def article_keys(text: str, gold: AnnotationSet) -> set[str]:
    """Return strings that betray the articles of a page: pages that share one must not be on both sides of a test."""
    flat = folded(text)
    keys = set()
    for article in gold.articles:
        for segment in article.segments:
            quote = "".join(flat[segment.start : segment.end].split())
            if len(quote) >= _KEY.stop + 4:
                keys.add(quote[_KEY])
            elif segment.role is Role.HEADLINE and len(quote) >= 8:
                keys.add(quote[:12])
    return keys


class LinkExamples:
    """Collects the link choices of gold pages: what comes before each unit, and what comes after it."""

    def __init__(self, kept: Callable[[list[str]], list[str]] = list) -> None:
        """Collect choices; ``kept`` returns the features to learn from."""
        self._kept = kept
        self.before = ChoiceData()
        self.after = ChoiceData()

    def add(self, page: TrainingPage, view: PageView, flow: SentenceFlow, fold: int) -> None:
        """Add the choices of the units of one fold as the linker will see them (``view`` with guessed roles)."""
        features = LinkFeatures(view, flow)
        gold = _gold_before(page.units.before, view)
        mine = {unit for unit, of_fold in enumerate(page.folds) if of_fold == fold and view.kinds[unit] != "F"}
        options: dict[int, list[tuple[int, list[str]]]] = {}
        for unit, before in enumerate(gold):
            if view.kinds[unit] == "F":
                continue
            names = [self._names(found) for found in features.of_links(unit)]
            candidates = features.candidates[unit]
            for candidate, found in zip(candidates, names, strict=True):
                options.setdefault(candidate, []).append((unit, found))
            if unit in mine and (before == FIRST or before in candidates):
                right = 0 if before == FIRST else 1 + candidates.index(before)
                self.before.add([self._names(features.of_beginning(unit)), *names], right)
        self._add_after(mine, features, gold, options)

    def _names(self, clues: Sequence[Clue]) -> list[str]:
        return self._kept([name for clue in clues for name in names_of(clue)])

    def _add_after(
        self,
        mine: set[int],
        features: LinkFeatures,
        gold: Sequence[int],
        options: dict[int, list[tuple[int, list[str]]]],
    ) -> None:
        after = {before: unit for unit, before in enumerate(gold) if before >= 0}
        for unit, before in enumerate(gold):
            if unit not in mine or before == FURNITURE_UNIT:
                continue
            followers = [follower for follower, _names in options.get(unit, [])]
            follower = after.get(unit)
            if follower is not None and follower not in followers:
                continue
            right = 0 if follower is None else 1 + followers.index(follower)
            self.after.add(
                [self._names(features.of_end(unit)), *(names for _unit, names in options.get(unit, []))], right
            )


def _gold_before(before: Sequence[int], view: PageView) -> list[int]:
    """Return the gold predecessors as far as the linker can know them: nothing follows a unit taken for furniture."""
    return [FIRST if one >= 0 and view.kinds[one] == "F" else one for one in before]


def _name_subheads(labels: list[str], facts: Sequence[Facts]) -> None:
    """Call single short lines of text subheads on pages whose gold knows no such role."""
    short = [
        label == Role.BODY.value
        and fact.length <= _SUBHEAD_LENGTH
        and not fact.has_stop
        and fact.text[-1] not in ",;:、"
        for label, fact in zip(labels, facts, strict=True)
    ]
    for place, here in enumerate(short):
        if here and not any(short[max(0, place - 1) : place]) and not any(short[place + 1 : place + 2]):
            labels[place] = Role.SUBHEAD.value
