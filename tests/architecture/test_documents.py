"""Documents are promises: what they name must exist."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cppcc_reader.cli.main import COMMANDS
from cppcc_reader.core.model.role import ROLE_NAMES_ZH

FENCE = re.compile(r"^```[^\n]*\n(.*?)^```|^ {7}(\S[^\n]*)|^ {4}(\S[^\n]*)", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


@pytest.fixture(scope="module")
def documents(repository: Path) -> list[Path]:
    return [
        repository / "README.md",
        *(repository / "cppcc_reader").glob("*.md"),
        *(repository / "resources").rglob("*.md"),
    ]


def _commands(document: Path) -> list[str]:
    """Return the lines of code blocks, with lines continued by a backslash put together."""
    blocks = ("".join(groups) for groups in FENCE.findall(document.read_text("utf-8")))
    return "\n".join(blocks).replace("\\\n", " ").split("\n")


def test_every_command_that_a_document_shows_exists(documents: list[Path]) -> None:
    shown = {
        (document.name, words[1])
        for document in documents
        for line in _commands(document)
        if (words := line.split()) and words[0] == "cppcc-reader" and len(words) > 1
    }
    named = {(name, word) for name, word in shown if re.fullmatch(r"[a-z-]+", word)}
    assert {(name, word) for name, word in named if word not in COMMANDS} == set()


def test_readme_shows_every_command(repository: Path) -> None:
    shown = {line.split()[1] for line in _commands(repository / "README.md") if line.startswith("cppcc-reader ")}
    assert set(COMMANDS) - shown == set()


def test_every_option_that_a_document_shows_exists(documents: list[Path]) -> None:
    helps: dict[str, str] = {}
    for document in documents:
        for line in _commands(document):
            words = line.split("#")[0].split()
            if len(words) > 1 and words[0] == "cppcc-reader" and words[1] in COMMANDS:
                asked = helps.setdefault(words[1], _help(words[1]))
                for option in re.findall(r"--[a-z][a-z-]*", " ".join(words[2:])):
                    assert option in asked, f"{document.name}: {line}"


def _help(*command: str) -> str:
    asked = [sys.executable, "-m", "cppcc_reader", *command, "--help"]
    text = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    # A command with commands of its own, such as train, has its options in their help.
    return text + "".join(_help(*command, name) for name in re.findall(r"^    ([a-z]+)\b", text, re.MULTILINE))


def test_scripts_that_readme_names_exist(repository: Path) -> None:
    readme = (repository / "README.md").read_text("utf-8")
    scripts = re.findall(r"packaging/[a-z_-]+(?:\.[a-z]+)?", readme)
    assert {"packaging/run", "packaging/test"} <= set(scripts)
    assert [script for script in scripts if not (repository / script).exists()] == []


def test_links_between_documents_lead_somewhere(documents: list[Path]) -> None:
    for document in documents:
        for target in LINK.findall(document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name} → {target}"


def test_both_languages_have_the_same_chapters(repository: Path) -> None:
    guide = repository / "resources" / "guide"
    chapters = {language: sorted(file.name for file in (guide / language).iterdir()) for language in ("zh", "en")}
    assert chapters["zh"] == chapters["en"]


def test_generated_chapters_are_up_to_date(repository: Path) -> None:
    command = [sys.executable, str(repository / "packaging" / "write_guide.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, f"run packaging/write_guide.py: {result.stdout}{result.stderr}"


def test_design_names_every_dependency_with_its_licence(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    design = (repository / "cppcc_reader" / "DESIGN.md").read_text("utf-8")
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(line for extra in extras.values() for line in extra)]
    names = {re.split(r"[<>=\[; ]", line)[0] for line in wanted} - {project["name"]}
    assert {name for name in names if not re.search(rf"\b{re.escape(name)}\b", design, re.IGNORECASE)} == set()


def test_glossary_knows_the_roles_and_design_the_contracts(repository: Path) -> None:
    chapter = (repository / "resources" / "guide" / "zh" / "4-roles-and-labels.md").read_text("utf-8")
    assert all(name in chapter for name in ROLE_NAMES_ZH.values())
