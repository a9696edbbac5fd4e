"""How many actions lead from the automatic split of a page to its gold, with the program's own commands.

An action is one command on one run of neighbouring blocks (a key or a gesture; finding the place is not
counted). Paragraphs that the page's text runs together on one line count as one segment on both sides: nobody
can see where they part, and no figure asks for it. The way is found greedily: among the commands that a person
could give next, the one that brings the page nearest to the gold. So the figure is an upper bound of the
shortest way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from cppcc_reader.core.editing.command import Command, EditError
from cppcc_reader.core.editing.segment_commands import (
    BeginArticle,
    CutSegment,
    JoinArticles,
    MergeSegments,
    MoveSegments,
    MoveToNewArticle,
    SetJoin,
    SetRole,
)
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment

FURNITURE = ""
_MOST_STEPS = 400
# A step may undo lesser things on its way (a move guesses joins anew), so the greater things weigh more.
_CELL_WEIGHT = 16
_ORDER_WEIGHT = 4


@dataclass(frozen=True, slots=True)
class Effort:
    """The way from a prediction to the gold.

    Attributes:
        actions: number of actions.
        commands: (command, number of actions), to be carried out one after the other.
        reached: the gold was reached; False if the way was given up.
        labeller: actions to mark the same gold in a span labeller (one selection with its key per segment).
    """

    actions: int
    commands: tuple[tuple[Command, int], ...]
    reached: bool
    labeller: int

    @property
    def steps(self) -> tuple[tuple[str, int], ...]:
        """Names of the commands with their actions."""
        return tuple((command.name, cost) for command, cost in self.commands)


@dataclass(frozen=True, slots=True)
class _Place:
    article: str
    order: int
    role: Role
    join: bool


class _Gold:
    """What the gold says, by segment start."""

    def __init__(self, gold: AnnotationSet, ambiguous: tuple[tuple[int, int], ...]) -> None:
        self.places: dict[int, _Place] = {}
        self.ends: dict[int, int] = {}
        self.free = ambiguous
        for article in gold.articles:
            for order, segment in enumerate(article.segments):
                self._add(article.id, order, segment)
        for order, segment in enumerate(gold.furniture):
            self._add(FURNITURE, order, segment)
        self.articles = {place.article for place in self.places.values()}

    def _add(self, article: str, order: int, segment: Segment) -> None:
        if not any(start < segment.end and segment.start < end for start, end in self.free):
            self.places[segment.start] = _Place(article, order, segment.role, segment.join)
            self.ends[segment.start] = segment.end


def effort(
    text: str, predicted: AnnotationSet, gold: AnnotationSet, ambiguous: tuple[tuple[int, int], ...] = ()
) -> Effort:
    """Return the actions from ``predicted`` to ``gold`` (segmentation only) on a page of this ``text``.

    Args:
        ambiguous: ranges that may go either way; they cost nothing.
    """
    target = _Gold(_run_together(text, gold), ambiguous)
    page, steps = _edges_mended(text, _run_together(text, predicted), target)
    for _ in range(_MOST_STEPS):
        distance = _distance(page, target)
        if distance == 0:
            break
        best = _best_step(text, page, target, distance)
        if best is None:
            break
        page, command, cost = best
        steps.append((command, cost))
    return Effort(
        actions=sum(cost for _command, cost in steps),
        commands=tuple(steps),
        reached=_distance(page, target) == 0,
        labeller=len(target.places),
    )


def _run_together(text: str, annotations: AnnotationSet) -> AnnotationSet:
    """Return the set with neighbouring body segments of one article on one line as one segment."""
    articles = []
    for article in annotations.articles:
        kept: list[Segment] = []
        for segment in article.segments:
            before = kept[-1] if kept else None
            if before is not None and _same_paragraph_line(text, before, segment):
                kept[-1] = replace(before, end=segment.end)
            else:
                kept.append(segment)
        articles.append(replace(article, segments=tuple(kept)))
    return annotations.replaced(articles=tuple(articles))


def _same_paragraph_line(text: str, before: Segment, after: Segment) -> bool:
    if before.role is not Role.BODY or after.role is not Role.BODY or after.start < before.end:
        return False
    between = text[before.end : after.start]
    return "\n" not in between and not between.strip()


def _edges_mended(text: str, page: AnnotationSet, gold: _Gold) -> tuple[AnnotationSet, list[tuple[Command, int]]]:
    """Cut and merge until every segment of the page has the edges of a gold segment."""
    steps: list[tuple[Command, int]] = []
    for start, end in gold.ends.items():
        for edge in (start, end):
            page = _tried(text, page, CutSegment(at=edge), steps)
    for start, end in gold.ends.items():
        for _ in range(_MOST_STEPS):
            pair = page.segment_at(start)
            if pair is None or pair[1].end >= end:
                break
            merged = _tried(text, page, MergeSegments(start=pair[1].start), steps)
            if merged is page:
                break
            page = merged
    return page, steps


def _tried(text: str, page: AnnotationSet, command: Command, steps: list[tuple[Command, int]]) -> AnnotationSet:
    try:
        after = command.applied_to(text, page)
    except EditError:
        return page
    steps.append((command, 1))
    return after


def _best_step(text: str, page: AnnotationSet, gold: _Gold, distance: int) -> tuple[AnnotationSet, Command, int] | None:
    best: tuple[float, AnnotationSet, Command, int] | None = None
    for command, cost in _candidates(page, gold):
        try:
            after = command.applied_to(text, page)
        except EditError:
            continue
        gain = (distance - _distance(after, gold)) / cost
        if gain > 0 and (best is None or gain > best[0]):
            best = (gain, after, command, cost)
    return None if best is None else best[1:]


def _distance(page: AnnotationSet, gold: _Gold) -> int:
    """Count what is still wrong: splits and merges of articles, order, roles and joins."""
    cells: set[tuple[str, str]] = set()
    owners: set[str] = set()
    wrong = 0
    for article in _groups(page):
        known = [s for s in article.segments if s.start in gold.places]
        places = [gold.places[s.start] for s in known]
        cells |= {(article.id, place.article) for place in places}
        owners |= {article.id} if places else set()
        wrong += sum(s.role is not place.role for s, place in zip(known, places, strict=True))
        if article.id == FURNITURE:
            continue
        wrong += sum(s.join is not place.join for s, place in zip(known, places, strict=True) if place.article)
        wrong += _ORDER_WEIGHT * _out_of_order(places)
    misplaced = sum((article == FURNITURE) is not (target == FURNITURE) for article, target in cells)
    return _CELL_WEIGHT * (2 * len(cells) - len(owners) - len(gold.articles) + misplaced) + wrong


def _out_of_order(places: list[_Place]) -> int:
    """Count the segments that must move: all but a longest run in gold order, article by article."""
    orders: dict[str, list[int]] = {}
    for place in places:
        orders.setdefault(place.article, []).append(place.order)
    return sum(len(order) - _longest_rise(order) for order in orders.values())


def _longest_rise(numbers: list[int]) -> int:
    tails: list[int] = []
    for number in numbers:
        index = bisect_left(tails, number)
        tails[index : index + 1] = [number]
    return len(tails)


def _groups(page: AnnotationSet) -> Iterator[Article]:
    yield from page.articles
    if page.furniture:
        yield Article(id=FURNITURE, segments=page.furniture)


def _candidates(page: AnnotationSet, gold: _Gold) -> Iterator[tuple[Command, int]]:
    homes = _homes(page, gold)
    order = {segment.start: index for index, (_a, segment) in enumerate(page.segments_in_page_order())}
    for article in _groups(page):
        cells: dict[str, list[int]] = {}
        for segment in article.segments:
            if segment.start in gold.places:
                cells.setdefault(gold.places[segment.start].article, []).append(segment.start)
        yield from _moves(article, cells, homes, order)
        yield from _small_steps(article, gold, order)
    for left in page.articles:
        for right in page.articles:
            if left is not right and _main_home(left, gold) == _main_home(right, gold):
                yield JoinArticles(target=left.id, article_id=right.id), 1


def _homes(page: AnnotationSet, gold: _Gold) -> dict[str, str]:
    """Return for each gold article the article of the page that holds most of it."""
    sizes: dict[str, dict[str, int]] = {}
    for article in page.articles:
        for segment in article.segments:
            place = gold.places.get(segment.start)
            if place is not None and place.article != FURNITURE:
                held = sizes.setdefault(place.article, {})
                held[article.id] = held.get(article.id, 0) + segment.end - segment.start
    return {name: max(held, key=lambda key: held[key]) for name, held in sizes.items()}


def _main_home(article: Article, gold: _Gold) -> str | None:
    sizes: dict[str, int] = {}
    for segment in article.segments:
        place = gold.places.get(segment.start)
        if place is not None:
            sizes[place.article] = sizes.get(place.article, 0) + segment.end - segment.start
    return max(sizes, key=lambda key: sizes[key], default=None)


def _moves(
    article: Article, cells: dict[str, list[int]], homes: dict[str, str], order: dict[int, int]
) -> Iterator[tuple[Command, int]]:
    for target, starts in cells.items():
        cost = _runs(starts, order)
        if target == FURNITURE:
            if article.id != FURNITURE:
                yield MoveSegments(starts=tuple(starts), target=None), cost
            continue
        if homes[target] != article.id:
            yield MoveSegments(starts=tuple(starts), target=homes[target]), cost
        if len(cells) > 1 or article.id == FURNITURE:
            yield MoveToNewArticle(starts=tuple(starts)), cost
            yield BeginArticle(at=starts[0]), 1


def _small_steps(article: Article, gold: _Gold, order: dict[int, int]) -> Iterator[tuple[Command, int]]:
    roles: dict[Role, list[int]] = {}
    for segment in article.segments:
        place = gold.places.get(segment.start)
        if place is None:
            continue
        if segment.role is not place.role:
            roles.setdefault(place.role, []).append(segment.start)
        if article.id != FURNITURE and segment.join is not place.join:
            yield SetJoin(start=segment.start, join=place.join), 1
    for role, starts in roles.items():
        yield SetRole(starts=tuple(starts), role=role), _runs(starts, order)
    if article.id != FURNITURE:
        yield from _order_steps(article, gold)


def _order_steps(article: Article, gold: _Gold) -> Iterator[tuple[Command, int]]:
    known = [s for s in article.segments if s.start in gold.places]
    wanted = sorted(known, key=lambda s: (gold.places[s.start].article, gold.places[s.start].order))
    if wanted == known:
        return
    for segment in known:
        index = wanted.index(segment)
        yield MoveSegments(starts=(segment.start,), target=article.id, index=index), 1


def _runs(starts: list[int], order: dict[int, int]) -> int:
    """Count the runs of neighbouring blocks: a person selects each run with one gesture."""
    places = sorted(order[start] for start in starts)
    return 1 + sum(after - before > 1 for before, after in pairwise(places))
