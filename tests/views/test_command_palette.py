"""The palette finds by Chinese and English names and by pinyin initials, and its keys work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.views.actions import ALL_ACTIONS
from cppcc_reader.views.command_palette import CommandPalette
from cppcc_reader.views.palette_search import PaletteEntry, PaletteIndex
from cppcc_reader.views.pinyin_initials import initial, initials


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("合并文章", "hbwz"),
        ("撤销", "cx"),
        ("淄博市临淄区", "zbslzq"),
        ("啊座", "az"),
        ("ABC 第3版", "abcd3b"),
        ("，", ""),
    ],
)
def test_initials_of_pinyin(text: str, letters: str) -> None:
    assert initials(text)[0] == letters


def test_characters_of_two_readings_give_both() -> None:
    assert set(initials("重庆")) == {"zq", "cq"}


def _entry(text: str, *aliases: str, rank: int = 0, done: list[str] | None = None) -> PaletteEntry:
    return PaletteEntry(
        kind="命令", text=text, aliases=aliases, rank=rank, run=lambda: (done if done is not None else []).append(text)
    )


@pytest.mark.parametrize("query", ["合并", "文章", "hbwz", "HB", "join", "合章", " 合 并 "])
def test_one_entry_is_found_by_every_name(query: str) -> None:
    index = PaletteIndex([_entry("撤销", "Undo"), _entry("合并文章", "Join articles")])
    assert [entry.text for entry in index.search(query)][:1] == ["合并文章"]


def test_better_matches_come_first_and_commands_before_pages() -> None:
    index = PaletteIndex(
        [_entry("20230405 导出", rank=2), _entry("重新导出"), _entry("导出数据集"), _entry("导出", rank=2)]
    )
    assert [entry.text for entry in index.search("导出")] == ["导出数据集", "导出", "重新导出", "20230405 导出"]


def test_nothing_typed_shows_commands_first() -> None:
    index = PaletteIndex([_entry("某版", rank=2), _entry("撤销")])
    assert [entry.text for entry in index.search("")] == ["撤销", "某版"]


def test_enter_runs_the_chosen_entry_after_the_palette_has_closed(qtbot: QtBot) -> None:
    done: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    palette = CommandPalette(lambda: [_entry("撤销", done=done), _entry("重做", done=done)], window)
    window.show()
    palette.open()
    field = palette.focusProxy()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert done == ["重做"]
    assert not palette.isVisible()


def test_nothing_found_says_what_to_do(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    palette = CommandPalette(lambda: [_entry("撤销")], window)
    palette.open()
    field = palette.focusProxy()
    assert field is not None
    qtbot.keyClicks(field, "zzzz")
    assert not palette._empty.isHidden()
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_esc_gives_the_focus_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    palette = CommandPalette(lambda: [_entry("撤销")], window)
    window.show()
    line.setFocus()
    palette.open()
    field = palette.focusProxy()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.focusWidget() is line


def test_opened_again_it_begins_anew_and_still_gives_the_keyboard_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    window.show()
    line.setFocus()
    palette = CommandPalette(lambda: [_entry("撤销")], window)
    palette.open()
    field = palette.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "cx")
    palette.open()
    assert field.text() == ""
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.focusWidget() is line


def test_what_is_said_of_nothing_found_stands_right_under_the_line(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    palette = CommandPalette(lambda: [_entry(f"命令{number}") for number in range(30)], window)
    palette.open()
    field = palette.focusProxy()
    assert field is not None
    high = palette.height()
    qtbot.keyClicks(field, "zzzz")
    QApplication.processEvents()
    assert palette._empty.y() - field.geometry().bottom() < 8
    assert palette._empty.height() >= palette._empty.heightForWidth(palette._empty.width())
    assert palette.height() < high / 2


@pytest.fixture(scope="module")
def everything() -> PaletteIndex:
    """Every command of the table and every default label, as the window lists them."""
    commands = [_entry(spec.text, spec.english) for spec in ALL_ACTIONS]
    labels = [_entry(label.name_zh, label.id, label.name_en, rank=1) for label in DEFAULT_TAG_SET.labels]
    return PaletteIndex([*commands, *labels])


NAMES = [(spec.text, spec.english) for spec in ALL_ACTIONS]
NAMES += [(label.name_zh, label.name_en) for label in DEFAULT_TAG_SET.labels]


@pytest.mark.parametrize(("chinese", "english"), NAMES)
def test_every_command_and_label_is_found_by_each_of_its_names(
    everything: PaletteIndex, chinese: str, english: str
) -> None:
    hanzi = [char for char in chinese if "\u4e00" <= char <= "\u9fff"]
    letters = initials(chinese)
    assert all(initial(char) for char in hanzi)
    for query in (chinese, english, english.lower(), *letters):
        found = [entry.text for entry in everything.search(query)[:12]]
        assert chinese in found, query


def test_an_english_interface_is_searched_by_initials_too() -> None:
    index = PaletteIndex([_entry("Join articles", "合并文章")])
    assert [entry.text for entry in index.search("hbwz")] == ["Join articles"]
