"""From decided links to articles: chains of units become ordered segments with roles, joins and evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import TITLE_ROLES, Role
from cppcc_reader.core.model.segment import Alternative, Evidence, Segment
from cppcc_reader.core.segmentation.joins import PERHAPS_INSIDE, continues_sentence, joins_inside, torn
from cppcc_reader.core.segmentation.page_view import PageView
from cppcc_reader.core.segmentation.role_guess import RoleGuess
from cppcc_reader.core.segmentation.units import Piece

_TORN = 0.12
_FIXED = Evidence(0.97, "固定格式")


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """What stands before a unit in its article, and how sure that is.

    Attributes:
        before: the unit before it; None where it begins an article.
    """

    before: int | None
    evidence: Evidence
    alternatives: tuple[Alternative, ...] = ()


def assemble(text: str, view: PageView, decisions: Mapping[int, LinkDecision]) -> AnnotationSet:
    """Return the articles and furniture of a page.

    Args:
        text: the page's frozen text.
        decisions: one for every unit that is not furniture; together they form chains without rings.
    """
    chains = _chains(view, decisions)
    articles = []
    for number, chain in enumerate(sorted(chains, key=min), start=1):
        segments = _segments_of_chain(text, view, chain, decisions)
        confidence = min((segment.confidence for segment in segments), default=1.0)
        articles.append(Article(id=f"a{number}", segments=tuple(segments), confidence=round(confidence, 4)))
    furniture = [
        segment
        for unit, kind in enumerate(view.kinds)
        if kind == "F"
        for segment in _segments_of_unit(text, view, unit, view.guesses[unit])
    ]
    return AnnotationSet.of(articles=tuple(articles), furniture=tuple(furniture))


def _chains(view: PageView, decisions: Mapping[int, LinkDecision]) -> list[list[int]]:
    following = {decision.before: unit for unit, decision in decisions.items() if decision.before is not None}
    chains = []
    for unit, decision in decisions.items():
        if decision.before is None:
            chain = [unit]
            while chain[-1] in following:
                chain.append(following[chain[-1]])
            chains.append(chain)
    return chains


def _segments_of_chain(
    text: str, view: PageView, chain: Sequence[int], decisions: Mapping[int, LinkDecision]
) -> list[Segment]:
    guesses = _settled_roles(view, chain)
    signed = any(view.facts[unit].byline_tail for unit in chain)
    segments: list[Segment] = []
    in_text = False
    for place, unit in enumerate(chain):
        after_text = place > 0 and guesses[place - 1].role is Role.BODY
        joined = continues_sentence(view, chain[place - 1], unit) if after_text else place > 0 and torn(view, unit)
        marks = _Marks(joined=joined, signed=signed, in_text=in_text)
        segments += _segments_of_unit(text, view, unit, guesses[place], decision=decisions[unit], marks=marks)
        in_text = in_text or guesses[place].role in (Role.BODY, Role.LEAD)
    return segments


def _settled_roles(view: PageView, chain: Sequence[int]) -> list[RoleGuess]:
    """Let the article decide between headline and subhead, and see that its titles have a headline."""
    guesses = [view.guesses[unit] for unit in chain]
    in_text = titled = False
    for place, guess in enumerate(guesses):
        if guess.role in TITLE_ROLES and in_text:
            following = guesses[place + 1].inside if place + 1 < len(guesses) else 0.0
            guesses[place] = _inside_text(guess, following)
        elif guess.role is Role.SUBHEAD and not titled and len(chain) > 1:
            guesses[place] = replace(guess, role=Role.HEADLINE, reason="文前的标题")
        titled = titled or guesses[place].role in TITLE_ROLES
        in_text = in_text or guess.role in (Role.BODY, Role.LEAD) or (titled and guess.role is Role.BYLINE)
    titles = [place for place, guess in enumerate(guesses) if guess.role in TITLE_ROLES]
    if titles and not any(guesses[place].role is Role.HEADLINE for place in titles):
        place = next((one for one in reversed(titles) if guesses[one].role is Role.KICKER), titles[0])
        guesses[place] = replace(guesses[place], role=Role.HEADLINE, reason="文章唯一的标题")
    return guesses


def _inside_text(guess: RoleGuess, following: float) -> RoleGuess:
    """Return what a title is when it stands inside the text: a subhead, or the torn beginning of a paragraph.

    Args:
        following: probability that the next unit begins in mid-sentence.
    """
    if following > PERHAPS_INSIDE or (guess.body > guess.subhead and guess.body > _TORN):
        return replace(guess, role=Role.BODY, reason="断栏剩下的半句")
    return replace(guess, role=Role.SUBHEAD, reason="正文之内的标题")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """Where a unit stands in its article: it joins the text before it, the article is signed, text comes before it."""

    joined: bool = False
    signed: bool = False
    in_text: bool = False


_ALONE = _Marks()


def _segments_of_unit(
    text: str,
    view: PageView,
    unit: int,
    guess: RoleGuess,
    *,
    decision: LinkDecision | None = None,
    marks: _Marks = _ALONE,
) -> list[Segment]:
    segments: list[Segment] = []
    pieces, main = view.units[unit].pieces, view.units[unit].main
    if marks.in_text:
        pieces, main = _without_dateline(pieces, main)
    joins = [marks.joined, *(joins_inside(text, *pair, signed=marks.signed) for pair in pairwise(pieces))]
    for place, piece in enumerate(pieces):
        judged = place == main
        role = guess.role if judged else piece.role
        assert role is not None
        segments.append(
            Segment(
                start=piece.start,
                end=piece.end,
                role=role,
                join=joins[place],
                role_evidence=Evidence(guess.confidence, guess.reason) if judged else _FIXED,
                link_evidence=_link_evidence(decision, first=place == 0),
                alternatives=_alternatives(guess, decision, judged=judged, first=place == 0),
            )
        )
    return segments


def _without_dateline(pieces: tuple[Piece, ...], main: int) -> tuple[tuple[Piece, ...], int]:
    """Return the pieces of a unit with the dateline part of its text.

    A dateline stands before the text of its article; where one stands inside, as in a round-up of reports, it is text.
    """
    for place, (first, second) in enumerate(pairwise(pieces)):
        if first.role is Role.DATELINE and place + 1 == main:
            return (*pieces[:place], Piece(first.start, second.end, None), *pieces[place + 2 :]), place
    return pieces, main


def _link_evidence(decision: LinkDecision | None, *, first: bool) -> Evidence | None:
    if not first:
        return Evidence(0.99, "同一行")
    return None if decision is None else decision.evidence


def _alternatives(
    guess: RoleGuess, decision: LinkDecision | None, *, judged: bool, first: bool
) -> tuple[Alternative, ...]:
    found = decision.alternatives if decision is not None and first else ()
    if judged and guess.other is not None:
        role, probability = guess.other
        found += (Alternative(kind="role", role=role, evidence=Evidence(probability)),)
    return tuple(sorted(found, key=lambda one: -one.evidence.confidence))
