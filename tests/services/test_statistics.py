"""Every chart counts what it says it counts, and knows the pages behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cppcc_reader.core.editing.page_commands import SetState
from cppcc_reader.core.editing.segment_commands import JoinWithPrevious, SetRole
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.services import statistics
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.statistics import Chart
from cppcc_reader.storage.library import Library
from library_builder import add_page, trash
from page_builder import build


class Clock:
    """Goes on by a minute at every look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def _mention(text: str, words: str, number: int, label: str = "PER") -> Mention:
    start = text.index(words)
    return Mention(id=f"m{number}", label=label, fragments=(Span(start, start + len(words)),))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        for number in range(3):
            text, annotations = build(
                ("a1", "headline", "茶乡春早"),
                ("a1", "body", "赵　政与林晚秋在云岭县政协。" * 10),
                ("a2", "body", "河堤。"),
            )
            found = (_mention(text, "赵　政", 1), _mention(text, "林晚秋", 2), _mention(text, "云岭县政协", 3, "ORG"))
            doubtful = replace(annotations.articles[1].segments[0], link_evidence=Evidence(0.2, "短"))
            articles = (annotations.articles[0], replace(annotations.articles[1], segments=(doubtful,)))
            add_page(
                library,
                f"p{number}",
                text,
                annotations.replaced(mentions=found, articles=articles),
                paper="云岭报",
                date=f"2023-0{number + 1}-05",
            )
        service = AnnotationService(library, annotator="chen", clock=Clock())
        for page_id in ("p0", "p1"):
            service.execute(page_id, SetRole(starts=(0,), role=Role.KICKER))
            service.execute(page_id, JoinWithPrevious(article_id="a2"))
            service.execute(page_id, SetState(state=PageState.FINISHED))
        yield library


def _points(chart: Chart, key: str = "") -> dict[str, float]:
    (series,) = [series for series in chart.series if series.key == key]
    return {point.x: point.y for point in series.points}


def _pages(chart: Chart, x: str, key: str = "") -> set[str]:
    (series,) = [series for series in chart.series if series.key == key]
    return {page for point in series.points if point.x == x for page in point.page_ids}


def test_progress_adds_up(library: Library) -> None:
    chart = statistics.progress(library.figures)
    assert _points(chart, "imported") == {"2026-01-02": 3, "2026-03-01": 3}
    assert _points(chart, "begun") == {"2026-01-02": 0, "2026-03-01": 2}
    assert _points(chart, "finished") == {"2026-01-02": 0, "2026-03-01": 2}
    assert _pages(chart, "2026-03-01", "finished") == {"p0", "p1"}


def test_states(library: Library) -> None:
    assert _points(statistics.states(library.figures)) == {
        "new": 1,
        "in_progress": 0,
        "finished": 2,
        "gold": 0,
        "set_aside": 0,
    }


def test_speed_counts_the_time_between_steps(library: Library) -> None:
    speed = _points(statistics.speed(library.figures))["2026-03-01"]
    seconds = [row[1] for row in library.figures.steps()]
    worked = (datetime.fromisoformat(seconds[-1]) - datetime.fromisoformat(seconds[0])).total_seconds()
    assert speed == pytest.approx(2 * 3600 / worked, abs=0.05)


def test_actions_are_the_median_of_the_pages_of_a_day(library: Library) -> None:
    assert _points(statistics.actions(library.figures)) == {"2026-03-01": 2}


def test_corrections_by_kind(library: Library) -> None:
    chart = statistics.corrections(library.figures)
    assert _points(chart, "合并文章") == {"2026-03-01": 2}
    assert {series.key for series in chart.series} == {"合并文章", "更改角色"}


def test_roles_that_were_changed_count_as_they_were(library: Library) -> None:
    assert _points(statistics.role_changes(library.figures)) == {"headline": 2}


def test_contents(library: Library) -> None:
    figures = library.figures
    assert _points(statistics.articles_per_page(figures)) == {"0": 0, "1": 2, "2": 1}
    assert _points(statistics.lengths(figures))["100–199"] == 3
    assert _points(statistics.roles(figures)) == {"body": 6, "kicker": 2, "headline": 1}
    assert _points(statistics.labels(figures)) == {"PER": 6, "ORG": 3}


def test_names_padded_with_blanks_are_one(library: Library) -> None:
    chart = statistics.names(library.figures)
    assert _points(chart) == {"云岭县政协 ORG": 3, "林晚秋 PER": 3, "赵政 PER": 3}
    assert _pages(chart, "赵政 PER") == {"p0", "p1", "p2"}


def test_names_of_one_article_occur_together(library: Library) -> None:
    assert _points(statistics.together(library.figures))["林晚秋—赵政"] == 3


def test_doubts_by_paper_and_month(library: Library) -> None:
    chart = statistics.doubts(library.figures)
    assert _points(chart, "云岭报")["2023-03"] == 1
    assert _pages(chart, "2023-03", "云岭报") == {"p2"}


def test_the_trash_does_not_count(library: Library) -> None:
    for page_id in library.pages.ids():
        trash(library, page_id)
    for question in statistics.QUESTIONS.values():
        chart = question(library.figures)
        assert not any(point.y for series in chart.series for point in series.points), chart.id


def test_an_empty_library_gives_empty_charts(tmp_path: Path) -> None:
    with Library.create(tmp_path / "leer.cppcc") as empty:
        for question in statistics.QUESTIONS.values():
            chart = question(empty.figures)
            assert not any(point.y for series in chart.series for point in series.points)
