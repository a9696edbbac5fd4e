"""Search: the panel at the right when asked for, and the index kept fresh behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow

from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.place_opener import PlaceOpener
from cppcc_reader.views.search_indexer import SearchIndexer
from cppcc_reader.views.side_docks import add_side_dock
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.theme import Theme
from cppcc_reader.views.workspace import Workspace

PANEL_WIDTH = 320


class SearchFlow(QObject):
    """Shows the search panel and keeps the index in step; has a thread of its own, so no import delays a search.

    Signals:
        export_wanted(list[str]): these pages shall be exported.
    """

    export_wanted = Signal(list)

    def __init__(
        self, window: QMainWindow, workspace: Workspace, theme: Callable[[], Theme], places: PlaceOpener
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._theme = theme
        self._places = places
        self._tasks = TaskRunner(self)
        self._indexer = SearchIndexer(workspace.library, self._tasks, self)
        self._dock: QDockWidget | None = None
        workspace.session.pages_changed.connect(lambda _pages: self.wake())

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's action open the panel."""
        registry.bind("find", self.show)

    def wake(self) -> None:
        """Say that pages may have changed."""
        self._indexer.wake()

    def show(self) -> None:
        """Show the panel and put the keyboard into its line."""
        if self._dock is None:
            self._dock = self._make()
        self._dock.show()
        self._dock.raise_()
        self._dock.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def look_for(self, words: str) -> None:
        """Search for words."""
        self.show()
        self._panel.look_for(words)

    def close(self) -> None:
        """Stop the index and drop what is under way."""
        self._indexer.stop()
        self._tasks.close()

    def _make(self) -> QDockWidget:
        from cppcc_reader.views.search_panel import SearchPanel  # noqa: PLC0415  (built when first shown)

        self._panel = SearchPanel(self._workspace.library, self._tasks, tag_set=self._workspace.session.tag_set)
        self._panel.setMinimumWidth(PANEL_WIDTH)
        self._panel.hit_chosen.connect(self._places.show_hit)
        self._panel.export_wanted.connect(self.export_wanted)
        return add_side_dock(self._window, "search", self.tr("查找"), self._panel)
