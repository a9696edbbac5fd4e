"""What an entry of the table of actions says, and how its texts are translated."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from cppcc_reader.views.action_help import HELP

CONTEXT = "Actions"
"""Translation context of the table's texts."""


class Menu(StrEnum):
    """The menus, in their order on the menu bar; the value is the title."""

    FILE = "文件"
    EDIT = "编辑"
    PAGE = "版面"
    SPLIT = "切分"
    ROLE = "角色"
    ENTITY = "实体"
    VIEW = "查看"
    TOOLS = "工具"
    HELP = "帮助"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do.

    Attributes:
        id: stable name, used by handlers and by changed keys in the settings.
        text: Chinese name, a verb where it acts.
        english: English name; the palette finds it in either language.
        menu: where it stands; None for what only the palette and a key reach.
        shortcut: key sequence that works in the whole window, with modifiers.
        key: single key (or with Shift) that works at the caret of the source or article view.
        group: a separator stands in the menu where the group changes.
        checkable: shows a state that can be switched.
    """

    id: str
    text: str
    english: str
    menu: Menu | None = None
    shortcut: str = ""
    key: str = ""
    group: int = 0
    checkable: bool = False

    @property
    def keys(self) -> str:
        """The key as people read it: the window's shortcut, else the page key."""
        return self.shortcut or self.key

    @property
    def needs_page(self) -> bool:
        """Whether it means anything only while a page is open."""
        return self.menu in (Menu.SPLIT, Menu.ROLE, Menu.ENTITY) or self.id in _NEEDS_PAGE

    @property
    def help(self) -> str:
        """One Chinese sentence for tooltip, key map and guide; empty where the name says it all."""
        return HELP.get(self.id, "")


def translated(text: str) -> str:
    """Return a text of the table in the language of the window."""
    return QCoreApplication.translate(CONTEXT, text)


_NEEDS_PAGE = frozenset(
    {
        "accept",
        "take-alternative",
        "next-doubt",
        "previous-doubt",
        "note",
        "flag-doubt",
        "correct",
        "finish-and-next",
        "mark-gold",
        "reopen",
        "set-aside",
        "assign",
        "resplit",
        "trash-page",
        "page-meta",
        "reading-view",
        "print",
        "save-pdf",
        "history",
    }
)
"""Actions of other menus that need an open page."""
