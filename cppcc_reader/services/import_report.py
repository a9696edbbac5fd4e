"""What became of each file of an import, for the report and for the command line's exit code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cppcc_reader.formats.text_encoding import EncodingGuess


class Outcome(StrEnum):
    """What became of a page file or of one line of a page-record file."""

    IMPORTED = "imported"
    ALREADY_THERE = "already_there"
    REFUSED = "refused"


OUTCOME_NAMES_ZH = {Outcome.IMPORTED: "已导入", Outcome.ALREADY_THERE: "已在库中", Outcome.REFUSED: "未导入"}
assert set(OUTCOME_NAMES_ZH) == set(Outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutcome:
    """One page file, or one line of a file of records.

    Attributes:
        page_id: the page in the library; empty if refused.
        line_no: line in a file of records, from 1; None for a page file.
        reason: why it was refused, in Chinese.
        warnings: what is odd about it although it was taken, in Chinese.
    """

    path: Path
    outcome: Outcome
    page_id: str = ""
    line_no: int | None = None
    reason: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """File name, with the line where there is one."""
        return self.path.name if self.line_no is None else f"{self.path.name} 第 {self.line_no} 行"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """Everything that was tried, in order; ``cancelled`` if a person stopped it (what is listed stays)."""

    outcomes: tuple[FileOutcome, ...]
    cancelled: bool = False

    def of(self, outcome: Outcome) -> tuple[FileOutcome, ...]:
        """Return those with one outcome."""
        return tuple(one for one in self.outcomes if one.outcome is outcome)

    @property
    def summary(self) -> str:
        """One Chinese sentence with the counts."""
        counts = "，".join(f"{name} {len(self.of(outcome))} 版" for outcome, name in OUTCOME_NAMES_ZH.items())
        return f"{counts}{'；已取消，未处理的可再次导入' if self.cancelled else ''}。"

    def lines(self) -> Iterable[str]:
        """Yield one Chinese line for each file that a person should know of: refused, or odd."""
        for one in self.outcomes:
            if one.outcome is Outcome.REFUSED:
                yield f"未导入 {one.place}：{one.reason}"
            for warning in one.warnings:
                yield f"注意 {one.place}：{warning}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCheck:
    """What an import would make of one file, before anything is stored.

    Attributes:
        encoding: codec the file would be read with; empty for a file of records or one refused.
        guesses: all encodings that fit, best first, for a person to choose from.
        doubtful: a person should choose.
        reason: why it would be refused; empty if it would not.
    """

    path: Path
    encoding: str = ""
    guesses: tuple[EncodingGuess, ...] = ()
    doubtful: bool = False
    warnings: tuple[str, ...] = ()
    reason: str = ""
