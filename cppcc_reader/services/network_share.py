"""Is a library on a network share, where SQLite's locks cannot be relied on (https://www.sqlite.org/wal.html)."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_NETWORK = re.compile(r"nfs\d?|cifs|smb\w*|ncpfs|afs|ceph|glusterfs|lustre|9p|fuse\.(sshfs|rclone|s3fs|davfs\w*)|davfs")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_MOUNTS = Path("/proc/self/mountinfo")


def is_on_network(path: Path) -> bool:
    """Tell whether a file lies on a network share; False where the system does not say."""
    if sys.platform == "win32":
        return str(path.resolve()).startswith("\\\\")
    try:
        mounts = _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return False
    return _NETWORK.fullmatch(file_system_of(path.resolve(), mounts)) is not None


def file_system_of(path: Path, mounts: str) -> str:
    """Return the type of the file system that holds ``path``.

    Args:
        path: absolute.
        mounts: the text of ``/proc/self/mountinfo`` (proc(5)); blanks in it are written ``\\040``.
    """
    best, found = -1, ""
    for line in mounts.split("\n"):
        fields, _dash, kind = line.partition(" - ")
        if not kind:
            continue
        point = _ESCAPED.sub(lambda match: chr(int(match.group(1), 8)), fields.split(" ")[4])
        # Of two mounts on one place the later lies on top.
        if path.is_relative_to(point) and len(point) >= best:
            best, found = len(point), kind.split(" ")[0]
    return found
