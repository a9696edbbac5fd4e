"""What a segment is on its page: the closed list of roles."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Role of a segment; the values are those of the page record."""

    SECTION = "section"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    LEAD = "lead"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CREDIT = "credit"
    NOTE = "note"
    OTHER = "other"


ROLE_NAMES_ZH: dict[Role, str] = {
    Role.SECTION: "栏目",
    Role.KICKER: "引题",
    Role.HEADLINE: "主题",
    Role.DECK: "副题",
    Role.BYLINE: "署名",
    Role.DATELINE: "讯头",
    Role.LEAD: "导语",
    Role.BODY: "正文",
    Role.SUBHEAD: "小标题",
    Role.CAPTION: "图片说明",
    Role.CREDIT: "摄影署名",
    Role.NOTE: "转接提示",
    Role.OTHER: "其他",
}
assert set(ROLE_NAMES_ZH) == set(Role)

TITLE_ROLES = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
BODY_ROLES = frozenset({Role.BODY, Role.DATELINE, Role.LEAD, Role.SUBHEAD})
CAPTION_ROLES = frozenset({Role.CAPTION, Role.CREDIT})


def coarse_role(role: Role) -> str:
    """Return the coarse class of a role as the figures count it: title, body, caption, or the role itself."""
    if role in TITLE_ROLES:
        return "title"
    if role in BODY_ROLES:
        return "body"
    if role in CAPTION_ROLES:
        return "caption"
    return role.value
