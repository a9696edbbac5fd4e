"""Positions next to bodies and names (州政协 | 主席 | 赵某), and the names that stand next to positions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cppcc_reader.core.tagging.candidate import ORG, PER, TITLE, Candidate, Rank
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.person_names import looks_like_name

_HAN = "\u3400-\u9fff"
_MODIFIER = "(?:原|时任|现任)?(?:执行|常务|名誉|荣誉)?副?"
# After the name of a body these mean a definite person even where no name stands beside them.
# Of these a part is a body of its own (市政协党组|书记), or they are no positions at all.
_SEPARABLE = frozenset({"政协委员", "党组书记", "党组副书记", "党组成员", "群众", "市民", "居民", "村民", "企业家"})
_HEADS = re.compile(
    r"(?:总书记|书记|主席|主任|局长|厅长|部长|董事长|总经理|校长|院长|县长|市长|区长|州长|省长|会长|理事长)$"
)
_NO_HEAD_BEFORE = re.compile(
    r"会议|团|[(（]扩大|办公会|联席|接待|督办|信箱|令|会|们|级|候选|助理|及以上|由|一职|、?副主席会|办公"
)
_BECOMES = re.compile(r"(?:是|担任|任|当选|当选为|作为|成为|身为|兼任|受聘为)$")
_AND = re.compile(r"[、,，兼和及与]?")
_NAMES_ETC = re.compile(r"等(?:[0-9一二三四五六七八九十]+[位名])?$")
_SPEAKS = (
    "说表强提认主出介建指要在带率到一作感向围等和与对为就也还及来从以把将是有参发回告谈坦听陪深传通代应做赴呼分讲看"
    "道总宣致前随针结受应现走拉直于"
)
_NAME_THEN_TITLE = re.compile(
    f"(?<![{_HAN}])([{_HAN}]{{2,3}}|[{_HAN}]{{4}})(委员|常委|代表|主席|主任|局长|书记|教授|院士)(?=[{_SPEAKS}的]|[^{_HAN}]|$)"
)


@dataclass(frozen=True, slots=True)
class _Position:
    start: int
    end: int


class PositionFinder:
    """Finds positions and names by what stands beside them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the lists of positions and surnames."""
        self._gazetteer = gazetteer
        titles = sorted((title for title in gazetteer.titles if title not in _SEPARABLE), key=len, reverse=True)
        alternatives = "|".join(map(_title_pattern, titles)) or "(?!)"
        self._title = re.compile(f"{_MODIFIER}(?:{alternatives})(?!会客厅|会议)")

    def candidates(self, text: str, known: Sequence[Candidate]) -> list[Candidate]:
        """Return positions beside the known bodies and names, and names that follow or precede a position.

        Args:
            text: a reading text.
            known: what other sources found in it, without overlaps.
        """
        found = [name for name in self._names_before_titles(text) if not any(map(name.overlaps, known))]
        names = {one.end for one in (*known, *found) if one.label == PER}
        starts = {one.start for one in (*known, *found) if one.label == PER}
        bodies = {one.end for one in known if one.label == ORG}
        accepted: dict[_Position, Candidate] = {}
        positions = [_Position(*match.span()) for match in self._title.finditer(text)]
        for position in positions:
            found += self._judged(text, position, bodies=bodies, names=names, starts=starts, accepted=accepted)
        for position in reversed(positions):
            self._join_chain(text, position, bodies, accepted)
        found += accepted.values()
        found += _bare_bodies(text, accepted)
        return found

    def _judged(
        self,
        text: str,
        position: _Position,
        *,
        bodies: set[int],
        names: set[int],
        starts: set[int],
        accepted: dict[_Position, Candidate],
    ) -> Iterator[Candidate]:
        start, end = position.start, position.end
        after_body = start in bodies or text[max(0, start - 2) : start] == "政协"
        if end in starts:
            accepted[position] = _title(position, 0.97, "姓名前的职务")
        elif start in names and not _NO_HEAD_BEFORE.match(text, end):
            accepted[position] = _title(position, 0.96, "姓名后的职务")
        elif (name_end := self._name_after(text, end)) is not None:
            accepted[position] = _title(position, 0.94 if after_body else 0.85, "姓名前的职务")
            yield Candidate(end, name_end, PER, 0.93 if after_body else 0.8, "职务后的姓名")
        elif after_body and self._stands_for_a_person(text, position, bodies):
            accepted[position] = _title(position, 0.85, "机构后的职务")
        elif self._ends_list_of_names(text, start, names):
            accepted[position] = _title(position, 0.9, "多个姓名后的职务")

    def _stands_for_a_person(self, text: str, position: _Position, bodies: set[int]) -> bool:
        if _NO_HEAD_BEFORE.match(text, position.end):
            return False
        if _HEADS.search(text[position.start : position.end]) and "副" not in text[position.start : position.end]:
            return position.start in bodies
        body_start = max((text.rfind(mark, 0, position.start) for mark in "，,。；;：:“、是任"), default=-1)
        return bool(_BECOMES.search(text[: body_start + 1][-4:])) and position.start in bodies

    def _ends_list_of_names(self, text: str, start: int, names: set[int]) -> bool:
        etc = _NAMES_ETC.search(text, max(0, start - 6), start)
        return etc is not None and etc.start() in names

    def _join_chain(
        self, text: str, position: _Position, bodies: set[int], accepted: dict[_Position, Candidate]
    ) -> None:
        """Accept a position that an accepted one continues: 书记、主席, 州委副书记、州长."""
        if position in accepted:
            return
        follower = _AND.match(text, position.end)
        next_start = follower.end() if follower else position.end
        for other in accepted:
            apart = text[next_start : other.start]
            joined = other.start == next_start or (other.start in bodies and 0 < len(apart) <= 16)
            if other.start >= next_start > position.end and joined and not re.search(r"[，,。；、\n]", apart):
                accepted[position] = _title(position, 0.93, "并列的职务")
                return

    def _name_after(self, text: str, at: int) -> int | None:
        for length in (3, 2):
            name = text[at : at + length]
            if not re.fullmatch(f"[{_HAN}]{{{length}}}", name) or not looks_like_name(name, self._gazetteer):
                continue
            if length == 3 and name[2] in _SPEAKS:
                continue
            follower = text[at + length : at + length + 1]
            ends = not re.match(f"[{_HAN}]", follower) or follower in _SPEAKS
            if ends:
                return at + length
        return None

    def _names_before_titles(self, text: str) -> Iterator[Candidate]:
        for match in _NAME_THEN_TITLE.finditer(text):
            if looks_like_name(match.group(1), self._gazetteer):
                yield Candidate(match.start(1), match.end(1), PER, 0.9, "职务前的姓名")


def _title(position: _Position, confidence: float, reason: str) -> Candidate:
    return Candidate(position.start, position.end, TITLE, confidence, reason, Rank.CERTAIN)


def _bare_bodies(text: str, accepted: dict[_Position, Candidate]) -> Iterator[Candidate]:
    """Yield the 政协 of 政协委员 where the member is named."""
    for position in accepted:
        if text[max(0, position.start - 2) : position.start] == "政协":
            yield Candidate(position.start - 2, position.start, ORG, 0.9, "政协", Rank.CERTAIN)


def _title_pattern(title: str) -> str:
    """Return a pattern for a listed position; 委员 is none where 委员会 goes on."""
    return re.escape(title) + ("(?!会)" if title.endswith("委员") else "")
