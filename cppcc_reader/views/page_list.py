"""The pages of the library at the left of the window, with state and doubts; folds to a narrow strip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAction, QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.model.page import PageState
from cppcc_reader.storage.page_store import PageSummary
from cppcc_reader.views.item_models.page_list_model import OPEN_STATES, PageListModel, SummaryRole
from cppcc_reader.views.page_order_menu import make_order_menu
from cppcc_reader.views.term_names import state_name
from cppcc_reader.views.theme import Theme

ROW_HEIGHT = 48
STRIP_WIDTH = 48
LEAST_WIDTH = 168


class PageDelegate(QStyledItemDelegate):
    """Paints a page: what it is called, how far the work is, how many doubts are left."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.folded = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of a row: all alike, so that ten thousand cost nothing."""
        return QSize(STRIP_WIDTH, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        page: PageSummary = index.data(SummaryRole)
        area = QRect(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(area, QColor(self.theme.selection))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.theme.ground))
        paint_state(painter, self.theme, page.state, QRectF(area.left() + 18, area.top() + 12, 12, 12))
        if self.folded:
            self._paint_count(painter, page, area)
        else:
            self._paint_words(painter, page, area.adjusted(40, 5, -10, -5), chosen=chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, page: PageSummary, area: QRect, *, chosen: bool) -> None:
        painter.setPen(QColor(self.theme.text))
        painter.setFont(self.theme.sans(13, bold=chosen))
        # The end of a file name tells pages apart (date, page number): cut in the middle.
        words = painter.fontMetrics().elidedText(short_name(page), Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, words)
        painter.setFont(self.theme.sans(11))
        left, bottom = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignBottom
        room = area.width()
        if page.doubts and page.state in OPEN_STATES:
            painter.setPen(QColor(self.theme.doubt_text))
            doubts = self.tr("%n 处疑点", "", page.doubts)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | bottom, doubts)
            room -= painter.fontMetrics().horizontalAdvance(doubts) + 6
        painter.setPen(QColor(self.theme.muted))
        described = " · ".join(part for part in (state_name(page.state), page.paper if page.date else "") if part)
        painter.drawText(
            area, left | bottom, painter.fontMetrics().elidedText(described, Qt.TextElideMode.ElideRight, room)
        )

    def _paint_count(self, painter: QPainter, page: PageSummary, area: QRect) -> None:
        if page.doubts and page.state in OPEN_STATES:
            painter.setFont(self.theme.sans(11))
            painter.setPen(QColor(self.theme.doubt_text))
            place = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(area.adjusted(0, 0, 0, -4), place, str(page.doubts))


def short_name(page: PageSummary) -> str:
    """Return date and page number where the file's name told them, else the file's name without its ending."""
    if page.date and page.page_no:
        words = QCoreApplication.translate("PageList", "{date} 第 {page_no} 版")
        return words.format(date=page.date, page_no=page.page_no)
    return page.name.rsplit(".", 1)[0]


def paint_state(painter: QPainter, theme: Theme, state: PageState, area: QRectF) -> None:
    """Draw a state as a shape that says it without colour: empty, half, full circle, star-filled, bars."""
    ink = QColor(theme.accent if state in (PageState.IN_PROGRESS, PageState.FINISHED) else theme.muted)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state is PageState.SET_ASIDE:
        painter.drawLine(area.topLeft() + QPointF(3, 1), area.topLeft() + QPointF(3, 11))
        painter.drawLine(area.topLeft() + QPointF(9, 1), area.topLeft() + QPointF(9, 11))
        return
    painter.drawEllipse(area)
    if state is PageState.IN_PROGRESS:
        painter.setBrush(ink)
        painter.drawPie(area, 90 * 16, -180 * 16)
    elif state in (PageState.FINISHED, PageState.GOLD):
        fill = QColor(theme.accent) if state is PageState.FINISHED else QColor(theme.doubt)
        painter.setPen(QPen(fill, 1.5))
        painter.setBrush(fill)
        painter.drawEllipse(area)
        painter.setPen(QPen(QColor(theme.ground), 1.7))
        painter.drawPolyline([area.topLeft() + QPointF(x, y) for x, y in ((3, 6), (5.2, 8.4), (9, 3.8))])


