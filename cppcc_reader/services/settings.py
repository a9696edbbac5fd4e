"""Settings of a person on this machine: one JSON file, written whole or not at all."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any

from cppcc_reader.services.user_folders import config_folder

_log = logging.getLogger(__name__)


class UserSettings:
    """A small map from names to JSON values; what cannot be read or written is logged and does without."""

    def __init__(self, path: Path) -> None:
        """Read the settings in ``path``; a missing file means that everything is at its default."""
        self._path = path
        self._values = _read(path)

    @classmethod
    def load(cls) -> UserSettings:
        """Read the settings of the person who runs the program."""
        return cls(config_folder() / "settings.json")

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of a setting, or ``default`` where it was never set."""
        return self._values.get(name, default)

    def set(self, name: str, value: Any) -> None:
        """Keep a value that JSON can carry; None forgets the setting."""
        if value is None:
            self._values.pop(name, None)
        else:
            self._values[name] = value
        try:
            _write(self._path, self._values)
        except OSError:
            _log.exception("cannot write the settings to %s", self._path)


def _read(path: Path) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(values, dict):
            return values
        raise ValueError("not an object")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        _log.exception("cannot read the settings in %s", path)
        # Kept for rescue: the next change would overwrite it.
        if path.exists():
            os.replace(path, path.with_suffix(".broken.json"))
        return {}


def _write(path: Path, values: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    draft.write_text(json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    os.replace(draft, path)
