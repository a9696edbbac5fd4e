"""How the window looks: theme, size of the text, panes and panels, folded page list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QWidget

from cppcc_reader.services.settings import UserSettings
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.fonts import ARTICLE_PIXELS, SOURCE_PIXELS
from cppcc_reader.views.theme import DARK, LIGHT, THEMES, Theme

SMALLEST, LARGEST = 10, 40
"""Sizes of the text in device-independent pixels."""
USUAL_PIXELS = {"source_pixels": SOURCE_PIXELS, "article_pixels": ARTICLE_PIXELS}
THEME_ACTIONS = {"system": "theme-system", "light": "theme-light", "dark": "theme-dark", "contrast": "theme-contrast"}


class SizedText(Protocol):
    """A view whose text may be shown larger or smaller."""

    def set_text_size(self, pixels: int) -> None:
        """Show text at a size in device-independent pixels."""


class ViewFlow(QObject):
    """Keeps the appearance that the person chose, in the settings."""

    def __init__(
        self,
        settings: UserSettings,
        *,
        source: SizedText,
        articles: SizedText,
        panes: Callable[[], list[QWidget]],
        use_theme: Callable[[str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._source = source
        self._articles = articles
        self._panes = panes
        self._use_theme = use_theme
        self.refresh()

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        registry.bind("zoom-in", lambda: self.zoom(+1))
        registry.bind("zoom-out", lambda: self.zoom(-1))
        registry.bind("zoom-reset", self.reset_zoom)
        registry.bind("focus-next-pane", self.focus_next_pane)
        group = QActionGroup(self)
        chosen = str(self._settings.get("theme", "system"))
        for name, action_id in THEME_ACTIONS.items():
            action = registry.bind(action_id, partial(self.choose_theme, name))
            action.setChecked(name == chosen)
            group.addAction(action)

    def zoom(self, step: int) -> None:
        """Make the text of both views larger or smaller by pixels."""
        for name, usual in USUAL_PIXELS.items():
            pixels = int(self._settings.get(name, usual)) + step
            self._settings.set(name, min(max(pixels, SMALLEST), LARGEST))
        self.refresh()

    def reset_zoom(self) -> None:
        """Show the text of both views at the house's sizes."""
        for name in USUAL_PIXELS:
            self._settings.set(name, None)
        self.refresh()

    def refresh(self) -> None:
        """Show the text at the sizes that the settings name."""
        self._source.set_text_size(int(self._settings.get("source_pixels", SOURCE_PIXELS)))
        self._articles.set_text_size(int(self._settings.get("article_pixels", ARTICLE_PIXELS)))

    def choose_theme(self, name: str) -> None:
        """Use a theme by name (``system`` follows the desktop) and remember it."""
        self._settings.set("theme", name)
        self._use_theme(name)

    def focus_next_pane(self) -> None:
        """Move the keyboard to the next pane."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        if not panes:
            return
        here = next((index for index, pane in enumerate(panes) if _has_focus(pane)), -1)
        panes[(here + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def theme_named(name: str) -> Theme:
    """Return a theme; ``system`` (and anything unknown) is light or dark as the desktop is."""
    if name in THEMES:
        return THEMES[name]
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def _has_focus(pane: QWidget) -> bool:
    focused = QGuiApplication.focusObject()
    return isinstance(focused, QWidget) and (focused is pane or pane.isAncestorOf(focused))
