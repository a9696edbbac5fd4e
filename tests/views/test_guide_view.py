"""The guide is whole in both languages, its links lead somewhere, and F1 opens the chapter that fits."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from cppcc_reader.views.guide_view import GuideWindow, attach_guide, chapters


def test_both_languages_have_the_same_chapters() -> None:
    assert [chapter.topic for chapter in chapters("zh")] == [chapter.topic for chapter in chapters("en")]
    assert {"first-page", "commands", "guidelines", "export"} <= {chapter.topic for chapter in chapters("zh")}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_links_between_chapters_lead_somewhere(language: str) -> None:
    for chapter in chapters(language):
        for target in re.findall(r"\]\(([^)#\s]+)", chapter.path.read_text(encoding="utf-8")):
            assert "://" in target or (chapter.path.parent / target).exists(), (chapter.topic, target)


def test_a_topic_is_opened_and_links_are_followed(qtbot: QtBot) -> None:
    guide = GuideWindow()
    qtbot.addWidget(guide)
    assert guide.topic() == "first-page"
    guide.show_topic("export")
    assert guide.topic() == "export"
    guide._follow(QUrl(chapters("zh")[0].path.name))
    assert guide.topic() == "first-page"


def test_the_pictures_fit(qtbot: QtBot) -> None:
    guide = GuideWindow()
    qtbot.addWidget(guide)
    guide.show()
    assert guide._text.horizontalScrollBar().maximum() == 0


def test_words_are_found_in_other_chapters(qtbot: QtBot) -> None:
    guide = GuideWindow()
    qtbot.addWidget(guide)
    guide._find.setText("doccano")
    guide._find_next()
    assert guide.topic() != "first-page"
    assert guide._text.textCursor().selectedText() == "doccano"
    guide._find.setText("没有这样的话")
    guide._find_next()


def test_f1_in_a_dialog(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    attach_guide(dialog, "export")
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    (guide,) = dialog.findChildren(GuideWindow)
    assert guide.topic() == "export"
    guide.close()
    dialog.close()
