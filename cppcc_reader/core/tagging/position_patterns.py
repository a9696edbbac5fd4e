"""Positions next to bodies and names, and the names that stand next to positions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cppcc_reader.core.tagging.candidate import ORG, PER, TITLE, Candidate
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.person_names import looks_like_name

_H = "\u3400-\u9fff"
# A position that follows the name of a body and means a definite person even where no name stands beside it.
_HEADS = frozenset(
    "主席 书记 总书记 局长 主任 董事长 总经理 校长 院长 县长 市长 区长 州长 省长 部长 会长 负责人".split()
)
_NOT_A_POSITION_AFTER = re.compile(r"会议|团|\(扩大\)|（扩大）|办公会|联席|接待|督办|信箱|令|会|们|级|挂帅")
_VERB_AFTER_NAME = frozenset(
    "说表强提认主出介建指要在带率到一作感向围等和与对为就也还及来从以把将是有参发回告谈坦听陪深传通代应做会赴呼分"
)


class PositionFinder:
    """Finds positions and names by what stands beside them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        titles = sorted(gazetteer.titles, key=len, reverse=True)
        alternatives = "|".join(map(re.escape, titles)) or "(?!)"
        self._title = re.compile(f"(?:原|时任|现任)?(?:{alternatives})")

    def candidates(self, text: str, bodies: Sequence[Candidate], names: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield positions beside the given bodies and names, and names that follow a position."""
        ends = {body.end for body in bodies if body.label == ORG}
        name_starts = {name.start for name in names if name.label == PER}
        name_ends = {name.end for name in names if name.label == PER}
        for match in self._title.finditer(text):
            start, end = match.span()
            if end in name_starts or start in name_ends:
                yield Candidate(start, end, TITLE, 0.96, "与姓名相连的职务")
            name = self._name_after(text, end)
            if name is not None and (start in ends or end - start >= 2):
                yield Candidate(end, name, PER, 0.93 if start in ends else 0.8, "职务后的姓名")
                yield Candidate(start, end, TITLE, 0.95 if start in ends else 0.85, "姓名前的职务")
            elif start in ends and match.group() in _HEADS and not _NOT_A_POSITION_AFTER.match(text, end):
                yield Candidate(start, end, TITLE, 0.85, "机构后的职务")

    def _name_after(self, text: str, at: int) -> int | None:
        for length in (3, 2):
            name = text[at : at + length]
            if len(name) < length or not re.fullmatch(f"[{_H}]+", name) or not looks_like_name(name, self._gazetteer):
                continue
            if length == 3 and name[2] in _VERB_AFTER_NAME:
                continue
            follower = text[at + length : at + length + 1]
            if length == 3 or not re.match(f"[{_H}]", follower) or follower in _VERB_AFTER_NAME:
                return at + length
        return None
