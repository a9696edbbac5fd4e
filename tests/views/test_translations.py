"""English is whole, nothing in it is stale, and the language changes while the program runs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import ROLE_NAMES_ZH, Role
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.resource_paths import resource
from cppcc_reader.views import term_names
from cppcc_reader.views.translations import Language, Translations

TS = "cppcc_reader_en.ts"


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    translations = Translations(qapp)
    yield translations
    translations.use(Language.CHINESE)


def _entries() -> list[tuple[str, str, str | None, list[str]]]:
    """(context, source, type, translated forms) of each entry."""
    root = ElementTree.parse(resource("translations", TS)).getroot()
    found = []
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            source = message.findtext("source", "")
            found.append((context.findtext("name", ""), source, translation.get("type"), forms))
    return found


def _strings_of_views(repository: Path) -> set[str]:
    package = repository / "cppcc_reader"
    files = [*(package / "views").rglob("*.py"), *package.glob("app.py")]
    return {text for path in files for text in _translated(ast.parse(path.read_text(encoding="utf-8")))}


def _translated(tree: ast.AST) -> Iterator[str]:
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
        if place is not None and len(call.args) > place:
            text = call.args[place]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield text.value


def test_no_entry_is_empty_or_unfinished() -> None:
    missing = [(context, source) for context, source, kind, forms in _entries() if kind or not all(forms)]
    assert not missing, "run packaging/update_translations.py and translate what it names"


def test_every_string_of_the_views_has_an_entry_and_none_is_stale(repository: Path) -> None:
    assert {source for _, source, _, _ in _entries()} == _strings_of_views(repository)


def test_placeholders_survive_translation() -> None:
    marks = ("%1", "%2", "%n", "{", "}")
    for _, source, _, forms in _entries():
        for form in forms:
            lost = [m for m in marks if source.count(m) != form.count(m) and not (m == "%n" and form == forms[0])]
            assert not lost, (source, form)


def test_the_compiled_file_holds_what_the_source_says() -> None:
    translator = QTranslator()
    assert translator.load(str(resource("translations", "cppcc_reader_en.qm")))
    for context, source, _, forms in _entries():
        if len(forms) == 1:
            assert translator.translate(context, source) == forms[0], "compile: packaging/update_translations.py"


def test_language_changes_at_run_time_both_ways(translations: Translations) -> None:
    translations.use(Language.ENGLISH)
    assert term_names.role_name(Role.HEADLINE) == "Headline"
    assert term_names.label_name(DEFAULT_TAG_SET.labels[0]) == "Person"
    translations.use(Language.CHINESE)
    assert term_names.role_name(Role.HEADLINE) == "主题"
    assert term_names.label_name(DEFAULT_TAG_SET.labels[0]) == "人名"


def test_words_of_qt_are_chinese(translations: Translations) -> None:
    translations.use(Language.CHINESE)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_roles_and_states_are_marked_for_translation() -> None:
    assert set(term_names.ROLE_NAMES) == set(ROLE_NAMES_ZH.values())
    assert all(term_names.state_name(state) for state in PageState)


def test_command_names_of_core_are_marked_for_translation(repository: Path) -> None:
    assert set(_command_names(repository / "cppcc_reader" / "core" / "editing")) <= set(term_names.COMMAND_NAMES)


def _command_names(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == "name":
                yield from (
                    part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and _is_chinese(part.value)
                )


def _is_chinese(value: object) -> bool:
    return isinstance(value, str) and any("\u4e00" <= char <= "\u9fff" for char in value) and len(value) < 12
