"""What a killed export leaves hidden beside its place is tidied up by the next one, and nothing else is touched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cppcc_reader.services.export_options import ExportOptions
from cppcc_reader.services.training_export import export
from export_samples import plain_record

OPTIONS = ExportOptions(format="brat")
KILLED = """
import os, signal, sys
from pathlib import Path
from cppcc_reader.services import export_destination
from cppcc_reader.services.export_options import ExportOptions
from cppcc_reader.services.training_export import export
from export_samples import plain_record

def die(*_arguments):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(export_destination, sys.argv[2], die)
export([plain_record()], ExportOptions(format="brat"), Path(sys.argv[1]))
"""


@pytest.mark.parametrize("moment", ["_swap", "_carry_over"])
def test_after_a_kill_at_any_moment_nothing_is_lost_and_nothing_is_left(tmp_path: Path, moment: str) -> None:
    target = tmp_path / "数据集"
    export([plain_record()], OPTIONS, target)
    (target / "笔记.txt").write_text("自己的", encoding="utf-8")
    tests = str(Path(__file__).resolve().parent.parent)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(target), moment], env={**os.environ, "PYTHONPATH": tests}, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) > 1, "the kill leaves something hidden"
    export([plain_record()], OPTIONS, target)
    assert [path.name for path in tmp_path.iterdir()] == ["数据集"]
    assert (target / "笔记.txt").read_text(encoding="utf-8") == "自己的"


def test_the_folder_that_was_to_be_replaced_comes_back(tmp_path: Path) -> None:
    target = tmp_path / "数据集"
    export([plain_record()], OPTIONS, target)
    (target / "笔记.txt").write_text("自己的", encoding="utf-8")
    moved = tmp_path / f".数据集.{_process_that_ended()}.abcd1234.old"
    moved.mkdir()
    target.rename(moved / "set")
    export([plain_record()], OPTIONS, target)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["数据集"]
    assert (target / "笔记.txt").exists()


def test_what_others_left_or_are_writing_stays(tmp_path: Path) -> None:
    names = [
        f".数据集.{os.getpid()}.abcd1234.part",
        ".数据集.abcd1234.part",
        f".别的.{_process_that_ended()}.abcd1234.part",
        ".数据集.下载.part",
    ]
    for name in names:
        (tmp_path / name).mkdir()
    export([plain_record()], OPTIONS, tmp_path / "数据集")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*names, "数据集"])
    old = time.time() - 2 * 24 * 3600
    os.utime(tmp_path / names[1], (old, old))
    export([plain_record()], OPTIONS, tmp_path / "数据集")
    assert not (tmp_path / names[1]).exists(), "nobody has touched it for two days"


def _process_that_ended() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
        return process.pid
