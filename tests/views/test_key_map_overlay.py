"""The key map shows the keys of this moment and goes away at a touch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.actions import ALL_ACTIONS
from cppcc_reader.views.key_map_overlay import KeyMapOverlay


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    window.resize(1280, 720)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def test_every_bound_action_with_a_key_is_on_the_map(window: QMainWindow) -> None:
    registry = ActionRegistry(window, {"begin-article": "Q"})
    for spec in ALL_ACTIONS:
        registry.bind(spec.id, lambda: None)
    overlay = KeyMapOverlay(registry, window)
    shown = {text: key for _, rows in overlay.groups() for key, text in rows}
    assert {spec.text for spec in ALL_ACTIONS if spec.keys} <= set(shown)
    assert shown["从这里另起一篇"] == "Q"
    overlay.show_over()
    assert any("从这里另起一篇" in label.text() for label in overlay.findChildren(QLabel))


def test_actions_nobody_handles_are_not_promised(window: QMainWindow) -> None:
    registry = ActionRegistry(window)
    registry.bind("undo", lambda: None)
    titles = [title for title, _ in KeyMapOverlay(registry, window).groups()]
    assert titles == ["移动与选择", "编辑"]


def test_arrows_scroll_and_other_keys_close(window: QMainWindow, qtbot: QtBot) -> None:
    overlay = KeyMapOverlay(ActionRegistry(window), window)
    overlay.show_over()
    qtbot.keyClick(overlay, Qt.Key.Key_Down)
    assert overlay.isVisible()
    window.resize(1000, 600)
    assert overlay.size() == window.size()
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    assert not overlay.isVisible()
