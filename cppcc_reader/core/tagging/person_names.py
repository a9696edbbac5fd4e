"""Names of people where the newspaper's own forms show them: bylines, credits, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cppcc_reader.core.tagging.candidate import PER, TITLE, Candidate, Rank
from cppcc_reader.core.tagging.gazetteer import Gazetteer

_HAN = "\u3400-\u9fff"
_BLANK = " \u3000\t"
_SPACE = f"[{_BLANK}]"
_REPORTER = "(?:特约记者|见习记者|实习记者|首席记者|记者|特约通讯员|通讯员|实习生|特约评论员)"
_TAKEN_BY = "(?:摄影报道|摄影|摄(?![\u3400-\u9fff])|文/图|文并摄|图文)"
_PAPER = ("本报", "新华社")
# 记者 甲某 文并摄: what he did, not who he is.
_DEEDS = frozenset(["文并摄", "图文", "文图", "摄影", "摄影报道", "整理", "采写", "撰文", "供图", "制图"])

# 记者 甲某 通讯员 乙某: the names that follow what they are there.
_ROLE_AND_NAMES = re.compile(f"({_REPORTER}){_SPACE}*((?:(?!{_REPORTER})[{_HAN}·、,，{_BLANK}])+)")
_PARENTHESIS = re.compile(r"[(（]([^()（）\n]{2,60})[)）]")
_BYLINE = re.compile(f"(?m)^(?:{'|'.join(_PAPER)})?{_REPORTER}[^\n。，：“”]{{2,50}}$")
_REPORTERS_PICTURE = re.compile(f"{_REPORTER}{_SPACE}[{_HAN}、{_BLANK}]{{2,24}}?(?={_SPACE}*{_TAKEN_BY})")
_SHORT_NAME = f"[{_HAN}]{{2,4}}"
_CREDIT = re.compile(f"({_SHORT_NAME}(?:[、{_BLANK}]+{_SHORT_NAME})*){_SPACE}*[/／]?{_SPACE}*{_TAKEN_BY}")
_BETWEEN_NAMES = re.compile(f"[、,，/／{_BLANK}]+")
# Papers pad names of two characters to the width of three: 刘　洋.
_LISTED_NAME = re.compile(f"(?<![{_HAN}·])(?:[{_HAN}·]{{2,12}}|[{_HAN}]{_SPACE}[{_HAN}])(?![{_HAN}·])")

# Surnames that mostly are other words (和, 应, 于): the shape of a name alone is no evidence of them.
_SELDOM_NAMES = tuple("和应于向从但时能全都有将由以与为对及其各该并中上下年日本报更也就还又")


def byline_candidates(text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield 记者 and 通讯员 with the names after them, photographers, and signatures in parentheses."""
    for start, end in _bylines(text):
        yield from _roles_and_names(text, start, end, gazetteer)
    for match in _CREDIT.finditer(text):
        yield from _names(text, match.start(1), match.end(1), gazetteer, reason="摄影署名")
    for match in _PARENTHESIS.finditer(text):
        if match.end() >= len(text) or text[match.end()] == "\n":
            yield from _signature(text, match.start(1), match.end(1), gazetteer)


def famous_people(text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the people whom everybody knows."""
    for start, end in gazetteer.person_matches(text):
        yield Candidate(start, end, PER, 0.94, "人名表")


def looks_like_name(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether two to four Chinese characters begin with a surname, or a longer name carries a dot."""
    if "·" in name:
        return len(name) >= 4
    if name.startswith(_SELDOM_NAMES) or name[:2] in gazetteer.common_words or name in gazetteer.dictionary:
        return False
    if gazetteer.is_province(name[:2]):
        return False
    if len(name) == 4:
        return name[:2] in gazetteer.surnames
    return 2 <= len(name) <= 3 and (name[0] in gazetteer.surnames or name[:2] in gazetteer.surnames)


def _bylines(text: str) -> Iterator[tuple[int, int]]:
    for match in _PARENTHESIS.finditer(text):
        if re.search(_REPORTER, match.group(1)):
            yield match.span(1)
    for pattern in (_REPORTERS_PICTURE, _BYLINE):
        for match in pattern.finditer(text):
            yield match.span()


def _roles_and_names(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    first = re.search(_REPORTER, text[start:end])
    if first is not None:
        yield from _names(text, start, start + first.start(), gazetteer, reason="署名")
    for match in _ROLE_AND_NAMES.finditer(text, start, end):
        yield Candidate(*match.span(1), TITLE, 0.99, "署名中的身份", Rank.CERTAIN)
        yield from _names(text, *match.span(2), gazetteer, reason="署名", trusted=True)


def _names(
    text: str, start: int, end: int, gazetteer: Gazetteer, *, reason: str, trusted: bool = False
) -> Iterator[Candidate]:
    """Yield the names of a list; where it is ``trusted``, those without a known surname too."""
    for match in _LISTED_NAME.finditer(text, start, end):
        name = re.sub(_SPACE, "", match.group())
        if name.startswith(_PAPER) or name in _DEEDS:
            continue
        if looks_like_name(name, gazetteer):
            yield Candidate(*match.span(), PER, 0.985, reason, Rank.CERTAIN)
        elif trusted and len(name) <= 4:
            yield Candidate(*match.span(), PER, 0.9, reason, Rank.WHOLE_NAME)


def _signature(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    end -= text[:end].endswith("摄")
    pieces = [piece for piece in _BETWEEN_NAMES.split(text[start:end]) if piece]
    if pieces and all(looks_like_name(piece, gazetteer) for piece in pieces):
        yield from _names(text, start, end, gazetteer, reason="文末署名")
