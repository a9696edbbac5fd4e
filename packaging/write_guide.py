"""Write the chapters of the guide that are made from tables: commands with their keys, roles and labels.

Run it after changing an action, a role's guideline or the default labels; a test compares the result with the files.
"""

from __future__ import annotations

import argparse
import os
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from cppcc_reader.core.model.role import ROLE_NAMES_ZH, Role
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.resource_paths import resource
from cppcc_reader.views.action_spec import ActionSpec, Menu, translated
from cppcc_reader.views.actions import ALL_ACTIONS, ROLE_KEYS
from cppcc_reader.views.key_names import shown_key
from cppcc_reader.views.translations import Language, Translations

ENGLISH_ROLES = {spec.id.removeprefix("role-"): spec.english for spec in ALL_ACTIONS if spec.id.startswith("role-")}
GUIDE = {Language.CHINESE: resource("guide", "zh"), Language.ENGLISH: resource("guide", "en")}


ENGLISH_GUIDELINES = {
    "PER": "The name of a person itself, without title or form of address.",
    "LOC": "Provinces to villages, mountains and waters, parks, roads; a chain of administrative names is one mention; "
    "a place inside the name of a body belongs to the body.",
    "ORG": "The full or short name of a body with the place that belongs to it; not 本报, not bodies in general.",
    "TITLE": "A position that stands with a certain person or means one, without a body that can be taken off.",
    "TIME": "Dates and definite periods (8月17日, 2022年, 十四五); not 近日, 日前, 全年.",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a chapter is out of date")
    check = parser.parse_args().check
    translations = Translations(QApplication(sys.argv[:1]))
    stale = [path for path, text in chapters(translations) if not path.exists() or path.read_text("utf-8") != text]
    for path, text in [] if check else chapters(translations):
        path.write_text(text, encoding="utf-8")
    print(*stale, sep="\n")
    return 1 if check and stale else 0


def chapters(translations: Translations) -> Iterator[tuple[Path, str]]:
    """Yield the path and the text of every chapter made here."""
    for language, folder in GUIDE.items():
        translations.use(language)
        yield folder / "2-commands.md", "\n".join(commands(language)) + "\n"
        yield folder / "4-roles-and-labels.md", "\n".join(roles(language)) + "\n"


def commands(language: Language) -> Iterator[str]:
    """Yield the lines of the chapter on commands, by menu."""
    chinese = language is Language.CHINESE
    yield "# 全部命令" if chinese else "# All commands"
    yield ""
    if chinese:
        yield "单个的键在原文和文章里起作用，组合键在整个窗口里起作用。按 **?** 随时看按键图；按键可以在设置里改。"
    else:
        yield "Single keys work in the source and the articles, combinations in the whole window. **?** shows all keys;"
        yield "they can be changed in the settings."
    for menu in Menu:
        specs = [spec for spec in ALL_ACTIONS if spec.menu is menu]
        if specs:
            yield from ("", f"## {menu.value if chinese else translated(menu.value)}", "")
            yield "| 命令 | 键 | 作用 |" if chinese else "| Command | Key | What it does |"
            yield "| --- | --- | --- |"
            yield from (_command_row(spec, chinese) for spec in specs)


def _command_row(spec: ActionSpec, chinese: bool) -> str:
    keys = [shown_key(key, platform="linux") for key in (spec.key, spec.shortcut) if key]
    key = "、".join(f"**{one}**" for one in keys) if chinese else ", ".join(f"**{one}**" for one in keys)
    meaning = spec.help and (spec.help if chinese else translated(spec.help))
    return f"| {spec.text if chinese else spec.english} | {key} | {meaning} |"


def roles(language: Language) -> Iterator[str]:
    """Yield the lines of the chapter on roles and labels."""
    chinese = language is Language.CHINESE
    rules = tomllib.loads(resource("guidelines", "roles.toml").read_text("utf-8"))["roles"]
    suffix = "zh" if chinese else "en"
    yield "# 角色与标签" if chinese else "# Roles and labels"
    yield from ("", "## 角色" if chinese else "## Roles", "")
    yield "| 角色 | 键 | 是什么 | 例子 |" if chinese else "| Role | Key | What it is | Example |"
    yield "| --- | --- | --- | --- |"
    for role in Role:
        rule = rules[role.value]
        name = ROLE_NAMES_ZH[role] if chinese else ENGLISH_ROLES[role.value]
        yield f"| {name} | **{ROLE_KEYS[role]}** | {rule[f'{suffix}']} | {rule[f'example_{suffix}']} |"
    yield from ("", "## 标签" if chinese else "## Labels", "")
    yield "| 标签 | 键 | 标什么 |" if chinese else "| Label | Key | What it covers |"
    yield "| --- | --- | --- |"
    for label in DEFAULT_TAG_SET.labels:
        name, rule = (label.name_zh, label.guideline) if chinese else (label.name_en, ENGLISH_GUIDELINES[label.id])
        yield f"| {name} {label.id} | **{label.key}** | {rule} |"
    yield ""
    if chinese:
        yield "标签、颜色、按键和规范可以在“工具 → 标签集”里修改，导入和导出为 TOML。"
    else:
        yield "Labels, colours, keys and guidelines can be changed under Tools → Label set, and exchanged as TOML."


if __name__ == "__main__":
    sys.exit(main())
