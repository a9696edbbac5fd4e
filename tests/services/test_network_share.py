"""Network shares are told from local disks by the system's list of mounts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cppcc_reader.services import network_share, project
from cppcc_reader.services.network_share import file_system_of, is_on_network
from cppcc_reader.services.project import open_library

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/share rw - cifs //server/share rw
31 22 0:41 / /mnt/my\040share rw - nfs4 server:/x rw
32 22 0:42 / /mnt/share/local rw - tmpfs tmpfs rw
33 22 0:43 / /mnt/home rw - fuse.sshfs me@server: rw
34 22 0:44 / /mnt/home rw - ext4 /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/库.cppcc", "ext4"),
        ("/mnt/share/库.cppcc", "cifs"),
        ("/mnt/shared/库.cppcc", "ext4"),
        ("/mnt/my share/年/库.cppcc", "nfs4"),
        ("/mnt/share/local/库.cppcc", "tmpfs"),
        ("/mnt/home/库.cppcc", "ext4"),
    ],
)
def test_the_innermost_and_latest_mount_counts(path: str, kind: str) -> None:
    assert file_system_of(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("kind", "expected"), [("cifs", True), ("nfs4", True), ("fuse.sshfs", True), ("ext4", False), ("fuseblk", False)]
)
def test_network_file_systems_are_known(
    kind: str, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"22 1 8:1 / / rw - {kind} x rw\n", "utf-8")
    monkeypatch.setattr(network_share, "_MOUNTS", mounts)
    assert is_on_network(tmp_path / "库.cppcc") is expected


def test_a_system_that_does_not_say_raises_no_alarm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_share, "_MOUNTS", tmp_path / "none")
    assert not is_on_network(tmp_path / "库.cppcc")


def test_a_library_on_a_share_opens_with_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project, "is_on_network", lambda _path: True)
    opened = open_library(tmp_path / "库.cppcc", datetime(2026, 1, 2, tzinfo=UTC))
    opened.library.close()
    assert "网络文件夹" in opened.notice
