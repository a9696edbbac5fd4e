"""What a person asks for when exporting, and the command line that asks for the same."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from enum import StrEnum

from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.exporter import Exporter, Scheme, Tokens
from cppcc_reader.formats.exporters import EXPORTERS
from cppcc_reader.formats.training_document import Unit


class ExportError(Exception):
    """An export that cannot be made; the message is Chinese and says what to do."""


class ExportCancelledError(Exception):
    """The person has stopped the export; nothing was left behind."""


class What(StrEnum):
    """What the data set is for."""

    BOTH = "both"
    SEGMENTATION = "segmentation"
    ENTITIES = "entities"


class SplitBy(StrEnum):
    """What is never divided between training and test."""

    PAGE = "page"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitPlan:
    """Shares of the splits; they need not sum to 1.

    Attributes:
        seed: another seed, another division; the same seed puts a page into the same split for ever.
    """

    train: float = 0.8
    dev: float = 0.1
    test: float = 0.1
    by: SplitBy = SplitBy.PAGE
    seed: int = 0

    def __post_init__(self) -> None:
        if min(self.train, self.dev, self.test) < 0 or self.train + self.dev + self.test <= 0:
            raise ExportError("划分比例应为非负数，且不全为零，例如 8:1:1")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFilter:
    """Which pages: each condition None or empty for all.

    Attributes:
        since, until: first and last date, ISO 8601; pages without a date do not pass either.
        query: the words that ``page_ids`` were found by; it only goes into the command that makes the set again.
        set_aside: also pages that were set aside as unfit; otherwise they are left out unless ``states`` names them.
    """

    states: frozenset[PageState] = frozenset()
    since: str | None = None
    until: str | None = None
    page_ids: frozenset[str] | None = None
    query: str = ""
    set_aside: bool = False

    def reason_against(self, record: PageRecord) -> str | None:
        """Return in Chinese why the page is left out, or None if it passes."""
        state, date = record.annotations.state, record.page.meta.date
        if self.page_ids is not None and record.page.id not in self.page_ids:
            return "不在所选版面之内"
        if self.states and state not in self.states:
            return "状态不符"
        if state is PageState.SET_ASIDE and not self.states and not self.set_aside:
            return "已搁置"
        if self.since is not None and (date is None or date < self.since):
            return "日期不符"
        if self.until is not None and (date is None or date > self.until):
            return "日期不符"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """Everything that decides what an export holds.

    Attributes:
        unit: None for the format's usual unit.
        annotated_only: leave out documents that no person has touched.
        confirmed_only: leave out mentions that are only the machine's suggestions.
        apply_corrections: export the text as corrected instead of as recognised.
        split: None for one undivided data set.
    """

    format: str
    what: What = What.BOTH
    unit: Unit | None = None
    pages: PageFilter = PageFilter()
    annotated_only: bool = False
    confirmed_only: bool = False
    apply_corrections: bool = False
    split: SplitPlan | None = None
    scheme: Scheme = Scheme.BIO
    tokens: Tokens = Tokens.CHARACTERS

    @property
    def exporter(self) -> Exporter:
        """The format.

        Raises:
            ExportError: if there is none of that name.
        """
        try:
            return EXPORTERS[self.format]
        except KeyError:
            raise ExportError(f"没有“{self.format}”这种格式；可用的有：{'、'.join(EXPORTERS)}") from None

    @property
    def chosen_unit(self) -> Unit:
        """The unit, or the format's usual one.

        Raises:
            ExportError: if the format does not know the unit.
        """
        units = self.exporter.units
        if self.unit is not None and self.unit not in units:
            raise ExportError(f"“{self.exporter.name_zh}”只能以 {'、'.join(units)} 为单位")
        return self.unit or units[0]

    @property
    def roles_as_labels(self) -> bool:
        """Whether segments are written as labelled ranges."""
        return self.what is What.SEGMENTATION and self.exporter.roles_as_labels


def command_line(options: ExportOptions, library: str, out: str) -> str:
    """Return the command that makes the same data set again.

    Args:
        options: what was asked for.
        library: the library's file name.
        out: the folder's name.
    """
    words = ["cppcc-reader", "export", library, "--format", options.format, "--out", out]
    words += _given("--what", options.what, What.BOTH)
    words += _given("--unit", options.unit, None)
    words += [word for state in sorted(options.pages.states) for word in ("--state", state)]
    words += _given("--since", options.pages.since, None)
    words += _given("--until", options.pages.until, None)
    chosen = () if options.pages.query else sorted(options.pages.page_ids or ())
    words += [word for page_id in chosen for word in ("--page", page_id)]
    words += _given("--query", options.pages.query, "")
    flags = {
        "--set-aside": options.pages.set_aside,
        "--annotated-only": options.annotated_only,
        "--confirmed-only": options.confirmed_only,
        "--apply-corrections": options.apply_corrections,
    }
    words += [flag for flag, given in flags.items() if given]
    if (plan := options.split) is not None:
        words += ["--split", f"{plan.train:g}:{plan.dev:g}:{plan.test:g}", "--seed", str(plan.seed)]
        words += _given("--split-by", plan.by, SplitBy.PAGE)
    words += _given("--scheme", options.scheme, Scheme.BIO)
    words += _given("--tokens", options.tokens, Tokens.CHARACTERS)
    return shlex.join(words)


def _given(flag: str, value: str | None, usual: str | None) -> list[str]:
    return [] if value == usual or value is None else [flag, str(value)]
