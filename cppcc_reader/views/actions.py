"""The one table of everything that a person can do: menus, palette, key map and guide are made from it."""

from __future__ import annotations

from cppcc_reader.core.model.role import ROLE_NAMES_ZH, Role
from cppcc_reader.views.action_spec import ActionSpec, Menu


def role_action_id(role: Role) -> str:
    """Return the id of the action that gives a role."""
    return f"role-{role.value}"


ROLE_KEYS: dict[Role, str] = {
    Role.KICKER: "1",
    Role.HEADLINE: "2",
    Role.DECK: "3",
    Role.BYLINE: "4",
    Role.DATELINE: "5",
    Role.BODY: "6",
    Role.SUBHEAD: "7",
    Role.CAPTION: "8",
    Role.CREDIT: "9",
    Role.NOTE: "0",
    Role.LEAD: "-",
    Role.OTHER: "=",
    Role.SECTION: "\\",
}
"""Key of every role: most used first on the digits."""
assert set(ROLE_KEYS) == set(Role)

_ROLE_ENGLISH: dict[Role, str] = {
    Role.SECTION: "Section",
    Role.KICKER: "Kicker",
    Role.HEADLINE: "Headline",
    Role.DECK: "Deck",
    Role.BYLINE: "Byline",
    Role.DATELINE: "Dateline",
    Role.LEAD: "Lead",
    Role.BODY: "Body",
    Role.SUBHEAD: "Subhead",
    Role.CAPTION: "Caption",
    Role.CREDIT: "Photo credit",
    Role.NOTE: "Continuation note",
    Role.OTHER: "Other",
}

