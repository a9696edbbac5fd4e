"""Kill a writer with SIGKILL at a random moment and look whether everything that it called saved is there."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from cppcc_reader.services.library_check import check_library
from cppcc_reader.storage.library import Library
from library_builder import add_page
from page_builder import build

LONGEST_LIFE_S = 0.25
_WRITER = Path(__file__).with_name("kill_writer.py")


@dataclass(frozen=True, slots=True)
class Kill:
    """What one kill left behind: edits called saved, and everything that was then found missing or broken."""

    saved: int
    problems: tuple[str, ...]


def make_library(path: Path) -> None:
    """Make the library that the writer edits: two pages."""
    blocks = [("a1", "headline", "新桥通车"), *(("a1", "body", f"第{number}段，桥修好了。") for number in range(20))]
    with Library.create(path) as library:
        for page_id in ("p1", "p2"):
            add_page(library, page_id, *build(*blocks))


def kill_once(path: Path, chance: random.Random) -> Kill:
    """Start a writer, kill it some time after its first edit, open the library again and check it."""
    with subprocess.Popen([sys.executable, str(_WRITER), str(path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(chance.uniform(0, LONGEST_LIFE_S))
        writer.send_signal(signal.SIGKILL)
        # The last line may be cut: only whole lines are promises.
        lines = [line for line in (first + writer.stdout.read()).split("\n")[:-1] if line.startswith("saved ")]
    return Kill(len(lines), tuple(_problems(path, lines)))


def _problems(path: Path, lines: list[str]) -> list[str]:
    if not lines:
        return ["the writer never saved anything"]
    _word, entry_id, updated_at = lines[-1].split()
    with Library.open(path) as library:
        report = check_library(library)
        problems = [problem.message for problem in report.problems]
        newest = max((entry.id for entry in library.log.entries()), default=0)
        if newest < int(entry_id):
            problems.append(f"saved step {entry_id} is lost, the newest is {newest}")
        if library.pages.summary("p1").updated_at < updated_at:
            problems.append("the page is older than what was saved")
    return problems
