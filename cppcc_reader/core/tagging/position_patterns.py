"""Positions next to bodies and names (州政协 | 主席 | 赵某), and the names that stand next to positions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cppcc_reader.core.tagging.candidate import ORG, PER, TITLE, Candidate, Rank
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.person_names import looks_like_name

_HAN = "\u3400-\u9fff"
_MODIFIER = "(?:原|时任|现任)?(?:执行|常务|名誉|荣誉)?副?"
_FIRST_OF_MODIFIERS = "原时现执常名荣副"
# Of these a part is a body of its own (市政协党组|书记), or they are no positions at all.
_NO_POSITIONS = frozenset(["政协委员", "党组书记", "党组副书记", "党组成员", "群众", "市民", "居民", "村民", "企业家"])
# After the name of a body these mean a definite person even where no name stands beside them.
_HEADS = re.compile(
    r"(?:总书记|书记|主席|主任|局长|厅长|部长|董事长|总经理|校长|院长|县长|市长|区长|州长|省长|会长|理事长)$"
)
# 主席会议, 主席团, 书记们 …: no one person is meant.
_NO_PERSON = re.compile(
    r"会议|团|[(（]扩大|办公会|联席|接待|督办|信箱|令|会|们|级|候选|助理|及以上|由|一职|、?副主席会|办公"
)
_BECOMES = re.compile(r"(?:是|担任|任|当选|当选为|作为|成为|身为|兼任|受聘为)$")
_CLAUSE_MARKS = "，,。；;：:“、是任"
_AND = re.compile(r"[、,，兼和及与]?")
_CLAUSE = re.compile(r"[^，,。；、\n]*")
_LONGEST_BODY = 24
_NAMES_ETC = re.compile(r"等(?:[0-9一二三四五六七八九十]+[位名])?$")
# What may follow a name: verbs of saying and doing, prepositions.
_SPEAKS = (
    "说表强提认主出介建指要在带率到一作感向围等和与对为就也还及来从以把将是有参发回告谈坦听陪深传通代应做赴呼分讲看"
    "道总宣致前随针结受应现走拉直于"
)
_NAME_THEN_TITLE = re.compile(
    f"(?<![{_HAN}])([{_HAN}]{{2,4}}?)(委员|常委|代表|主席|主任|局长|书记|教授|院士)(?=[{_SPEAKS}的]|[^{_HAN}]|$)"
)


@dataclass(slots=True)
class _Surroundings:
    """Where bodies and names of a text begin and end, and the positions accepted so far by their start."""

    text: str
    body_ends: set[int]
    name_starts: set[int]
    name_ends: set[int]
    accepted: dict[int, Candidate] = field(default_factory=dict)

    def accept(self, start: int, end: int, confidence: float, reason: str) -> None:
        self.accepted[start] = Candidate(start, end, TITLE, confidence, reason, Rank.CERTAIN)

    def after_body(self, start: int) -> bool:
        return start in self.body_ends or self.text[max(0, start - 2) : start] == "政协"


class PositionFinder:
    """Finds positions and names by what stands beside them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the lists of positions and surnames."""
        self._gazetteer = gazetteer
        titles = sorted(gazetteer.titles - _NO_POSITIONS, key=lambda title: (-len(title), title))
        # Most characters begin no position: one look at the first saves trying them all.
        first = re.escape("".join(sorted({title[0] for title in titles} | set(_FIRST_OF_MODIFIERS))))
        self._title = re.compile(
            f"(?=[{first}]){_MODIFIER}(?:{'|'.join(map(_title_pattern, titles)) or '(?!)'})(?!会客厅|会议)"
        )

    def positions(self, text: str) -> list[tuple[int, int]]:
        """Return where in a reading text words stand that may be positions."""
        return [match.span() for match in self._title.finditer(text)]

    def candidates(
        self, text: str, positions: Sequence[tuple[int, int]], known: Sequence[Candidate]
    ) -> list[Candidate]:
        """Return positions beside the known bodies and names, and names that follow or precede a position.

        Args:
            text: a reading text.
            positions: what may be one (:meth:`positions`).
            known: what other sources found in it, without overlaps.
        """
        taken = {place for one in known for place in range(one.start, one.end)}
        found = [one for one in self._names_before_titles(text) if taken.isdisjoint(range(one.start, one.end))]
        names = [one for one in (*known, *found) if one.label == PER]
        around = _Surroundings(
            text=text,
            body_ends={one.end for one in known if one.label == ORG},
            name_starts={one.start for one in names},
            name_ends={one.end for one in names},
        )
        positions = [_behind_body(around, *span) for span in positions]
        for start, end in positions:
            found += self._judged(around, start, end)
        for start, end in reversed(positions):
            if start not in around.accepted and _goes_on(around, start, end):
                around.accept(start, end, 0.93, "并列的职务")
        return [*found, *around.accepted.values(), *_bare_bodies(around)]

    def _judged(self, around: _Surroundings, start: int, end: int) -> Iterator[Candidate]:
        """Accept a position or not; yield the name that it shows."""
        after_body = around.after_body(start)
        # A bare position before two characters is too weak a sign: 作家|文苑.
        in_office = after_body or around.text[max(0, start - 1) : start] in "、兼"
        name_end = self._name_after(around.text, end, shortest=2 if in_office else 3)
        if end in around.name_starts:
            around.accept(start, end, 0.97, "姓名前的职务")
        elif start in around.name_ends and not _NO_PERSON.match(around.text, end):
            around.accept(start, end, 0.96, "姓名后的职务")
        elif name_end is not None:
            around.accept(start, end, 0.94 if after_body else 0.85, "姓名前的职务")
            yield Candidate(end, name_end, PER, 0.93 if after_body else 0.8, "职务后的姓名")
        elif after_body and _stands_for_a_person(around, start, end):
            around.accept(start, end, 0.85, "机构后的职务")
        elif _ends_list_of_names(around, start):
            around.accept(start, end, 0.9, "多个姓名后的职务")

    def _name_after(self, text: str, at: int, *, shortest: int) -> int | None:
        for length in range(3, shortest - 1, -1):
            name = text[at : at + length]
            if len(name) < length or not looks_like_name(name, self._gazetteer) or not _is_han(name):
                continue
            follower = text[at + length : at + length + 1]
            runs_on = length == 3 and name[2] in _SPEAKS
            if not runs_on and (not _is_han(follower) or follower in _SPEAKS):
                return at + length
        return None

    def _names_before_titles(self, text: str) -> Iterator[Candidate]:
        for match in _NAME_THEN_TITLE.finditer(text):
            if looks_like_name(match.group(1), self._gazetteer):
                yield Candidate(*match.span(1), PER, 0.9, "职务前的姓名")


def _title_pattern(title: str) -> str:
    """Return a pattern for a listed position; 委员 is none where 委员会 goes on."""
    return re.escape(title) + ("(?!会)" if title.endswith("委员") else "")


def _behind_body(around: _Surroundings, start: int, end: int) -> tuple[int, int]:
    """Return what of a position stands behind a known body that reaches into it: 大山村党支部|书记."""
    return next(((body, end) for body in range(end - 1, start, -1) if body in around.body_ends), (start, end))


def _stands_for_a_person(around: _Surroundings, start: int, end: int) -> bool:
    title = around.text[start:end]
    if start not in around.body_ends or _NO_PERSON.match(around.text, end):
        return False
    if _HEADS.search(title) and "副" not in title:
        return True
    mark = max(around.text.rfind(one, max(0, start - 40), start) for one in _CLAUSE_MARKS)
    return bool(_BECOMES.search(around.text, max(0, mark - 3), mark + 1))


def _ends_list_of_names(around: _Surroundings, start: int) -> bool:
    etc = _NAMES_ETC.search(around.text, max(0, start - 6), start)
    return etc is not None and etc.start() in around.name_ends


def _goes_on(around: _Surroundings, start: int, end: int) -> bool:
    """Tell whether an accepted position follows: 书记、主席, or with a body between: 州委副书记、某公司董事长.

    The body between need not be known if the first position has one of its own.
    """
    mark = _AND.match(around.text, end)
    at = mark.end() if mark else end
    if at == end:
        return False
    clause = _CLAUSE.match(around.text, at, at + _LONGEST_BODY)
    last = clause.end() if clause else at
    in_office = start in around.body_ends
    return at in around.accepted or any(
        place in around.accepted and (in_office or place in around.body_ends) for place in range(at + 1, last + 1)
    )


def _bare_bodies(around: _Surroundings) -> Iterator[Candidate]:
    """Yield the 政协 of 政协委员 where the member is named."""
    for start in around.accepted:
        if around.text[max(0, start - 2) : start] == "政协":
            yield Candidate(start - 2, start, ORG, 0.9, "政协", Rank.CERTAIN)


def _is_han(words: str) -> bool:
    return bool(re.fullmatch(f"[{_HAN}]+", words))
