"""One page as the linking stage sees it: units with classes, runs of heads, words in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from cppcc_reader.core.model.role import Role
from cppcc_reader.core.segmentation.facts import Facts
from cppcc_reader.core.segmentation.role_guess import RoleGuess
from cppcc_reader.core.segmentation.topics import Indexes, Spans, Topics
from cppcc_reader.core.segmentation.units import Unit
from cppcc_reader.core.segmentation.word_overlap import WordOverlap

KIND: dict[Role, str] = {
    Role.SECTION: "F",
    Role.OTHER: "F",
    Role.KICKER: "T",
    Role.HEADLINE: "T",
    Role.DECK: "T",
    Role.BYLINE: "Y",
    Role.DATELINE: "B",
    Role.LEAD: "B",
    Role.BODY: "B",
    Role.SUBHEAD: "S",
    Role.CAPTION: "C",
    Role.CREDIT: "R",
    Role.NOTE: "N",
}
"""Kind of a unit for the linker: Furniture, Title, bYline, Body, Subhead, Caption, cRedit, Note."""

_GROUP = 2
_HEADS_OF_BYLINE = 2
_PERHAPS_TEXT = 0.12
"""A title that is text with more than this probability may stand inside an article."""


def _kind(guess: RoleGuess) -> str:
    """Return the kind of a unit; what may be a title or the torn beginning of a paragraph is left to the linker."""
    kind = KIND[guess.role]
    return "S" if kind == "T" and guess.body > _PERHAPS_TEXT else kind


@dataclass(slots=True)
class PageView:
    """Everything the linker asks of a page, computed once.

    Attributes:
        kinds: kind of each unit, see :data:`KIND`.
        meaning: what the units are about by a model of meaning, None without a model.
        before: for each unit the nearest earlier one that is not furniture, -1 where none.
        after: the nearest later one that is not furniture, -1 where none.
        widths: ``全`` or ``半`` by the commas of each unit, empty where it has none.
        run: number of the run of equal broad kind (heads or text) that the unit stands in.
        title_ends: for each run of heads its units, in page order.
    """

    units: Sequence[Unit]
    facts: Sequence[Facts]
    guesses: Sequence[RoleGuess]
    overlap: WordOverlap
    widths: Sequence[str] = ()
    meaning: Topics | None = None
    kinds: list[str] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)
    run: list[int] = field(default_factory=list)
    head_runs: list[list[int]] = field(default_factory=list)
    head_run_before: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kinds = [_kind(guess) for guess in self.guesses]
        self._find_neighbours()
        self._find_runs()

    def _find_neighbours(self) -> None:
        last = -1
        for index, kind in enumerate(self.kinds):
            self.before.append(last)
            if kind != "F":
                last = index
        following = -1
        for kind in reversed(self.kinds):
            self.after.append(following)
            if kind != "F":
                following = len(self.kinds) - len(self.after)
        self.after.reverse()

    def _find_runs(self) -> None:
        run, broad_before = 0, ""
        for index, kind in enumerate(self.kinds):
            broad = "T" if kind in "TYF" else ("C" if kind in "CR" else "B")
            if broad != broad_before:
                run += 1
                if broad == "T":
                    self.head_runs.append([])
            broad_before = broad
            self.run.append(run)
            self.head_run_before.append(len(self.head_runs))
            if broad == "T" and kind != "F":
                self.head_runs[-1].append(index)

    def group_bounds(self, reach: int = _GROUP) -> tuple[Indexes, Indexes]:
        """Return for each unit where the group of text that ends with it starts, and where the one it begins stops."""
        count = len(self.units)
        runs = np.asarray(self.run, dtype=np.int64)
        here = np.arange(count)
        run_start = np.searchsorted(runs, runs, side="left")
        run_stop = np.searchsorted(runs, runs, side="right")
        heads = np.asarray([kind in "TYF" for kind in self.kinds], dtype=bool)
        signed = np.asarray([kind == "Y" for kind in self.kinds], dtype=bool)
        first = np.where(heads, here, np.maximum(here - reach, run_start))
        # A byline says nothing of what it signs: the heads above it do.
        first = np.where(signed, np.maximum(here - _HEADS_OF_BYLINE, run_start), first)
        stop = np.where(heads, here + 1, np.minimum(here + 1 + reach, run_stop))
        return first, stop

    def text_around(self, heads: Sequence[int], reach: int) -> tuple[tuple[Indexes, Indexes], tuple[Indexes, Indexes]]:
        """Return for each head the nearest units of text before it and after it, at most ``reach``, as spans."""
        texts = np.asarray([kind in "BCS" for kind in self.kinds], dtype=bool)
        count = len(texts)
        here = np.arange(count)
        last_text = np.maximum.accumulate(np.where(texts, here, -1))
        next_text = np.minimum.accumulate(np.where(texts, here, count)[::-1])[::-1]
        places = np.asarray(heads, dtype=np.int64)
        stop = last_text[places - 1] + 1
        stop[places == 0] = 0
        start = np.append(next_text, count)[places + 1]
        return (np.maximum(stop - reach, 0), stop), (start, np.minimum(start + reach, count))

    def text_up_to_heads(self, heads: Sequence[int], reach: int) -> tuple[Spans, Spans]:
        """Return for each head the text before it back to the head before that, and after it on to the next."""
        count = len(self.units)
        here = np.arange(count)
        texts = np.asarray([kind not in "TYF" for kind in self.kinds], dtype=bool)
        places = np.asarray(heads, dtype=np.int64)
        last_text = np.append(np.maximum.accumulate(np.where(texts, here, -1)), -1)[places - 1]
        last_head = np.append(np.maximum.accumulate(np.where(texts, -1, here)), -1)[last_text]
        next_text = np.append(np.minimum.accumulate(np.where(texts, here, count)[::-1])[::-1], count)[places + 1]
        next_head = np.append(np.minimum.accumulate(np.where(texts, count, here)[::-1])[::-1], count)[next_text]
        before = (np.maximum(last_head + 1, last_text + 1 - reach), last_text + 1)
        return before, (next_text, np.minimum(next_head, next_text + reach))

    def group_ending(self, index: int) -> list[int]:
        """Return the units of text that run up to ``index``, nearest few."""
        start = index
        while start > 0 and index - start < _GROUP and self.run[start - 1] == self.run[index]:
            start -= 1
        return list(range(start, index + 1))

    def group_starting(self, index: int) -> list[int]:
        """Return the units of text that run on from ``index``, nearest few."""
        stop = index
        last = len(self.units) - 1
        while stop < last and stop - index < _GROUP and self.run[stop + 1] == self.run[index]:
            stop += 1
        return list(range(index, stop + 1))


def comma_widths(text: str, units: Sequence[Unit]) -> list[str]:
    """Return for each unit whether its commas are full-width (``全``) or half-width (``半``); empty for none."""
    found = []
    for unit in units:
        full, half = text.count("，", unit.start, unit.end), text.count(",", unit.start, unit.end)
        found.append("" if full == half else ("全" if full > half else "半"))
    return found
