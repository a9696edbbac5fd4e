"""The card of a data set (README.md): what the manifest says, for people, and the head that ``datasets`` reads."""

from __future__ import annotations

from collections.abc import Set

from cppcc_reader.core.model.role import ROLE_NAMES_ZH, Role
from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.formats.loss import LOSS_NAMES_ZH
from cppcc_reader.services.export_manifest import Manifest
from cppcc_reader.services.export_split import UNDIVIDED

_UNITS_ZH = {"article": "文章", "page": "版面"}


def card(manifest: Manifest, tag_set: TagSet, present: Set[str]) -> str:
    """Return the card as Markdown.

    Args:
        manifest: what was written.
        tag_set: names and guidelines of the labels.
        present: names of the data set's files; the head names the Parquet files among them.
    """
    exporter = manifest.options.exporter
    parts = [
        _head(manifest, present),
        f"# {manifest.library or '数据集'}：{exporter.name_zh}",
        f"由 {manifest.software or 'cppcc-reader'} 导出；一条记录是一个{_UNITS_ZH[manifest.options.chosen_unit]}，"
        f"位置以 {exporter.offsets} 计。重新导出：",
        f"```\n{manifest.command}\n```",
        "## 数量",
        _splits(manifest),
        "## 实体",
        _labels(manifest, tag_set),
        "## 段落角色",
        _roles(manifest),
        "## 来历",
        _origin(manifest),
        "## 未能写入的内容",
        _dropped(manifest),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(manifest: Manifest, present: Set[str]) -> str:
    files = {name: f"{name}.parquet" for name in manifest.splits}
    # An undivided set is for training; ``all`` is a word of its own to the library that reads this.
    found = [
        f"  - split: {'train' if name == UNDIVIDED else name}\n    path: {path}"
        for name, path in files.items()
        if path in present
    ]
    data_files = "configs:\n- config_name: default\n  data_files:\n" + "\n".join(found) + "\n" if found else ""
    if found and manifest.options.exporter.features:
        data_files += f"dataset_info:\n  features:\n{manifest.options.exporter.features}\n"
    tasks = "task_categories:\n- token-classification\n"
    return f"---\nlanguage:\n- zh\n{tasks}{data_files}---"


def _splits(manifest: Manifest) -> str:
    lines = ["| 划分 | 版面 | 记录 | 字 | 实体 |", "|---|---|---|---|---|"]
    lines += [
        f"| {name} | {one.pages} | {one.documents} | {one.characters} | {one.labels.total()} |"
        for name, one in manifest.splits.items()
    ]
    return "\n".join(lines)


def _labels(manifest: Manifest, tag_set: TagSet) -> str:
    counts = manifest.labels
    if not counts:
        return "没有实体。"
    lines = ["| 标签 | 名称 | 数量 | 标注规范 |", "|---|---|---|---|"]
    for label_id, count in sorted(counts.items()):
        label = tag_set.label(label_id)
        name, guideline = ("", "") if label is None else (label.name_zh, label.guideline)
        lines.append(f"| {label_id} | {name} | {count} | {_cell(guideline)} |")
    return "\n".join(lines)


def _roles(manifest: Manifest) -> str:
    counts = {role: sum(one.roles[role.value] for one in manifest.splits.values()) for role in Role}
    lines = ["| 角色 | 名称 | 段数 |", "|---|---|---|"]
    lines += [f"| {role.value} | {ROLE_NAMES_ZH[role]} | {count} |" for role, count in counts.items() if count]
    return "\n".join(lines)


def _origin(manifest: Manifest) -> str:
    lines = [
        f"- 标注规范版本：{manifest.guideline_version or '未注明'}",
        f"- 标注者：{'、'.join(sorted(manifest.annotators)) or '未注明'}",
        f"- 版面状态：{_counts(manifest.states)}",
        f"- 未导出的版面：{_counts(manifest.skipped) or '无'}",
    ]
    if manifest.agreement:
        lines.append("- 标注者间一致性：" + "，".join(f"{k} {v:.3f}" for k, v in sorted(manifest.agreement.items())))
    if manifest.corrections:
        lines.append(f"- 勘误（corrections.jsonl）：{_counts(manifest.corrections)}")
    return "\n".join(lines)


def _dropped(manifest: Manifest) -> str:
    if not manifest.dropped:
        return "没有：标注的内容全部在内。"
    lines = [f"- {LOSS_NAMES_ZH[kind]}：{count}" for kind, count in sorted(manifest.dropped.items())]
    return "\n".join([*lines, "", "逐条见 dropped.jsonl。"])


def _counts(counts: dict[str, int]) -> str:
    return "，".join(f"{name} {count}" for name, count in sorted(counts.items()))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
