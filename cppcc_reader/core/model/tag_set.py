"""The labels that a library tags with: data, not code."""

from __future__ import annotations

from dataclasses import dataclass

from cppcc_reader.core.model.role import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One entity label.

    Attributes:
        id: short Latin name used in exports, for example ``PER``.
        name_zh, name_en: what people read.
        colour_light, colour_dark: ``#rrggbb`` on light and on dark ground.
        key: the single key that tags with it.
        guideline: what it covers, in the words of the annotation guideline.
        nested: mentions of this label may lie inside or across others.
    """

    id: str
    name_zh: str
    name_en: str
    colour_light: str
    colour_dark: str
    key: str
    guideline: str = ""
    nested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TagSet:
    """An ordered list of labels and the version of the guideline that they follow.

    Attributes:
        roles_shown: roles that the menus offer; a project that has no use for one leaves it out.
    """

    labels: tuple[Label, ...]
    guideline_version: str = "1"
    roles_shown: tuple[Role, ...] = tuple(Role)

    def label(self, label_id: str) -> Label | None:
        """Return the label of that id, or None."""
        return next((label for label in self.labels if label.id == label_id), None)


# Underline colours: Okabe-Ito hues, darkened or lightened until each reaches 4.5:1 on its ground.
DEFAULT_TAG_SET = TagSet(
    labels=(
        Label(
            id="PER",
            name_zh="人名",
            name_en="Person",
            key="1",
            colour_light="#0067a3",
            colour_dark="#56b4e9",
            guideline="人的姓名本身，不含职务、称谓。",
        ),
        Label(
            id="LOC",
            name_zh="地名",
            name_en="Place",
            key="2",
            colour_light="#00735a",
            colour_dark="#2bc49a",
            guideline="行政区划、山川、园区、道路等地点；连写不断的行政链作一个；机构名里的地名归机构。",
        ),
        Label(
            id="ORG",
            name_zh="机构",
            name_en="Organisation",
            key="3",
            colour_light="#b04a00",
            colour_dark="#f0904f",
            guideline="机构全称或简称，连同属于名称的地名；不标本报，不标泛指的部门、企业、委员。",
        ),
        Label(
            id="TITLE",
            name_zh="职务",
            name_en="Title",
            key="4",
            colour_light="#9c3f78",
            colour_dark="#de9cc4",
            guideline="与确定的人连用或指确定的人的职务，不含可分开的机构名。",
        ),
        Label(
            id="TIME",
            name_zh="时间",
            name_en="Time",
            key="5",
            colour_light="#705f00",
            colour_dark="#d9c533",
            guideline="日期与确定的时段（8月17日、2022年、十四五）；不标近日、日前、全年。",
        ),
    )
)
