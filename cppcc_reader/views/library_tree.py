"""The library as it stands on a shelf: newspaper, year, month, issue, page, each with how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from cppcc_reader.core.model.page import PageState
from cppcc_reader.storage.page_store import PageSummary
from cppcc_reader.views.dialog_parts import SPACE
from cppcc_reader.views.term_names import state_name

_PAGES: Final = Qt.ItemDataRole.UserRole
_DONE = frozenset({PageState.FINISHED, PageState.GOLD})


class LibraryTree(QTreeWidget):
    """Branches are filled when they are opened, so that a hundred thousand pages cost nothing before.

    Signals:
        page_chosen(str): a page was activated.
        pages_chosen(list, str): the pages of a branch, and what the branch is.
    """

    page_chosen = Signal(str)
    pages_chosen = Signal(list, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("按报纸和日期排列的版面"))
        self.setHeaderLabels([self.tr("报纸、日期、版"), self.tr("版面"), self.tr("已完成"), self.tr("疑点")])
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        self.setUniformRowHeights(True)
        self.itemExpanded.connect(self._fill)
        self.itemActivated.connect(self._choose)

    def show_pages(self, pages: Iterable[PageSummary]) -> None:
        """Show these pages."""
        self.clear()
        for paper, found in _grouped(pages, 0, self._names()).items():
            self._add_branch(None, paper, found, 1)
        only = self.topLevelItem(0) if self.topLevelItemCount() == 1 else None
        if only is not None:
            only.setExpanded(True)

    def _names(self) -> tuple[str, ...]:
        return (self.tr("报纸未知"), self.tr("日期未知"), "", "")

    def _add_branch(
        self, parent: QTreeWidgetItem | None, name: str, pages: Sequence[PageSummary], level: int
    ) -> QTreeWidgetItem:
        done = sum(page.state in _DONE for page in pages)
        doubts = sum(page.doubts for page in pages)
        item = QTreeWidgetItem([name, str(len(pages)), str(done), str(doubts)])
        for column in (1, 2, 3):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setData(0, _PAGES, (level, tuple(pages)))
        item.setSizeHint(0, QSize(0, 3 * SPACE))
        item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        if parent is None:
            self.addTopLevelItem(item)
        else:
            parent.addChild(item)
        return item

    def _fill(self, item: QTreeWidgetItem) -> None:
        if item.childCount():
            return
        level, pages = item.data(0, _PAGES)
        groups = _grouped(pages, level, self._names())
        # Pages without a date have no year, month and day to be opened one after the other.
        if level > len(_LEVELS) - 1 or set(groups) == {""}:
            for page in sorted(pages, key=lambda one: (_number(one.page_no), one.name)):
                item.addChild(self._leaf(page))
            return
        for name, found in groups.items():
            self._add_branch(item, name, found, level + 1)

    def _leaf(self, page: PageSummary) -> QTreeWidgetItem:
        name = self.tr("第 {0} 版").format(page.page_no) + f"　{page.name}" if page.page_no else page.name
        leaf = QTreeWidgetItem([name, "", state_name(page.state), str(page.doubts or "")])
        leaf.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        leaf.setData(0, _PAGES, page.id)
        return leaf

    def _choose(self, item: QTreeWidgetItem) -> None:
        found = item.data(0, _PAGES)
        if isinstance(found, str):
            self.page_chosen.emit(found)
            return
        names = []
        branch: QTreeWidgetItem | None = item
        while branch is not None:
            names.append(branch.text(0))
            branch = branch.parent()
        self.pages_chosen.emit([page.id for page in found[1]], " ".join(reversed(names)))


_LEVELS = (
    lambda page: page.paper or "",
    lambda page: (page.date or "")[:4],
    lambda page: (page.date or "")[5:7] and (page.date or "")[:7],
    lambda page: page.date or "",
)
"""What the branches of each level are named by: newspaper, year, month, day."""


def _grouped(pages: Iterable[PageSummary], level: int, unknown: Sequence[str]) -> dict[str, list[PageSummary]]:
    groups: dict[str, list[PageSummary]] = {}
    if level < len(_LEVELS):
        for page in pages:
            groups.setdefault(_LEVELS[level](page) or unknown[level], []).append(page)
    # What is unknown stands last.
    return dict(sorted(groups.items(), key=lambda group: (group[0] == unknown[min(level, 3)], group[0])))


def _number(page_no: str | None) -> tuple[int, str]:
    digits = "".join(filter(str.isdigit, page_no or ""))
    return (int(digits) if digits else 9999, page_no or "")
