"""Each contract of pyproject.toml is broken on purpose: a contract that cannot fail says nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

# contract, module that gets the offending line, the line, what the report must name
OFFENCES = [
    ("layers", "core/model/span.py", "import cppcc_reader.services.presegmentation", "cppcc_reader.core.model.span"),
    ("layers", "storage/schema.py", "import cppcc_reader.formats.page_record", "cppcc_reader.storage.schema"),
    ("layers", "formats/page_record.py", "import cppcc_reader.storage.schema", "cppcc_reader.formats.page_record"),
    ("layers", "services/effort.py", "import cppcc_reader.views.theme", "cppcc_reader.services.effort"),
    ("layers", "views/theme.py", "import cppcc_reader.cli.main", "cppcc_reader.views.theme"),
    ("layers", "stray.py", "", "cppcc_reader.stray"),
    ("qt-only-in-views", "services/effort.py", "from PySide6.QtCore import QObject", "PySide6"),
    ("qt-only-in-views", "core/model/span.py", "import pyqtgraph", "pyqtgraph"),
    ("command-line-names-no-qt", "cli/main.py", "def f():\n    import PySide6.QtWidgets", "PySide6"),
    ("command-line-names-no-qt", "cli/main.py", "import cppcc_reader.views.theme", "cppcc_reader.views"),
    ("core-is-pure", "core/segmentation/splitter.py", "from pathlib import Path", "pathlib"),
    ("core-is-pure", "core/model/page.py", "def f():\n    import random", "random"),
    ("core-is-pure", "core/editing/command.py", "from time import time", "time"),
    ("one-door-to-sqlite", "services/search.py", "import sqlite3", "sqlite3"),
    ("one-door-to-sqlite", "formats/page_record.py", "from sqlite_utils import Database", "sqlite_utils"),
    ("engines-are-independent", "core/tagging/tagger.py", "import cppcc_reader.core.segmentation.splitter", "tagger"),
    ("engines-are-independent", "core/editing/command.py", "import cppcc_reader.core.evaluation", "core.evaluation"),
    ("panels-are-strangers", "views/inspector.py", "import cppcc_reader.views.source_view", "views.inspector"),
    ("model-stands-alone", "core/model/span.py", "import cppcc_reader.core.editing.command", "core.editing"),
]


def _contracts(repository: Path) -> list[dict[str, Any]]:
    linter: dict[str, Any] = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    contracts: list[dict[str, Any]] = linter["contracts"]
    return contracts


@pytest.fixture(scope="module")
def copy_of_sources(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package's Python files and the contracts, in a folder that may be spoilt."""
    root = tmp_path_factory.mktemp("sources")
    shutil.copytree(
        repository / "cppcc_reader",
        root / "cppcc_reader",
        ignore=lambda _, names: [name for name in names if "." in name and not name.endswith(".py")],
    )
    shutil.copy(repository / "pyproject.toml", root)
    return root


def _lint(root: Path, contract: str | None = None) -> subprocess.CompletedProcess[str]:
    program = (
        "import sys; from importlinter.cli import lint_imports;"
        "sys.exit(lint_imports(no_cache=True, limit_to_contracts=tuple(sys.argv[1:])))"
    )
    command = [sys.executable, "-c", program, *([contract] if contract else [])]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_the_code_keeps_every_contract(copy_of_sources: Path) -> None:
    result = _lint(copy_of_sources)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("contract", "module", "line", "named"), OFFENCES)
def test_contract_can_be_broken(copy_of_sources: Path, contract: str, module: str, line: str, named: str) -> None:
    file = copy_of_sources / "cppcc_reader" / module
    before = file.read_text("utf-8") if file.exists() else None
    file.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    try:
        result = _lint(copy_of_sources, contract)
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_text(before, encoding="utf-8")
    assert result.returncode == 1, f"{contract} let “{line}” pass in {module}"
    assert named in result.stdout


def test_every_contract_is_broken_somewhere(repository: Path) -> None:
    assert {contract["id"] for contract in _contracts(repository)} == {offence[0] for offence in OFFENCES}


def test_layers_are_exhaustive(repository: Path) -> None:
    layers = next(contract for contract in _contracts(repository) if contract["id"] == "layers")
    assert layers["exhaustive"] is True
