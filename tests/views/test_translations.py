"""English is whole, nothing in it is stale, and the language changes while the program runs."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from cppcc_reader.core.editing.segment_commands import SetJoin
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import ROLE_NAMES_ZH, Role
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.resource_paths import resource
from cppcc_reader.views import term_names
from cppcc_reader.views.translations import Language, Translations

TS = "cppcc_reader_en.ts"
NOT_SHOWN = ("pinyin_initials.py", "article_typeset.py", "inspector_guidelines.py", "screenshots.py", "app.py")
"""Tables of characters, marks in data, and what goes to a terminal or into a file's name."""


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


@pytest.fixture(scope="module")
def interface_strings(repository: Path) -> Iterator[ModuleType]:
    """The tool that finds the strings; ``packaging/`` is no package (it would hide the library of that name)."""
    spec = importlib.util.spec_from_file_location("interface_strings", repository / "packaging/interface_strings.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["interface_strings"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["interface_strings"]


def test_no_entry_is_empty_or_unfinished() -> None:
    missing = [(context, source) for context, source, kind, forms in _entries() if kind or not all(forms)]
    assert not missing, "run packaging/update_translations.py and translate what it names"


def test_every_string_has_an_entry_and_none_is_stale(interface_strings: ModuleType, repository: Path) -> None:
    wanted = {(one.context, one.text) for one in interface_strings.strings_of_views(repository / "cppcc_reader")}
    assert {(context, source) for context, source, _, _ in _entries()} == wanted, "packaging/update_translations.py"


def test_no_chinese_word_of_the_views_escapes_translation(interface_strings: ModuleType, repository: Path) -> None:
    lost = interface_strings.untranslatable(repository / "cppcc_reader")
    assert [one for one in lost if not one.startswith(NOT_SHOWN)] == []


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


def test_names_of_steps_are_translated(translations: Translations) -> None:
    translations.use(Language.ENGLISH)
    assert term_names.command_name(SetJoin(start=0, join=True).name) == "Join"
