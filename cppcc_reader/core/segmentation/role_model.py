"""The trained role labeller: CRF probabilities turned into roles with reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cppcc_reader.core.model.role import TITLE_ROLES, Role
from cppcc_reader.core.segmentation.confidence import Calibration
from cppcc_reader.core.segmentation.crf import Crf
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
    found = []
    for best, row, unit, fact in zip(decoded.best, decoded.marginals.tolist(), units, facts, strict=True):
        by_label = dict(zip(crf.labels, row, strict=True))
        fixed = fixed_role(unit, fact)
        if fixed is None:
            found.append(_guess(crf.labels[best], by_label, fact, correct))
        else:
            sure = max(by_label.get(fixed[0].value, 0.0), _FIXED_SURE)
            found.append(RoleGuess(fixed[0], sure, fixed[1]))
    return found


def _guess(best: str, by_label: dict[str, float], fact: Facts, correct: Callable[[float], float]) -> RoleGuess:
    inside = by_label.pop(INSIDE, 0.0)
    by_role = {Role(name): probability for name, probability in by_label.items()}
    by_role[Role.BODY] = by_role.get(Role.BODY, 0.0) + inside
    role = Role.BODY if best == INSIDE else Role(best)
    other = max((one for one in by_role if one is not role), key=lambda one: by_role[one])
    return RoleGuess(
        role,
        correct(by_role[role]),
        _reason(role, fact, inside),
        inside=0.0 if fact.dateline else inside,
        other=(other, round(by_role[other], 4)) if by_role[other] > _WORTH_MENTIONING else None,
        headline=sum(by_role.get(one, 0.0) for one in TITLE_ROLES),
        subhead=by_role.get(Role.SUBHEAD, 0.0),
        body=by_role[Role.BODY],
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
