"""A year of a newspaper: which days are in the library, and how far each is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from cppcc_reader.core.model.page import PageState
from cppcc_reader.storage.page_store import PageSummary
from cppcc_reader.views.theme import Theme

_CELL: Final = 24
_MONTH_GAP: Final = 22
_HEAD: Final = 46
"""Height of a month's name and its weekdays."""
_COLUMNS: Final = 4
_MARGIN: Final = 12
_DONE = frozenset({PageState.FINISHED, PageState.GOLD})
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class CalendarView(QWidget):
    """Twelve months; a day with pages is filled from below by the share that is finished.

    Signals:
        day_chosen(list, str): ids of the pages of a day, and the day.
    """

    day_chosen = Signal(list, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: dict[date, list[PageSummary]] = {}
        self._year = 2000
        self._current: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(self.sizeHint())

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.update()

    def show_year(self, year: int, pages: Iterable[PageSummary]) -> None:
        """Show a year with those of the pages that are of it."""
        days: defaultdict[date, list[PageSummary]] = defaultdict(list)
        for page in pages:
            day = _day_of(page)
            if day is not None and day.year == year:
                days[day].append(page)
        self._year, self._days = year, dict(days)
        self._current = min(days, default=date(year, 1, 1))
        self._say_current()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the room that twelve months take."""
        rows = 12 // _COLUMNS
        width = _COLUMNS * 7 * _CELL + (_COLUMNS - 1) * _MONTH_GAP + 2 * _MARGIN
        return QSize(width, rows * (_HEAD + 6 * _CELL + _MONTH_GAP) + 2 * _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the months."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_head(painter, month)
            day = date(self._year, month, 1)
            while day.month == month and day.year == self._year:
                self._paint_day(painter, day)
                day += timedelta(days=1)

    def _paint_head(self, painter: QPainter, month: int) -> None:
        corner = self._corner(month)
        locale = QLocale()
        painter.setPen(QColor(self._theme.text))
        title = QRect(corner, QSize(7 * _CELL, _HEAD // 2))
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft, locale.standaloneMonthName(month))
        painter.setPen(QColor(self._theme.muted))
        for weekday in range(7):
            place = QRect(corner.x() + weekday * _CELL, corner.y() + _HEAD // 2, _CELL, _HEAD // 2)
            name = locale.standaloneDayName(weekday + 1, QLocale.FormatType.NarrowFormat)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        cell = self._cell(day).adjusted(1, 1, -1, -1)
        pages = self._days.get(day)
        if pages:
            share = sum(page.state in _DONE for page in pages) / len(pages)
            base = QColor(self._theme.hues[0])
            base.setAlphaF(0.25)
            painter.fillRect(cell, base)
            done = QRect(cell)
            done.setTop(cell.bottom() + 1 - round(cell.height() * share))
            base.setAlphaF(0.6)
            painter.fillRect(done, base)
        painter.setPen(QColor(self._theme.text if pages else self._theme.muted))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day == self._current and self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Link))
            painter.drawRect(cell)

    def _corner(self, month: int) -> QPoint:
        row, column = divmod(month - 1, _COLUMNS)
        x = _MARGIN + column * (7 * _CELL + _MONTH_GAP)
        return QPoint(x, _MARGIN + row * (_HEAD + 6 * _CELL + _MONTH_GAP))

    def _cell(self, day: date) -> QRect:
        corner = self._corner(day.month)
        week = (day.day - 1 + day.replace(day=1).weekday()) // 7
        return QRect(corner.x() + day.weekday() * _CELL, corner.y() + _HEAD + week * _CELL, _CELL, _CELL)

    def _day_at(self, point: QPoint) -> date | None:
        day = date(self._year, 1, 1)
        while day.year == self._year:
            if self._cell(day).contains(point):
                return day
            day += timedelta(days=1)
        return None

    def words_for(self, day: date) -> str:
        """Return what a day holds, for tooltip and screen reader."""
        pages = self._days.get(day, [])
        if not pages:
            return self.tr("{0}：没有版面").format(day.isoformat())
        done = sum(page.state in _DONE for page in pages)
        return self.tr("{0}：{1} 个版面，已完成 {2} 个").format(day.isoformat(), len(pages), done)

    def event(self, event: QEvent) -> bool:
        """Say what a day holds when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), self.words_for(day) if day else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose a day."""
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self._go_to(day)
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move by days and weeks; Enter chooses."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._current is not None:
            wanted = self._current + timedelta(days=step)
            if wanted.year == self._year:
                self._go_to(wanted)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _go_to(self, day: date) -> None:
        self._current = day
        self._say_current()
        self.update()

    def _say_current(self) -> None:
        self.setAccessibleName(self.words_for(self._current) if self._current else self.tr("日历"))

    def _choose(self) -> None:
        pages = self._days.get(self._current) if self._current else None
        if pages and self._current:
            self.day_chosen.emit([page.id for page in pages], self._current.isoformat())


def years_of(pages: Iterable[PageSummary]) -> list[int]:
    """Return the years that have pages."""
    return sorted({day.year for page in pages if (day := _day_of(page)) is not None})


def _day_of(page: PageSummary) -> date | None:
    try:
        return date.fromisoformat(page.date) if page.date and len(page.date) == 10 else None
    except ValueError:
        return None
