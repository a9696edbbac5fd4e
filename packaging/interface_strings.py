"""Finds every string of the interface that wants a translation, and Chinese words that would never get one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cppcc_reader.core.model.role import ROLE_NAMES_ZH
from cppcc_reader.formats.exporters import EXPORTERS
from cppcc_reader.views.action_help import HELP
from cppcc_reader.views.action_spec import CONTEXT, Menu
from cppcc_reader.views.actions import ALL_ACTIONS
from cppcc_reader.views.inspector_rows import _ALTERNATIVES
from cppcc_reader.views.notes_panel import NOTE_NAMES

_PLACES = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Which argument of a call is the string."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One string to translate."""

    context: str
    text: str
    plural: bool = False


def strings_of_views(package: Path) -> set[Source]:
    """Return the strings that the views pass to Qt, and the tables that they translate word by word."""
    found = {source for path in _files(package) for source in _Collector(path).sources()}
    return found | set(_tables(package))


def untranslatable(package: Path) -> list[str]:
    """Return ``file:line word`` for each Chinese literal of the views that reaches no translation."""
    known = {source.text for source in strings_of_views(package)}
    lost = []
    for path in _files(package):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        skipped = _docstrings(tree)
        for node in ast.walk(tree):
            shown = isinstance(node, ast.Constant) and is_chinese(node.value) and id(node) not in skipped
            if shown and node.value not in known:
                lost.append(f"{path.name}:{node.lineno} {node.value!r}")
    return lost


def is_chinese(value: object) -> bool:
    """Tell whether a constant is a string with Chinese characters."""
    return isinstance(value, str) and any("\u4e00" <= char <= "\u9fff" for char in value)


def _files(package: Path) -> list[Path]:
    return sorted([*(package / "views").rglob("*.py"), *package.glob("app.py")])


class _Collector(ast.NodeVisitor):
    """Walks one file; ``self.tr`` belongs to the class around it, ``translate`` names its context."""

    def __init__(self, path: Path) -> None:
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._class = ""
        self._found: list[Source] = []
        self._constants = {
            target.id: node.value.value
            for node in self._tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }

    def sources(self) -> list[Source]:
        """Return the strings of the file."""
        self.visit(self._tree)
        return self._found

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        outer, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = outer

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        place = _PLACES.get(name)
        if place is not None and len(node.args) > place:
            context = self._class if place == 0 else self._constant(node.args[0])
            for text in _literals(node.args[place]):
                self._found.append(Source(context, text, "%n" in text))
        self.generic_visit(node)

    def _constant(self, node: ast.expr) -> str:
        if isinstance(node, ast.Constant):
            return str(node.value)
        return str(self._constants.get(node.id, "")) if isinstance(node, ast.Name) else ""


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _docstrings(tree: ast.AST) -> set[int]:
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def _tables(package: Path) -> Iterator[Source]:
    """Yield the words that stand in tables, here or on lower floors, and are translated one by one."""
    words = [spec.text for spec in ALL_ACTIONS] + [menu.value for menu in Menu]
    yield from (Source(CONTEXT, text) for text in [*words, *HELP.values(), *ROLE_NAMES_ZH.values()])
    yield from (Source("Command", name) for name in command_names(package) | _step_names(package))
    yield from (Source("Format", exporter.name_zh) for exporter in EXPORTERS.values())
    yield from (Source("Inspector", text) for text in _ALTERNATIVES.values())
    yield from (Source("Notes", text) for text in NOTE_NAMES.values())


def command_names(package: Path) -> set[str]:
    """Return the names of undo steps: what the commands of core call themselves."""
    found: set[str] = set()
    for path in (package / "core" / "editing").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        skipped = _docstrings(tree)
        messages = _messages(tree)
        constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in skipped]
        found |= {node.value for node in constants if is_chinese(node.value) and node.value not in messages}
    return found


def _step_names(package: Path) -> set[str]:
    """Return the names that views and services give to bulk steps: module constants called STEP, _STEP or _NAME."""
    files = [*_files(package), *sorted((package / "services").rglob("*.py"))]
    return {
        node.value.value
        for path in files
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and is_chinese(node.value.value)
        if isinstance(node.targets[0], ast.Name) and node.targets[0].id.endswith(("_NAME", "STEP"))
    }


def _messages(tree: ast.AST) -> set[object]:
    """Return the words of errors, which stay as they are: they carry the data that they speak of."""
    return {
        part.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise | ast.JoinedStr)
        for part in ast.walk(node)
        if isinstance(part, ast.Constant)
    }
