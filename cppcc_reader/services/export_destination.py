"""Where an export lands: written beside, then swapped in whole; other people's files are never touched."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cppcc_reader.services.export_options import ExportError
from cppcc_reader.storage.drafts import abandoned_drafts, draft_name

MANIFEST = "manifest.json"
CARD = "README.md"
CORRECTIONS = "corrections.jsonl"
DROPPED = "dropped.jsonl"
_DRAFT, _REPLACED, _SET = ".part", ".old", "set"
MANIFEST_FORMAT = "cppcc-reader/manifest"


@contextmanager
def staged(out_dir: Path, format_name: str) -> Iterator[Path]:
    """Give a folder to write in; put it in the place of ``out_dir`` if all goes well, else take it away.

    An earlier export of the same format is replaced; files of other formats' exports and whatever else lies
    beside an export stay. A folder that holds something else and no export is refused. What an export that was
    killed has left hidden beside the place is tidied up first.

    Raises:
        ExportError: if the place cannot be used.
    """
    try:
        _tidy_up(out_dir)
    except OSError as error:
        raise _unwritable(out_dir, error) from error
    _require_usable(out_dir)
    try:
        out_dir.parent.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=draft_name(out_dir), suffix=_DRAFT, dir=out_dir.parent))
    except OSError as error:
        raise _unwritable(out_dir, error) from error
    try:
        yield stage
        _swap(stage, out_dir, format_name)
    except OSError as error:
        raise _unwritable(out_dir, error) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _unwritable(out_dir: Path, error: OSError) -> ExportError:
    return ExportError(
        f"无法写入 {out_dir}：{error.strerror or error}。原有的文件没有改动，请换一个目录或腾出空间后再试。"
    )


def _require_usable(out_dir: Path) -> None:
    if not out_dir.exists():
        return
    if not out_dir.is_dir():
        raise ExportError(f"{out_dir} 是文件，不是目录，请换一个目录")
    if any(out_dir.iterdir()) and read_manifest(out_dir) is None:
        raise ExportError(f"目录 {out_dir} 里有别的文件，不是以前导出的数据集；为免覆盖，请换一个空目录")


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Return the manifest of an exported data set, or None if the folder holds none."""
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and data.get("format") == MANIFEST_FORMAT else None


def _swap(stage: Path, out_dir: Path, format_name: str) -> None:
    stage.chmod(0o755)  # mkdtemp makes folders for nobody else to read
    if not out_dir.exists():
        stage.rename(out_dir)
        return
    before = Path(tempfile.mkdtemp(prefix=draft_name(out_dir), suffix=_REPLACED, dir=out_dir.parent))
    out_dir.rename(before / _SET)
    try:
        stage.rename(out_dir)
    except OSError:
        (before / _SET).rename(out_dir)
        raise
    _carry_over(before / _SET, out_dir, format_name)
    shutil.rmtree(before, ignore_errors=True)


def _tidy_up(out_dir: Path) -> None:
    """Take away what killed exports to this place have left, and finish what they had begun to swap.

    The folder that was to be replaced may be the only one there is, or still hold what is to be carried over.
    """
    for left in abandoned_drafts(out_dir, (_DRAFT, _REPLACED)):
        replaced = left / _SET
        if left.suffix == _REPLACED and replaced.is_dir():
            if not out_dir.exists():
                replaced.rename(out_dir)
            else:
                _carry_over(replaced, out_dir, str((read_manifest(out_dir) or {}).get("export_format")))
        shutil.rmtree(left, ignore_errors=True)


def _carry_over(before: Path, out_dir: Path, format_name: str) -> None:
    """Move into the new folder what the replaced export did not write."""
    manifest = read_manifest(before) or {}
    old_format = manifest.get("export_format")
    if old_format == format_name:
        replaced = {MANIFEST, *(str(one["path"]) for one in manifest.get("files", ()))}
    else:
        replaced = set()
        if old_format:
            (before / MANIFEST).rename(before / f"manifest-{old_format}.json")
    for path in sorted(before.rglob("*")):
        name = path.relative_to(before).as_posix()
        place = out_dir / name
        if path.is_file() and name not in replaced and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            path.rename(place)


def files_in(folder: Path) -> list[dict[str, Any]]:
    """Return path, size and SHA-256 of every file of a data set, by path."""
    paths = sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.as_posix())
    return [
        {"path": path.relative_to(folder).as_posix(), "bytes": path.stat().st_size, "sha256": _digest(path)}
        for path in paths
    ]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
