"""Commands on how pages are filed: paper, date and number, who works on them, and the trash."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from cppcc_reader.core.model.page import PageFiling, PageMeta

META_STEP = "填写报纸和日期"
ASSIGN_STEP = "分派版面"
TRASH_STEP = "移到回收站"
PUT_BACK_STEP = "取回版面"
FILING_STEPS = frozenset({META_STEP, ASSIGN_STEP, TRASH_STEP, PUT_BACK_STEP})


class FilingCommand(Protocol):
    """One wish about how a page is filed."""

    @property
    def name(self) -> str:
        """What the step is called in the history, in Chinese."""

    def filed(self, filing: PageFiling) -> PageFiling:
        """Return how the page is filed after the command."""


@dataclass(frozen=True, slots=True)
class SetMeta:
    """Say in which paper, when and on which page number it was printed."""

    meta: PageMeta
    name: str = META_STEP

    def filed(self, filing: PageFiling) -> PageFiling:
        """See :class:`FilingCommand`."""
        return replace(filing, meta=self.meta)


@dataclass(frozen=True, slots=True)
class Assign:
    """Give the page to somebody; to nobody where ``to`` is empty."""

    to: str
    name: str = ASSIGN_STEP

    def filed(self, filing: PageFiling) -> PageFiling:
        """See :class:`FilingCommand`."""
        return replace(filing, assignee=self.to.strip())


@dataclass(frozen=True, slots=True)
class SetTrashed:
    """Move the page to the trash or take it out; nothing of it is deleted."""

    trashed: bool = True

    @property
    def name(self) -> str:
        """What the step is called."""
        return TRASH_STEP if self.trashed else PUT_BACK_STEP

    def filed(self, filing: PageFiling) -> PageFiling:
        """See :class:`FilingCommand`."""
        return replace(filing, trashed=self.trashed)
