"""A guard that never fails guards nothing: noisy tests are run apart and must be failed by it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NOISY = """
import logging, threading, time, warnings
import pytest

def test_warning():
    warnings.warn("careless", UserWarning)

def test_log():
    logging.getLogger("cppcc_reader").warning("stray")

def test_expected_log(allow_logs):
    allow_logs("on purpose")
    logging.getLogger("cppcc_reader").error("on purpose")

def test_thread():
    threading.Thread(target=time.sleep, args=(8,), name="forgotten", daemon=True).start()

def test_thread_that_ends():
    threading.Thread(target=time.sleep, args=(0.2,)).start()

def test_qt_message(qtbot):
    from PySide6.QtCore import qWarning
    qWarning("careless")

def test_window(qtbot):
    from PySide6.QtWidgets import QWidget
    window = QWidget()
    window.show()
    test_window.kept = window

def test_window_given_to_qtbot(qtbot):
    from PySide6.QtWidgets import QWidget
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_quiet():
    assert True
"""
EXPECTED = {
    "test_warning": "FAILED",
    "test_log": "ERROR",
    "test_expected_log": "PASSED",
    "test_thread": "ERROR",
    "test_thread_that_ends": "PASSED",
    "test_qt_message": "FAILED",
    "test_window": "ERROR",
    "test_window_given_to_qtbot": "PASSED",
    "test_quiet": "PASSED",
}


@pytest.fixture(scope="module")
def outcomes(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The worst outcome of each noisy test, run under the project's own conftest and settings."""
    root = tmp_path_factory.mktemp("noisy")
    (root / "tests").mkdir()
    shutil.copy(repository / "tests" / "conftest.py", root / "tests")
    shutil.copy(repository / "pyproject.toml", root)
    (root / "tests" / "test_noisy.py").write_text(NOISY, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", "--color=no"]
    output = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False).stdout
    found: dict[str, str] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) tests/test_noisy\.py::(\w+)", output, re.MULTILINE):
        found[name] = max(found.get(name, outcome), outcome, key=["PASSED", "FAILED", "ERROR"].index)
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_guard(outcomes: dict[str, str], name: str) -> None:
    assert outcomes.get(name) == EXPECTED[name]
