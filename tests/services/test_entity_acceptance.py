"""Suggestions that are sure enough are accepted form by form, on a page and in a library, as one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.backup import snapshots
from cppcc_reader.services.entity_acceptance import (
    ALL_STEP_NAME,
    STEP_NAME,
    accept_in_library,
    accepting,
    forms_in_library,
    forms_on_page,
    step_name,
)
from cppcc_reader.storage.library import Library
from library_builder import NOW, add_page, trash
from page_builder import build

TEXT, PAGE = build(("a1", "body", "晏　禾去青山县，晏禾说青山县好。"))


def suggestion(mention_id: str, label: str, start: int, end: int, confidence: float) -> Mention:
    return Mention(
        id=mention_id,
        label=label,
        fragments=(Span(start, end),),
        origin=Origin.SUGGESTED,
        evidence=Evidence(confidence, "名单"),
    )


MENTIONS = (
    suggestion("m1", "PER", 0, 3, 0.97),
    suggestion("m2", "LOC", 4, 7, 0.99),
    suggestion("m3", "PER", 8, 10, 0.96),
    suggestion("m4", "LOC", 11, 14, 0.6),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.cppcc") as library:
        for page_id in ("p1", "p2", "gone"):
            add_page(library, page_id, TEXT, PAGE.replaced(mentions=MENTIONS))
        add_page(library, "gold", TEXT, PAGE.replaced(mentions=MENTIONS, state=PageState.GOLD))
        trash(library, "gone")
        yield library


def waiting(library: Library, page_id: str) -> list[str]:
    return [m.id for m in library.annotations.load(page_id).mentions if m.origin is Origin.SUGGESTED]


def test_the_same_name_with_and_without_blanks_is_one_form() -> None:
    forms = forms_on_page(TEXT, MENTIONS, 0.95)
    assert [(one.form, one.label, one.places, one.least) for one in forms] == [
        ("晏禾", "PER", 2, 0.96),
        ("青山县", "LOC", 1, 0.99),
    ]


def test_a_library_has_the_forms_of_its_open_pages(library: Library) -> None:
    forms = forms_in_library(library, 0.5)
    assert [(one.key, one.places, one.pages, one.least) for one in forms] == [
        (("晏禾", "PER"), 4, 2, 0.96),
        (("青山县", "LOC"), 4, 2, 0.6),
    ]
    assert forms_in_library(library, 1.0) == []


def test_a_form_that_is_kept_waiting_stays_a_suggestion() -> None:
    command = accepting(TEXT, MENTIONS, 0.9, frozenset({("晏禾", "PER")}))
    assert command is not None
    assert command.ids == ("m2",)
    assert accepting(TEXT, MENTIONS, 0.98, frozenset({("青山县", "LOC")})) is None


def test_a_library_is_accepted_in_one_step_after_a_snapshot(library: Library) -> None:
    report = accept_in_library(library, 0.95, frozenset(), annotator="李明", clock=lambda: NOW)
    assert (report.places, report.changed, report.left) == (6, ("p1", "p2"), 0)
    assert [len(waiting(library, page_id)) for page_id in ("p1", "p2", "gold", "gone")] == [1, 1, 4, 4]
    assert [one.reason for one in snapshots(library.path)] == [STEP_NAME]
    AnnotationService(library, annotator="李明", clock=lambda: NOW).undo("p1")
    assert len(waiting(library, "p1")) == len(waiting(library, "p2")) == 4


def test_a_stopped_run_leaves_whole_pages_and_goes_on(library: Library) -> None:
    seen: list[int] = []

    def run() -> int:
        report = accept_in_library(
            library,
            0.95,
            frozenset(),
            annotator="李明",
            clock=lambda: NOW,
            progress=lambda done, _total: seen.append(done),
            cancelled=lambda: seen == [1],
        )
        return report.left

    assert run() == 1
    assert [len(waiting(library, page_id)) for page_id in ("p1", "p2")] == [1, 4]
    seen.append(0)
    assert run() == 0
    assert len(waiting(library, "p2")) == 1


def test_the_history_tells_all_suggestions_from_sure_ones() -> None:
    assert step_name(0.95) == STEP_NAME
    assert step_name(0.0) == ALL_STEP_NAME
