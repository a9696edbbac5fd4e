"""Paper, date and page number of many pages: recognised from their names by patterns, or typed in for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.model.page import PageMeta
from cppcc_reader.services.meta_patterns import NamePattern, PatternError, is_date, meta_by_patterns
from cppcc_reader.storage.page_store import PageSummary
from cppcc_reader.views.dialog_parts import SPACE, hint
from cppcc_reader.views.told import told

_PAPER, _DATE, _NUMBER = 1, 2, 3
_PAGE: Final = Qt.ItemDataRole.UserRole


class PageMetaDialog(QDialog):
    """A table in which everything can also be typed by hand; nothing is written before it is accepted.

    Args:
        pages: the pages to describe.
        patterns: those of the library, one a line.
    """

    def __init__(self, pages: Sequence[PageSummary], patterns: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = list(pages)
        self.setWindowTitle(self.tr("报纸、日期与版次"))
        self.resize(820, 640)
        self._patterns = QPlainTextEdit("\n".join(patterns), self)
        self._patterns.setObjectName("field")
        self._patterns.setTabChangesFocus(True)
        self._patterns.setMaximumHeight(72)
        self._recognise = QPushButton(self.tr("从文件名识别"), self)
        self._paper = QLineEdit(self)
        self._date = QLineEdit(self)
        self._date.setPlaceholderText("1955-01-01")
        self._date.setAccessibleName(self.tr("日期"))
        self._fill_selected = QPushButton(self.tr("填进选中的行"), self)
        self._table = QTableWidget(len(self._pages), 4, self)
        self._problem = QLabel(self)
        self._problem.setForegroundRole(QPalette.ColorRole.BrightText)
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(self)
        self._write = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._fill_table()
        self._connect()
        self._check()

    def patterns(self) -> list[str]:
        """Return the patterns as they stand."""
        return [line.strip() for line in self._patterns.toPlainText().split("\n") if line.strip()]

    def changed(self) -> dict[str, PageMeta]:
        """Return page id -> meta of the pages whose row differs from what is stored."""
        found = {}
        for row, page in enumerate(self._pages):
            meta = self._meta_of_row(row)
            if meta != PageMeta(paper=page.paper, date=page.date, page_no=page.page_no):
                found[page.id] = meta
        return found

    def _lay_out(self) -> None:
        self._table.setAccessibleName(self.tr("版面的报纸、日期与版次"))
        names = [self.tr("文件"), self.tr("报纸"), self.tr("日期"), self.tr("版次")]
        self._table.setHorizontalHeaderLabels(names)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        by_name = QHBoxLayout()
        by_name.addWidget(self._patterns, 1)
        by_name.addWidget(self._recognise, 0, Qt.AlignmentFlag.AlignTop)
        for_all = QHBoxLayout()
        for widget in (self._paper, QLabel(self.tr("日期")), self._date, self._fill_selected):
            for_all.addWidget(widget)
        form = QFormLayout()
        form.addRow(_named(self.tr("文件名的样式(&N)"), self._patterns), by_name)
        form.addRow(_named(self.tr("报纸(&P)"), self._paper), for_all)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addLayout(form)
        layout.addWidget(
            hint(self.tr("样式一行一个，先合的算数。可以写 {报纸} {日期} {年} {月} {日} {版次}，{*} 是随便什么。"))
        )
        layout.addWidget(self._table, 1)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons)

    def _fill_table(self) -> None:
        for row, page in enumerate(self._pages):
            name = QTableWidgetItem(page.name)
            name.setFlags(name.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self._table.setItem(row, 0, name)
            for column, value in ((_PAPER, page.paper), (_DATE, page.date), (_NUMBER, page.page_no)):
                self._table.setItem(row, column, QTableWidgetItem(value or ""))

    def _connect(self) -> None:
        self._recognise.clicked.connect(self._recognise_names)
        self._fill_selected.clicked.connect(self._fill_chosen)
        self._table.itemChanged.connect(self._check)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _recognise_names(self) -> None:
        try:
            patterns = [NamePattern.of(text) for text in self.patterns()]
        except PatternError as error:
            self._problem.setText(told(error))
            return
        self._change(lambda row: self._show_meta(row, meta_by_patterns(self._pages[row].name, patterns)))

    def _show_meta(self, row: int, meta: PageMeta) -> None:
        for column, value in ((_PAPER, meta.paper), (_DATE, meta.date), (_NUMBER, meta.page_no)):
            if value:
                self._set(row, column, value)

    def _fill_chosen(self) -> None:
        rows = {index.row() for index in self._table.selectedIndexes()} or set(range(len(self._pages)))
        paper, day = self._paper.text().strip(), self._date.text().strip()

        def fill(row: int) -> None:
            if row in rows:
                self._show_meta(row, PageMeta(paper=paper or None, date=day or None))

        self._change(fill)

    def _change(self, change: Callable[[int], object]) -> None:
        self._table.blockSignals(True)
        for row in range(len(self._pages)):
            change(row)
        self._table.blockSignals(False)
        self._table.viewport().update()
        self._check()

    def _set(self, row: int, column: int, value: str) -> None:
        item = self._table.item(row, column)
        if item is not None:
            item.setText(value)

    def _meta_of_row(self, row: int) -> PageMeta:
        values = [item.text().strip() if (item := self._table.item(row, column)) else "" for column in (1, 2, 3)]
        paper, day, number = (value or None for value in values)
        return PageMeta(paper=paper, date=day, page_no=number)

    def _check(self) -> None:
        changed = self.changed()
        wrong = next((meta.date for meta in changed.values() if meta.date and not is_date(meta.date)), None)
        self._problem.setText(self.tr("日期应写成 2023-08-01，这个不对：{0}").format(wrong) if wrong else "")
        self._write.setText(self.tr("写入 %n 个版面", "", len(changed)))
        self._write.setEnabled(bool(changed) and wrong is None)


def _named(words: str, field: QWidget) -> QLabel:
    name = QLabel(words)
    name.setBuddy(field)
    return name
