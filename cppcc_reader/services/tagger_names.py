"""Putting other names in the place of names: a model that never meets a name twice learns where names stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from cppcc_reader.core.tagging.candidate import LOC, ORG, PER, Candidate
from cppcc_reader.core.tagging.gazetteer import Gazetteer, PlaceKind
from cppcc_reader.services.tagger_corpora import TrainingText

_CORE_AND_UNIT = re.compile(
    r"([\u3400-\u9fff]{2,3}?)((?:[\u3400-\u9fff]{1,3}族){0,3}自治[区州县旗]|地区|[省市县区州旗盟镇乡村])?"
)
_LEVELS = "市县区州"
_CPPCC_PARTS = (
    *("政协", "政协", "政协", "政协经济委", "政协提案委员会", "政协办公室", "政协农业和农村委员会", "政协党组"),
    *("政协文化文史和学习委", "政协社会和法制委员会", "政协机关党委", "政协城建环资委"),
)
_OFFICES = (
    *("委", "委组织部", "委统战部", "人民政府", "政府", "教育局", "农业农村局", "交通运输局", "人社局", "城管局"),
    *("住房和城乡建设局", "文化和旅游局", "水利局", "林草局", "工商联", "税务局", "人民法院", "慈善会", "妇联", "残联"),
    *("融媒体中心", "人民医院", "第一中学", "一中", "实验小学", "职业学校", "疾控中心", "图书馆"),
)
# Bodies that only a place begins.
_BODIES = (
    *("第三小学", "小学", "中学", "轮渡公司", "茶叶专业合作社", "蔬菜种植专业合作社", "建设有限公司", "药业", "商会"),
    *("产业协会", "派出所", "卫生院", "福利院", "公路站", "机械厂", "职业技术学院", "海洋学院", "镇政府", "村委会"),
    *("电力有限责任公司", "农业科技有限公司", "街道办事处", "司法所", "供电所", "日报社", "测绘院"),
)
_BARE_BODIES = ("政协", "全国政协", "搪瓷厂", "测绘院", "公路站", "县一中", "镇政府", "提案委员会", "机关党组")
_SITES = (
    *("渡口", "码头", "湿地", "水库", "大桥", "老街", "古镇", "山", "河", "湖", "村", "广场", "公园", "巷", "东路"),
    *("工业园区", "产业园", "经济开发区", "景区", "商圈", "社区", "街道", "林场", "大堤", "火车站"),
)


@dataclass(frozen=True, kw_only=True)
class NameExchange:
    """Exchanges the names of marked texts.

    Attributes:
        people: names of people, taken apart into surnames and given names and put together anew.
        counties: full names of places in whose stead and for which others come.
        random: decides; seeded by the caller.
    """

    gazetteer: Gazetteer
    people: Sequence[str]
    counties: Sequence[str]
    random: Random
    _cores: Sequence[str] = field(init=False)
    _surnames: Sequence[str] = field(init=False)
    _words: Sequence[str] = field(init=False)

    def __post_init__(self) -> None:
        """Take the places apart into the characters that new ones are made of."""
        whole = filter(None, map(_CORE_AND_UNIT.fullmatch, self.counties))
        object.__setattr__(self, "_cores", sorted({match.group(1) for match in whole}))
        object.__setattr__(self, "_surnames", sorted(self.gazetteer.surnames) or [name[0] for name in self.people])
        words = sorted(word for word in self.gazetteer.dictionary if len(word) == 2)
        object.__setattr__(self, "_words", words or [name[1:] for name in self.people])

    @classmethod
    def of(cls, gazetteer: Gazetteer, texts: Iterable[TrainingText], chance: Random) -> NameExchange:
        """Return an exchange that draws on the lists and on the names of people in marked texts."""
        people = {
            one.text[start:end]
            for one in texts
            for start, end, label in one.names
            if label == PER and 2 <= end - start <= 3 and one.text[start] in gazetteer.surnames
        }
        counties = [name for name, chains in gazetteer.places.items() if chains and "/" in chains[0]]
        counties = [name for name in counties if _CORE_AND_UNIT.fullmatch(name)]
        return cls(gazetteer=gazetteer, people=sorted(people), counties=counties, random=chance)

    def exchanged(self, text: str, marked: Sequence[Candidate]) -> tuple[str, list[Candidate]]:
        """Return the text with names exchanged, the same name always for the same other one."""
        parts: list[str] = []
        moved: list[Candidate] = []
        chosen: dict[tuple[str, str], str] = {}
        cores: dict[str, str] = {}
        length = end = 0
        for one in marked:
            quote = text[one.start : one.end]
            if (quote, one.label) not in chosen:
                chosen[quote, one.label] = self._other(quote, one.label, cores)
            other = chosen[quote, one.label]
            parts += (text[end : one.start], other)
            start = length + one.start - end
            length = start + len(other)
            moved.append(Candidate(start, length, one.label, one.confidence, one.reason))
            end = one.end
        return "".join([*parts, text[end:]]), moved

    def _other(self, quote: str, label: str, cores: dict[str, str]) -> str:
        if label == PER and 2 <= len(quote) <= 3:
            return self._person()
        if label == ORG and self.random.random() < 0.3:
            return self._body()
        if label == LOC and self.random.random() < 0.1:
            return self._site()
        return self._with_other_places(quote, cores) if label in (LOC, ORG) else quote

    def _person(self) -> str:
        """Return a surname and a given name: of two people, of the characters of three, or a word for it."""
        draw, one, two = self.random.random(), self._someone(), self._someone()
        if draw < 0.6:
            return one[0] + two[1:]
        if draw < 0.95:
            return self.random.choice(self._surnames) + one[-1] + (two[-1] if draw < 0.87 else "")
        return self.random.choice(self._surnames) + self.random.choice(self._words)

    def _someone(self) -> str:
        return self.random.choice(self.people)

    def _with_other_places(self, quote: str, cores: dict[str, str]) -> str:
        """Return a name with every listed place in it exchanged, the short form of a place as the full one."""
        parts: list[str] = []
        end = 0
        for place in self.gazetteer.place_matches(quote):
            name = quote[place.start : place.end]
            whole = _CORE_AND_UNIT.fullmatch(name)
            if whole is None or place.kind is PlaceKind.REGION or self.gazetteer.is_province(name):
                continue
            core, unit = whole.groups(default="") if place.kind is PlaceKind.FULL else (name, "")
            if place.kind is PlaceKind.FULL and not unit:
                # 岷县: one character and its unit.
                core, unit = name[:-1], name[-1]
            parts += (quote[end : place.start], cores.setdefault(core, self._core()), unit)
            end = place.end
        return "".join([*parts, quote[end:]])

    def _core(self) -> str:
        """Return the core of a place: half of them real, half put together of the characters of several."""
        if self.random.random() < 0.4:
            return self.random.choice(self._cores)
        first, last = self.random.choice(self._cores)[0], self.random.choice(self._cores)[-1]
        middle = self.random.choice(self._cores)[1] if self.random.random() < 0.12 else ""
        return first + middle + last

    def _body(self) -> str:
        draw, level = self.random.random(), self.random.choice(_LEVELS)
        if draw < 0.1:
            return self.random.choice(_BARE_BODIES)
        if draw < 0.45:
            return level + self.random.choice(_CPPCC_PARTS if draw < 0.25 else _OFFICES)
        if draw < 0.65:
            return self._core() + self.random.choice(_BODIES)
        return self._county() + self.random.choice(_CPPCC_PARTS if draw < 0.82 else _OFFICES)

    def _site(self) -> str:
        before = self._county() if self.random.random() < 0.4 else ""
        return before + self._core() + self.random.choice(_SITES)

    def _county(self) -> str:
        """Return a place with none, some or all of those it lies in before it, real or made up."""
        if self.random.random() < 0.5:
            above = self._core() + "市" if self.random.random() < 0.3 else ""
            return above + self._core() + self.random.choice("市县县区州")
        county = self.random.choice(self.counties)
        parents = self.random.choice(self.gazetteer.places[county]).split("/")
        return "".join(parents[self.random.randrange(len(parents) + 1) :]) + county
