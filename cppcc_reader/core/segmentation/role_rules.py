"""Roles by rules alone, for when no model is at hand: short lines without a stop are heads, the rest is text."""

from __future__ import annotations

from collections.abc import Sequence

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation import patterns as p
from cppcc_reader.core.segmentation.facts import Facts
from cppcc_reader.core.segmentation.fixed_forms import fixed_role
from cppcc_reader.core.segmentation.role_guess import RoleGuess
from cppcc_reader.core.segmentation.units import Unit

_HEAD_LENGTH = 46
_TITLES = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
_HEADS = _TITLES | {Role.BYLINE, Role.SECTION}


def guess_roles(units: Sequence[Unit], facts: Sequence[Facts]) -> list[RoleGuess]:
    """Return the role of every unit, by form and by what stands around it."""
    guesses = [_by_form(unit, fact) for unit, fact in zip(units, facts, strict=True)]
    place = 0
    while place < len(guesses):
        stop = place
        while stop < len(guesses) and guesses[stop].role in _HEADS:
            stop += 1
        if stop > place:
            _settle_heads(guesses, facts, place, stop)
        place = max(stop, place + 1)
    return guesses


def _by_form(unit: Unit, fact: Facts) -> RoleGuess:
    fixed = fixed_role(unit, fact)
    if fixed is not None:
        return RoleGuess(fixed[0], 0.95, fixed[1])
    inside = 0.97 if fact.starts_inside else 0.2
    if fact.dateline:
        return RoleGuess(Role.BODY, 0.98, "电头开头", inside=0.0)
    if _looks_like_head(fact):
        if p.BYLINE_WORD.match(fact.text):
            return RoleGuess(Role.BYLINE, 0.9, "记者署名")
        return RoleGuess(Role.HEADLINE, 0.75, "短行无句号", headline=0.75)
    return RoleGuess(Role.BODY, 0.9, "成句的文字", inside=inside)


def _looks_like_head(fact: Facts) -> bool:
    if fact.starts_inside or fact.byline_tail or fact.note_to:
        return False
    text = fact.text
    if text[-1] in ",;、。…" or "。" in text:
        return False
    if text.count(",") >= 2 and fact.length > 30:
        return False
    if text[-1] == ":" and fact.length > 16:
        return False
    return fact.length <= _HEAD_LENGTH and fact.quote_debt == 0


def _settle_heads(guesses: list[RoleGuess], facts: Sequence[Facts], start: int, stop: int) -> None:
    """Give the heads of one run their kinds: section, kicker, headline, deck, byline, or subhead."""
    _mark_bylines_and_decks(guesses, facts, start, stop)
    _mark_section(guesses, facts, start, stop)
    plain = [i for i in range(start, stop) if guesses[i].role is Role.HEADLINE]
    if stop - start == 1 and plain and _is_subhead(guesses, facts, start):
        guesses[start] = RoleGuess(Role.SUBHEAD, 0.7, "正文之间的短行", subhead=0.6, headline=0.4)
        return
    if len(plain) >= 2:
        _mark_pair(
            guesses, facts, plain[-2], plain[-1], followed_by_deck=any(g.role is Role.DECK for g in guesses[start:stop])
        )


def _mark_bylines_and_decks(guesses: list[RoleGuess], facts: Sequence[Facts], start: int, stop: int) -> None:
    for i in range(start + 1, stop):
        text = facts[i].text
        if guesses[i].role is Role.BYLINE:
            continue
        if text.startswith(("——", "—", "--")) or p.DECK_END.search(text):
            guesses[i] = RoleGuess(Role.DECK, 0.92, "破折号开头" if text[0] in "—-" else "副题用语")
        elif (p.NAMES_ONLY.match(text) and facts[i].length <= 16 and i == stop - 1) or p.BYLINE_WORD.search(text):
            guesses[i] = RoleGuess(Role.BYLINE, 0.85, "题下人名")


def _mark_section(guesses: list[RoleGuess], facts: Sequence[Facts], start: int, stop: int) -> None:
    text, length = facts[start].text, facts[start].length
    if length <= 14 and " " not in text and p.SECTION_WORD.search(text) and stop - start >= 2:
        guesses[start] = RoleGuess(Role.SECTION, 0.85, "栏目用语")
    elif start == 0 and length <= 20 and [guess.role for guess in guesses[:stop][:3]] == [Role.HEADLINE] * 3:
        guesses[start] = RoleGuess(Role.SECTION, 0.7, "版首通栏")


def _mark_pair(
    guesses: list[RoleGuess], facts: Sequence[Facts], first: int, second: int, *, followed_by_deck: bool
) -> None:
    if second != first + 1:
        return
    above = (
        followed_by_deck
        or p.PLACE_OR_BODY.search(facts[first].text) is not None
        or facts[first].length > facts[second].length
    )
    if above and not (p.PLACE_OR_BODY.search(facts[second].text) and not p.PLACE_OR_BODY.search(facts[first].text)):
        guesses[first] = RoleGuess(Role.KICKER, 0.8, "主题之上", headline=0.3)
    else:
        guesses[second] = RoleGuess(Role.DECK, 0.65, "主题之下", headline=0.3)


def _is_subhead(guesses: list[RoleGuess], facts: Sequence[Facts], at: int) -> bool:
    if at == 0 or at + 1 >= len(guesses):
        return False
    before, after = guesses[at - 1], guesses[at + 1]
    if before.role is not Role.BODY or after.role is not Role.BODY or facts[at - 1].byline_tail:
        return False
    return not facts[at + 1].dateline and not facts[at + 1].note_from
