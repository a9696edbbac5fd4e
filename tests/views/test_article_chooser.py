"""M lists the articles of the page: a number sends at once, words and initials filter, Esc takes it back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QMainWindow
from pytestqt.qtbot import QtBot
from view_fakes import PAGE_TEXT

from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.article_chooser import ArticleChooser, SendFlow
from cppcc_reader.views.editing_actions import EditingActions
from cppcc_reader.views.theme import LIGHT


class Desk:
    """A window whose action M opens the list."""

    def __init__(self, session: AnnotationSession, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        self.window.resize(900, 600)
        qtbot.addWidget(self.window)
        self.window.show()
        self.session = session
        self.registry = ActionRegistry(self.window)
        self.messages: list[str] = []
        session.message.connect(self.messages.append)
        SendFlow(session, lambda: LIGHT, EditingActions(session, self.window).send_to, self.window).bind_to(
            self.registry
        )
        self._bot = qtbot

    def ask(self, *quotes: str) -> ArticleChooser:
        starts = tuple(PAGE_TEXT.index(quote) for quote in quotes)
        owner, _segment = self.session.annotations.segment_at(starts[0])
        self.session.select(Selection(article_id=owner.id, segment_starts=starts, caret=starts[0]))
        self.registry.trigger("send-to")
        return next(one for one in self.window.findChildren(ArticleChooser) if one.isVisible())

    def press(self, chooser: ArticleChooser, key: Qt.Key) -> None:
        self._bot.keyClick(chooser.findChild(QLineEdit), key)

    def type(self, chooser: ArticleChooser, words: str) -> None:
        field = chooser.findChild(QLineEdit)
        for char in words:
            if char.isascii():
                self._bot.keyClicks(field, char)
            else:
                field.insert(char)  # as an input method does

    def owner(self, quote: str) -> str | None:
        owner, _segment = self.session.annotations.segment_at(PAGE_TEXT.index(quote))
        return owner.id if owner else None


@pytest.fixture
def desk(session: AnnotationSession, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(session, qtbot)
    yield made
    made.window.close()


def test_every_article_is_listed_with_its_key_its_head_and_its_colour(desk: Desk) -> None:
    chooser = desk.ask("松说。")
    entries = chooser._model.entries
    assert [entry.kind for entry in entries] == ["1", "2", "3", ""]
    assert entries[2].text == "南岭市政协视察老旧小区"
    assert entries[0].detail == "现在在这里"
    assert len({entry.colour for entry in entries}) == 4
    assert entries[3].text == "版面附件"


def test_the_key_of_an_article_sends_at_once(desk: Desk) -> None:
    chooser = desk.ask("松说。")
    desk.press(chooser, Qt.Key.Key_3)
    assert desk.owner("松说。") == "a3"
    assert not chooser.isVisible()


def test_arrows_light_up_an_article_and_enter_sends_to_it(desk: Desk) -> None:
    pointed = []
    desk.session.hovered.connect(lambda spans, _origin: pointed.append(spans))
    chooser = desk.ask("松说。")
    assert pointed[-1] == tuple(s.span for s in desk.session.annotations.article("a2").segments)
    desk.press(chooser, Qt.Key.Key_Down)
    assert pointed[-1] == tuple(s.span for s in desk.session.annotations.article("a3").segments)
    desk.press(chooser, Qt.Key.Key_Return)
    assert desk.owner("松说。") == "a3"
    assert pointed[-1] == ()


@pytest.mark.parametrize("words", [" 视察", " nlszx", "nlszx"])
def test_words_and_initials_filter(desk: Desk, words: str) -> None:
    chooser = desk.ask("松说。")
    field = chooser.findChild(QLineEdit)
    assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    desk.type(chooser, words)
    assert field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert [entry.text for entry in chooser._model.entries] == ["南岭市政协视察老旧小区"]
    desk.press(chooser, Qt.Key.Key_Return)
    assert desk.owner("松说。") == "a3"


def test_a_number_is_a_word_once_filtering_has_begun(desk: Desk) -> None:
    chooser = desk.ask("松说。")
    desk.type(chooser, " 3")
    assert chooser.isVisible()
    assert desk.owner("松说。") == "a1"


def test_the_last_entry_is_furniture(desk: Desk) -> None:
    chooser = desk.ask("松说。")
    for _ in range(3):
        desk.press(chooser, Qt.Key.Key_Down)
    desk.press(chooser, Qt.Key.Key_Return)
    assert desk.owner("松说。") is None


def test_esc_leaves_all_as_it_was(desk: Desk) -> None:
    before = desk.session.annotations
    chooser = desk.ask("松说。")
    desk.press(chooser, Qt.Key.Key_Escape)
    assert desk.session.annotations == before
    assert not chooser.isVisible()


def test_several_blocks_go_together(desk: Desk) -> None:
    chooser = desk.ask("秋收时节", "南岭市政协视察")
    desk.press(chooser, Qt.Key.Key_1)
    assert desk.owner("秋收时节") == desk.owner("南岭市政协视察") == "a1"


def test_without_a_block_it_says_what_to_do(desk: Desk) -> None:
    desk.registry.trigger("send-to")
    assert desk.messages == ["请先把光标放进一个文本块"]
    assert desk.window.findChildren(ArticleChooser) == []


def test_the_list_is_no_higher_than_what_is_in_it(desk: Desk) -> None:
    chooser = desk.ask("松说。")
    rows = chooser.findChild(QListView)
    last = rows.visualRect(rows.model().index(3, 0))
    assert 0 <= rows.viewport().height() - last.bottom() < last.height()
