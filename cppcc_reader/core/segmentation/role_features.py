"""Readable features of a unit for the role labeller: what it looks like, and what stands around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from cppcc_reader.core.segmentation import patterns as p
from cppcc_reader.core.segmentation.across_heads import across_heads
from cppcc_reader.core.segmentation.facts import Facts
from cppcc_reader.core.segmentation.manner import manner_of
from cppcc_reader.core.segmentation.sentence_flow import SentenceFlow
from cppcc_reader.core.segmentation.topics import Topics
from cppcc_reader.core.segmentation.units import Unit
from cppcc_reader.core.segmentation.word_overlap import WordOverlap

_SIZES = (2, 4, 6, 8, 10, 12, 14, 17, 20, 24, 28, 34, 42, 55, 75, 110, 170, 300)
_SHORT = 50
"""Only a unit up to this length can be a head, a byline, a banner: longer ones get fewer features."""
_EDGE = "^"
_NO_SEAM = -2.0
_START_STEPS = (-4.0, -2.5, -1.0, 0.0, 1.0, 2.0, 3.0)
_FAR_STEPS = (_NO_SEAM, 0.5, 1.5, 3.0, 4.5)
_SEAM_STEPS = (-1.0, 0.5, 2.0, 4.0)
_MOST_SEAMS = 40
_SHORT_SHAPES = frozenset(("h", "hc", "=byline", "=section", "=other"))
_MEANT = 8
"""Units of text on either side of a short line whose meaning is compared."""
_TORN_STEP = 2
"""Up to this step of likelihood, the first characters of a unit hardly begin a paragraph."""


def role_features(
    units: Sequence[Unit], facts: Sequence[Facts], overlap: WordOverlap, flow: SentenceFlow, meaning: Topics
) -> list[list[str]]:
    """Return the features of every unit, in page order."""
    shapes = [_shape(unit, fact) for unit, fact in zip(units, facts, strict=True)]
    own = [_own_features(unit, fact, shape) for unit, fact, shape in zip(units, facts, shapes, strict=True)]
    frame = [_EDGE, _EDGE, *shapes, _EDGE, _EDGE]
    same_block = _glued(units)
    heads = _head_runs(facts, shapes)
    shares = _neighbour_shares(overlap)
    far = _far_seams(facts, shapes, flow)
    manner = manner_of(facts)
    meant = _meanings(shapes, meaning, overlap.topics)
    return [
        own[index]
        + heads[index]
        + _around(frame[index : index + 5], manner)
        + _between(facts, shares, index, shapes[index])
        + _start_features(facts, flow, index)
        + far[index]
        + meant[index]
        + (["行.同块"] if same_block[index] else [])
        for index in range(len(units))
    ]


def _shape(unit: Unit, fact: Facts) -> str:
    """Return a rough class in one or two letters, for the neighbours to look at."""
    fixed = unit.main_piece.role
    if fixed is not None:
        return f"={fixed.value}"
    if fact.dateline:
        return "D"
    if fact.note_from:
        return "n"
    if fact.credit:
        return "P"
    if fact.length <= _SHORT and not fact.ends_whole and not fact.starts_inside and "。" not in fact.text:
        return "h" if fact.text[-1] not in ",;、:" else "hc"
    if fact.starts_inside:
        return "i" if fact.ends_whole else "io"
    if fact.byline_tail:
        return "bz"
    return "b" if fact.ends_whole else "bo"


def _own_features(unit: Unit, fact: Facts, shape: str) -> list[str]:
    text = fact.text
    size = _size(fact.length)
    found = [f"形={shape}", f"长={size}", f"末={text[-1]}", f"首={text[0]}", f"首2={text[:2]}"]
    found.append(f"长×末={size}|{'。' if fact.ends_whole else ('词' if text[-1] not in ',;:、' else ',')}")
    commas = text.count(",")
    found.append(f"逗号={min(commas, 4)}")
    if fact.quote_debt:
        found.append("引号未闭" if fact.quote_debt > 0 else "引号多闭")
    if fact.starts_inside:
        found.append("句中起")
    if fact.note_from:
        found.append("有.接版")
    if fact.note_to:
        found.append("有.转版")
    if fact.credit:
        found += ["有.摄", f"有.摄×长={size}"]
    if date := p.DATE_LEAD.match(text):
        found.append("首.时地" if p.PLACE_NEXT.match(text, date.end()) else "首.时间")
    if p.CAPTION_CUE.search(text):
        found.append("图.用语")
    if p.LIST_HEAD.match(text):
        found.append("首.序号")
    if fact.length <= _SHORT:
        found += _head_features(text, size)
    return found


def _head_features(text: str, size: int) -> list[str]:
    found = []
    for name, pattern in _WHOLE_LINE:
        if pattern.match(text):
            found += [name, f"{name}×长={size}"]
    for name, pattern in _ANYWHERE:
        if pattern.search(text):
            found.append(name)
    if text.startswith(("——", "—", "--")):
        found.append("首.破折号")
    if text.endswith(("——", "—")):
        found.append("末.破折号")
    if text[-1] == ")" and "(" in text[1:]:
        found.append("末.栏名")
    if text[0] == "(" and text[-1] == ")":
        found.append("全括号")
    spaces = text.count(" ")
    found.append(f"空格={min(spaces, 4)}")
    found.append(f"地名机构={_has_place(text)}")
    return found


_WHOLE_LINE = (
    ("署名.记者", p.BYLINE_WORD),
    ("署名.人名", p.NAMES_ONLY),
    ("责编", p.EDITOR_LINE),
    ("报眉", p.FOLIO),
)
_ANYWHERE = (("栏目用语", p.SECTION_WORD), ("副题用语", p.DECK_END), ("说.冒号", p.SPEECH_END))


def _around(frame: Sequence[str], manner: str) -> list[str]:
    """Return features of the shapes before and after; ``frame`` is five shapes with the unit in the middle."""
    before2, before, here, after, after2 = frame
    return [
        f"前={before}",
        f"后={after}",
        f"前|{here}={before}",
        f"后|{here}={after}",
        f"前后|{here}={before}|{after}",
        f"前2|{here}={before2}|{before}",
        f"后2|{here}={after}|{after2}",
        f"版{manner}={here}",
        f"版{manner}|前={here}|{before}",
        f"版{manner}|后={here}|{after}",
    ]


@dataclass(frozen=True, slots=True)
class _Shares:
    """Rare words that each unit shares: with the one before, the two before, the two after; and those across it."""

    previous: list[float]
    backward: list[float]
    forward: list[float]
    across: list[float]


def _neighbour_shares(overlap: WordOverlap) -> _Shares:
    here = np.arange(overlap.count)
    before = (np.maximum(here - 2, 0), here)
    after = (here + 1, np.minimum(here + 3, overlap.count))
    alone = (here, here + 1)
    return _Shares(
        overlap.rare_between((np.maximum(here - 1, 0), here), alone).tolist(),
        overlap.rare_between(before, alone).tolist(),
        overlap.rare_between(alone, after).tolist(),
        overlap.rare_between(before, after).tolist(),
    )


def _meanings(shapes: Sequence[str], meaning: Topics, words: Topics) -> list[list[str]]:
    """Return for each short line how near the text before it is to the text after it, and to which of them it is."""
    found: list[list[str]] = [[] for _ in shapes]
    short = np.asarray([shape in _SHORT_SHAPES for shape in shapes], dtype=bool)
    heads = np.flatnonzero(short)
    if not len(heads):
        return found
    count = len(shapes)
    here = np.arange(count)
    last_text = np.maximum.accumulate(np.where(short, -1, here))
    next_text = np.minimum.accumulate(np.where(short, count, here)[::-1])[::-1]
    before = (np.maximum(last_text[heads] + 1 - _MEANT, 0), last_text[heads] + 1)
    after = (next_text[heads], np.minimum(next_text[heads] + _MEANT, count))
    steps = across_heads(heads, before, after, meaning, words)
    for head, (near, lean, shared) in zip(heads.tolist(), steps, strict=True):
        found[head] = [f"意跨={near}", f"意偏={lean}", f"话跨={shared}"]
    return found


def _between(facts: Sequence[Facts], shares: _Shares, index: int, shape: str) -> list[str]:
    """Return how a short line sits between its neighbours: whose words it shares, and whether they share words."""
    if shape not in ("h", "hc"):
        if index == 0:
            return []
        shared = _some(shares.previous[index])
        return [f"同前={shared}", f"同前|前末={shared}|{facts[index - 1].text[-1]}"]
    backward, forward = shares.backward[index], shares.forward[index]
    return [
        f"跨={_some(shares.across[index])}",
        f"同前={_some(backward)}",
        f"同后={_some(forward)}",
        f"偏={'前' if backward > forward else ('后' if forward > backward else '平')}",
        f"邻长={_size(facts[index - 1].length) if index else 0}",
        f"前末={facts[index - 1].text[-1] if index else _EDGE}",
        f"后首={facts[index + 1].text[:1] if index + 1 < len(facts) else _EDGE}",
    ]


def _start_features(facts: Sequence[Facts], flow: SentenceFlow, index: int) -> list[str]:
    """Return how much a unit looks like the beginning of a paragraph, and whether its neighbours run on from it."""
    step = _start_step(facts, flow, index)
    left = _seam(facts, flow, index) if index else _EDGE
    features = [f"起势={step}", f"起势|前末={step}|{left}"]
    if facts[index].length <= _SHORT and index + 1 < len(facts) and not facts[index].ends_whole:
        right, following = _seam(facts, flow, index + 1), _start_step(facts, flow, index + 1)
        marks = f"{min(facts[index].text.count('、'), 2)}{min(facts[index].text.count(','), 2)}"
        features += [f"后缝={right}", f"后缝|起势={right}|{following}", f"后起势={following}", f"顿逗={marks}|{right}"]
    return features


def _far_seams(facts: Sequence[Facts], shapes: Sequence[str], flow: SentenceFlow) -> list[list[str]]:
    """Return for each unit how well some broken end elsewhere runs on into it, or it into some torn beginning."""
    steps = [_start_step(facts, flow, index) for index in range(len(facts))]
    ends = _few(fact.text[-1] for fact, shape in zip(facts, shapes, strict=True) if shape in ("bo", "io"))
    starts = _few(fact.text[0] for fact, step in zip(facts, steps, strict=True) if step <= _TORN_STEP)
    found: list[list[str]] = []
    for index, (fact, shape) in enumerate(zip(facts, shapes, strict=True)):
        if shape in ("h", "hc"):
            best = flow.best_pair(fact.text[-1], starts, _NO_SEAM)
            found.append([f"远后缝={_seam_step(best)}"])
        elif index and shape in ("b", "bo", "i", "io") and (facts[index - 1].ends_whole or shapes[index - 1] == "h"):
            best = flow.best_pair(ends, fact.text[0], _NO_SEAM)
            found.append([f"远缝={_seam_step(best)}", f"远缝|起势={_seam_step(best)}|{steps[index]}"])
        else:
            found.append([])
    return found


def _few(chars: Iterable[str]) -> list[str]:
    """Return distinct characters that are no marks, so few that the time stays linear."""
    return [char for char in dict.fromkeys(chars) if char.isalnum()][:_MOST_SEAMS]


def _seam_step(association: float) -> int:
    return bisect_left(_FAR_STEPS, association)


def _start_step(facts: Sequence[Facts], flow: SentenceFlow, index: int) -> int:
    return bisect_left(_START_STEPS, flow.start(facts[index].text))


def _seam(facts: Sequence[Facts], flow: SentenceFlow, index: int) -> str:
    """Return how a unit follows the one before: after a stop, a mark, or (in steps) how naturally the words run on."""
    before = facts[index - 1]
    end = "。" if before.ends_whole else before.text[-1]
    if end in "。,;:、”)":
        return end
    across = flow.across(before.text, facts[index].text)
    return f"词{bisect_left(_SEAM_STEPS, across)}"


def _glued(units: Sequence[Unit]) -> list[bool]:
    """Tell of each unit whether it shares a block with the one before, on a page where that is the exception."""
    gaps = [unit.glued for unit in units]
    return gaps if sum(gaps) * 4 < len(gaps) else [False] * len(gaps)


@dataclass(frozen=True, slots=True)
class _HeadRun:
    """Neighbouring short lines without the bylines among them, and the shapes around them."""

    members: list[int]
    leading: str
    following: str
    signed: bool


def _head_runs(facts: Sequence[Facts], shapes: Sequence[str]) -> list[list[str]]:
    """Return for each line of a run of short lines where it stands in the run and how it compares with the others."""
    found: list[list[str]] = [[] for _ in facts]
    start = 0
    while start < len(facts):
        stop = start
        while stop < len(facts) and shapes[stop] in ("h", "hc", "=byline"):
            stop += 1
        members = [index for index in range(start, stop) if not p.BYLINE_WORD.match(facts[index].text)]
        run = _HeadRun(
            members,
            leading=shapes[start - 1] if start else _EDGE,
            following=shapes[stop] if stop < len(facts) else _EDGE,
            signed=len(members) < stop - start,
        )
        for place, index in enumerate(members):
            found[index] = _place_in_run(facts, run, place)
        start = max(stop, start + 1)
    return found


def _place_in_run(facts: Sequence[Facts], run: _HeadRun, place: int) -> list[str]:
    size = min(len(run.members), 5)
    spot = f"{min(place, 3)}/{size}{'署' if run.signed else ''}"
    here = facts[run.members[place]]
    features = [f"题位={spot}", f"题位×后={spot}|{run.following}", f"题位×前={spot}|{run.leading}"]
    mark = _mark(here.text)
    for name, other in (("上", place - 1), ("下", place + 1)):
        if 0 <= other < len(run.members):
            there = facts[run.members[other]]
            longer = "长" if here.length > there.length + 3 else ("短" if here.length + 3 < there.length else "近")
            pair = f"{mark}|{_mark(there.text)}"
            features += [f"题比{name}={longer}", f"题记{name}={pair}", f"题比{name}×位={longer}|{spot}"]
            features += [f"题记{name}×位={pair}|{spot}", f"题记{name}×长={pair}|{longer}"]
    return features


def _mark(text: str) -> str:
    """Return what kind of head a line looks like by its words."""
    if text.startswith(("——", "—", "--")):
        return "破"
    if text.endswith(("——", "—")):
        return "引"
    if p.DECK_END.search(text):
        return "记"
    if p.SECTION_WORD.search(text) and len(text) <= 14:
        return "栏"
    return "地" if _has_place(text) else "无"


def _has_place(text: str) -> bool:
    """Tell whether a head names a body or a place: such lines stand above or below the headline proper."""
    return p.PLACE_OR_BODY.search(text) is not None


def _some(weight: float) -> str:
    """Return a weight of shared words as a word: none, little, some, much."""
    if weight <= 0.0:
        return "0"
    if weight < 1.0:
        return "少"
    return "中" if weight < 3.0 else "多"


def _size(length: int) -> int:
    for step, bound in enumerate(_SIZES):
        if length <= bound:
            return step
    return len(_SIZES)
