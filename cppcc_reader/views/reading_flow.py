"""The reading view in place of the three panes: built when first asked for, left by Esc."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.reading_style import ReadingStyle
from cppcc_reader.views.theme import Theme
from cppcc_reader.views.workspace import Workspace

if TYPE_CHECKING:  # built when first shown
    from cppcc_reader.views.reading_view import ReadingView


class ReadingFlow(QObject):
    """Shows and leaves the reading view.

    Signals:
        name_wanted(str, str): a name and its label, to be looked up in the index.
    """

    name_wanted = Signal(str, str)

    def __init__(
        self,
        workspace: Workspace,
        theme: Callable[[], Theme],
        open_page: Callable[[str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._open_page = open_page
        self._view: ReadingView | None = None

    def place_in(self, stack: QStackedWidget, *, home: QWidget) -> None:
        """Use a page of ``stack``; leaving goes back to ``home``."""
        self._stack, self._home = stack, home

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions switch the view and print what it sets."""
        self._action = registry.bind("reading-view", self.toggle)
        registry.bind("print", self.print_read)
        registry.bind("save-pdf", self.save_read)

    @property
    def is_shown(self) -> bool:
        """Tell whether the reading view stands in place of the panes."""
        return self._view is not None and self._stack.currentWidget() is self._view

    def toggle(self) -> None:
        """Show the reading view, or go back to the panes."""
        if self.is_shown or self._workspace.session.record is None:
            self.leave()
            return
        view = self._made()
        self._stack.setCurrentWidget(view)
        view.setFocus()
        self._action.setChecked(True)

    def print_read(self) -> None:
        """Print the article that is read, or the open page where the panes are shown."""
        if self._workspace.session.record is not None:
            self._made().print(whole_page=not self.is_shown)

    def save_read(self) -> None:
        """Save the article that is read as PDF, or the open page where the panes are shown."""
        if self._workspace.session.record is not None:
            self._made().ask_and_save_pdf(whole_page=not self.is_shown)

    def leave(self) -> None:
        """Go back to the panes."""
        if self.is_shown:
            self._stack.setCurrentWidget(self._home)
            self._home.setFocus()
        self._action.setChecked(False)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        if self._view is not None:
            self._view.set_theme(theme)

    def close(self) -> None:
        """Finish what is being printed."""
        if self._view is not None:
            self._view.stop()

    def _made(self) -> ReadingView:
        """Return the view, built when first asked for."""
        if self._view is None:
            self._view = self._make()
            self._stack.addWidget(self._view)
        return self._view

    def _make(self) -> ReadingView:
        from cppcc_reader.views.reading_shelf import ReadingShelf  # noqa: PLC0415  (built when first shown)
        from cppcc_reader.views.reading_view import ReadingView  # noqa: PLC0415

        library, settings = self._workspace.library, self._workspace.settings
        view = ReadingView(
            self._workspace.session,
            self._theme(),
            style=ReadingStyle.from_settings(settings.get("reading_style", {})),
            load=library.pages.record,
            shelf=lambda: ReadingShelf(library.pages.summaries()),
        )
        view.page_wanted.connect(self._open_page)
        view.entity_wanted.connect(self.name_wanted)
        view.style_changed.connect(lambda style: settings.set("reading_style", style.to_settings()))
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), view)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.leave)
        return view
