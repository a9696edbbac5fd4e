"""Gold pages made ready to learn from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.role import BODY_ROLES, Role
from cppcc_reader.core.segmentation.clues import Clue, names_of
from cppcc_reader.core.segmentation.facts import Facts
from cppcc_reader.core.segmentation.gold_labels import FIRST, FURNITURE_UNIT, GoldUnits, gold_units
from cppcc_reader.core.segmentation.link_features import LinkFeatures
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


@dataclass(slots=True)
class TrainingPage:
    """A gold page cut into units, with the gold of each unit and, once the flow is known, its role features."""

    text: str
    gold: AnnotationSet
    page: ReadPage
    units: GoldUnits
    features: list[list[str]]
    weight: int = 1


def training_page(text: str, gold: AnnotationSet, weight: int = 1) -> TrainingPage:
    """Cut a gold page into units and look up the gold of each; ``weight`` is how often it counts."""
    page = read_page(text)
    units = gold_units(page.units, page.facts, gold)
    if Role.SUBHEAD.value not in units.labels:
        _name_subheads(units.labels, page.facts)
    return TrainingPage(text, gold, page, units, [], weight)


def add_role_features(page: TrainingPage, flow: SentenceFlow) -> None:
    """Compute the role features of a page."""
    page.features = role_features(page.page.units, page.page.facts, page.page.overlap, flow)


def paragraphs(text: str, gold: AnnotationSet) -> Iterator[str]:
    """Yield the whole paragraphs of a gold page, folded, breaks mended."""
    flat = folded(text)
    for article in gold.articles:
        parts: list[str] = []
        for segment in article.segments:
            if segment.role not in BODY_ROLES or segment.role is Role.DATELINE:
                continue
            if parts and not segment.join:
                yield "".join(parts)
                parts = []
            parts.append(flat[segment.start : segment.end])
        if parts:
            yield "".join(parts)


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

    def add(self, page: TrainingPage, view: PageView, flow: SentenceFlow) -> None:
        """Add the choices of one page as the linker will see them (``view`` with guessed roles)."""
        features = LinkFeatures(view, flow)
        gold = _gold_before(page.units.before, view)
        options: dict[int, list[tuple[int, list[str]]]] = {}
        for unit, before in enumerate(gold):
            if view.kinds[unit] == "F":
                continue
            names = [self._names(found) for found in features.of_links(unit)]
            candidates = features.candidates[unit]
            for candidate, found in zip(candidates, names, strict=True):
                options.setdefault(candidate, []).append((unit, found))
            if before == FIRST or before in candidates:
                right = 0 if before == FIRST else 1 + candidates.index(before)
                self.before.add([self._names(features.of_beginning(unit)), *names], right)
        self._add_after(view, features, gold, options)

    def _names(self, clues: Sequence[Clue]) -> list[str]:
        return self._kept([name for clue in clues for name in names_of(clue)])

    def _add_after(
        self,
        view: PageView,
        features: LinkFeatures,
        gold: Sequence[int],
        options: dict[int, list[tuple[int, list[str]]]],
    ) -> None:
        after = {before: unit for unit, before in enumerate(gold) if before >= 0}
        for unit, before in enumerate(gold):
            if view.kinds[unit] == "F" or before == FURNITURE_UNIT:
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
