"""The trained role labeller: CRF probabilities turned into roles with reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cppcc_reader.core.model.role import TITLE_ROLES, Role
from cppcc_reader.core.segmentation.confidence import Calibration
from cppcc_reader.core.segmentation.crf import Crf
from cppcc_reader.core.segmentation.facts import Facts
from cppcc_reader.core.segmentation.gold_labels import INSIDE
from cppcc_reader.core.segmentation.role_guess import RoleGuess
from cppcc_reader.core.segmentation.units import Unit

_FIXED_SURE = 0.97
_CREDITED = 0.95
"""Text with a photo credit at its end is a caption at least this surely."""
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
        if unit.main_piece.role is not None:
            found.append(RoleGuess(unit.main_piece.role, _FIXED_SURE, "固定格式"))
        else:
            found.append(_guess(crf.labels[best], dict(zip(crf.labels, row, strict=True)), fact, correct))
    return found


def _guess(best: str, by_label: dict[str, float], fact: Facts, correct: Callable[[float], float]) -> RoleGuess:
    inside = by_label.pop(INSIDE, 0.0)
    by_role = {Role(name): probability for name, probability in by_label.items()}
    by_role[Role.BODY] = by_role.get(Role.BODY, 0.0) + inside
    role = Role.BODY if best == INSIDE else Role(best)
    if fact.credit:
        role, by_role[Role.CAPTION] = Role.CAPTION, max(by_role.get(Role.CAPTION, 0.0), _CREDITED)
    other = max((one for one in by_role if one is not role), key=lambda one: by_role[one])
    return RoleGuess(
        role,
        correct(by_role[role]),
        _reason(role, fact, inside),
        inside=0.0 if fact.dateline else inside,
        other=(other, round(by_role[other], 4)) if by_role[other] > _WORTH_MENTIONING else None,
        headline=sum(by_role.get(one, 0.0) for one in TITLE_ROLES),
        subhead=by_role.get(Role.SUBHEAD, 0.0),
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
    if role is Role.CAPTION and fact.credit:
        return "后有摄影署名"
    return _REASONS[role]
