"""The trained role labeller: CRF probabilities turned into roles with reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from cppcc_reader.core.model.role import TITLE_ROLES, Role
from cppcc_reader.core.segmentation.confidence import Calibration
from cppcc_reader.core.segmentation.crf import Crf, Matrix
from cppcc_reader.core.segmentation.facts import Facts
from cppcc_reader.core.segmentation.fixed_forms import fixed_role
from cppcc_reader.core.segmentation.gold_labels import INSIDE
from cppcc_reader.core.segmentation.role_guess import RoleGuess
from cppcc_reader.core.segmentation.units import Unit

_FIXED_SURE = 0.95
_WORTH_MENTIONING = 0.02


def guesses_from(
    crf: Crf,
    units: Sequence[Unit],
    facts: Sequence[Facts],
    features: Sequence[Sequence[str]],
    calibration: Calibration | None = None,
) -> list[RoleGuess]:
    """Return the role of every unit by the trained model; forms that fix a role overrule it."""
    decoded = crf.decode(features)
    correct = (calibration or Calibration()).of
    shares = _Shares(crf.labels, decoded.marginals)
    found = []
    for place, (best, unit, fact) in enumerate(zip(decoded.best, units, facts, strict=True)):
        fixed = fixed_role(unit, fact)
        if fixed is None:
            found.append(_guess(shares, place, shares.role_of[best], fact, correct))
        else:
            sure = max(shares.of(place, fixed[0]), _FIXED_SURE)
            found.append(RoleGuess(fixed[0], sure, fixed[1]))
    return found


class _Shares:
    """Probabilities of the roles of all units: text that begins in mid-sentence is text, and counted apart as well."""

    def __init__(self, labels: Sequence[str], marginals: Matrix) -> None:
        self.role_of = [Role.BODY if label == INSIDE else Role(label) for label in labels]
        self.roles = list(dict.fromkeys([*self.role_of, Role.BODY]))
        self._column = {role: column for column, role in enumerate(self.roles)}
        merge = np.zeros((len(labels), len(self.roles)))
        merge[np.arange(len(labels)), [self._column[role] for role in self.role_of]] = 1.0
        by_role = marginals @ merge
        titles = [self._column[role] for role in self.roles if role in TITLE_ROLES]
        self.rows: list[list[float]] = by_role.tolist()
        self.headline: list[float] = by_role[:, titles].sum(axis=1).tolist()
        inside = labels.index(INSIDE) if INSIDE in labels else None
        self.inside: list[float] = (marginals[:, inside] if inside is not None else np.zeros(len(by_role))).tolist()

    def of(self, place: int, role: Role) -> float:
        """Return the probability of a role; 0 for one that the model does not know."""
        column = self._column.get(role)
        return 0.0 if column is None else self.rows[place][column]

    def second(self, place: int, role: Role) -> tuple[Role, float]:
        """Return the most probable role but one."""
        row, best = self.rows[place], self._column[role]
        other = max((column for column in range(len(row)) if column != best), key=row.__getitem__)
        return self.roles[other], row[other]


def _guess(shares: _Shares, place: int, role: Role, fact: Facts, correct: Callable[[float], float]) -> RoleGuess:
    inside = shares.inside[place]
    other, probability = shares.second(place, role)
    return RoleGuess(
        role,
        correct(shares.of(place, role)),
        _reason(role, fact, inside),
        inside=0.0 if fact.dateline else inside,
        other=(other, round(probability, 4)) if probability > _WORTH_MENTIONING else None,
        headline=shares.headline[place],
        subhead=shares.of(place, Role.SUBHEAD),
        body=shares.of(place, Role.BODY),
    )


_REASONS = {
    Role.SECTION: "栏目用语",
    Role.KICKER: "主题之上的短行",
    Role.HEADLINE: "短行无句号",
    Role.DECK: "主题之下的短行",
    Role.BYLINE: "人名或记者字样",
    Role.LEAD: "题下导语",
    Role.BODY: "成句的文字",
    Role.SUBHEAD: "正文之间的短行",
    Role.CAPTION: "写照片内容",
    Role.CREDIT: "摄影或作者说明",
    Role.NOTE: "转接字样",
    Role.OTHER: "版务或其他",
    Role.DATELINE: "电头格式",
}


def _reason(role: Role, fact: Facts, inside: float) -> str:
    if role is Role.BODY:
        if fact.dateline:
            return "电头开头"
        if inside > 0.5:
            return "从句子中间起"
    if role is Role.DECK and fact.text.startswith(("——", "—")):
        return "破折号开头"
    return _REASONS[role]
