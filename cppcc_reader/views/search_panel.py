"""Search over the whole library while typing: hits in their context, filters, saved searches, a table of hits."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.services.hit_table import write_hits
from cppcc_reader.services.saved_searches import forget_search, save_search, saved_searches
from cppcc_reader.services.search import SearchRequest, SearchResult, SearchService
from cppcc_reader.storage.errors import LibraryError
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.search_finder import SearchOrder
from cppcc_reader.views.dialog_parts import SPACE, ask_text
from cppcc_reader.views.item_models.search_model import SearchModel
from cppcc_reader.views.search_delegate import SearchDelegate
from cppcc_reader.views.search_filters import SearchFilters
from cppcc_reader.views.task_runner import Task, TaskContext, TaskRunner
from cppcc_reader.views.told import told

_FIRST: Final = 50
_MORE: Final = 4
"""Factor by which more hits are fetched when the end of the list is reached."""
_PAUSE_MS: Final = 120
_Answer = tuple[SearchResult, float]


class SearchPanel(QWidget):
    """One line to type in, and what it finds.

    Signals:
        hit_chosen(str, str, object): page id, article id and the page fragments (tuple of Span) of a hit.
        export_wanted(list): ids of the pages with hits, to be exported as a data set.

    Args:
        library: searched through siblings in the background.
        runner: the one that the index is made in.
    """

    hit_chosen = Signal(str, str, object)
    export_wanted = Signal(list)

    def __init__(self, library: Library, runner: TaskRunner, *, tag_set: TagSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._runner = library, runner
        self._task: Task | None = None
        self._revision = 0
        self._limit = _FIRST
        self._result = SearchResult()
        self._field = QLineEdit(self)
        self._filters = SearchFilters(tag_set, library.finder.papers(), self)
        self._order = QComboBox(self)
        self._show_filters = QToolButton(self)
        self._menu_button = QToolButton(self)
        self._status = QLabel(self)
        self._model = SearchModel(self)
        self._list = QListView(self)
        self._wait = QTimer(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._field)
        self._describe("")

    def look_for(self, words: str) -> None:
        """Type words into the line, and look for them at once."""
        self._field.setText(words)
        self._search_anew()

    def show_request(self, request: SearchRequest) -> None:
        """Show a whole search, a saved one for example."""
        self._filters.show_request(request)
        self._order.setCurrentIndex(max(0, self._order.findData(request.order.value)))
        self._show_filters.setChecked(self._filters.are_set())
        self.look_for(request.query)

    def request(self) -> SearchRequest:
        """Return what is asked for now."""
        return self._filters.request(self._field.text(), SearchOrder(self._order.currentData()))

    def refresh(self) -> None:
        """Ask again: pages were indexed or changed."""
        if not self._is_idle():
            self._start()

    def _lay_out(self) -> None:
        self._field.setPlaceholderText(self.tr("在整个文库里找：政协 -外交 “协商民主”"))
        self._field.setClearButtonEnabled(True)
        self._field.setAccessibleName(self.tr("查找"))
        self._order.addItem(self.tr("标题里有的在前"), SearchOrder.RANK.value)
        self._order.addItem(self.tr("日期从新到旧"), SearchOrder.NEWEST.value)
        self._order.addItem(self.tr("日期从旧到新"), SearchOrder.OLDEST.value)
        self._order.setAccessibleName(self.tr("排序"))
        self._show_filters.setText(self.tr("筛选"))
        self._show_filters.setCheckable(True)
        self._menu_button.setText(self.tr("更多"))
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setMenu(QMenu(self._menu_button))
        self._status.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._status.setWordWrap(True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(SearchDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setAccessibleName(self.tr("找到的文章"))
        self._filters.hide()
        tools = QHBoxLayout()
        tools.addWidget(self._order)
        tools.addStretch(1)
        tools.addWidget(self._show_filters)
        tools.addWidget(self._menu_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._field)
        layout.addLayout(tools)
        layout.addWidget(self._filters)
        layout.addWidget(self._status)
        layout.addWidget(self._list, 1)

    def _connect(self) -> None:
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self._search_anew)
        self._field.textChanged.connect(self._wait.start)
        self._field.returnPressed.connect(self._to_hits)
        self._filters.changed.connect(self._wait.start)
        self._order.currentIndexChanged.connect(self._search_anew)
        self._show_filters.toggled.connect(self._filters.setVisible)
        self._list.activated.connect(self._choose)
        self._list.clicked.connect(self._choose)
        self._list.verticalScrollBar().valueChanged.connect(self._fetch_more)
        self._menu_button.menu().aboutToShow.connect(self._fill_menu)

    def _is_idle(self) -> bool:
        return not self._field.text().strip() and not self._filters.are_set()

    def _search_anew(self) -> None:
        self._limit = _FIRST
        self._start()

    def _start(self) -> None:
        self._wait.stop()
        self._revision += 1
        if self._task is not None:
            self._task.cancel()
        if self._is_idle():
            self._result = SearchResult()
            self._model.show_hits([])
            self._describe("")
            return
        revision, request, limit, library = self._revision, self.request(), self._limit, self._library

        def work(context: TaskContext) -> _Answer:
            with library.sibling() as own:
                start = time.perf_counter()
                found = SearchService(own).search(request, limit=limit, cancelled=context.is_cancelled)
                return found, time.perf_counter() - start

        self._task = self._runner.run(
            work,
            done=self._show,
            failed=lambda _error: self._describe(self.tr("没有查成，请再试一次。详情在日志里。")),
            wanted=lambda: revision == self._revision,
        )

    def _show(self, answer: _Answer) -> None:
        self._result, seconds = answer
        self._model.show_hits(self._result.hits)
        count = len(self._result.hits)
        if not count:
            words = self.tr("没有找到。少写几个字，或者换一种筛选。")
        elif self._result.more:
            words = self.tr("前 {0} 篇（还有更多），{1:.0f} 毫秒").format(count, seconds * 1000)
        else:
            words = self.tr("{0} 篇，{1:.0f} 毫秒").format(count, seconds * 1000)
        if self._result.by_words:
            words = self.tr("没有完全一致的，这是按词查到的：") + words
        if self._result.waiting:
            words += self.tr("。还有 {0} 个版面正在编入索引").format(self._result.waiting)
        self._describe(words)

    def _describe(self, words: str) -> None:
        usual = self.tr("几个词用空格隔开，都要有；“ ” 里的连在一起；前面加 - 的不要。分栏切断的名字也找得到。")
        self._status.setText(words or usual)

    def _fetch_more(self, value: int) -> None:
        # Not from inside the scroll signal: the answer resets nothing, but the list is still being laid out.
        at_end = value == self._list.verticalScrollBar().maximum()
        if at_end and self._result.more and self._limit == len(self._result.hits):
            self._limit *= _MORE
            QTimer.singleShot(0, self._start)

    def _to_hits(self) -> None:
        if self._wait.isActive():
            self._search_anew()
        elif self._model.rowCount():
            self._list.setFocus()
            self._list.setCurrentIndex(self._model.index(0))
            self._choose(self._model.index(0))

    def _choose(self, index: QModelIndex) -> None:
        hit = self._model.hits[index.row()]
        self.hit_chosen.emit(hit.page_id, hit.article_id, hit.fragments)

    def _fill_menu(self) -> None:
        menu = self._menu_button.menu()
        menu.clear()
        saved = saved_searches(self._library)
        for name, request in saved.items():
            menu.addAction(name, lambda request=request: self.show_request(request))
        if saved:
            forget = menu.addMenu(self.tr("忘掉"))
            for name in saved:
                forget.addAction(name, lambda name=name: self._try(lambda: forget_search(self._library, name)))
            menu.addSeparator()
        may_save = not self._is_idle() and not self._library.read_only
        menu.addAction(self.tr("保存这次查找…"), self._save).setEnabled(may_save)
        some = bool(self._result.hits)
        menu.addAction(self.tr("把结果存成表格（CSV）…"), self._ask_for_table).setEnabled(some)
        menu.addAction(self.tr("把这些版面导出成数据集…"), self._export).setEnabled(some)

    def _save(self) -> None:
        name = ask_text(self, self.tr("保存查找"), self.tr("名称"), verb=self.tr("保存"), text=self._field.text())
        if name and name.strip():
            self._try(lambda: save_search(self._library, name.strip(), self.request()))

    def _try(self, action: object) -> None:
        assert callable(action)
        try:
            action()
        except LibraryError as error:
            self._describe(told(error))

    def _ask_for_table(self) -> None:
        suggested = f"{self._field.text().strip() or self.tr('查找')}.csv"
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("保存表格"), suggested, "CSV (*.csv)")
        if path:
            self.write_table(Path(path))

    def write_table(self, path: Path) -> None:
        """Write all hits of the present search, not only those on the screen, as CSV."""
        request, library = self.request(), self._library

        def work(context: TaskContext) -> int:
            with library.sibling() as own:
                hits = SearchService(own).search(request, cancelled=context.is_cancelled).hits
                write_hits(path, hits)
                return len(hits)

        self._runner.run(
            work,
            done=lambda count: self._describe(self.tr("已把 {0} 篇存到 {1}").format(count, path)),
            failed=lambda error: self._describe(self.tr("表格没有写成：{0}").format(told(error))),
        )

    def _export(self) -> None:
        """Offer the pages of all hits for export, not only those on the screen."""
        request, library = self.request(), self._library

        def work(context: TaskContext) -> list[str]:
            with library.sibling() as own:
                hits = SearchService(own).search(request, cancelled=context.is_cancelled).hits
                return list(dict.fromkeys(hit.page_id for hit in hits))

        self._runner.run(
            work,
            done=self.export_wanted.emit,
            failed=lambda _error: self._describe(self.tr("没有查成，请再试一次。详情在日志里。")),
        )
