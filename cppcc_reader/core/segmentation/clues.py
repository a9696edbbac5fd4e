"""Clues: what the linker sees of a link, a beginning or an end, as small tuples, and the readable features they mean.

A clue is ``(kind, state, …)`` with few possible values, so a model weighs each clue once and remembers the sum.
"""

# ruff: noqa: PLR0917  (the functions below unpack the plain tuples that clues are)
from __future__ import annotations

from collections.abc import Callable

Clue = tuple[str | int, ...]
UNSIGNED = "始.独题无署名"


def names_of(clue: Clue) -> list[str]:
    """Return the readable features that a clue stands for."""
    return _NAMES[str(clue[0])](*clue[1:])


def _pair(base: str, end: str, begin: str, opening: str, width: str, tail: str, note: int) -> list[str]:
    """Any link: kinds and place of both units, how the first ends and how the second begins."""
    found = [base, f"{base}|{end}|{begin}", f"{base}|{opening}", f"宽窄={width}"]
    if tail != "无":
        found.append(f"尾={tail}|{base[1:]}")
    if note:
        found.append(f"接版|{base}")
    return found


def _order(manner: str, base: str, end: str, opening: str) -> list[str]:
    """Any link, on a page whose paragraphs are whole or broken by columns."""
    return [f"版{manner}|{base}|{end}", f"版{manner}|{base}|{opening}"]


def _words(place: str, shared: int, shared_rank: str, topic: int, topic_rank: str) -> list[str]:
    """Any link: rare words and topic in common, and whether another candidate has more of them."""
    found = [f"共有={shared}|{place}", f"话题={topic}|{place}"]
    if shared_rank:
        found.append(f"共有最多={shared_rank}|{place}")
    if topic_rank:
        found.append(f"话题最近={topic_rank}|{place}")
    return found


def _meaning(place: str, near: int, lead: int) -> list[str]:
    """Any link: how near both are in meaning with their neighbours, and how far ahead of other candidates."""
    return [f"意近={near}|{place}", f"意领先={lead}|{place}"]


def _alone(place: str, near: int, lead: int) -> list[str]:
    """Any link: the same of the two units by themselves."""
    return [f"意单={near}|{place}", f"意单领先={lead}|{place}"]


def _seam(place: str, behind: int, lead_alone: int, lead: int) -> list[str]:
    """A link of texts: how the words run on and how near the meaning is, taken together."""
    return [f"意缝={behind}|{lead_alone}|{place}", f"意缝群={behind}|{lead}|{place}"]


def _flow(place: str, step: int, best: int) -> list[str]:
    """A link of texts where the first breaks off: how naturally the words run on."""
    return [f"衔接={step}|{place}", f"衔接最好={best}|{place}"]


def _text(place: str, quotes: str, between: str) -> list[str]:
    """A link of texts: quotations left open, and broken ends that lie between."""
    found = []
    if quotes:
        found.append(f"引号={quotes}|{place}")
    if between:
        found.append(f"其间断头={between}")
    return found


def _picture(base: str, role: str, credits_: str) -> list[str]:
    """A link with a caption or a credit."""
    return [f"图|{base}|{role}|{credits_}"]


def _heads(base: str, first: str, second: str, rest: str) -> list[str]:
    """A link with a head: the roles, and what follows the first in its run of heads."""
    return [f"题角={first}|{second}|{base[2:]}", f"题末={rest}|{base}", f"题角末={first}|{rest}|{base[1:]}"]


def _sides(base: str, first: str, second: str, before: str, unit: str, rest: str) -> list[str]:
    """A link with a head: whether the heads share words with the text before or after them."""
    if base[:2] in ("TT", "TY", "YT"):
        return [f"题属={before}{unit}|{base[2:]}", f"题属={before}{unit}|{first}|{second}"]
    if base[0] in "TY":
        return [f"题文属={before}|{base}", f"题文属={before}|{base}|{rest}"]
    return [f"文题属={unit}|{base}"]


def _doubtful_head(place: str, headline: int, subhead: int) -> list[str]:
    """A link to a short line: how much it looks like a headline, and like a subhead."""
    return [f"题似={headline}|{subhead}|{place}"]


def _head_text(base: str, left: str, begin: str, opening: str, rival: str) -> list[str]:
    """A link from a head to text: what stands before the text, and what else the head could introduce."""
    found = [f"题文={base}|{left}|{begin}", f"题文={base}|{left}|{opening}"]
    if rival:
        found.append(f"题旁={base}|{rival}")
    return found


