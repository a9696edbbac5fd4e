"""Opens settings and label set, and lets the window follow what was changed there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from cppcc_reader.storage.errors import LibraryError
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.told import told
from cppcc_reader.views.view_flow import ViewFlow
from cppcc_reader.views.workspace import Workspace

_NEEDS_NEW_WINDOW = frozenset({"language", "interface_pixels", "annotator"})


class SettingsFlow(QObject):
    """What the settings change at once, and what wants the window built anew."""

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        view_flow: ViewFlow,
        *,
        use_theme: Callable[[str], object],
        reopen: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._view_flow = view_flow
        self._use_theme = use_theme
        self._reopen = reopen
        self._wants_new_window = False

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        self._registry = registry
        registry.bind("settings", self.show)
        registry.bind("tag-set", self.edit_labels)

    def show(self) -> None:
        """Open the settings; most changes show at once."""
        from cppcc_reader.views.settings_dialog import SettingsDialog  # noqa: PLC0415  (read when first asked for)

        dialog = SettingsDialog(self._workspace.settings, self._window)
        dialog.changed.connect(self._follow)
        dialog.exec()
        dialog.deleteLater()
        if self._wants_new_window:
            self._reopen()

    def edit_labels(self) -> None:
        """Open the editor of the label set and keep what was changed."""
        from cppcc_reader.services.tag_sets import keep_tag_set, labels_in_use  # noqa: PLC0415
        from cppcc_reader.views.tag_set_editor import TagSetEditor  # noqa: PLC0415

        session, library = self._workspace.session, self._workspace.library
        editor = TagSetEditor(
            session.tag_set, in_use=labels_in_use(library), read_only=session.read_only, parent=self._window
        )
        if editor.exec() and not session.read_only:
            try:
                keep_tag_set(library, editor.tag_set())
            except (LibraryError, ValueError) as error:
                session.message.emit(told(error))
            else:
                session.set_tag_set(editor.tag_set())
        editor.deleteLater()

    def _follow(self, name: str) -> None:
        settings = self._workspace.settings
        if name in _NEEDS_NEW_WINDOW:
            self._wants_new_window = True
        elif name == "theme":
            self._use_theme(str(settings.get("theme", "system")))
        elif name == "keys":
            self._registry.change_keys(settings.get("keys") or {})
        elif name == "doubt_threshold":
            self._workspace.session.set_doubt_threshold(float(settings.get(name)))
        else:
            self._view_flow.refresh()
