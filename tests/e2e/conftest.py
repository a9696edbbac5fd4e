"""Stories in a real window: they need an X server, a window manager and xdotool, and skip with a reason without."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from real_hands import RealHands

from cppcc_reader.app import Application
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.views.main_window import MainWindow


@pytest.fixture(autouse=True)
def _real_screen(qapp) -> None:
    if not os.environ.get("DISPLAY"):
        pytest.skip("no DISPLAY: run packaging/test, which starts Xvfb and a window manager")
    if QGuiApplication.platformName() != "xcb":
        pytest.skip("this run is offscreen: set QT_QPA_PLATFORM=xcb for the stories in a real window")
    if shutil.which("xdotool") is None:
        pytest.skip("xdotool is not installed")


@pytest.fixture
def hands(qtbot):
    made = RealHands(qtbot)
    yield made
    made.let_go()


class Desk:
    """Opens the application on one library, closes it, opens it again."""

    def __init__(self, folder: Path, qtbot) -> None:
        self._bot = qtbot
        self._settings = UserSettings(folder / "settings.json")
        self._settings.set("language", "zh_CN")
        self._settings.set("theme", "light")
        self.library_path = folder / "文库.cppcc"
        self.application: Application | None = None

    @property
    def window(self) -> MainWindow:
        assert self.application is not None
        assert self.application.window is not None
        return self.application.window

    def open(self, imports: tuple[Path, ...] = (), pages: int | None = None) -> MainWindow:
        """Open the window and wait until it has the keyboard and (``pages``) everything is imported."""
        self.application = Application(QApplication.instance(), self._settings)
        assert self.application.open(self.library_path, imports)
        window = self.window
        window.resize(1300, 860)
        window.activateWindow()
        self._bot.waitActive(window, timeout=10_000)
        if pages is not None:
            self._bot.waitUntil(lambda: window.pages.total == pages and not window.tasks.is_busy, timeout=120_000)
        window.source.setFocus()
        self._bot.waitUntil(window.source.hasFocus, timeout=5_000)
        return window

    def close(self) -> None:
        """Close the window, as its button does."""
        if self.application is not None and self.application.window is not None:
            self.application.window.close()
            self.application.window.deleteLater()
        if self.application is not None:
            self.application.deleteLater()
        self.application = None
        QApplication.processEvents()


@pytest.fixture
def desk(tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    sheet, font, palette = QApplication.instance().styleSheet(), QApplication.font(), QApplication.palette()
    made = Desk(tmp_path, qtbot)
    yield made
    made.close()
    QApplication.instance().setStyleSheet(sheet)
    QApplication.setFont(font)
    QApplication.setPalette(palette)