class PageRows(QListView):
    """A list whose rows are all alike: what changed about one is drawn in its row."""

    def dataChanged(  # noqa: N802 (Qt's name)
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Draw the row; Qt would lay out and draw the whole list anew, at every edit of a page."""
        if first == last and not QAccessible.isActive():
            self.update(first)
        else:
            super().dataChanged(first, last, roles)


class PageList(QWidget):
    """The list with its filter line; a page is opened by a click or by Enter.

    Signals:
        page_chosen(str): a page shall be opened.
    """

    page_chosen = Signal(str)

    def __init__(self, model: PageListModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = PageDelegate(theme, self)
        self.view = PageRows(self)
        self.view.setModel(model)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(self.tr("版面列表"))
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("筛选版面"))
        self.filter.setAccessibleName(self.tr("按名称筛选版面"))
        self.filter.setClearButtonEnabled(True)
        self._states: frozenset[PageState] = frozenset(PageState)
        self.filter.textChanged.connect(self._filter)
        self._order = QToolButton(self)
        self._order.setText("⋯")
        self._order.setToolTip(self.tr("顺序与筛选"))
        self._order.setAccessibleName(self.tr("顺序与筛选"))
        self._order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._order.setMenu(make_order_menu(self, ordered=model.set_order, filtered=self._filter_states))
        self._ids: frozenset[str] | None = None
        self._only = QToolButton(self)
        self._only.setAccessibleName(self.tr("看全部版面"))
        self._only.clicked.connect(self.show_all)
        self._only.hide()
        self._lay_out()
        model.modelReset.connect(self._keep_current)
        self._current: str | None = None
        self.set_folded(False)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._delegate.theme = theme
        self.view.viewport().update()

    def set_folded(self, folded: bool) -> None:
        """Show states and counts only, in a narrow strip."""
        self._delegate.folded = folded
        self._head.setVisible(not folded)
        self.setMinimumWidth(STRIP_WIDTH if folded else LEAST_WIDTH)
        self.setMaximumWidth(STRIP_WIDTH if folded else 16777215)
        self.view.viewport().update()

    @property
    def is_folded(self) -> bool:
        """Tell whether only the strip is shown."""
        return self._delegate.folded

    def show_only(self, page_ids: Iterable[str], title: str) -> None:
        """Show only these pages until the person takes that back; ``title`` says what they are."""
        self._ids = frozenset(page_ids)
        self._only.setText(self._only.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, LEAST_WIDTH) + "  ✕")
        self._only.setToolTip(self.tr("只看“{0}”；点一下看全部版面").format(title))
        self._only.show()
        self._filter()

    def show_all(self) -> None:
        """Show pages again whatever they are."""
        self._ids = None
        self._only.hide()
        self._filter()

    def add_to_menu(self, actions: Iterable[QAction]) -> None:
        """Offer more in the menu of orders and filters."""
        menu = self._order.menu()
        menu.addSeparator()
        menu.addActions(list(actions))

    def shows(self, page_id: str) -> bool:
        """Tell whether a page is on the list as it is filtered now."""
        return self._model.row_of(page_id) is not None

    def chosen_or_listed(self) -> list[str]:
        """Return the pages chosen on the list where there are several, else all that are listed, in its order."""
        rows = sorted(index.row() for index in self.view.selectedIndexes())
        wanted = rows if len(rows) > 1 else range(self._model.rowCount())
        return [page.id for row in wanted if (page := self._model.page_at(row)) is not None]

    def show_current(self, page_id: str | None) -> None:
        """Mark the open page."""
        self._current = page_id
        self._keep_current()

    def _lay_out(self) -> None:
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(8, 8, 8, 4)
        head.setSpacing(4)
        head.addWidget(self.filter)
        head.addWidget(self._order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._only)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)

    def _choose(self, index: QModelIndex) -> None:
        page = self._model.page_at(index.row())
        choosing = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if QApplication.keyboardModifiers() & choosing or len(self.view.selectedIndexes()) > 1:
            return  # several are being chosen: none is to be opened
        if page is not None and page.id != self._current:
            self.page_chosen.emit(page.id)

    def _keep_current(self) -> None:
        row = self._model.row_of(self._current)
        if row is None:
            self.view.clearSelection()
        else:
            # Not by the view: while Ctrl is held, as by Ctrl+Return, it would choose this page as well as the last.
            command = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self._model.index(row), command)

    def _filter(self) -> None:
        self._model.set_filter(states=self._states, words=self.filter.text(), ids=self._ids)

    def _filter_states(self, states: frozenset[PageState]) -> None:
        self._states = states
        self._filter()
