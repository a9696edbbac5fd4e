"""A Chinese input method is left on: single keys work on the page all the same, and Chinese is typed where words go."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cppcc_reader.cli.main import main
from cppcc_reader.storage.library import Library

NEEDED = ("ibus-daemon", "dbus-run-session", "xdotool")
ENGINE = Path("/usr/share/ibus/component/libpinyin.xml")
# One line per act of the person; the waits are for the input method, which answers in its own time.
STORY = """
set -e
ibus-daemon --daemonize --replace --panel=disable
for _ in 1 2 3 4 5 6 7 8 9 10; do
    sleep 0.5
    ibus engine libpinyin || true
    test "$(ibus engine)" = libpinyin && break
done
"$PYTHON" -m cppcc_reader "$LIBRARY" &
program=$!
window=$(timeout 30 xdotool search --sync --onlyvisible --name "$TITLE" | head -1)
xdotool windowactivate --sync "$window"
sleep 2
ibus engine libpinyin || true  # says no when it is already on
test "$(ibus engine)" = libpinyin
xdotool mousemove --window "$window" 500 300 click 1
xdotool key --delay 300 Tab 7 n
sleep 1
xdotool type --delay 120 ceshi
sleep 1
xdotool key space
sleep 1
xdotool key ctrl+Return
sleep 1
xdotool key ctrl+q
wait $program
ibus exit
"""


@pytest.mark.timeout(120)
def test_keys_and_chinese_words_both_arrive(tmp_path: Path, samples_dir: Path, capsys: object) -> None:
    missing = [tool for tool in NEEDED if shutil.which(tool) is None]
    if missing or not ENGINE.exists():
        pytest.skip(f"no Chinese input method here: {', '.join(missing) or ENGINE}")
    library = tmp_path / "typed-with-pinyin.cppcc"
    assert main(["import", str(library), str(sorted(samples_dir.iterdir())[0])]) == 0
    folders = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("CONFIG", "STATE", "DATA", "CACHE")}
    own = {"PYTHON": sys.executable, "LIBRARY": str(library), "TITLE": library.stem, "HOME": str(tmp_path)}
    environment = {**os.environ, **folders, **own, "QT_QPA_PLATFORM": "xcb", "QT_IM_MODULE": "ibus"}
    subprocess.run(["dbus-run-session", "--", "sh", "-c", STORY], env=environment, timeout=100, check=True)
    with Library.open(library) as stored:
        [page] = stored.pages.summaries()
        names = [entry.name for entry in stored.log.entries(page.id)]
        notes = [note.text for note in stored.annotations.load(page.id).notes]
    assert "更改角色" in names
    assert notes == ["测试"]
