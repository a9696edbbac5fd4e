"""Names of the house's terms (commands, roles, states) in the language of the interface.

The lower floors name them in Chinese and know no Qt; the marks below let the translation tool find these words.
A test keeps the marks equal to what the lower floors say. The names of commands are found by the tool itself.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import ROLE_NAMES_ZH, Role
from cppcc_reader.core.model.tag_set import Label

ROLE_NAMES = (
    QT_TRANSLATE_NOOP("Role", "栏目"),
    QT_TRANSLATE_NOOP("Role", "引题"),
    QT_TRANSLATE_NOOP("Role", "主题"),
    QT_TRANSLATE_NOOP("Role", "副题"),
    QT_TRANSLATE_NOOP("Role", "署名"),
    QT_TRANSLATE_NOOP("Role", "讯头"),
    QT_TRANSLATE_NOOP("Role", "导语"),
    QT_TRANSLATE_NOOP("Role", "正文"),
    QT_TRANSLATE_NOOP("Role", "小标题"),
    QT_TRANSLATE_NOOP("Role", "图片说明"),
    QT_TRANSLATE_NOOP("Role", "摄影署名"),
    QT_TRANSLATE_NOOP("Role", "转接提示"),
    QT_TRANSLATE_NOOP("Role", "其他"),
)

_STATE_NAMES: dict[PageState, str] = {
    PageState.NEW: str(QT_TRANSLATE_NOOP("State", "未处理")),
    PageState.IN_PROGRESS: str(QT_TRANSLATE_NOOP("State", "进行中")),
    PageState.FINISHED: str(QT_TRANSLATE_NOOP("State", "已完成")),
    PageState.GOLD: str(QT_TRANSLATE_NOOP("State", "金标准")),
    PageState.SET_ASIDE: str(QT_TRANSLATE_NOOP("State", "搁置")),
}
assert set(_STATE_NAMES) == set(PageState)


def command_name(name: str) -> str:
    """Return the name of a command or undo step, given as core names it."""
    return QCoreApplication.translate("Command", name)


def role_name(role: Role) -> str:
    """Return the name of a role."""
    return QCoreApplication.translate("Role", ROLE_NAMES_ZH[role])


def state_name(state: PageState) -> str:
    """Return the name of a page's state."""
    return QCoreApplication.translate("State", _STATE_NAMES[state])


def format_name(name_zh: str) -> str:
    """Return the name of a file format, given as the table of formats names it."""
    return QCoreApplication.translate("Format", name_zh)


def label_name(label: Label) -> str:
    """Return the name of a label: labels are data and carry both names."""
    english = QCoreApplication.translate("Language", "zh") == "en"
    return (label.name_en if english else label.name_zh) or label.id