_FILE = (
    ActionSpec("import-files", "导入版面文件…", "Import page files…", Menu.FILE, shortcut="Ctrl+O"),
    ActionSpec("import-folder", "导入文件夹…", "Import a folder…", Menu.FILE, shortcut="Ctrl+Shift+O"),
    ActionSpec("open-samples", "打开示例版面", "Open the sample pages", Menu.FILE),
    ActionSpec("new-library", "新建文库…", "New library…", Menu.FILE, group=1),
    ActionSpec("open-library", "打开文库…", "Open a library…", Menu.FILE, group=1),
    ActionSpec("export", "导出数据集…", "Export a data set…", Menu.FILE, shortcut="Ctrl+E", group=2),
    ActionSpec("backup", "立即备份文库", "Back up the library now", Menu.FILE, group=2),
    ActionSpec("restore", "从备份恢复…", "Restore from a backup…", Menu.FILE, group=2),
    ActionSpec("print", "打印…", "Print…", Menu.FILE, shortcut="Ctrl+P", group=3),
    ActionSpec("save-pdf", "存为 PDF…", "Save as PDF…", Menu.FILE, group=3),
    ActionSpec("settings", "设置…", "Settings…", Menu.FILE, shortcut="Ctrl+,", group=4),
    ActionSpec("quit", "退出", "Quit", Menu.FILE, shortcut="Ctrl+Q", group=5),
)
_EDIT = (
    ActionSpec("undo", "撤销", "Undo", Menu.EDIT, shortcut="Ctrl+Z"),
    ActionSpec("redo", "重做", "Redo", Menu.EDIT, shortcut="Ctrl+Shift+Z"),
    ActionSpec("history", "编辑历史", "History", Menu.EDIT, shortcut="Ctrl+H"),
    ActionSpec("copy", "复制", "Copy", Menu.EDIT, group=1),
    ActionSpec("find", "查找…", "Find…", Menu.EDIT, shortcut="Ctrl+F", group=1),
    ActionSpec("accept", "确认", "Accept", Menu.EDIT, key="Space", group=2),
    ActionSpec("take-alternative", "采用第二种读法", "Take the second-best reading", Menu.EDIT, key="A", group=2),
    ActionSpec("next-doubt", "下一个疑点", "Next doubt", Menu.EDIT, shortcut="F8", key="Tab", group=3),
    ActionSpec(
        "previous-doubt", "上一个疑点", "Previous doubt", Menu.EDIT, shortcut="Shift+F8", key="Shift+Tab", group=3
    ),
    ActionSpec("note", "写批注…", "Write a note…", Menu.EDIT, key="N", group=4),
    ActionSpec("flag-doubt", "标记存疑", "Flag as doubtful", Menu.EDIT, key="Q", group=4),
    ActionSpec("correct", "勘误…", "Correct a slip…", Menu.EDIT, key="C", group=4),
)
_PAGE = (
    ActionSpec("finish-and-next", "完成，下一个版面", "Finish and go on", Menu.PAGE, shortcut="Ctrl+Return"),
    ActionSpec("mark-gold", "定为金标准", "Mark as gold", Menu.PAGE),
    ActionSpec("reopen", "退回处理中", "Reopen", Menu.PAGE),
    ActionSpec("set-aside", "搁置…", "Set aside…", Menu.PAGE, key="S"),
    ActionSpec("assign", "分派给…", "Assign to…", Menu.PAGE),
    ActionSpec("assign-listed", "分派多个版面…", "Assign several pages…", Menu.PAGE),
    ActionSpec("state-listed", "改多个版面的状态…", "Change the state of several pages…", Menu.PAGE),
    ActionSpec("my-pages", "只看分派给我的版面", "Only pages assigned to me", Menu.PAGE, group=2),
    ActionSpec("review-pages", "只看有未解决批注的版面", "Only pages with open notes", Menu.PAGE, group=2),
    ActionSpec("next-page", "下一个版面", "Next page", Menu.PAGE, shortcut="Ctrl+PgDown", group=1),
    ActionSpec("previous-page", "上一个版面", "Previous page", Menu.PAGE, shortcut="Ctrl+PgUp", group=1),
    ActionSpec("next-todo", "下一个待处理版面", "Next page to do", Menu.PAGE, shortcut="Ctrl+J", group=1),
    ActionSpec("resplit", "重新自动切分", "Split again", Menu.PAGE, group=3),
    ActionSpec("trash-page", "移到回收站", "Move to the trash", Menu.PAGE, group=4),
    ActionSpec("trash-listed", "多个版面移到回收站…", "Move several pages to the trash…", Menu.PAGE, group=4),
    ActionSpec("trash", "回收站…", "Trash…", Menu.PAGE, group=4),
)
_SPLIT = (
    ActionSpec("begin-article", "从这里另起一篇", "Begin an article here", Menu.SPLIT, key="Return"),
    ActionSpec("join-previous", "并入上一篇", "Join with the one before", Menu.SPLIT, key="Backspace"),
    ActionSpec("send-to", "送到某篇…", "Send to an article…", Menu.SPLIT, key="M"),
    ActionSpec("to-new-article", "单独成篇", "Make an article of its own", Menu.SPLIT, key="Shift+Return"),
    ActionSpec("furniture", "归入版面附件", "Move to furniture", Menu.SPLIT, key="F"),
    ActionSpec("order-up", "阅读顺序提前", "Earlier in reading order", Menu.SPLIT, key="[", group=1),
    ActionSpec("order-down", "阅读顺序推后", "Later in reading order", Menu.SPLIT, key="]", group=1),
    ActionSpec("toggle-join", "接排／断开", "Join or unjoin", Menu.SPLIT, key="T", group=1),
    ActionSpec("cut", "在光标处切开", "Cut at the caret", Menu.SPLIT, key="X", group=2),
    ActionSpec("merge-next", "与下一段合并", "Merge with the next segment", Menu.SPLIT, key="G", group=2),
    ActionSpec("continuation", "转版接续…", "Continuation…", Menu.SPLIT, group=3),
)
_ENTITY = (
    ActionSpec("remove-mention", "删除实体", "Delete the mention", Menu.ENTITY, key="Delete", group=1),
    ActionSpec("accept-mention", "接受建议", "Accept the suggestion", Menu.ENTITY, key="Y", group=1),
    ActionSpec("reject-mention", "拒绝建议", "Reject the suggestion", Menu.ENTITY, key="R", group=1),
    ActionSpec(
        "reject-everywhere", "全库拒绝这个建议", "Reject it in the whole library", Menu.ENTITY, key="Shift+R", group=1
    ),
    ActionSpec("next-mention", "下一个实体", "Next mention", Menu.ENTITY, key=".", group=2),
    ActionSpec("previous-mention", "上一个实体", "Previous mention", Menu.ENTITY, key=",", group=2),
    ActionSpec("mention-end-right", "实体末尾右移", "Grow at the end", Menu.ENTITY, key="Alt+Right", group=3),
    ActionSpec("mention-end-left", "实体末尾左移", "Shrink at the end", Menu.ENTITY, key="Alt+Left", group=3),
    ActionSpec("mention-start-left", "实体开头左移", "Grow at the start", Menu.ENTITY, key="Alt+Shift+Left", group=3),
    ActionSpec(
        "mention-start-right", "实体开头右移", "Shrink at the start", Menu.ENTITY, key="Alt+Shift+Right", group=3
    ),
    ActionSpec(
        "mention-end-word-right", "实体末尾右移一词", "Grow at the end by a word", Menu.ENTITY, key="Alt+Up", group=3
    ),
    ActionSpec(
        "mention-end-word-left", "实体末尾左移一词", "Shrink at the end by a word", Menu.ENTITY, key="Alt+Down", group=3
    ),
    ActionSpec(
        "mention-start-word-left",
        "实体开头左移一词",
        "Grow at the start by a word",
        Menu.ENTITY,
        key="Alt+Shift+Up",
        group=3,
    ),
    ActionSpec(
        "mention-start-word-right",
        "实体开头右移一词",
        "Shrink at the start by a word",
        Menu.ENTITY,
        key="Alt+Shift+Down",
        group=3,
    ),
    ActionSpec("accept-all-mentions", "接受全部建议…", "Accept all suggestions…", Menu.ENTITY, group=4),
    ActionSpec(
        "accept-confident",
        "接受可信的建议…",
        "Accept confident suggestions…",
        Menu.ENTITY,
        shortcut="Ctrl+Shift+Y",
        group=4,
    ),
    ActionSpec("suggest-again", "重新建议实体", "Suggest entities again", Menu.ENTITY, group=4),
    ActionSpec("suggest-library", "全库重新建议…", "Suggest on the whole library…", Menu.ENTITY, group=4),
    ActionSpec(
        "tag-everywhere", "标出同名实体…", "Tag every other occurrence…", Menu.ENTITY, shortcut="Ctrl+Shift+E", group=4
    ),
)
_VIEW = (
    ActionSpec("toggle-pages", "版面列表", "Page list", Menu.VIEW, shortcut="Ctrl+1", checkable=True),
    ActionSpec("toggle-inspector", "检视面板", "Inspector", Menu.VIEW, shortcut="Ctrl+I", checkable=True),
    ActionSpec("toggle-entities", "实体面板", "Entities", Menu.VIEW, shortcut="Ctrl+2", checkable=True),
    ActionSpec("toggle-notes", "批注面板", "Notes", Menu.VIEW, shortcut="Ctrl+3", checkable=True),
    ActionSpec("reading-view", "阅读视图", "Reading view", Menu.VIEW, shortcut="Ctrl+R", checkable=True),
    ActionSpec("focus-next-pane", "换到下一栏", "Go to the next pane", Menu.VIEW, shortcut="F6", group=1),
    ActionSpec("zoom-in", "放大文字", "Larger text", Menu.VIEW, shortcut="Ctrl+=", group=2),
    ActionSpec("zoom-out", "缩小文字", "Smaller text", Menu.VIEW, shortcut="Ctrl+-", group=2),
    ActionSpec("zoom-reset", "恢复文字大小", "Default text size", Menu.VIEW, shortcut="Ctrl+0", group=2),
    ActionSpec("theme-system", "外观：跟随系统", "Appearance: system", Menu.VIEW, group=3, checkable=True),
    ActionSpec("theme-light", "外观：浅色", "Appearance: light", Menu.VIEW, group=3, checkable=True),
    ActionSpec("theme-dark", "外观：深色", "Appearance: dark", Menu.VIEW, group=3, checkable=True),
    ActionSpec("theme-contrast", "外观：高对比", "Appearance: high contrast", Menu.VIEW, group=3, checkable=True),
)
_TOOLS = (
    ActionSpec("statistics", "统计…", "Statistics…", Menu.TOOLS),
    ActionSpec("library-overview", "按报纸和日期看文库…", "Library by paper and date…", Menu.TOOLS),
    ActionSpec("entity-index", "实体索引…", "Entity index…", Menu.TOOLS),
    ActionSpec("library-notes", "全库批注与勘误…", "Notes and corrections of the library…", Menu.TOOLS),
    ActionSpec("page-meta", "报纸、日期与版次…", "Paper, date and page number…", Menu.TOOLS),
    ActionSpec("learn", "从已完成版面学习…", "Learn from finished pages…", Menu.TOOLS),
    ActionSpec("label-rules", "标签规则…", "Label rules…", Menu.TOOLS, group=1),
    ActionSpec("tag-set", "标签集…", "Label set…", Menu.TOOLS, group=1),
)
_HELP = (
    ActionSpec("palette", "命令面板…", "Command palette…", Menu.HELP, shortcut="Ctrl+K"),
    ActionSpec("key-map", "按键图", "Key map", Menu.HELP, key="?"),
    ActionSpec("guide", "使用说明", "Guide", Menu.HELP, shortcut="F1"),
    ActionSpec("about", "关于", "About", Menu.HELP, group=1),
)
_ROLES = tuple(
    ActionSpec(role_action_id(role), ROLE_NAMES_ZH[role], _ROLE_ENGLISH[role], Menu.ROLE, key=key)
    for role, key in ROLE_KEYS.items()
)

ALL_ACTIONS: tuple[ActionSpec, ...] = (*_FILE, *_EDIT, *_PAGE, *_SPLIT, *_ROLES, *_ENTITY, *_VIEW, *_TOOLS, *_HELP)
"""Every action but those made from data (labels, articles, pages)."""

BY_ID: dict[str, ActionSpec] = {spec.id: spec for spec in ALL_ACTIONS}
assert len(BY_ID) == len(ALL_ACTIONS)
