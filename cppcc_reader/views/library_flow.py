"""Choosing another library: a new one, or one that is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from cppcc_reader.services.project import SUFFIX
from cppcc_reader.views.action_registry import ActionRegistry


class LibraryFlow(QObject):
    """Asks for a library file and hands it to the application, which opens a window on it."""

    def __init__(self, open_library: Callable[[Path], object], window: QWidget) -> None:
        super().__init__(window)
        self._open_library = open_library
        self._window = window

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        registry.bind("new-library", self.make)
        registry.bind("open-library", self.choose)

    def make(self) -> None:
        """Ask for a place and make a library there."""
        name, _kind = QFileDialog.getSaveFileName(self._window, self.tr("新建文库"), "", self._kinds())
        if name:
            path = Path(name)
            self._open_library(path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX))

    def choose(self) -> None:
        """Ask for a library and open it."""
        name, _kind = QFileDialog.getOpenFileName(self._window, self.tr("打开文库"), "", self._kinds())
        if name:
            self._open_library(Path(name))

    def _kinds(self) -> str:
        return self.tr("文库 (*.cppcc)")
