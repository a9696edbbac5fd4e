"""How the work stands, in figures: each chart answers one question and knows the pages behind every bar."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations, pairwise
from statistics import median

from cppcc_reader.core.editing.page_commands import SetState
from cppcc_reader.core.editing.segment_commands import SetRole
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.storage.change_codec import changes_from_json
from cppcc_reader.storage.library_figures import LibraryFigures

PAUSE_S = 300
"""A longer time between two steps of an annotator is a pause, not work (seconds)."""
MOST_FREQUENT = 25
LENGTHS = (0, 100, 200, 400, 800, 1600)
"""Lower ends of the classes of article lengths, in characters."""
ROLE_CHANGES_READ = 20_000
DAYS_SHOWN = 62
"""Beyond so many days figures are given by month."""
NAMED = ("PER", "ORG")
"""Labels whose names are counted together."""

_DONE = frozenset({PageState.FINISHED, PageState.GOLD})


class ChartKind(StrEnum):
    """How a chart is drawn."""

    LINES = "lines"
    BARS = "bars"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Point:
    """One figure.

    Attributes:
        x: what it is the figure of: a day, a role, a name.
        y: the figure.
        page_ids: the pages behind it.
    """

    x: str
    y: float
    page_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one kind; ``key`` is empty where there is only one."""

    key: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The answer to a question; the window names its id, series and axes in its own language."""

    id: str
    kind: ChartKind
    series: tuple[Series, ...]

    @property
    def is_empty(self) -> bool:
        """There is nothing to draw."""
        return not any(series.points for series in self.series)


def progress(figures: LibraryFigures) -> Chart:
    """How far are we: pages imported, begun and finished up to each day."""
    finished_on = figures.last_step_day([SetState(state=state).name for state in sorted(_DONE)])
    days: dict[str, dict[str, list[str]]] = {key: defaultdict(list) for key in ("imported", "begun", "finished")}
    for page_id, imported, state, updated, first_step in figures.page_days():
        days["imported"][imported].append(page_id)
        if PageState(state) in _DONE:
            days["finished"][finished_on.get(page_id) or updated].append(page_id)
        if first_step or state != PageState.NEW:
            days["begun"][first_step or updated].append(page_id)
    every = sorted({day for found in days.values() for day in found})
    return Chart("progress", ChartKind.LINES, tuple(Series(key, _added_up(days[key], every)) for key in days))


def states(figures: LibraryFigures) -> Chart:
    """How many pages are in each state now."""
    pages: dict[str, list[str]] = {state.value: [] for state in PageState}
    for page_id, _imported, state, _updated, _first in figures.page_days():
        pages[state].append(page_id)
    return Chart("states", ChartKind.BARS, (_counted("", pages),))


def speed(figures: LibraryFigures) -> Chart:
    """How fast: pages finished in an hour of work, by day (pauses of five minutes and more left out)."""
    seconds: Counter[str] = Counter()
    finished: defaultdict[str, list[str]] = defaultdict(list)
    endings = {SetState(state=state).name for state in _DONE}
    steps = [(who, datetime.fromisoformat(time), name, page) for who, time, name, page in figures.steps()]
    for before, after in pairwise(steps):
        gap = (after[1] - before[1]).total_seconds()
        if before[0] == after[0] and gap < PAUSE_S:
            seconds[after[1].date().isoformat()] += round(gap)
    for _who, time, name, page_id in steps:
        if name in endings:
            finished[time.date().isoformat()].append(page_id)
    points = [
        Point(day, round(len(pages) * 3600 / seconds[day], 1), tuple(dict.fromkeys(pages)))
        for day, pages in sorted(finished.items())
        if seconds[day]
    ]
    return Chart("speed", ChartKind.BARS, (Series("", tuple(points)),))


def actions(figures: LibraryFigures) -> Chart:
    """How many steps a page takes: median over the pages finished on each day."""
    endings = {SetState(state=state).name for state in _DONE}
    count: Counter[str] = Counter()
    day_of: dict[str, str] = {}
    for _who, time, name, page_id in figures.steps():
        if name in endings:
            day_of[page_id] = time[:10]
        else:
            count[page_id] += 1
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for page_id, day in sorted(day_of.items()):
        pages[day].append(page_id)
    points = [Point(day, median(count[one] for one in ids), tuple(ids)) for day, ids in sorted(pages.items())]
    return Chart("actions", ChartKind.BARS, (Series("", tuple(points)),))


def corrections(figures: LibraryFigures) -> Chart:
    """What people had to correct, by kind of step over time: the fewer, the better the splitter."""
    other = {SetState(state=state).name for state in PageState}
    steps = [(time[:10], name, page) for _who, time, name, page in figures.steps() if name not in other]
    cut = 10 if len({day for day, _name, _page in steps}) <= DAYS_SHOWN else 7
    kinds: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for day, name, page_id in steps:
        kinds[name][day[:cut]].append(page_id)
    ordered = sorted(kinds, key=lambda name: -sum(map(len, kinds[name].values())))
    return Chart("corrections", ChartKind.BARS, tuple(_counted(name, kinds[name]) for name in ordered[:8]))


def role_changes(figures: LibraryFigures) -> Chart:
    """Which roles the splitter gets wrong: roles that people changed, as they were before."""
    pages: defaultdict[str, list[str]] = defaultdict(list)
    name = SetRole(starts=(0,), role=Role.BODY).name
    for page_id, stored in figures.changes_named(name, ROLE_CHANGES_READ):
        for before, after in changes_from_json(stored).values():
            if isinstance(before, Article) and isinstance(after, Article):
                new = {segment.start: segment.role for segment in after.segments}
                for segment in before.segments:
                    if new.get(segment.start, segment.role) is not segment.role:
                        pages[segment.role.value].append(page_id)
    return Chart("role_changes", ChartKind.BARS, (_counted("", _largest_first(pages)),))


def articles_per_page(figures: LibraryFigures) -> Chart:
    """How many articles pages have."""
    pages: defaultdict[int, list[str]] = defaultdict(list)
    for page_id, count in figures.articles_of_pages():
        pages[count].append(page_id)
    most = max(pages, default=-1)
    named = {str(count): pages[count] for count in range(most + 1)}
    return Chart("articles_per_page", ChartKind.BARS, (_counted("", named),))


def lengths(figures: LibraryFigures) -> Chart:
    """How long articles are, in classes."""
    classes: dict[str, list[str]] = {_class_name(place): [] for place in range(len(LENGTHS))}
    for page_id, characters in figures.article_sizes():
        place = max(place for place, least in enumerate(LENGTHS) if characters >= least)
        classes[_class_name(place)].append(page_id)
    return Chart("lengths", ChartKind.BARS, (_counted("", classes if any(classes.values()) else {}),))


def roles(figures: LibraryFigures) -> Chart:
    """How often each role occurs."""
    points = [
        Point(role, count, tuple(figures.pages_with("segment", "role", role)))
        for role, count in figures.role_counts().items()
    ]
    return Chart("roles", ChartKind.BARS, (Series("", tuple(points)),))


def labels(figures: LibraryFigures) -> Chart:
    """How often each label occurs."""
    points = [
        Point(label, count, tuple(figures.pages_with("mention", "label", label)))
        for label, count in figures.label_counts().items()
    ]
    return Chart("labels", ChartKind.BARS, (Series("", tuple(points)),))


def names(figures: LibraryFigures) -> Chart:
    """Which names occur most."""
    points = []
    for name, label, count, *_rest in figures.names(limit=MOST_FREQUENT):
        pages = dict.fromkeys(row[0] for row in figures.places_of_name(name, label, 2000))
        points.append(Point(f"{name} {label}", count, tuple(pages)))
    return Chart("names", ChartKind.ROWS, (Series("", tuple(points)),))


def together(figures: LibraryFigures) -> Chart:
    """Which people and organisations occur in the same articles."""
    frequent = {row[0] for label in NAMED for row in figures.names(label=label, limit=100)}
    articles: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for page_id, article_id, name in figures.names_in_articles(NAMED):
        if name in frequent:
            articles[page_id, article_id].add(name)
    pairs: defaultdict[str, list[str]] = defaultdict(list)
    for (page_id, _article), found in articles.items():
        for one, other in combinations(sorted(found), 2):
            pairs[f"{one}—{other}"].append(page_id)
    most = dict(list(_largest_first(pairs).items())[:MOST_FREQUENT])
    return Chart("together", ChartKind.ROWS, (_counted("", most),))


def doubts(figures: LibraryFigures) -> Chart:
    """Where the trouble is: doubts a page, by newspaper and month."""
    pages: defaultdict[str, defaultdict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for page_id, paper, month, count in figures.doubts_by_month():
        pages[paper][month].append((page_id, count))
    series = []
    for paper, months in sorted(pages.items()):
        points = [
            Point(month, round(sum(n for _, n in found) / len(found), 2), tuple(page for page, n in found if n))
            for month, found in sorted(months.items())
        ]
        series.append(Series(paper, tuple(points)))
    return Chart("doubts", ChartKind.BARS, tuple(series))


QUESTIONS: Mapping[str, Callable[[LibraryFigures], Chart]] = {
    "progress": progress,
    "states": states,
    "speed": speed,
    "actions": actions,
    "corrections": corrections,
    "role_changes": role_changes,
    "doubts": doubts,
    "articles_per_page": articles_per_page,
    "lengths": lengths,
    "roles": roles,
    "labels": labels,
    "names": names,
    "together": together,
}
"""Every question, in the order in which they are asked."""


def _added_up(days: Mapping[str, list[str]], every: Iterable[str]) -> tuple[Point, ...]:
    total = 0
    points = []
    for day in every:
        total += len(days.get(day, ()))
        points.append(Point(day, total, tuple(days.get(day, ()))))
    return tuple(points)


def _counted(key: str, pages: Mapping[str, list[str]]) -> Series:
    points = tuple(Point(x, len(found), tuple(dict.fromkeys(found))) for x, found in pages.items())
    return Series(key, points if key == "" else tuple(sorted(points, key=lambda point: point.x)))


def _largest_first(pages: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return dict(sorted(pages.items(), key=lambda item: (-len(item[1]), item[0])))


def _class_name(place: int) -> str:
    least = LENGTHS[place]
    return f"{least}–{LENGTHS[place + 1] - 1}" if place + 1 < len(LENGTHS) else f"≥{least}"
