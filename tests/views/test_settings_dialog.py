"""Settings take effect at once; a key never means two things."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from cppcc_reader.services.settings import UserSettings
from cppcc_reader.views.actions import ALL_ACTIONS, BY_ID
from cppcc_reader.views.key_map_editor import KeyMapEditor
from cppcc_reader.views.settings_dialog import SettingsDialog


@pytest.fixture
def settings(tmp_path: Path) -> UserSettings:
    return UserSettings(tmp_path / "settings.json")


def test_every_change_is_kept_and_told(settings: UserSettings, qtbot: QtBot) -> None:
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    told: list[str] = []
    dialog.changed.connect(told.append)
    language, theme = dialog.findChildren(QComboBox)[:2]
    language.setCurrentIndex(language.findData("en"))
    theme.setCurrentIndex(theme.findData("dark"))
    next(box for box in dialog.findChildren(QSpinBox) if box.value() == 17).setValue(20)
    dialog.findChildren(QDoubleSpinBox)[0].setValue(0.9)
    assert told == ["language", "theme", "article_pixels", "doubt_threshold"]
    again = SettingsDialog(settings)
    qtbot.addWidget(again)
    assert [box.currentData() for box in again.findChildren(QComboBox)[:2]] == ["en", "dark"]
    assert settings.get("article_pixels") == 20
    assert settings.get("doubt_threshold") == 0.9


def test_annotator_is_kept_when_the_field_is_left(settings: UserSettings, qtbot: QtBot) -> None:
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    field = next(one for one in dialog.findChildren(QLineEdit) if one.placeholderText() == "登录名")
    qtbot.keyClicks(field, " chen ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert settings.get("annotator") == "chen"


def _choose(editor: KeyMapEditor, action_id: str) -> None:
    tree = editor._tree
    for row in range(tree.topLevelItemCount()):
        item = tree.topLevelItem(row)
        assert item is not None
        if item.data(0, Qt.ItemDataRole.UserRole) == action_id:
            tree.setCurrentItem(item)


def test_a_free_key_is_taken(qtbot: QtBot) -> None:
    editor = KeyMapEditor({})
    qtbot.addWidget(editor)
    _choose(editor, "furniture")
    editor._change.click()
    qtbot.keyClick(editor._catcher, Qt.Key.Key_W)
    assert editor.keys() == {"furniture": "W"}
    editor._change.click()
    qtbot.keyClick(editor._catcher, Qt.Key.Key_F)
    assert editor.keys() == {}, "the usual key again is no change"


@pytest.mark.parametrize("key", [Qt.Key.Key_T, Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_key_in_use_is_refused_with_the_name_of_its_user(qtbot: QtBot, key: Qt.Key) -> None:
    editor = KeyMapEditor({})
    qtbot.addWidget(editor)
    _choose(editor, "furniture")
    editor._change.click()
    qtbot.keyClick(editor._catcher, key)
    assert editor.keys() == {}
    assert any(spec.text in editor._message.text() for spec in ALL_ACTIONS if spec.id != "furniture")


def test_a_shortcut_of_the_window_needs_a_modifier(qtbot: QtBot) -> None:
    editor = KeyMapEditor({})
    qtbot.addWidget(editor)
    _choose(editor, "export")
    editor._change.click()
    qtbot.keyClick(editor._catcher, Qt.Key.Key_W)
    assert editor.keys() == {}
    qtbot.keyClick(editor._catcher, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert editor.keys() == {"export": "Ctrl+W"}
    qtbot.keyClick(editor._catcher, Qt.Key.Key_Escape)


def test_one_key_or_all_go_back(qtbot: QtBot) -> None:
    editor = KeyMapEditor({"furniture": "W", "toggle-join": "Q"})
    qtbot.addWidget(editor)
    _choose(editor, "furniture")
    editor._reset.click()
    assert editor.keys() == {"toggle-join": "Q"}
    editor._reset_all.click()
    assert editor.keys() == {}
    assert editor.key_of(BY_ID["toggle-join"]) == "T"


def test_filter_finds_actions_by_name_key_and_english(qtbot: QtBot) -> None:
    editor = KeyMapEditor({})
    qtbot.addWidget(editor)
    for words in ("接排", "unjoin"):
        editor._filter.setText(words)
        items = [editor._tree.topLevelItem(row) for row in range(editor._tree.topLevelItemCount())]
        assert [item.text(1) for item in items if item is not None and not item.isHidden()] == ["T"]
