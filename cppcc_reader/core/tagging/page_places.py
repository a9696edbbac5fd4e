"""Places that no list knows but the page itself shows: 鹭屿市 of 鹭屿市政协, 鹭屿 of 本报鹭屿讯."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from cppcc_reader.core.tagging.candidate import LOC, ORG, Candidate
from cppcc_reader.core.tagging.gazetteer import Gazetteer, PlaceKind, PlaceMatch
from cppcc_reader.core.tagging.name_index import NameIndex
from cppcc_reader.core.tagging.shadow import FULL, HAN, SHORT

_UNIT = (
    "(?:(?:(?!民)[\u3400-\u9fff]{1,2}族){1,3}(?:自治[区州县旗]|乡)"
    "|(?<![社校园景城小辖新港厂库片])区|市(?![场民容圈]|政(?![协府]))|(?<!小)镇|[省县州旗盟乡])"
)
# Characters that stand before 市 or 县 without being part of its name, and hardly ever are part of one.
_NO_CORE = (
    "各全该本两级及和与等个我他她你你们的地区市县省州在为从由对向是将把被让使到了请并各某每邻外"
    "内城郊省乡镇村报讯员任就有同正曾即便又也还都均此时月日年这那据很经按依靠凭委"
)
_CORE = f"(?:(?![{_NO_CORE}])[{HAN}])"
# 苍梧岭县 begins like a listed place.
_OPENING_PLACE = f"({_CORE}{{2,3}}?|{SHORT}{_CORE}){_UNIT}"
_PLACE = f"(?:{_CORE}{{2,3}}?{_UNIT})"
_BODY = (
    "(?:政协|市?委(?![员托派任会])|党委|纪委|人大|人民政府|政府(?!部门|性)|统战部|组织部|宣传部|工商联|总工会|"
    f"教育局|公安局|财政局|人民医院|人民法院|融媒体中心|[{HAN}]{{2,6}}局)"
)
_DATELINE = re.compile(f"本报({_CORE}{{2,3}}{_UNIT}?)讯")
# At the beginning of a clause nothing but the name can stand before 市政协, behind a place nothing but the next.
_OPENING = re.compile(f"(?<![{HAN}])({_PLACE})?({_OPENING_PLACE})(?=政协|委[书副办统组宣、]|(?:人民)?政府)")
# 中共鹭屿市委, 政协鹭屿市第五届委员会
_IN_FULL_NAME = re.compile(f"(?:中共({_PLACE})(?=委)|政协({_PLACE})(?=第|委员会))")
_BEHIND = re.compile(f"(?:{FULL}|{SHORT})({_PLACE}{{1,2}})(?![级委内外直场民容情])")
_CHAIN = re.compile(f"{_PLACE}{{1,4}}")
_CHAIN_OF_BODY = re.compile(f"({_PLACE}{{1,3}}){_BODY}")
_ONE = re.compile(_PLACE)
_WHOLE = re.compile(f"({_CORE}{{2,3}}?){_UNIT}")

_ENOUGH = 0.9
"""Sum of the evidence of a page from which a place is taken as known."""
_PLENTY = 1.2
"""Evidence of the model from which a name may begin with a word of the dictionary: 龙首县, but not 近邻县."""
_BY_FORM, _BY_LONG_FORM = 0.9, 0.5
_SHORT_CORE = 2


def page_places(
    texts: Sequence[str],
    shadows: Sequence[str],
    modelled: Sequence[Sequence[Candidate]],
    gazetteer: Gazetteer,
) -> frozenset[str]:
    """Return the places, in full and short, that the page shows and no list holds.

    Args:
        texts: its reading texts.
        shadows: the same texts with their listed places written over.
        modelled: what the sequence model found in each.
        gazetteer: the lists, and the words that are no names.
    """
    evidence: defaultdict[str, float] = defaultdict(float)
    modelled_evidence: defaultdict[str, float] = defaultdict(float)
    for text, shadow, found in zip(texts, shadows, modelled, strict=True):
        for name, weight in _shown(text, shadow):
            evidence[name] += weight
        for name, weight in _modelled(text, found):
            evidence[name] += weight
            modelled_evidence[name] += weight
    known = {
        name
        for name, weight in evidence.items()
        if weight >= _ENOUGH
        and _is_new(name, gazetteer)
        and (modelled_evidence[name] >= _PLENTY or not _holds_word(name, gazetteer))
    }
    short = {whole.group(1) for name in known if (whole := _WHOLE.fullmatch(name))}
    return frozenset(known | {name for name in short if _is_new(name, gazetteer) and not _holds_word(name, gazetteer)})


def with_page_places(
    text: str, listed: Sequence[PlaceMatch], places: NameIndex, fits: Callable[[int, int], bool]
) -> list[PlaceMatch]:
    """Return the listed places of a text and those of the page; of two that overlap, the longer.

    Args:
        text: a reading text.
        listed: its listed places, by position.
        places: the places of the page (:func:`page_places`).
        fits: tells whether a range cuts no word in two (:meth:`Gazetteer.boundary_test`).
    """
    added = [PlaceMatch(start, end, _kind(text[start:end])) for start, end in places.matches(text, fits)]
    if not added:
        return list(listed)
    kept: list[PlaceMatch] = []
    for one in sorted([*listed, *added], key=lambda place: (place.start - place.end, place.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda place: place.start)


def _shown(text: str, shadow: str) -> Iterator[tuple[str, float]]:
    for match in _DATELINE.finditer(shadow):
        yield match.group(1), _BY_FORM
    for match in _OPENING.finditer(shadow):
        outer, inner, core = (text[start:end] for start, end in map(match.span, (1, 2, 3)))
        # Three characters may be a word and a name: 特邀鹭屿市政协.
        yield inner, _BY_FORM if len(core) <= _SHORT_CORE or core not in match.group() else _BY_LONG_FORM
        if outer:
            yield outer, _BY_FORM if len(outer) <= _SHORT_CORE + 1 else _BY_LONG_FORM
    for match in _IN_FULL_NAME.finditer(shadow):
        yield match.group(1) or match.group(2), _BY_FORM
    for match in _BEHIND.finditer(shadow):
        yield from ((one.group(), _BY_FORM) for one in _ONE.finditer(match.group(1)))


def _modelled(text: str, found: Iterable[Candidate]) -> Iterator[tuple[str, float]]:
    for one in found:
        name = text[one.start : one.end]
        if one.label == LOC and (outer := _CHAIN.match(name)):
            places = outer.group()
        elif one.label == ORG and (body := _CHAIN_OF_BODY.match(name)):
            places = body.group(1)
        else:
            continue
        for match in _ONE.finditer(places):
            yield match.group(), one.confidence


def _is_new(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether no list holds a name, nor its parts: not 陕西|陇县, but 苍梧岭县."""
    if gazetteer.is_province(name[:2]) or name[2:] in gazetteer.places or name in gazetteer.dictionary:
        return False
    return not (name in gazetteer.places or name in gazetteer.short_places or name in gazetteer.regions)


def _holds_word(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a name, or the core that its unit follows, is or begins with a word that is no name."""
    whole = _WHOLE.fullmatch(name)
    core = whole.group(1) if whole else name
    words = {name, core, core[:2]}
    return any(word in gazetteer.dictionary or word in gazetteer.common_words for word in words)


def _kind(name: str) -> PlaceKind:
    return PlaceKind.FULL if _WHOLE.fullmatch(name) else PlaceKind.SHORT
