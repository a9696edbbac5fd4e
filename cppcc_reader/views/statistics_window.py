"""Statistics: a question on the left, its picture, and the figures with the pages behind them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.formats.table_csv import write_table
from cppcc_reader.services.statistics import QUESTIONS, Chart, Point
from cppcc_reader.storage.library import Library
from cppcc_reader.views.dialog_parts import SPACE, heading, hint
from cppcc_reader.views.statistics_words import chart_words, point_name, series_name
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.theme import Theme
from cppcc_reader.views.told import told

if TYPE_CHECKING:
    from cppcc_reader.views.statistics_plot import StatisticsPlot

_POINT: Final = Qt.ItemDataRole.UserRole


class StatisticsWindow(QDialog):
    """Figures of one library, counted anew whenever a question is chosen.

    Signals:
        pages_chosen(list, str): ids of the pages behind a bar, and what the bar is.
    """

    pages_chosen = Signal(list, str)

    def __init__(
        self, library: Library, runner: TaskRunner, theme: Theme, *, tag_set: TagSet, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        from cppcc_reader.views.statistics_plot import StatisticsPlot  # noqa: PLC0415  (pyqtgraph: 0.3 s, 54 MB)

        self._library, self._runner, self._tag_set = library, runner, tag_set
        self._revision = 0
        self._chart: Chart | None = None
        self._words = chart_words()
        self._list = QListWidget(self)
        self._title = heading("")
        self._hint = hint("")
        self._plot: StatisticsPlot = StatisticsPlot(theme, tag_set, self)
        self._table = QTableWidget(0, 3, self)
        self._status = QLabel(self)
        self._show_pages = QPushButton(self.tr("看这些版面"), self)
        self._picture = QPushButton(self.tr("存为图片…"), self)
        self._csv = QPushButton(self.tr("存为表格…"), self)
        self._lay_out()
        self._connect()
        for chart_id in QUESTIONS:
            item = QListWidgetItem(self._words[chart_id].question, self._list)
            item.setData(Qt.ItemDataRole.UserRole, chart_id)
        self._list.setCurrentRow(0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._plot.set_theme(theme)

    def ask(self, chart_id: str) -> None:
        """Turn to a question by the id of its chart."""
        self._list.setCurrentRow(list(QUESTIONS).index(chart_id))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("统计"))
        self.resize(1100, 720)
        self._list.setAccessibleName(self.tr("问题"))
        self._table.setAccessibleName(self.tr("数字"))
        self._table.verticalHeader().hide()
        self._table.setShowGrid(False)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setSpacing(SPACE)
        column.setContentsMargins(SPACE, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._plot)
        split.addWidget(self._table)
        split.setSizes([460, 160])
        column.addWidget(split, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._status, 1)
        for button in (self._show_pages, self._picture, self._csv):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column.addLayout(buttons)
        layout = QHBoxLayout(self)
        self._list.setFixedWidth(220)
        layout.addWidget(self._list)
        layout.addWidget(right, 1)

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(self._count)
        self._plot.point_clicked.connect(self._choose_point)
        self._table.itemSelectionChanged.connect(self._describe_point)
        self._table.itemActivated.connect(self._emit_pages)
        self._show_pages.clicked.connect(self._emit_pages)
        self._picture.clicked.connect(self._ask_for_picture)
        self._csv.clicked.connect(self._ask_for_table)

    def _count(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        chart_id = item.data(Qt.ItemDataRole.UserRole)
        words = self._words[chart_id]
        self._title.setText(words.question)
        self._hint.setText(words.hint)
        self._status.setText(self.tr("正在统计…"))
        self._revision += 1
        revision, library = self._revision, self._library

        def work(_context: TaskContext) -> Chart:
            with library.sibling() as own:
                return QUESTIONS[chart_id](own.figures)

        self._runner.run(
            work,
            done=self._show,
            failed=lambda _error: self._status.setText(self.tr("没有统计成。详情在日志里。")),
            wanted=lambda: revision == self._revision,
        )

    def _show(self, chart: Chart) -> None:
        self._chart = chart
        self._plot.show_chart(chart)
        self._fill_table(chart)
        self._status.setText(self.tr("还没有可以统计的。") if chart.is_empty else self.tr("点一条，看它背后的版面。"))
        self._show_pages.setEnabled(False)
        for button in (self._picture, self._csv):
            button.setEnabled(not chart.is_empty)

    def _fill_table(self, chart: Chart) -> None:
        words = self._words[chart.id]
        several = len(chart.series) > 1
        self._table.clearSelection()
        self._table.setCurrentCell(-1, -1)
        self._table.setHorizontalHeaderLabels([words.x, self.tr("系列"), words.y])
        self._table.setColumnHidden(1, not several)
        points = [(series.key, point) for series in chart.series for point in series.points]
        self._table.setRowCount(len(points))
        for row, (key, point) in enumerate(points):
            name = QTableWidgetItem(point_name(chart.id, point.x, self._tag_set))
            name.setData(_POINT, (key, point))
            figure = QTableWidgetItem(f"{point.y:g}")
            figure.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._table.setItem(row, 0, name)
            self._table.setItem(row, 1, QTableWidgetItem(series_name(chart.id, key)))
            self._table.setItem(row, 2, figure)

    def _choose_point(self, key: str, x: str) -> None:
        for row in range(self._table.rowCount()):
            item = self._table.item(row, 0)
            if item is not None and (item.data(_POINT)[0], item.data(_POINT)[1].x) == (key, x):
                self._table.selectRow(row)
                self._table.scrollToItem(item)

    def _chosen(self) -> tuple[str, Point] | None:
        item = self._table.item(self._table.currentRow(), 0)
        return item.data(_POINT) if item is not None and self._table.selectedItems() else None

    def _describe_point(self) -> None:
        chosen = self._chosen()
        self._show_pages.setEnabled(chosen is not None and bool(chosen[1].page_ids))
        if chosen is not None:
            self._status.setText(self._name_of(*chosen) + self.tr("：%n 个版面", "", len(chosen[1].page_ids)))

    def _name_of(self, key: str, point: Point) -> str:
        assert self._chart is not None
        parts = [self._words[self._chart.id].question, series_name(self._chart.id, key)]
        return " · ".join([*filter(None, parts), point_name(self._chart.id, point.x, self._tag_set)])

    def _emit_pages(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen[1].page_ids:
            self.pages_chosen.emit(list(chosen[1].page_ids), self._name_of(*chosen))

    def _ask_for_picture(self) -> None:
        path = self._ask_for_path("PNG (*.png)", ".png")
        if path is not None:
            self._plot.save_picture(path)
            self._status.setText(self.tr("已存为 {0}").format(path))

    def _ask_for_table(self) -> None:
        path = self._ask_for_path("CSV (*.csv)", ".csv")
        if path is not None:
            self.write_table(path)

    def _ask_for_path(self, kinds: str, suffix: str) -> Path | None:
        suggested = self._title.text() + suffix
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("保存"), suggested, kinds)
        return Path(path) if path else None

    def write_table(self, path: Path) -> None:
        """Write the figures that are shown as CSV."""
        if self._chart is None:
            return
        words = self._words[self._chart.id]
        rows = [
            (series_name(self._chart.id, series.key), point_name(self._chart.id, point.x, self._tag_set), point.y)
            for series in self._chart.series
            for point in series.points
        ]
        try:
            write_table(path, (self.tr("系列"), words.x, words.y), rows)
        except OSError as error:
            self._status.setText(self.tr("没有写成：{0}").format(told(error)))
            return
        self._status.setText(self.tr("已存为 {0}").format(path))
