"""The program as a process of its own, driven from outside through the display."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from cppcc_reader.cli.main import main
from cppcc_reader.core.model.page import PageState
from cppcc_reader.storage.library import Library

PATIENCE_S = 30


def xdotool(*words: str) -> str:
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, timeout=PATIENCE_S, check=True)
    return done.stdout.strip()


def test_keys_from_outside_reach_the_page_and_are_saved(tmp_path: Path, samples_dir: Path, capsys) -> None:
    library = tmp_path / "键盘.cppcc"
    assert main(["import", str(library), str(sorted(samples_dir.iterdir())[0])]) == 0
    capsys.readouterr()
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }
    with subprocess.Popen([sys.executable, "-m", "cppcc_reader", str(library)], env=environment) as program:
        try:
            window = xdotool("search", "--sync", "--onlyvisible", "--name", library.stem).split()[0]
            xdotool("windowactivate", "--sync", window)
            time.sleep(1)  # the window is there before its page is
            xdotool("mousemove", "--window", window, "500", "300", "click", "1")
            xdotool("key", "--delay", "150", "Tab", "space", "7")
            xdotool("key", "--delay", "150", "ctrl+Return")
            time.sleep(0.5)
            xdotool("key", "ctrl+q")
            assert program.wait(PATIENCE_S) == 0
        finally:
            program.kill()
    with Library.open(library) as stored:
        [page] = stored.pages.summaries()
        names = {entry.name for entry in stored.log.entries(page.id)}
        assert page.state is PageState.FINISHED
        assert "更改角色" in names
