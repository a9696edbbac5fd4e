"""A person's settings: kept, written whole, and no trouble when the file is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from cppcc_reader.services import user_folders
from cppcc_reader.services.settings import UserSettings


def test_settings_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.json"
    settings = UserSettings(path)
    assert settings.get("annotator", "甲") == "甲"
    settings.set("annotator", "乙")
    settings.set("keys", {"accept": "Space"})
    again = UserSettings(path)
    assert (again.get("annotator"), again.get("keys")) == ("乙", {"accept": "Space"})
    again.set("keys", None)
    assert UserSettings(path).get("keys") is None
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"{broken", b"[1, 2]", b"\xff\xfe"])
def test_a_broken_file_is_put_aside(tmp_path: Path, content: bytes, allow_logs: object) -> None:
    allow_logs("cannot read the settings")  # type: ignore[operator]
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings = UserSettings(path)
    assert settings.get("annotator") is None
    settings.set("annotator", "乙")
    assert UserSettings(path).get("annotator") == "乙"
    assert (tmp_path / "settings.broken.json").read_bytes() == content


def test_settings_that_cannot_be_written_hold_while_the_program_runs(tmp_path: Path, allow_logs: object) -> None:
    allow_logs("cannot (read|write) the settings")  # type: ignore[operator]
    (tmp_path / "file").write_text("in the way", "utf-8")
    settings = UserSettings(tmp_path / "file" / "settings.json")
    settings.set("annotator", "乙")
    assert settings.get("annotator") == "乙"


@pytest.mark.parametrize(
    ("platform", "variable", "folder"),
    [("linux", "XDG_CONFIG_HOME", user_folders.config_folder), ("win32", "APPDATA", user_folders.config_folder)],
)
def test_folders_follow_the_rules_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, variable: str, folder: object
) -> None:
    monkeypatch.setattr(user_folders.sys, "platform", platform)
    monkeypatch.setenv(variable, str(tmp_path))
    assert folder() == tmp_path / "cppcc-reader"  # type: ignore[operator]


def test_folders_have_places_without_any_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(user_folders.sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert user_folders.config_folder() == tmp_path / ".config" / "cppcc-reader"
    assert user_folders.state_folder() == tmp_path / ".local" / "state" / "cppcc-reader"
    assert user_folders.data_folder() == tmp_path / ".local" / "share" / "cppcc-reader"
    monkeypatch.setattr(user_folders.sys, "platform", "darwin")
    assert user_folders.state_folder() == tmp_path / "Library" / "Logs" / "cppcc-reader"
