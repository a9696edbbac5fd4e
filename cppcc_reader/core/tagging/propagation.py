"""The same name elsewhere on the page: what is certain in one place is likely in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cppcc_reader.core.tagging.candidate import LOC, ORG, PER, Candidate, Rank
from cppcc_reader.core.tagging.gazetteer import Gazetteer
from cppcc_reader.core.tagging.name_index import NameIndex

_ENOUGH = 0.9
"""Confidence from which a mention speaks for its other occurrences."""
_BEYOND_DOUBT = 0.97
_SHORTEST = {PER: 2, ORG: 4, LOC: 3}
_REPEATED = 0.85
"""Confidence of what only the same name elsewhere speaks for."""
_TAIL = re.compile(r"[镇乡县区市道]([\u3400-\u9fff]{2,4}(?:村|社区))$")


def known_names(found: Sequence[tuple[str, Sequence[Candidate]]], gazetteer: Gazetteer) -> dict[str, str]:
    """Return label by name of what is certain somewhere on the page; names of several labels are left out.

    With a full place name goes its short form (庄浪县: 庄浪), with a chain its last part (…张屯社区: 张屯社区).

    Args:
        found: reading texts with what was found in them.
        gazetteer: the lists of places.
    """
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for text, candidates in found:
        for one in candidates:
            name = text[one.start : one.end]
            if _speaks(one, name):
                labels[name].add(one.label)
            if one.label in (LOC, ORG):
                for other in (*_short_forms(name, gazetteer), *_TAIL.findall(name)):
                    labels[other].add(LOC)
    return {name: next(iter(seen)) for name, seen in labels.items() if len(seen) == 1}


def repeated_names(
    text: str, names: Mapping[str, str], words: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> Iterator[Candidate]:
    """Yield the places of known names in a text; of names that begin alike, the longest.

    Args:
        text: a reading text.
        names: label by name (:func:`known_names`).
        words: ranges of the words of the text; a place that cuts a word in two is none.
        gazetteer: knows which words are no names.
    """
    fits = gazetteer.boundary_test(text, words)
    starts, ends = {start for start, _end in words}, {end for _start, end in words}

    def may_stand(start: int, end: int) -> bool:
        if names[text[start:end]] != LOC:
            return True
        return fits(start, end) and (end - start > 2 or (start in starts and end in ends))

    for start, end in NameIndex(names).matches(text, may_stand):
        yield Candidate(start, end, names[text[start:end]], _REPEATED, "同版已有此名", Rank.FALLBACK)


def _speaks(one: Candidate, name: str) -> bool:
    if "\n" in name or one.confidence < _ENOUGH:
        return False
    shortest = 2 if one.label == LOC and one.confidence >= _BEYOND_DOUBT else _SHORTEST.get(one.label)
    return shortest is not None and len(name) >= shortest


def _short_forms(name: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield short forms of the full places that a name holds, if they are listed or hold two characters."""
    for place in gazetteer.place_matches(name):
        full = name[place.start : place.end]
        if full in gazetteer.places and len(full) >= 3 and full[-1] in "省市县区":
            yield full[:-1]
