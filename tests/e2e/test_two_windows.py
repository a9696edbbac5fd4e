"""Two processes on one library: the second reads, says so, and is given nothing to change; kills leave no lock."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cppcc_reader.storage.library import Library

PATIENCE_S = 60


def test_the_second_window_reads_and_says_so(tmp_path: Path) -> None:
    path = _library(tmp_path)
    with _window(path, tmp_path) as first:
        assert "只读" not in _title(first)
        with _window(path, tmp_path) as second:
            assert "（只读）" in _title(second)
            before = _notes(path)
            _press(second, "q")
            assert _notes(path) == before
            _press(first, "q")
            _wait(lambda: _notes(path) == before + 1)
            first.kill()
            first.wait()
        with _window(path, tmp_path) as third:
            assert "只读" not in _title(third), "a killed window holds nothing"


def _library(folder: Path) -> Path:
    text = folder / "望澜报.txt"
    text.write_text("望澜市政协开会\n\n会议在望澜举行，何为民到会讲话。\n", "utf-8")
    path = folder / "文库.cppcc"
    subprocess.run([sys.executable, "-m", "cppcc_reader", "import", str(path), str(text)], check=True, env=_env(folder))
    return path


def _env(folder: Path) -> dict[str, str]:
    homes = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    return {**os.environ, **homes, "LANG": "zh_CN.UTF-8"}


@contextmanager
def _window(path: Path, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-m", "cppcc_reader", str(path)], env=_env(folder)) as process:
        try:
            _wait(lambda: "文库" in _title(process))
            yield process
        finally:
            process.kill()


def _ids(process: subprocess.Popen[bytes]) -> list[str]:
    found = _xdotool("search", "--onlyvisible", "--pid", str(process.pid))
    return found.split()


def _title(process: subprocess.Popen[bytes]) -> str:
    return " ".join(_xdotool("getwindowname", window) for window in _ids(process))


def _press(process: subprocess.Popen[bytes], key: str) -> None:
    """Click into the text and press a key there."""
    (window,) = _ids(process)
    _xdotool("windowactivate", "--sync", window)
    _xdotool("mousemove", "--window", window, "420", "180", "click", "1")
    time.sleep(0.5)
    _xdotool("key", key)
    time.sleep(1.0)


def _notes(path: Path) -> int:
    with Library.open(path, read_only=True) as library:
        return len(library.notes.find())


def _xdotool(*arguments: str) -> str:
    return subprocess.run(["xdotool", *arguments], capture_output=True, text=True, check=False, timeout=30).stdout


def _wait(condition: object) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.2)
