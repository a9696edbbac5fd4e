"""The library by newspaper and date: a tree, and a calendar that shows what is there and how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from cppcc_reader.storage.page_store import PageSummary
from cppcc_reader.views.calendar_view import CalendarView, years_of
from cppcc_reader.views.dialog_parts import SPACE, hint
from cppcc_reader.views.library_tree import LibraryTree
from cppcc_reader.views.theme import Theme


class LibraryWindow(QDialog):
    """Stays beside the window.

    Signals:
        page_chosen(str): open this page.
        pages_chosen(list, str): show these pages, and what they are.
    """

    page_chosen = Signal(str)
    pages_chosen = Signal(list, str)

    def __init__(self, pages: Sequence[PageSummary], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = [page for page in pages if not page.trashed]
        self.setWindowTitle(self.tr("按报纸和日期看文库"))
        self.resize(860, 720)
        self._tree = LibraryTree(self)
        self._calendar = CalendarView(theme, self)
        self._paper = QComboBox(self)
        self._year = QComboBox(self)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._tree, self.tr("目录"))
        self._tabs.addTab(self._calendar_page(), self.tr("日历"))
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(hint(self.tr("按回车或双击：一个版面就打开，一组版面就在版面列表里只看它们。")))
        self._tree.page_chosen.connect(self.page_chosen)
        self._tree.pages_chosen.connect(self.pages_chosen)
        self._calendar.day_chosen.connect(self.pages_chosen)
        self._tree.show_pages(self._pages)
        self._fill_papers()

    def show_calendar(self) -> None:
        """Turn to the calendar."""
        self._tabs.setCurrentIndex(1)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._calendar.set_theme(theme)

    def _calendar_page(self) -> QWidget:
        page = QWidget()
        head = QHBoxLayout()
        for words, box in ((self.tr("报纸(&P)"), self._paper), (self.tr("年份(&Y)"), self._year)):
            name = QLabel(words)
            name.setBuddy(box)
            box.setMinimumWidth(120)
            head.addWidget(name)
            head.addWidget(box)
        head.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(self._calendar)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        column = QVBoxLayout(page)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        column.addWidget(hint(self.tr("有颜色的日子有版面，颜色越满，完成的越多。")))
        self._paper.currentIndexChanged.connect(self._fill_years)
        self._year.currentIndexChanged.connect(self._show_year)
        return page

    def _fill_papers(self) -> None:
        self._paper.addItem(self.tr("所有报纸"), None)
        for paper in sorted({page.paper for page in self._pages if page.paper}):
            self._paper.addItem(paper, paper)

    def _chosen_pages(self) -> list[PageSummary]:
        paper = self._paper.currentData()
        return [page for page in self._pages if paper is None or page.paper == paper]

    def _fill_years(self) -> None:
        years = years_of(self._chosen_pages())
        self._year.blockSignals(True)
        self._year.clear()
        for year in reversed(years):
            self._year.addItem(str(year), year)
        self._year.blockSignals(False)
        self._show_year()

    def _show_year(self) -> None:
        year = self._year.currentData()
        if year is not None:
            self._calendar.show_year(year, self._chosen_pages())
