"""The list that M opens: to which article the chosen blocks shall go, by its number, by the arrows or by typing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from cppcc_reader.core.model.article import Article
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.command_palette import CommandPalette
from cppcc_reader.views.key_reader import key_name
from cppcc_reader.views.palette_search import PaletteEntry
from cppcc_reader.views.theme import Theme

_TITLE = 60
"""Characters of a title that are listed."""


class ArticleChooser(CommandPalette):
    """Lists the articles with number, colour and head. A number (or letter) of an article sends at once.

    Space, or any other letter, begins to filter: until then the input method is off, so that numbers and letters
    count whatever is switched on.
    """

    def __init__(
        self, session: AnnotationSession, theme: Theme, send: Callable[[str | None], object], window: QWidget
    ) -> None:
        # Not by self.tr: nothing of Qt's may be asked of an object that is only being made.
        words = QCoreApplication.translate("ArticleChooser", "送到哪一篇？按编号；按空格后打字筛选；↑ ↓ 选，回车送到")
        super().__init__(lambda: self._articles(), window, placeholder=words)  # noqa: PLW0108 (as above)
        self._session = session
        self._theme = theme
        self._send = send
        self._home_words = self.tr("现在在这里")
        self._field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._field.setAccessibleName(self.tr("送到哪一篇文章"))
        self._is_filtering = False

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Point at nothing any more."""
        self._session.hover((), self)
        super().hideEvent(event)

    def _search(self, query: str) -> None:
        """List what fits; Enter shall not send the blocks to where they are."""
        super()._search(query)
        entries = self._model.entries
        if len(entries) > 1 and entries[0].detail == self._home_words:
            self._list.setCurrentIndex(self._model.index(1))

    def _take_key(self, event: QKeyEvent) -> bool:
        if super()._take_key(event):
            return True
        if self._is_filtering:
            return False
        key = key_name(event).lower()
        target = next((article for article, mark in self._session.keys.items() if mark == key), None)
        if target is not None:
            self.give_up()
            self._send(target)
            return True
        return self._begin_filter(event)

    def _begin_filter(self, event: QKeyEvent) -> bool:
        """Let the next keys, or this one, be words to look for; tell whether this one is used up."""
        if not event.text().isprintable() or not event.text():
            return False
        self._is_filtering = True
        self._field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        self._field.setPlaceholderText(self.tr("标题里的字，或拼音首字母"))
        return event.key() == Qt.Key.Key_Space

    def _articles(self) -> list[PaletteEntry]:
        annotations, chosen = self._session.annotations, self._session.selection.segment_starts
        entries = [self._entry(article, chosen) for article in annotations.articles]
        point = partial(self._session.hover, tuple(segment.span for segment in annotations.furniture), self)
        furniture = PaletteEntry(kind="", text=self.tr("版面附件"), run=partial(self._send, None), rank=1, point=point)
        return [*entries, furniture]

    def _entry(self, article: Article, chosen: tuple[int, ...]) -> PaletteEntry:
        title = article.title(self._session.text)
        is_home = any(segment.start in chosen for segment in article.segments)
        return PaletteEntry(
            kind=self._session.keys.get(article.id, "").upper(),
            text=title if len(title) <= _TITLE else title[: _TITLE - 1] + "…",
            detail=self._home_words if is_home else self.tr("%n 段", "", len(article.segments)),
            run=partial(self._send, article.id),
            colour=self._theme.article_colour(self._session.hues.get(article.id, 0)).name(),
            point=partial(self._session.hover, tuple(segment.span for segment in article.segments), self),
        )


class SendFlow(QObject):
    """Opens the list over the window when blocks are chosen."""

    def __init__(
        self,
        session: AnnotationSession,
        theme: Callable[[], Theme],
        send: Callable[[str | None], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._theme, self._send, self._window = session, theme, send, window

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's action call this object."""
        registry.bind("send-to", self.choose)

    def choose(self) -> None:
        """Ask where the chosen blocks shall go."""
        if self._session.selection.segment_starts:
            ArticleChooser(self._session, self._theme(), self._send, self._window).open()
        else:
            self._session.message.emit(self.tr("请先把光标放进一个文本块"))
