"""Draws a chart with pyqtgraph, in the colours of the theme; a click on a bar gives what it stands for.

pyqtgraph is three quarters of the program's start, so this module is imported when statistics first open.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pyqtgraph as pg
import pyqtgraph.exporters
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.services.statistics import Chart, ChartKind, Series
from cppcc_reader.views.fonts import sans_font
from cppcc_reader.views.statistics_words import chart_words, point_name, series_name
from cppcc_reader.views.theme import Theme

_BAR: Final = 0.8
"""Width of the bars of one place, of 1."""
_ROOM: Final = 1.08
"""The highest bar leaves this much air, as a factor."""
_TICKS: Final = 14
_LABEL_CHARACTERS: Final = 16
_PIXELS: Final = 12
_PICTURE_WIDTH: Final = 1600


class StatisticsPlot(QWidget):
    """One chart.

    Signals:
        point_clicked(str, str): key of the series and x of the point.
    """

    point_clicked = Signal(str, str)

    def __init__(self, theme: Theme, tag_set: TagSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._tag_set = theme, tag_set
        self._chart: Chart | None = None
        self._places: list[str] = []
        self._plot: Any = pg.PlotWidget(self)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=False, y=False)
        self._legend: Any = self._plot.addLegend(offset=(-8, 8))
        self._plot.scene().sigMouseClicked.connect(self._clicked)
        self.setAccessibleName(self.tr("图"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._plot.setBackground(theme.ground)
        if self._chart is not None:
            self.show_chart(self._chart)

    def show_chart(self, chart: Chart) -> None:
        """Draw a chart in place of what was there."""
        self._chart = chart
        item = self._plot.getPlotItem()
        item.clear()
        self._legend.clear()
        self._places = list(dict.fromkeys(point.x for series in chart.series for point in series.points))
        if len(chart.series) > 1:
            # Several series need not have figures for the same days: only sorted do they stand in order.
            self._places.sort()
        for number, series in enumerate(chart.series):
            self._draw(chart, series, number)
        self._legend.setVisible(len(chart.series) > 1)
        self._dress_axes(chart)
        self._fit(chart)

    def save_picture(self, path: Path) -> None:
        """Write the picture as PNG."""
        exporter = pyqtgraph.exporters.ImageExporter(self._plot.getPlotItem())
        exporter.parameters()["width"] = _PICTURE_WIDTH
        exporter.export(str(path))

    def _draw(self, chart: Chart, series: Series, number: int) -> None:
        colour = self._theme.article_colour(number)
        places = [self._places.index(point.x) for point in series.points]
        values = [point.y for point in series.points]
        name = series_name(chart.id, series.key) if series.key or chart.id == "doubts" else None
        if chart.kind is ChartKind.LINES:
            pen = pg.mkPen(colour, width=2)
            item = pg.PlotDataItem(places, values, pen=pen, symbol="o", symbolSize=7, symbolBrush=colour, name=name)
        elif chart.kind is ChartKind.ROWS:
            rows = [-place for place in places]
            item = pg.BarGraphItem(x0=0, y=rows, height=_BAR, width=values, brush=colour, pen=None)
        else:
            width = _BAR / len(chart.series)
            shift = (number - (len(chart.series) - 1) / 2) * width
            centres = [place + shift for place in places]
            item = pg.BarGraphItem(x=centres, height=values, width=width, brush=colour, pen=None, name=name)
        self._plot.addItem(item)

    def _dress_axes(self, chart: Chart) -> None:
        words = chart_words()[chart.id]
        lying = chart.kind is ChartKind.ROWS
        every = 1 if lying else max(1, -(-len(self._places) // _TICKS))
        ticks = [
            (-place if lying else place, _shortened(point_name(chart.id, x, self._tag_set)))
            for place, x in enumerate(self._places)
            if place % every == 0
        ]
        for side, text, named in (("bottom", words.y if lying else words.x, not lying), ("left", words.y, lying)):
            axis = self._plot.getAxis(side)
            axis.setTickFont(sans_font(_PIXELS))
            axis.setTextPen(self._theme.text)
            axis.setPen(self._theme.line)
            axis.setTicks([ticks] if named else None)
            axis.setSIPrefixEnableRanges(())  # it would show 6 as 6000: the prefix is chosen for the range before
            axis.enableAutoSIPrefix(False)
            axis.setLabel("" if named and lying else text, **{"color": self._theme.muted, "font-size": "13px"})
        self._legend.setLabelTextColor(self._theme.text)
        for _sample, label in self._legend.items:
            label.setText(label.text, color=self._theme.text)

    def _fit(self, chart: Chart) -> None:
        """Show everything, figures from zero."""
        most = max((point.y for series in chart.series for point in series.points), default=0) or 1
        figures, count = (0, most * _ROOM), len(self._places)
        along = (0.5 - count, 0.5) if chart.kind is ChartKind.ROWS else (-0.6, count - 0.4)
        across, down = (figures, along) if chart.kind is ChartKind.ROWS else (along, figures)
        self._plot.setRange(xRange=across, yRange=down, padding=0)
        corner = (8, 8) if chart.kind is ChartKind.LINES else (-8, 8)
        self._legend.anchor((0, 0) if corner[0] > 0 else (1, 0), (0, 0) if corner[0] > 0 else (1, 0), offset=corner)

    def _clicked(self, event: Any) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._chart is not None:
            self._click_at(self._plot.getPlotItem().vb.mapSceneToView(event.scenePos()))

    def _click_at(self, where: QPointF) -> None:
        assert self._chart is not None
        lying = self._chart.kind is ChartKind.ROWS
        place = round(-where.y() if lying else where.x())
        if not 0 <= place < len(self._places):
            return
        number = 0
        count = len(self._chart.series)
        if self._chart.kind is ChartKind.BARS:
            number = min(count - 1, max(0, int((where.x() - place + _BAR / 2) / (_BAR / count))))
        elif self._chart.kind is ChartKind.LINES:
            number = self._nearest_line(self._places[place], where.y())
        self.point_clicked.emit(self._chart.series[number].key, self._places[place])

    def _nearest_line(self, x: str, y: float) -> int:
        assert self._chart is not None
        heights = [
            next((abs(point.y - y) for point in series.points if point.x == x), float("inf"))
            for series in self._chart.series
        ]
        return heights.index(min(heights))


def _shortened(text: str) -> str:
    return text if len(text) <= _LABEL_CHARACTERS else text[: _LABEL_CHARACTERS - 1] + "…"