def _begin(kind: str, role: str, left: str, right: str, begin: str, opening: str) -> list[str]:
    """A beginning: kinds, what stands before and after, how the unit begins."""
    found = [f"始={kind}", f"始.角={role}", f"始={kind}|{left}", f"始={kind}|{begin}|{left}"]
    found += [f"始={kind}|{begin}|{opening}", f"始={kind}|{opening}|{left}", f"始={kind}|后{right}"]
    if begin == "电":
        found.append(f"始.电头|{left}")
    return found


def _begin_order(manner: str, kind: str, left: str, opening: str) -> list[str]:
    """A beginning, on a page whose paragraphs are whole or broken by columns."""
    return [f"始.版{manner}={kind}|{left}", f"始.版{manner}={kind}|{opening}|{left[0]}"]


def _begin_words(kind: str, shared: int, topic: int, adjacent: int) -> list[str]:
    """A beginning: the most that the unit shares with any candidate, and with its neighbour."""
    return [f"始.共有={kind}|{shared}", f"始.话题={kind}|{topic}|{adjacent}"]


def _begin_meaning(kind: str, nearest: int, adjacent: int, left: str) -> list[str]:
    """A beginning: how near in meaning the nearest candidate is, and the neighbour."""
    return [f"始.意={kind}|{nearest}", f"始.意邻={kind}|{adjacent}|{left}"]


def _begin_between(kind: str, left: str, across: int, leaning: int, words: int) -> list[str]:
    """A head that begins an article: whether the text goes on across it, and to which side it leans."""
    return [
        f"始.意跨={kind}|{across}|{left[0]}",
        f"始.意偏={kind}|{leaning}|{left[0]}",
        f"始.话跨={kind}|{words}|{left[0]}",
        f"始.意跨偏={across}|{leaning}",
        f"始.意话跨={across}|{words}",
        f"始.意跨={kind}|{across}|{left}",
    ]


def _begin_head(role: str, left: str, right: str, headline: int, subhead: int) -> list[str]:
    """A head that begins an article: its role and how sure that is."""
    return [f"始.题={role}|{left}|{right}", f"始.题似={headline}|{subhead}", f"始.题似={subhead}|{left}"]


def _begin_side(kind: str, before: str, unit: str, left: str) -> list[str]:
    """A head that begins an article: with which text it and the head before it share words."""
    return [f"始.题属={kind}|{unit}|{left}", f"始.题属={kind}|{before}{unit}|{left}"]


def _begin_unsigned() -> list[str]:
    """A single line that would begin an article unsigned, on a page whose articles are signed."""
    return [UNSIGNED]


def _end(kind: str, role: str, end: str, right: str, opening: str, tail: str) -> list[str]:
    """An end: kinds, how the unit ends, what comes after it on the page."""
    found = [f"终={kind}", f"终={kind}{end}", f"终.角={role}", f"终={kind}{end}|{right}", f"终={kind}|{tail}"]
    found.append(f"终={kind}{end}|{opening}|{right[0]}")
    return found


def _end_order(manner: str, kind: str, end: str, right: str, tail: str) -> list[str]:
    """An end, on a page whose paragraphs are whole or broken by columns."""
    return [f"终.版{manner}={kind}{end}|{right}", f"终.版{manner}={kind}|{tail}"]


def _end_meaning(kind: str, end: str, nearest: int) -> list[str]:
    """An end: how near in meaning the nearest unit is that might follow."""
    return [f"终.意={kind}{end}|{nearest}"]


def _end_more(kind: str, right: str, length: int, side: str) -> list[str]:
    """An end: how long the unit is, and where a head's words belong."""
    return [f"终.长={kind}|{length}|{right}", f"终.题属={kind}|{side}|{right}"]


_NAMES: dict[str, Callable[..., list[str]]] = {
    "pair": _pair,
    "order": _order,
    "words": _words,
    "meaning": _meaning,
    "alone": _alone,
    "seam": _seam,
    "flow": _flow,
    "text": _text,
    "picture": _picture,
    "heads": _heads,
    "sides": _sides,
    "doubtful": _doubtful_head,
    "headtext": _head_text,
    "begin": _begin,
    "beginorder": _begin_order,
    "beginwords": _begin_words,
    "beginmeaning": _begin_meaning,
    "beginbetween": _begin_between,
    "beginhead": _begin_head,
    "beginside": _begin_side,
    "beginunsigned": _begin_unsigned,
    "end": _end,
    "endmore": _end_more,
    "endmeaning": _end_meaning,
    "endorder": _end_order,
}
