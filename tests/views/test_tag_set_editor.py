"""Labels are data: edited, checked, taken from a file and given to one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.formats.tag_set_toml import tag_set_to_toml
from cppcc_reader.views.tag_set_editor import TagSetEditor


@pytest.fixture
def editor(qtbot: QtBot) -> TagSetEditor:
    editor = TagSetEditor(DEFAULT_TAG_SET, in_use={"PER": 12})
    qtbot.addWidget(editor)
    return editor


def test_nothing_touched_gives_the_same_set(editor: TagSetEditor) -> None:
    assert editor.tag_set() == DEFAULT_TAG_SET


def test_fields_change_the_label(editor: TagSetEditor, qtbot: QtBot) -> None:
    editor._labels.setCurrentRow(1)
    editor._form._name_zh.selectAll()
    qtbot.keyClicks(editor._form._name_zh, "Ort")
    editor._form._nested.click()
    editor._form._guideline.setPlainText("山川与道路。")
    label = editor.tag_set().labels[1]
    assert (label.name_zh, label.nested, label.guideline) == ("Ort", True, "山川与道路。")


def test_problems_are_named_and_cannot_be_saved(editor: TagSetEditor, qtbot: QtBot) -> None:
    editor._labels.setCurrentRow(1)
    editor._form._id.selectAll()
    qtbot.keyClicks(editor._form._id, "PER")
    assert "标签代号重复：PER" in editor._problem.text()
    assert not editor._save.isEnabled()


def test_a_label_in_use_keeps_its_id_and_stays(editor: TagSetEditor) -> None:
    assert editor._form._id.isReadOnly()
    assert not editor._remove.isEnabled()
    editor._labels.setCurrentRow(2)
    assert not editor._form._id.isReadOnly()
    editor._remove.click()
    assert [label.id for label in editor.tag_set().labels] == ["PER", "LOC", "TITLE", "TIME"]


def test_added_and_moved(editor: TagSetEditor) -> None:
    editor._add.click()
    editor._up.click()
    labels = editor.tag_set().labels
    assert [label.id for label in labels] == ["PER", "LOC", "ORG", "TITLE", "LABEL1", "TIME"]
    assert labels[4].key == "6"


def test_roles_that_are_not_offered(editor: TagSetEditor) -> None:
    item = editor._roles.item(0)
    assert item is not None
    item.setCheckState(Qt.CheckState.Unchecked)
    assert editor.tag_set().roles_shown == tuple(Role)[1:]


def test_import_keeps_labels_in_use(editor: TagSetEditor, tmp_path: Path) -> None:
    other = replace(DEFAULT_TAG_SET, labels=(replace(DEFAULT_TAG_SET.labels[1], key="1"),), guideline_version="7")
    path = tmp_path / "标签.toml"
    path.write_text(tag_set_to_toml(other), encoding="utf-8")
    editor.import_file(path)
    found = editor.tag_set()
    assert [(label.id, label.key) for label in found.labels] == [("LOC", "1"), ("PER", "")]
    assert found.guideline_version == "7"


def test_a_wrong_file_changes_nothing(editor: TagSetEditor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, words: said.append(words))
    path = tmp_path / "a.toml"
    path.write_text("format = 1", encoding="utf-8")
    editor.import_file(path)
    assert "不是标签集文件" in said[0]
    assert editor.tag_set() == DEFAULT_TAG_SET
