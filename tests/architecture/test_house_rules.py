"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
# Places that exist on one machine only; spelt in two halves so that this file does not offend itself.
MACHINE_PLACES = re.compile(
    "|".join(["/wor" + "k/", "/roo" + "t/", "file:/" + "//", "pypi" + r"\.org", "python" + "hosted"])
)
TEXT_SUFFIXES = {".py", ".md", ".toml", ".txt", ".json", ".jsonl", ".yml", ".ts", ".html", ".css", ""}


@pytest.fixture(scope="module")
def tracked(repository: Path) -> list[Path]:
    if not (repository / ".git").exists():
        pytest.skip("no Git checkout")
    # A checkout that belongs to another user is still ours to read.
    command = ["git", "-c", f"safe.directory={repository}", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=repository, capture_output=True, check=True).stdout.decode("utf-8")
    files = [repository / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file()]


@pytest.fixture(scope="module")
def sources(repository: Path) -> list[Path]:
    return sorted((repository / "cppcc_reader").rglob("*.py"))


def test_package_init_holds_one_docstring_and_nothing_else(sources: list[Path], repository: Path) -> None:
    folders = {file.parent for file in sources}
    for folder in folders:
        body = ast.parse((folder / "__init__.py").read_text("utf-8")).body
        assert len(body) == 1, f"{folder.relative_to(repository)}/__init__.py holds more than its docstring"
        assert isinstance(body[0], ast.Expr)
        assert isinstance(body[0].value, ast.Constant)
        assert isinstance(body[0].value.value, str)


def test_the_packaging_folder_never_becomes_a_package(repository: Path) -> None:
    """It would hide the library of that name from everything run in this folder."""
    assert not (repository / "packaging" / "__init__.py").exists()


def test_no_file_is_too_long(sources: list[Path], repository: Path) -> None:
    files = [*sources, *(repository / "tests").rglob("*.py"), *(repository / "packaging").rglob("*.py")]
    lengths = {str(file.relative_to(repository)): file.read_text("utf-8").count("\n") for file in files}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long(sources: list[Path], repository: Path) -> None:
    found = {
        f"{file.relative_to(repository)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for file in sources
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None
    }
    assert {name: length for name, length in found.items() if length > LONGEST_FUNCTION} == {}


def test_core_opens_no_file(repository: Path) -> None:
    """The import contract cannot see the built-in that needs no import."""
    for file in (repository / "cppcc_reader" / "core").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"open", "print", "input"}, f"{file.name}:{node.lineno}"


def test_nothing_tracked_names_a_machine_or_a_package_index(tracked: list[Path], repository: Path) -> None:
    offenders = {
        str(file.relative_to(repository)): match.group()
        for file in tracked
        if file.suffix in TEXT_SUFFIXES
        if (match := MACHINE_PLACES.search(file.read_bytes().decode("utf-8", "replace")))
    }
    assert offenders == {}


def test_constraints_are_pins_without_addresses(repository: Path) -> None:
    for line in (repository / "packaging" / "constraints.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line), line
