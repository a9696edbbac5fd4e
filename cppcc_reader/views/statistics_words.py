"""What the charts are called, and their axes, series and bars, in the language of the interface."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.views.term_names import command_name, label_name, role_name, state_name


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The question, what to read from the picture, and the names of the axes."""

    question: str
    hint: str
    x: str
    y: str


def chart_words() -> dict[str, ChartWords]:
    """Return the words of every chart by its id."""
    rows = {**_work_words(), **_splitter_words(), **_contents_words()}
    return {chart_id: ChartWords(*words) for chart_id, words in rows.items()}


_Rows = dict[str, tuple[str, str, str, str]]
"""Chart id -> question, hint, x axis, y axis."""


def _work_words() -> _Rows:
    translate = QCoreApplication.translate
    day, pages = translate("Statistics", "日期"), translate("Statistics", "版面数")
    return {
        "progress": (
            translate("Statistics", "做到哪里了"),
            translate("Statistics", "到每一天为止，已导入、动过手、已完成的版面。"),
            day,
            pages,
        ),
        "states": (
            translate("Statistics", "现在各是什么状态"),
            translate("Statistics", "每种状态的版面数。"),
            translate("Statistics", "状态"),
            pages,
        ),
        "speed": (
            translate("Statistics", "做得多快"),
            translate("Statistics", "每小时完成的版面；停手五分钟以上不算在内。"),
            day,
            translate("Statistics", "版面数／小时"),
        ),
        "actions": (
            translate("Statistics", "一个版面要几步"),
            translate("Statistics", "每天完成的版面所用步数的中位数。"),
            day,
            translate("Statistics", "步数"),
        ),
    }


def _splitter_words() -> _Rows:
    translate = QCoreApplication.translate
    times = translate("Statistics", "次数")
    return {
        "corrections": (
            translate("Statistics", "自动切分要改什么"),
            translate("Statistics", "人做的每种修改，越来越少就是越切越准。"),
            translate("Statistics", "日期"),
            times,
        ),
        "role_changes": (
            translate("Statistics", "哪些角色认错了"),
            translate("Statistics", "被人改掉的角色，按改之前的角色计。"),
            translate("Statistics", "角色"),
            times,
        ),
        "doubts": (
            translate("Statistics", "麻烦在哪里"),
            translate("Statistics", "每版平均的疑点，按报纸和月份。"),
            translate("Statistics", "月份"),
            translate("Statistics", "疑点数／版"),
        ),
    }


def _contents_words() -> _Rows:
    translate = QCoreApplication.translate
    name, pages = translate("Statistics", "名称"), translate("Statistics", "版面数")
    mentions = translate("Statistics", "处数")
    return {
        "articles_per_page": (
            translate("Statistics", "一版有几篇"),
            translate("Statistics", "有这么多篇文章的版面。"),
            translate("Statistics", "文章数"),
            pages,
        ),
        "lengths": (
            translate("Statistics", "文章有多长"),
            translate("Statistics", "含这种长度文章的版面。"),
            translate("Statistics", "字数"),
            pages,
        ),
        **_frequency_words(name, mentions),
    }


def _frequency_words(name: str, mentions: str) -> _Rows:
    translate = QCoreApplication.translate
    return {
        "roles": (
            translate("Statistics", "各种角色有多少"),
            translate("Statistics", "全库每种角色的段数。"),
            translate("Statistics", "角色"),
            translate("Statistics", "段数"),
        ),
        "labels": (
            translate("Statistics", "各类实体有多少"),
            translate("Statistics", "全库每类实体的处数，建议也算在内。"),
            translate("Statistics", "标签"),
            mentions,
        ),
        "names": (
            translate("Statistics", "谁、哪里、什么机构最常见"),
            translate("Statistics", "出现最多的名称；有规范名的并在一起。"),
            name,
            mentions,
        ),
        "together": (
            translate("Statistics", "谁和谁一起出现"),
            translate("Statistics", "同在一篇文章里的人名和机构。"),
            name,
            translate("Statistics", "文章数"),
        ),
    }


def series_name(chart_id: str, key: str) -> str:
    """Return what a series is called in the legend."""
    if chart_id == "progress":
        names = {
            "imported": QCoreApplication.translate("Statistics", "已导入"),
            "begun": QCoreApplication.translate("Statistics", "动过手"),
            "finished": QCoreApplication.translate("Statistics", "已完成"),
        }
        return names[key]
    if chart_id == "doubts":
        return key or QCoreApplication.translate("Statistics", "报纸未知")
    return command_name(key) if chart_id == "corrections" else key


def point_name(chart_id: str, x: str, tag_set: TagSet) -> str:
    """Return what a bar is called on the axis."""
    if chart_id in ("roles", "role_changes"):
        return role_name(Role(x))
    if chart_id == "states":
        return state_name(PageState(x))
    if chart_id == "labels":
        label = tag_set.label(x)
        return label_name(label) if label else x
    if chart_id == "names":
        name, _, label_id = x.rpartition(" ")
        label = tag_set.label(label_id)
        return f"{name}（{label_name(label) if label else label_id}）"
    return x or QCoreApplication.translate("Statistics", "未知")
