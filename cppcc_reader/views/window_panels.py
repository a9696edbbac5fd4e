"""The panels at the right edge that slide in when asked; each is built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.action_spec import translated
from cppcc_reader.views.actions import BY_ID
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.page_keys import PageKeys
from cppcc_reader.views.side_docks import add_side_dock
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.theme import Theme

PANEL_WIDTH = 300


class WindowPanels:
    """Docks for inspector, entities, notes and history, made on demand."""

    def __init__(
        self,
        window: QMainWindow,
        session: AnnotationSession,
        tasks: TaskRunner,
        theme: Callable[[], Theme],
        *,
        show_article: Callable[[str], object],
        tag: Callable[[str], object],
        load: Callable[[str], PageRecord],
    ) -> None:
        self._window = window
        self._session = session
        self._tasks = tasks
        self._theme = theme
        self._show_article = show_article
        self._tag = tag
        self._load = load
        self._docks: dict[str, QDockWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "toggle-inspector": self._inspector,
            "toggle-entities": self._entities,
            "toggle-notes": self._notes,
            "history": self._history,
        }

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions show and hide the panels."""
        self._registry = registry
        for action_id in self._makers:
            registry.bind(action_id, partial(self.toggle, action_id))

    def toggle(self, action_id: str) -> None:
        """Show a panel beside the articles, bring it to the front, or hide it if it can be seen."""
        dock = self._docks.get(action_id)
        if dock is None:
            dock = self._make(action_id)
            dock.show()
            dock.raise_()
        else:
            covered = dock.visibleRegion().isEmpty()
            dock.setVisible(covered)
            if covered:
                dock.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Paint the panels in other colours."""
        for dock in self._docks.values():
            panel = dock.widget()
            if hasattr(panel, "set_theme"):
                panel.set_theme(theme)

    def shown(self) -> list[str]:
        """Return the ids of the panels that are open, covered by another or not."""
        return [action_id for action_id, dock in self._docks.items() if not dock.isHidden()]

    def show_again(self, action_ids: Iterable[str]) -> None:
        """Open the panels that were open when the window was closed."""
        for action_id in action_ids:
            if action_id in self._makers and action_id not in self.shown():
                self.toggle(action_id)

    def visible_panels(self) -> list[QWidget]:
        """Return the panels on the screen."""
        return [dock.widget() for dock in self._docks.values() if dock.isVisible()]

    def _make(self, action_id: str) -> QDockWidget:
        panel = self._makers[action_id]()
        # Set by hand a least width hides what the controls need: words would be cut.
        panel.setMinimumWidth(max(PANEL_WIDTH, panel.minimumSizeHint().width()))
        dock = add_side_dock(self._window, action_id, translated(BY_ID[action_id].text), panel)
        action = self._registry.action(action_id)
        if action.isCheckable():
            dock.visibilityChanged.connect(action.setChecked)
        self._docks[action_id] = dock
        return dock

    def _inspector(self) -> QWidget:
        from cppcc_reader.views.inspector import Inspector  # noqa: PLC0415  (built when first shown)
        from cppcc_reader.views.link_names import link_name  # noqa: PLC0415

        keys = PageKeys(self._session, self._registry, tag=self._tag, parent=self._window)
        panel = Inspector(
            self._session,
            self._theme(),
            keys=lambda event: keys.handle(event, keys),
            name_of=lambda place: link_name(place, self._load),
        )
        panel.continuation_wanted.connect(self._show_article)
        return panel

    def _entities(self) -> QWidget:
        from cppcc_reader.services.tagger_loading import load_gazetteer  # noqa: PLC0415
        from cppcc_reader.views.entity_panel import EntityPanel  # noqa: PLC0415
        from cppcc_reader.views.entity_panel_forms import NormalFormFinder  # noqa: PLC0415

        panel = EntityPanel(self._session, self._theme())
        NormalFormFinder(panel, self._session, self._tasks, load_gazetteer)
        return panel

    def _notes(self) -> QWidget:
        from cppcc_reader.views.notes_panel import NotesPanel  # noqa: PLC0415

        return NotesPanel(self._session, self._theme())

    def _history(self) -> QWidget:
        from cppcc_reader.views.history_panel import HistoryPanel  # noqa: PLC0415

        return HistoryPanel(self._session, self._theme())
