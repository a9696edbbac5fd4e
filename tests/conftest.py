"""What every test shares: where things lie, and guards that turn noise into failures.

A test that leaves a warning, a stray log record, a Qt message, a thread or a window behind has failed, even
when its assertions hold. A test that provokes a record on purpose says so with the ``allow_logs`` fixture.
Warnings and Qt messages are guarded by ``filterwarnings`` and ``qt_log_level_fail`` in pyproject.toml.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything imports Qt: tests need no screen unless they ask for one (tests/e2e starts its own).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parent.parent
THREAD_PATIENCE_S = 3.0

# A slow machine is no failure, and a failure must come back when the test is run again.
settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def repository() -> Path:
    """Root of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def samples_dir() -> Path:
    """Folder of the invented sample pages that ship with the program (text files only)."""
    return REPOSITORY / "resources" / "samples" / "pages"


@pytest.fixture(scope="session")
def samples_gold() -> Path:
    """Page records of two sample pages, marked by hand with articles and entities."""
    return REPOSITORY / "resources" / "samples" / "gold.pages.jsonl"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The project's shared material beside the checkout, which is no part of it."""
    return _present(REPOSITORY.parent / "shared")


@pytest.fixture(scope="session")
def shared_pages(shared_dir: Path) -> list[Path]:
    """The real pages, in order of their names."""
    return sorted(_present(shared_dir / "pages").glob("*.txt"))


@pytest.fixture(scope="session")
def shared_gold(shared_dir: Path) -> Path:
    """The page-record file with the real pages marked by careful readers."""
    return _present(shared_dir / "gold" / "three-pages.pages.jsonl")


def _present(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"{path.name} is not beside the checkout (it holds real newspaper text and does not ship)")
    return path


class _Records(logging.Handler):
    """Keeps what a user's log would show, unless the test expected it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.allowed: list[re.Pattern[str]] = []
        self.stray: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = f"{record.name} {record.levelname}: {record.getMessage()}"
        # Qt messages are pytest-qt's concern: it fails the test with the place they came from.
        if not record.name.startswith(("Qt", "qt")) and not any(one.search(message) for one in self.allowed):
            self.stray.append(message)


@pytest.fixture(autouse=True)
def _log_guard() -> Iterator[_Records]:
    records = _Records()
    logging.getLogger().addHandler(records)
    yield records
    logging.getLogger().removeHandler(records)
    if records.stray:
        pytest.fail("unexpected log records:\n" + "\n".join(records.stray), pytrace=False)


@pytest.fixture
def allow_logs(_log_guard: _Records) -> Callable[[str], None]:
    """Say with a regular expression which log records (logger, level: message) this test provokes on purpose."""

    def allow(pattern: str) -> None:
        _log_guard.allowed.append(re.compile(pattern))

    return allow


@pytest.fixture(autouse=True)
def _thread_guard() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    patience = time.monotonic() + THREAD_PATIENCE_S
    while (left := _new_threads(before)) and time.monotonic() < patience:
        left[0].join(0.05)
    if left:
        pytest.fail(f"threads left running: {[thread.name for thread in left]}", pytrace=False)


def _new_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    # A dummy stands for a thread that Qt started; Python never learns that it has ended.
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]


@pytest.fixture(autouse=True)
def _window_guard() -> Iterator[None]:
    before = _visible_windows()
    yield
    left = {key: title for key, title in _visible_windows().items() if key not in before}
    if left:
        pytest.fail(f"windows left open: {sorted(left.values())}", pytrace=False)


def _visible_windows() -> dict[int, str]:
    """Return the windows on screen without ever being the one who imports Qt."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return {}
    return {
        id(window): f"{type(window).__name__} “{window.windowTitle()}”"
        for window in widgets.QApplication.topLevelWidgets()
        if window.isVisible()
    }
