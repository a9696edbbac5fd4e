"""The pages of a library as Qt sees them, in the order and with the filter that a person chose."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cppcc_reader.core.model.page import PageState
from cppcc_reader.storage.page_store import PageSummary
from cppcc_reader.views.term_names import state_name

SummaryRole = int(Qt.ItemDataRole.UserRole)
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PageOrder(StrEnum):
    """How the pages are ordered."""

    IMPORTED = "imported"
    DOUBTS = "doubts"
    DATE = "date"
    ASSIGNEE = "assignee"


_KEYS: dict[PageOrder, Callable[[PageSummary], Any]] = {
    PageOrder.IMPORTED: lambda page: (page.imported_at, page.name),
    PageOrder.DOUBTS: lambda page: (-page.doubts, page.name),
    PageOrder.DATE: lambda page: (page.date or "9999", page.page_no or "", page.name),
    PageOrder.ASSIGNEE: lambda page: (page.assignee or "\uffff", page.name),
}
assert set(_KEYS) == set(PageOrder)
OPEN_STATES = frozenset({PageState.NEW, PageState.IN_PROGRESS})
"""Pages that still need a person."""


def _facts(page: PageSummary) -> tuple[object, ...]:
    """Return what can be seen of a page on its row and in its tooltip."""
    printed = (page.paper, page.date, page.page_no)
    return (page.name, page.state, page.set_aside_reason, page.doubts, page.articles, page.assignee, *printed)


class PageListModel(QAbstractListModel):
    """Rows of page summaries; a changed page changes its row and nothing else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[str, PageSummary] = {}
        self._rows: list[PageSummary] = []
        self._row_of: dict[str, int] = {}
        self._order = PageOrder.IMPORTED
        self._states: frozenset[PageState] = frozenset(PageState)
        self._words = ""
        self._ids: frozenset[str] | None = None

    def set_pages(self, summaries: Iterable[PageSummary]) -> None:
        """Show these pages."""
        self._all = {summary.id: summary for summary in summaries}
        self._arrange()

    def update_page(self, summary: PageSummary) -> None:
        """Take over what changed about one page; its row stays where it is, and is drawn only if it looks different.

        A page that came out of the trash gets a row, one that went there loses it.
        """
        before = self._all.get(summary.id)
        self._all[summary.id] = summary
        row = self._row_of.get(summary.id)
        if row is None or summary.trashed:
            if row is not None or self._is_shown(summary):
                self._arrange()
            return
        self._rows[row] = summary
        if before is None or _facts(before) != _facts(summary):
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def set_order(self, order: PageOrder) -> None:
        """Order the pages anew."""
        self._order = order
        self._arrange()

    def set_filter(self, *, states: frozenset[PageState], words: str = "", ids: frozenset[str] | None = None) -> None:
        """Show only pages in these states whose name holds ``words`` (and that are among ``ids``)."""
        self._states, self._words, self._ids = states, words.strip().casefold(), ids
        self._arrange()

    def rowCount(self, parent: _Index = _ROOT) -> int:  # noqa: N802 (Qt's name)
        """Return the number of pages shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return name, tooltip, spoken text or the summary itself."""
        if not index.isValid():
            return None
        page = self._rows[index.row()]
        if role == SummaryRole:
            return page
        if role == Qt.ItemDataRole.DisplayRole:
            return page.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words_of(page)
        return None

    @property
    def total(self) -> int:
        """Number of pages of the library, shown or not."""
        return len(self._all)

    def row_of(self, page_id: str | None) -> int | None:
        """Return the row of a page, None where it is not shown."""
        return self._row_of.get(page_id or "")

    def is_trashed(self, page_id: str | None) -> bool:
        """Tell whether a page went to the trash since the list was read."""
        page = self._all.get(page_id or "")
        return page is not None and page.trashed

    def page_at(self, row: int) -> PageSummary | None:
        """Return the page of a row, None outside."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def neighbour(self, page_id: str | None, step: int) -> PageSummary | None:
        """Return the page ``step`` rows away, None past the ends."""
        row = self.row_of(page_id)
        if row is None:
            return self.page_at(0)
        return self.page_at(row + step)

    def next_open(self, page_id: str | None) -> PageSummary | None:
        """Return the next page after this one that needs a person, around the end; never the page itself."""
        row = self.row_of(page_id)
        start = -1 if row is None else row
        count = len(self._rows)
        for step in range(1, count + 1):
            page = self._rows[(start + step) % count]
            if page.state in OPEN_STATES and page.id != page_id:
                return page
        return None

    def assignees(self) -> list[str]:
        """Return everybody that pages are assigned to, in order."""
        return sorted({page.assignee for page in self._all.values() if page.assignee})

    def open_count(self) -> int:
        """Return how many pages of the library still need a person."""
        return sum(page.state in OPEN_STATES for page in self._all.values())

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = [page for page in self._all.values() if self._is_shown(page)]
        self._rows = sorted(shown, key=_KEYS[self._order])
        self._row_of = {page.id: row for row, page in enumerate(self._rows)}
        self.endResetModel()

    def _is_shown(self, page: PageSummary) -> bool:
        if page.trashed or page.state not in self._states:
            return False
        if self._ids is not None and page.id not in self._ids:
            return False
        return not self._words or self._words in page.name.casefold()

    def _words_of(self, page: PageSummary) -> str:
        words = self.tr("{name}：{state}，{articles} 篇文章，{doubts} 处疑点")
        parts = [words.format(name=page.name, state=state_name(page.state), articles=page.articles, doubts=page.doubts)]
        if page.assignee:
            parts.append(self.tr("由 {0} 处理").format(page.assignee))
        if page.set_aside_reason:
            parts.append(self.tr("搁置原因：{0}").format(page.set_aside_reason))
        return "\n".join(parts)
