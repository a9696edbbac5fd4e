"""Suggestions are accepted in bulk after a look: the forms with their counts, a veto for each, one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.entity_acceptance import EntityAcceptance
from cppcc_reader.views.entity_acceptance_dialog import AcceptanceScope, EntityAcceptanceDialog
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.workspace import Workspace
from library_builder import add_page
from page_builder import build

TEXT, PAGE = build(("a1", "body", "晏禾去青山县，晏禾说好。"))


def suggestion(mention_id: str, label: str, start: int, end: int, confidence: float) -> Mention:
    evidence = Evidence(confidence, "名单")
    return Mention(
        id=mention_id, label=label, fragments=(Span(start, end),), origin=Origin.SUGGESTED, evidence=evidence
    )


MENTIONS = (
    suggestion("m1", "PER", 0, 2, 0.97),
    suggestion("m2", "LOC", 3, 6, 0.6),
    suggestion("m3", "PER", 7, 9, 0.99),
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Library.create(tmp_path / "a.cppcc") as library:
        for page_id in ("p1", "p2"):
            add_page(library, page_id, TEXT, PAGE.replaced(mentions=MENTIONS))
        made = Workspace.over(library, UserSettings(tmp_path / "settings.json"))
        made.session.open_page("p1")
        yield made


@pytest.fixture
def registry(workspace: Workspace, tasks: TaskRunner, qtbot: QtBot) -> ActionRegistry:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    made = ActionRegistry(window)
    EntityAcceptance(workspace, tasks, tasks, window).bind_to(made)
    return made


def opened(registry: ActionRegistry, action_id: str) -> EntityAcceptanceDialog:
    registry.trigger(action_id)
    dialog = registry.parent().findChild(EntityAcceptanceDialog)
    assert isinstance(dialog, EntityAcceptanceDialog)
    return dialog


def waiting(workspace: Workspace, page_id: str) -> list[str]:
    return [m.id for m in workspace.library.annotations.load(page_id).mentions if m.origin is Origin.SUGGESTED]


def test_all_suggestions_of_the_page_are_listed_before_they_are_accepted(
    workspace: Workspace, registry: ActionRegistry
) -> None:
    dialog = opened(registry, "accept-all-mentions")
    assert dialog._accept.text() == "接受 3 处（2 种）"
    assert waiting(workspace, "p1") == ["m1", "m2", "m3"]
    dialog._accept.click()
    assert waiting(workspace, "p1") == []
    workspace.session.undo()
    assert waiting(workspace, "p1") == ["m1", "m2", "m3"]


def test_space_vetoes_a_form(workspace: Workspace, registry: ActionRegistry) -> None:
    dialog = opened(registry, "accept-all-mentions")
    dialog._list.setCurrentIndex(dialog._model.index(0, 0))
    QTest.keyClick(dialog._list, Qt.Key.Key_Space)
    assert dialog._accept.text() == "接受 1 处（1 种）"
    dialog._accept.click()
    assert waiting(workspace, "p1") == ["m1", "m3"]


def test_a_veto_stays_while_the_confidence_is_changed(registry: ActionRegistry, qtbot: QtBot) -> None:
    dialog = opened(registry, "accept-confident")
    assert dialog._accept.text() == "接受 2 处（1 种）"
    dialog._model.tick([0], ticked=False)
    dialog._least.setValue(50)
    assert not dialog._accept.isEnabled()
    qtbot.waitUntil(lambda: dialog._accept.text() == "接受 1 处（1 种）")
    assert dialog.kept_waiting() == {("晏禾", "PER")}
    dialog.reject()


def test_the_library_is_accepted_in_one_step(workspace: Workspace, registry: ActionRegistry, qtbot: QtBot) -> None:
    told: list[str] = []
    workspace.session.message.connect(told.append)
    dialog = opened(registry, "accept-confident")
    dialog._scope.setCurrentIndex(dialog._scope.findData(AcceptanceScope.LIBRARY.value))
    qtbot.waitUntil(lambda: dialog._accept.text() == "接受 4 处（1 种）")
    dialog._accept.click()
    qtbot.waitUntil(lambda: told == ["已接受 4 个建议，改了 2 个版面"], timeout=20_000)
    assert waiting(workspace, "p1") == waiting(workspace, "p2") == ["m2"]
    assert [m.id for m in workspace.session.annotations.mentions if m.origin is Origin.SUGGESTED] == ["m2"]
    workspace.session.undo()
    qtbot.waitUntil(lambda: len(waiting(workspace, "p2")) == 3)
