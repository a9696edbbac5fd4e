"""A tag set as a TOML file that people can read, edit and hand on."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from typing import Any

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.tag_set import Label, TagSet

FORMAT = "cppcc-reader/tag-set"
VERSION = 1

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,31}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class TagSetError(ValueError):
    """A tag set that cannot be taken as it is; the message is Chinese and names the place."""


def tag_set_to_toml(tag_set: TagSet) -> str:
    """Return the text of the file."""
    lines = [
        f"format = {_quoted(FORMAT)}",
        f"version = {VERSION}",
        f"guideline_version = {_quoted(tag_set.guideline_version)}",
        f"roles_shown = [{', '.join(_quoted(role.value) for role in tag_set.roles_shown)}]",
    ]
    for label in tag_set.labels:
        lines += [
            "",
            "[[labels]]",
            f"id = {_quoted(label.id)}",
            f"name_zh = {_quoted(label.name_zh)}",
            f"name_en = {_quoted(label.name_en)}",
            f"key = {_quoted(label.key)}",
            f"colour_light = {_quoted(label.colour_light)}",
            f"colour_dark = {_quoted(label.colour_dark)}",
            f"nested = {'true' if label.nested else 'false'}",
            f"guideline = {_quoted(label.guideline)}",
        ]
    return "\n".join(lines) + "\n"


def tag_set_from_toml(text: str) -> TagSet:
    """Read the text of a file.

    Raises:
        TagSetError: if it is no tag set, or one that breaks a rule of :func:`check_tag_set`.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TagSetError(f"不是正确的 TOML 文件：{error}") from error
    if data.get("format") != FORMAT:
        raise TagSetError(f"不是标签集文件：第一行应为 format = “{FORMAT}”")
    if data.get("version") != VERSION:
        raise TagSetError(f"标签集文件的版本是 {data.get('version')}，本程序只认识 {VERSION}：请升级程序")
    rows = data.get("labels", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise TagSetError("labels 应写成一个个 [[labels]]")
    tag_set = TagSet(
        labels=tuple(_label(row, place) for place, row in enumerate(rows, 1)),
        guideline_version=str(data.get("guideline_version", "1")),
        roles_shown=_roles(data.get("roles_shown", [role.value for role in Role])),
    )
    check_tag_set(tag_set)
    return tag_set


def check_tag_set(tag_set: TagSet) -> None:
    """Check what every tag set must keep to.

    Raises:
        TagSetError: naming the first problem.
    """
    for problem in tag_set_problems(tag_set):
        raise TagSetError(problem)


def tag_set_problems(tag_set: TagSet) -> list[str]:
    """Return, in words, what is wrong with a tag set; empty if nothing is."""
    problems = [] if tag_set.labels else ["标签集里至少要有一个标签"]
    for label in tag_set.labels:
        if not _ID.fullmatch(label.id):
            problems.append(f"标签代号“{label.id}”应以拉丁字母开头，只含字母、数字、- 和 _，不超过 32 个字")
        if not label.name_zh.strip():
            problems.append(f"标签 {label.id} 没有中文名")
        if len(label.key) > 1:
            problems.append(f"标签 {label.id} 的按键“{label.key}”应是一个键")
        problems += [
            f"标签 {label.id} 的颜色“{colour}”应写成 #rrggbb"
            for colour in (label.colour_light, label.colour_dark)
            if not _COLOUR.fullmatch(colour)
        ]
    problems += [f"标签代号重复：{one}" for one in _repeated(label.id for label in tag_set.labels)]
    problems += [f"按键“{one}”给了两个标签" for one in _repeated(label.key for label in tag_set.labels if label.key)]
    return problems


def contrast(colour: str, ground: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours (WCAG 2.2, 1 to 21)."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _label(row: dict[str, Any], place: int) -> Label:
    values: dict[str, str] = {}
    for name in ("id", "name_zh", "name_en", "key", "colour_light", "colour_dark", "guideline"):
        value = row.get(name, "")
        if not isinstance(value, str):
            raise TagSetError(f"第 {place} 个标签的 {name} 应是文字")
        values[name] = value
    unknown = sorted(set(row) - set(values) - {"nested"})
    if unknown:
        raise TagSetError(f"第 {place} 个标签里有不认识的项：{'、'.join(unknown)}")
    return Label(**values, nested=row.get("nested", False) is True)


def _roles(values: object) -> tuple[Role, ...]:
    try:
        return tuple(Role(value) for value in values) if isinstance(values, list) else tuple(Role)
    except ValueError as error:
        raise TagSetError(f"roles_shown 里有不认识的角色：{error}") from error


def _repeated(values: Any) -> list[str]:
    return sorted(value for value, count in Counter(values).items() if count > 1)


def _quoted(value: str) -> str:
    # A JSON string is a TOML basic string, but for U+007F, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
