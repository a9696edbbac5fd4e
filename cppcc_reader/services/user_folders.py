"""Where a person's settings, logs and first library lie, by the rules of each system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "cppcc-reader"


def config_folder() -> Path:
    """Return the folder of the settings (``$XDG_CONFIG_HOME``, ``%APPDATA%``, ``~/Library``)."""
    return _folder("XDG_CONFIG_HOME", ".config", "APPDATA", "Library/Application Support")


def state_folder() -> Path:
    """Return the folder of the log file (``$XDG_STATE_HOME``, ``%LOCALAPPDATA%``, ``~/Library``)."""
    return _folder("XDG_STATE_HOME", ".local/state", "LOCALAPPDATA", "Library/Logs")


def data_folder() -> Path:
    """Return the folder of the library that is opened when none is named."""
    return _folder("XDG_DATA_HOME", ".local/share", "LOCALAPPDATA", "Library/Application Support")


def _folder(xdg_variable: str, xdg_default: str, windows_variable: str, mac_folder: str) -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get(windows_variable) or home) / _NAME
    if sys.platform == "darwin":
        return home / mac_folder / _NAME
    return Path(os.environ.get(xdg_variable) or home / xdg_default) / _NAME
