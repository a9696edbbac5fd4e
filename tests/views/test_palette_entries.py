"""The palette of a real window: every command, with or without a page, every label, every page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from test_main_window import imported, page_files, start

from cppcc_reader.views.actions import ALL_ACTIONS
from cppcc_reader.views.article_chooser import ArticleChooser
from cppcc_reader.views.command_palette import CommandPalette
from cppcc_reader.views.palette_search import PaletteEntry, PaletteIndex
from cppcc_reader.views.pinyin_initials import initials

__all__ = ["page_files", "start"]


def palette_of(window) -> CommandPalette:
    window.registry.trigger("palette")
    return next(one for one in window.findChildren(CommandPalette) if one.isVisible())


def entries_of(window) -> list[PaletteEntry]:
    return list(palette_of(window)._entries())


def test_every_command_is_there_without_a_page_and_says_what_is_missing(start):
    window = start()
    entries = {entry.text: entry for entry in entries_of(window)}
    assert {spec.text for spec in ALL_ACTIONS} <= set(entries)
    entries["从这里另起一篇"].run()
    assert window.statusBar().message() == "“从这里另起一篇”要先打开一个版面"


def test_pages_are_found_by_words_and_initials_and_opened(start, page_files, qtbot):
    window = start(imports=[page_files])
    imported(window, qtbot)
    palette = palette_of(window)
    index = PaletteIndex(entries_of(window))
    for row in range(window.pages.rowCount()):
        name = window.pages.page_at(row).name
        for query in (name, name.lower(), *initials(name)):
            assert name in [entry.text for entry in index.search(query)]
    other = window.pages.page_at(1)
    field = palette.findChild(QLineEdit)
    field.setText(other.name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.page_id == other.id


def test_the_palette_takes_the_place_of_the_list_of_articles(start, page_files, qtbot):
    window = start(imports=[page_files])
    imported(window, qtbot)
    window.source.step_block(1)
    window.registry.trigger("send-to")
    assert window.findChild(ArticleChooser).isVisible()
    palette = palette_of(window)
    assert type(palette) is CommandPalette
    assert not any(one.isVisible() for one in window.findChildren(ArticleChooser))
