"""Articles that go on on another page: which ends call for another part, and which parts fit.

An end is told by its words ((接一版), (下转第二版), 接A1版). What fits is weighed from the page that the words
name, paper and date, the heads (a head is often shortened on the second page), names and words in common, and
whether the other part has an open end that points back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.page import Page
from cppcc_reader.core.segmentation.page_numbers import page_number

_NUMBER = r"第?\s*([A-Za-zＡ-Ｚ]?\s*[0-9０-９]{1,3}|[〇○◯零一二三四五六七八九十]{1,3})\s*版"
_NOTE = re.compile(
    rf"[(（\[［〔【]?\s*(?P<verb>上接|紧接|接|下转|转至|转|续)\s*{_NUMBER}"
    r"[^)）\]］〕】\n]{0,12}[)）\]］〕】]?"
)
_NEAR_END = 24
"""A note stands within so many characters of the start or the end of a segment."""
_SHORTEST_SHARED = 2
_NAMES_SHOWN = 3


class Direction(StrEnum):
    """Which part is missing: the one before (the article is continued from elsewhere) or the one after."""

    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEnd:
    """An article one end of which lies on another page.

    Attributes:
        note: the words that say so.
        page_no: the page that they name, in one form (see :func:`page_number`).
        title: headings of the article.
        names: texts of its mentions of two characters and more.
        here_no, paper, date: of the page that the article stands on; None where unknown.
    """

    page_id: str
    article_id: str
    direction: Direction
    note: str
    page_no: str
    title: str
    names: frozenset[str]
    here_no: str | None = None
    paper: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A part that may belong to an open end.

    Attributes:
        score: in [0, 1]; at least :data:`LIKELY` means that a person will hardly disagree.
        reason: why, in a few Chinese words.
    """

    end: OpenEnd
    score: float
    reason: str


LIKELY = 0.7
"""More than page, issue and a note that points back give together: heads or names must agree too."""
_WEIGHTS = {"page": 0.3, "back": 0.2, "issue": 0.15, "title": 0.25, "names": 0.1}
assert abs(sum(_WEIGHTS.values()) - 1) < 1e-9


def open_ends(page: Page, annotations: AnnotationSet) -> list[OpenEnd]:
    """Return the open ends of a page, in page order, linked ones too."""
    found: list[OpenEnd] = []
    for article in annotations.articles:
        for direction, note, number in _notes(page.text, article):
            found.append(
                OpenEnd(
                    page_id=page.id,
                    article_id=article.id,
                    direction=direction,
                    note=note,
                    page_no=number,
                    title=article.title(page.text),
                    names=names_in(page.text, annotations, article),
                    here_no=page_number(page.meta.page_no) if page.meta.page_no else None,
                    paper=page.meta.paper,
                    date=page.meta.date,
                )
            )
    return found


def candidates(end: OpenEnd, others: Iterable[OpenEnd]) -> list[Candidate]:
    """Return the open ends of other pages that fit, best first; equal ones by page and article."""
    found = [
        _weighed(end, other)
        for other in others
        if other.page_id != end.page_id and other.direction is not end.direction and not _contradicts(end, other)
    ]
    return sorted(found, key=lambda one: (-one.score, one.end.page_id, one.end.article_id))


def _notes(text: str, article: Article) -> list[tuple[Direction, str, str]]:
    found: dict[Direction, tuple[Direction, str, str]] = {}
    for segment in article.segments:
        quote = text[segment.start : segment.end]
        for match in _NOTE.finditer(quote):
            number = page_number(match[2])
            at_edge = match.start() < _NEAR_END or len(quote) - match.end() < _NEAR_END
            bare = match[0][0] not in "(（[［〔【"
            if number is None or not at_edge or (bare and len(quote) > len(match[0]) + _NEAR_END):
                continue
            direction = Direction.TO if "转" in match["verb"] else Direction.FROM
            found.setdefault(direction, (direction, match[0].strip(), number))
    return list(found.values())


def names_in(text: str, annotations: AnnotationSet, article: Article) -> frozenset[str]:
    """Return the texts of the mentions in an article, those of one character left out."""
    spans = [segment.span for segment in article.segments]
    inside = (
        mention.quote(text)
        for mention in annotations.mentions
        if any(span.covers(mention.fragments[0]) for span in spans)
    )
    return frozenset(name for name in inside if len(name) >= _SHORTEST_SHARED)


def _contradicts(end: OpenEnd, other: OpenEnd) -> bool:
    papers = end.paper and other.paper and end.paper != other.paper
    dates = end.date and other.date and end.date != other.date
    wrong_page = bool(end.page_no) and other.here_no is not None and other.here_no != end.page_no
    wrong_back = end.here_no is not None and other.page_no != end.here_no
    return bool(papers or dates or (wrong_page and wrong_back))


def _weighed(end: OpenEnd, other: OpenEnd) -> Candidate:
    score, reasons = 0.0, []
    if end.page_no and other.here_no == end.page_no:
        score += _WEIGHTS["page"]
        reasons.append(f"“{end.note}”指向这一版")
    if end.here_no is not None and other.page_no == end.here_no:
        score += _WEIGHTS["back"]
        reasons.append(f"那边写着“{other.note}”")
    if end.date is not None and end.date == other.date:
        score += _WEIGHTS["issue"]
        reasons.append("同一天的报纸")
    likeness = title_likeness(end.title, other.title)
    score += _WEIGHTS["title"] * likeness
    if likeness >= 0.5:
        reasons.append(f"标题相近：{other.title[:16]}")
    shared = sorted(end.names & other.names, key=lambda name: (-len(name), name))
    if shared:
        score += _WEIGHTS["names"] * min(1.0, len(shared) / _NAMES_SHOWN)
        reasons.append("共有：" + "、".join(shared[:_NAMES_SHOWN]))
    return Candidate(end=other, score=round(score, 4), reason="；".join(reasons) or "没有明显的依据")


def title_likeness(left: str, right: str) -> float:
    """Return how much of the shorter title's character pairs stand in the longer one, in [0, 1].

    Of the shorter one: heads are shortened on the second page.
    """
    pairs = [{word[i : i + 2] for i in range(len(word) - 1)} for word in (_bare(left), _bare(right))]
    shorter = min(pairs, key=len)
    return len(pairs[0] & pairs[1]) / len(shorter) if shorter else 0.0


def _bare(title: str) -> str:
    return "".join(sign for sign in title if sign.isalnum())
