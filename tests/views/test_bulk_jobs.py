"""Steps on many pages are carried out, taken back and refused in the background; the window goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cppcc_reader.core.editing.filing_commands import Assign
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.annotation_session import FEW_PAGES
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.workspace import Workspace
from library_builder import add_page, assign
from page_builder import build

PAGES = [f"p{number}" for number in range(FEW_PAGES + 2)]


@pytest.fixture
def workspace(tmp_path: Path, qtbot: QtBot) -> Iterator[Workspace]:
    with Library.create(tmp_path / "a.cppcc") as library:
        for page_id in PAGES:
            add_page(library, page_id, *build(("a1", "body", "茶农说茶。")))
        made = Workspace.over(library, UserSettings(tmp_path / "settings.json"))
        made.session.open_page("p0")
        yield made


@pytest.fixture
def jobs(workspace: Workspace, tasks: TaskRunner) -> BulkJobs:
    made = BulkJobs(workspace, tasks, tasks)
    workspace.session.in_background = made.run_steps
    return made


def assignees(workspace: Workspace) -> set[str]:
    return {page.assignee for page in workspace.library.pages.summaries()}


def test_a_step_on_many_pages_is_taken_back_beside_the_window(
    workspace: Workspace, jobs: BulkJobs, tasks: TaskRunner, qtbot: QtBot
) -> None:
    jobs.run(lambda service, _library: service.file(dict.fromkeys(PAGES, Assign("李明")), "分派版面"))
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert assignees(workspace) == {"李明"}
    with qtbot.waitSignal(workspace.session.pages_changed) as told:
        workspace.session.undo()
        assert tasks.is_busy, "the window does not wait"
    assert told.args == [frozenset(PAGES)]
    assert assignees(workspace) == {""}
    workspace.session.redo()
    qtbot.waitUntil(lambda: assignees(workspace) == {"李明"})
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_pages_in_the_way_are_asked_about_from_the_background_too(
    workspace: Workspace, jobs: BulkJobs, tasks: TaskRunner, qtbot: QtBot
) -> None:
    jobs.run(lambda service, _library: service.file(dict.fromkeys(PAGES, Assign("李明")), "分派版面"))
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assign(workspace.library, "p3", "王芳")
    with qtbot.waitSignal(workspace.session.step_blocked) as asked:
        workspace.session.undo()
    plan, go_on = asked.args
    assert [(one.page_id, one.steps) for one in plan.blocked] == [("p3", ("分派版面",))]
    assert assignees(workspace) == {"李明", "王芳"}
    with qtbot.waitSignal(workspace.session.pages_changed):
        go_on()
    assert assignees(workspace) == {"", "王芳"}


def test_what_goes_wrong_is_said(
    workspace: Workspace, jobs: BulkJobs, tasks: TaskRunner, qtbot: QtBot, allow_logs: object
) -> None:
    allow_logs(r"background work failed")  # type: ignore[operator]
    with qtbot.waitSignal(workspace.session.message) as told:
        jobs.run(lambda service, _library: service.file({"无": Assign("李明")}, "分派版面"))
    assert "什么也没有改动" in told.args[0]
    assert assignees(workspace) == {""}
