"""Drafts that a killed process has left beside what it was about to write."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_ABANDONED_S = 24 * 3600
"""A draft that nobody has touched for so long is nobody's, whatever process bears its number now."""


def draft_name(target: Path) -> str:
    """Return how the name of a draft of ``target`` begins: hidden, and with the number of this process."""
    return f".{target.name}.{os.getpid()}."


def abandoned_drafts(target: Path, ends: tuple[str, ...]) -> Iterator[Path]:
    """Yield the drafts of ``target`` whose process is gone; nothing but what this program names so.

    Args:
        ends: what the names of drafts end with.
    """
    endings = "|".join(map(re.escape, ends))
    # The number of the process (earlier versions left it out), then what tempfile makes unique.
    pattern = re.compile(rf"\.{re.escape(target.name)}\.(?:(\d+)\.)?(?:[a-z0-9_]{{8}})?(?:{endings})")
    try:
        names = sorted(os.listdir(target.parent))
    except OSError:
        return
    for name in names:
        found = pattern.fullmatch(name)
        if found is not None and _is_abandoned(target.parent / name, found[1]):
            yield target.parent / name


def _is_abandoned(path: Path, process: str | None) -> bool:
    try:
        untouched = time.time() - path.stat().st_mtime
    except OSError:
        return False
    return untouched > _ABANDONED_S or (process is not None and not _is_running(int(process)))


def _is_running(process: int) -> bool:
    if sys.platform == "win32":
        return True  # os.kill would end it; the age of the draft decides
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
