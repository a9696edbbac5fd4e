"""Suggesting over a whole library, and rejections that hold in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.core.editing.page_commands import SetState
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.rejections import (
    REJECT_STEP,
    forget_rejected,
    keep_rejected,
    rejected_everywhere,
    rejection_commands,
)
from cppcc_reader.services.suggestion_job import is_resumable, suggest_on_library
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page
from page_builder import build

TEXT, PAGE = build(("a1", "body", "李明去青山县看看。"))


def name_finder(text: str, _annotations: AnnotationSet) -> tuple[Mention, ...]:
    """Suggest 李明 and 青山县."""
    return tuple(
        Mention(
            id=name,
            label=label,
            fragments=(Span(text.index(name), text.index(name) + len(name)),),
            origin=Origin.SUGGESTED,
            evidence=Evidence(0.9, "名单"),
        )
        for name, label in (("李明", "PER"), ("青山县", "LOC"))
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.cppcc") as library:
        for page_id in ("p1", "p2", "p3"):
            add_page(library, page_id, TEXT, PAGE)
        add_page(library, "gold", TEXT, PAGE.replaced(state=PageState.GOLD))
        yield library


def run(library: Library, stop_after: int = 99) -> tuple[int, int]:
    seen: list[int] = []
    report = suggest_on_library(
        library,
        name_finder,
        annotator="李明",
        clock=lambda: NOW,
        progress=lambda done, _total: seen.append(done),
        cancelled=lambda: len(seen) >= stop_after,
    )
    return report.pages, report.left


def quotes(library: Library, page_id: str) -> list[str]:
    return [m.quote(TEXT) for m in library.annotations.load(page_id).mentions]


def test_settled_pages_are_left_alone(library: Library) -> None:
    assert run(library) == (3, 0)
    assert quotes(library, "p3") == ["李明", "青山县"]
    assert quotes(library, "gold") == []


def test_a_stopped_job_goes_on_where_it_stopped(library: Library) -> None:
    assert run(library, stop_after=1) == (1, 2)
    assert is_resumable(library)
    assert run(library) == (2, 0)
    assert not is_resumable(library)


def test_a_run_is_one_step_and_begins_no_work(library: Library) -> None:
    run(library)
    assert library.annotations.load("p1").state is PageState.NEW
    service = AnnotationService(library, annotator="王芳", clock=lambda: NOW)
    assert set(service.undo("p2")) == {"p1", "p2", "p3"}
    assert quotes(library, "p1") == quotes(library, "p3") == []
    service.redo("p1")
    assert quotes(library, "p3") == ["李明", "青山县"]


def test_an_edit_that_is_quicker_than_the_run_stays_in_order(library: Library) -> None:
    service = AnnotationService(library, annotator="王芳", clock=lambda: NOW)

    def find(text: str, annotations: AnnotationSet) -> tuple[Mention, ...]:
        if quotes(library, "p1") and not service.history("p2"):
            service.execute("p2", SetState(state=PageState.IN_PROGRESS))
        return name_finder(text, annotations)

    suggest_on_library(library, find, annotator="李明", clock=lambda: NOW)
    assert [entry.name for entry in service.history("p2")] == ["标为进行中", "更新实体建议"]
    assert set(service.undo("p2")) == {"p2", "p3"}
    assert quotes(library, "p1") == ["李明", "青山县"]


def test_undoing_a_rejection_lets_it_be_suggested_again(library: Library) -> None:
    run(library)
    pair = ("LOC", "青山县")
    service = AnnotationService(library, annotator="王芳", clock=lambda: NOW)
    service.execute_bulk(rejection_commands(library, pair), REJECT_STEP)
    keep_rejected(library, [pair])
    service.undo("p1")
    assert rejected_everywhere(library) == frozenset()
    service.redo("p2")
    assert rejected_everywhere(library) == {pair}


def test_what_is_rejected_everywhere_goes_and_stays_away(library: Library) -> None:
    run(library)
    pair = ("LOC", "青山县")
    keep_rejected(library, [pair])
    service = AnnotationService(library, annotator="王芳", clock=lambda: NOW)
    changes = service.execute_bulk(rejection_commands(library, pair), "全库拒绝建议")
    assert set(changes) == {"p1", "p2", "p3"}
    run(library)
    assert quotes(library, "p1") == ["李明"]
    forget_rejected(library, [pair])
    assert rejected_everywhere(library) == frozenset()


def test_a_job_that_was_killed_does_at_most_a_few_pages_twice(library: Library) -> None:
    for number in range(60):
        add_page(library, f"q{number:02}", TEXT, PAGE)
    looked_at: list[int] = []

    def dies(text: str, annotations: AnnotationSet) -> tuple[Mention, ...]:
        looked_at.append(1)
        if len(looked_at) == 53:
            raise KeyboardInterrupt
        return name_finder(text, annotations)

    with pytest.raises(KeyboardInterrupt):
        suggest_on_library(library, dies, annotator="李明", clock=lambda: NOW)
    assert is_resumable(library)
    assert run(library) == (63 - 50, 0)
    assert quotes(library, "q59") == quotes(library, "p1") == ["李明", "青山县"]


def test_pages_that_were_vetoed_are_left_alone(library: Library) -> None:
    report = suggest_on_library(library, name_finder, annotator="李明", clock=lambda: NOW, only={"p1", "p3"})
    assert (report.pages, report.changed) == (2, ("p1", "p3"))
    assert quotes(library, "p2") == []
