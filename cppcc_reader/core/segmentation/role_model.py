"""The trained role labeller: CRF probabilities turned into roles with reasons."""

from __future__ import annotations

from collections.abc import Sequence

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation.confidence import Calibration
from cppcc_reader.core.segmentation.crf import Crf
from cppcc_reader.core.segmentation.facts import Facts
from cppcc_reader.core.segmentation.gold_labels import INSIDE
from cppcc_reader.core.segmentation.role_guess import RoleGuess
from cppcc_reader.core.segmentation.units import Unit

_FIXED_SURE = 0.97


def guesses_from(
    crf: Crf,
    units: Sequence[Unit],
    facts: Sequence[Facts],
    features: Sequence[Sequence[str]],
    calibration: Calibration = Calibration(),
) -> list[RoleGuess]:
    """Return the role of every unit by the trained model; forms that fix a role overrule it."""
    decoded = crf.decode(features)
    return [
        _guess(crf.labels, best, row, unit, fact, calibration)
        for best, row, unit, fact in zip(decoded.best, decoded.marginals.tolist(), units, facts, strict=True)
    ]


def _guess(
    labels: Sequence[str], best: int, row: list[float], unit: Unit, fact: Facts, calibration: Calibration
) -> RoleGuess:
    if unit.main_piece.role is not None:
        return RoleGuess(unit.main_piece.role, _FIXED_SURE, "固定格式")
    by_role: dict[Role, float] = {}
    inside = 0.0
    for name, probability in zip(labels, row, strict=True):
        if name == INSIDE:
            inside = probability
        role = Role.BODY if name == INSIDE else Role(name)
        by_role[role] = by_role.get(role, 0.0) + probability
    role = Role.BODY if labels[best] == INSIDE else Role(labels[best])
    if fact.credit:
        role, by_role[Role.CAPTION] = Role.CAPTION, max(by_role.get(Role.CAPTION, 0.0), 0.95)
    other = max((one for one in by_role if one is not role), key=lambda one: by_role[one])
    return RoleGuess(
        role,
        calibration.of(by_role[role]),
        _reason(role, fact, inside),
        inside=0.0 if fact.dateline else inside,
        other=(other, by_role[other]) if by_role[other] > 0.02 else None,
        headline=by_role.get(Role.HEADLINE, 0.0) + by_role.get(Role.KICKER, 0.0) + by_role.get(Role.DECK, 0.0),
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
