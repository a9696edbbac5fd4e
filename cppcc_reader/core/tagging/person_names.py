"""Names of people where the newspaper's own forms show them: bylines, credits, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cppcc_reader.core.tagging.candidate import PER, TITLE, Candidate
from cppcc_reader.core.tagging.gazetteer import Gazetteer

HAN = "\u3400-\u9fff"
_SPACE = "[ \u3000\t]"
_REPORTER = "(?:特约记者|见习记者|实习记者|首席记者|记者|特约通讯员|通讯员|实习生|特约评论员)"
_NAME = f"[{HAN}]{{1,2}}·?[{HAN}·]{{1,6}}|[{HAN}]{_SPACE}[{HAN}](?![{HAN}])"
_NAMES = f"(?:{_NAME})(?:[、,，]?{_SPACE}*(?:{_NAME}))*"
# 记者 甲乙 通讯员 丙丁: in parentheses, or a line of its own.
_ROLE_AND_NAMES = re.compile(f"({_REPORTER}){_SPACE}*((?:(?!{_REPORTER})[{HAN}·、,， \u3000])+)")
_PARENTHESIS = re.compile(r"[(（]([^()（）\n]{2,60})[)）]")
_CREDIT = re.compile(
    f"((?:[{HAN}]{{2,4}}|[{HAN}]{_SPACE}[{HAN}])(?:[、 \u3000]+(?:[{HAN}]{{2,4}}))*){_SPACE}*[/／]?{_SPACE}*(?:摄影报道|摄(?![{HAN}])|/文|文并摄|图文)"
)
_SPLIT = re.compile(r"[、,， \u3000\t/／]+")


def byline_candidates(text: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield 记者 and 通讯员 with the names after them, photographers, and signatures in parentheses."""
    for start, end in _byline_places(text):
        yield from _names_after_roles(text, start, end, gazetteer)
    for match in _CREDIT.finditer(text):
        yield from _split_names(text, match.start(1), match.end(1), gazetteer, "摄影署名")
    for match in _PARENTHESIS.finditer(text):
        if _ends_paragraph(text, match.end()):
            yield from _signature(text, match.start(1), match.end(1), gazetteer)


def looks_like_name(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether two to four Chinese characters begin with a surname, or a longer name carries a dot."""
    if "·" in name:
        return len(name) >= 4
    if len(name) == 4:
        return name[:2] in gazetteer.surnames
    return 2 <= len(name) <= 3 and (name[0] in gazetteer.surnames or name[:2] in gazetteer.surnames)


def _byline_places(text: str) -> Iterator[tuple[int, int]]:
    for match in _PARENTHESIS.finditer(text):
        if re.search(_REPORTER, match.group(1)):
            yield match.start(1), match.end(1)
    for match in re.finditer(f"(?m)^(?:本报|新华社)?{_REPORTER}[^\n。，：“”]{{2,50}}$", text):
        yield match.start(), match.end()


def _names_after_roles(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    first = re.search(_REPORTER, text[start:end])
    if first is not None and first.start() > 0:
        yield from _split_names(text, start, start + first.start(), gazetteer, "署名")
    for match in _ROLE_AND_NAMES.finditer(text, start, end):
        yield Candidate(match.start(1), match.end(1), TITLE, 0.99, "署名中的身份")
        yield from _split_names(text, match.start(2), match.end(2), gazetteer, "署名", trusted=True)


def _split_names(
    text: str, start: int, end: int, gazetteer: Gazetteer, reason: str, *, trusted: bool = False
) -> Iterator[Candidate]:
    at = start
    for piece in _SPLIT.split(text[start:end]):
        place = text.find(piece, at, end)
        at = place + len(piece)
        if not 2 <= len(piece) <= 12 or not all("\u3400" <= c <= "\u9fff" or c == "·" for c in piece):
            continue
        if looks_like_name(piece, gazetteer):
            yield Candidate(place, at, PER, 0.985, reason)
        elif trusted and len(piece) <= 4:
            yield Candidate(place, at, PER, 0.9, reason)


def _signature(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[Candidate]:
    pieces = [piece for piece in _SPLIT.split(text[start:end]) if piece]
    if pieces and all(looks_like_name(piece, gazetteer) for piece in pieces):
        yield from _split_names(text, start, end, gazetteer, "文末署名")


def _ends_paragraph(text: str, end: int) -> bool:
    return end >= len(text) or text[end] == "\n"
