"""The index of names: every name of the library, how often and when, and its places in context."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QListView,
    QPushButton,
    QSplitter,
    QTableView,
    QWidget,
)

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.services.entity_index import IndexedName, PlaceRow, indexed_names, place_rows, read_places
from cppcc_reader.services.entity_table import write_names, write_places
from cppcc_reader.storage.library import Library
from cppcc_reader.views.dialog_parts import SPACE
from cppcc_reader.views.index_window import IndexWindow, prepare_table
from cppcc_reader.views.item_models.entity_index_model import COUNT, NAME, EntityIndexModel, EntityPlacesModel
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.term_names import label_name

_MEASURED = 100
"""Rows that the widths of the columns are measured by."""


class EntityIndexWindow(IndexWindow):
    """Names on the left, the places of the chosen one on the right.

    Signals:
        place_chosen(str, str, object): page id, "" (the article is not known), page fragments of a mention.
        merge_wanted(list): these names (IndexedName) are one and the same; :meth:`refresh` when that is done.
    """

    place_chosen = Signal(str, str, object)
    merge_wanted = Signal(list)

    def __init__(self, library: Library, runner: TaskRunner, *, tag_set: TagSet, parent: QWidget | None = None) -> None:
        super().__init__(library, runner, parent)
        self._tag_set = tag_set
        self._label = QComboBox(self)
        self._model, self._found = EntityIndexModel(tag_set, self), EntityPlacesModel(self)
        self._names = QTableView(self)
        self._places = QListView(self)
        self._merge = QPushButton(self.tr("合并、改名…"), self)
        self._save_names = QPushButton(self.tr("名称存为表格…"), self)
        self._save_places = QPushButton(self.tr("所选名称的各处存为表格…"), self)
        self._lay_out()
        self._connect()
        self.load()

    def look_for(self, name: str, label: str = "") -> None:
        """Show the names with these characters, of a label or of all."""
        self._label.setCurrentIndex(max(0, self._label.findData(label)))
        self._field.setText(name)
        self.load()

    def refresh(self) -> None:
        """Read the names again."""
        self.load()

    def load(self) -> None:
        """Read the names that the filters let through."""
        label, holding = self._label.currentData(), self._field.text()
        if not self._model.rowCount():
            self._status.setText(self.tr("正在查……"))
        self.search(lambda own: indexed_names(own, label=label, holding=holding), self._show)

    def chosen(self) -> list[IndexedName]:
        """Return the names that are selected."""
        return [self._model.name(row) for row in sorted(i.row() for i in self._names.selectionModel().selectedRows())]

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("实体索引"))
        self._field.setPlaceholderText(self.tr("名称里有…"))
        self._field.setAccessibleName(self.tr("按名称筛选"))
        self._label.setAccessibleName(self.tr("按标签筛选"))
        self._label.addItem(self.tr("全部标签"), "")
        for label in self._tag_set.labels:
            self._label.addItem(label_name(label), label.id)
        names = self._names
        names.setModel(self._model)
        prepare_table(names, self.tr("名称"))
        names.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = names.horizontalHeader()
        header.setResizeContentsPrecision(_MEASURED)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(COUNT, Qt.SortOrder.DescendingOrder)
        names.setSortingEnabled(True)
        self._places.setModel(self._found)
        self._places.setAccessibleName(self.tr("出现的地方"))
        self._places.setWordWrap(True)
        self._places.setSpacing(SPACE // 2)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(names)
        split.addWidget(self._places)
        split.setSizes([480, 480])
        self._merge.setToolTip(
            self.tr("按住 Ctrl 选几个写法（州政协、楚雄州政协……），归到同一个规范名；选一个就是改名")
        )
        self.place([self._label], split, [self._merge, self._save_places, self._save_names])

    def _connect(self) -> None:
        self._label.currentIndexChanged.connect(self.load)
        self._names.selectionModel().currentRowChanged.connect(self._load_places)
        self._names.selectionModel().selectionChanged.connect(lambda *_ranges: self._show_what_can_be_done())
        self._found.more_wanted.connect(self._read_places)
        self._merge.clicked.connect(lambda: self.merge_wanted.emit(self.chosen()))
        self._save_names.clicked.connect(lambda: self.ask_and_write(self.write_names))
        self._save_places.clicked.connect(lambda: self.ask_and_write(self.write_places))
        self._places.activated.connect(self._choose)
        self._places.clicked.connect(self._choose)

    def _show(self, names: list[IndexedName]) -> None:
        self._model.show(names)
        header = self._names.horizontalHeader()
        if (header.sortIndicatorSection(), header.sortIndicatorOrder()) != (COUNT, Qt.SortOrder.DescendingOrder):
            self._model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        self._found.begin(())
        self._save_names.setEnabled(bool(names))
        if names:
            first = self._model.index(0, NAME)
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self._names.selectionModel().setCurrentIndex(first, how)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        chosen, number = self.chosen(), self._model.rowCount()
        self._merge.setEnabled(bool(chosen) and not self._library.read_only)
        self._save_places.setEnabled(bool(chosen))
        words = self.tr("{0} 个名称").format(number) if number else self.tr("没有这样的实体。")
        if chosen:
            words += self.tr("，所选 {0} 个共 {1} 处").format(len(chosen), sum(name.count for name in chosen))
        self._status.setText(words)

    def write_names(self, path: Path) -> None:
        """Write all names that the filter lets through as CSV."""
        label, holding = self._label.currentData(), self._field.text()
        self.write_rows(path, lambda own, _context: write_names(path, own, label=label, holding=holding))

    def write_places(self, path: Path) -> None:
        """Write every place of the selected names as CSV."""
        chosen = self.chosen()
        self.write_rows(path, lambda own, context: write_places(path, own, chosen, cancelled=context.is_cancelled))

    def _load_places(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        name = self._model.name(current.row())
        self.look_up(lambda own: place_rows(own, name), self._found.begin, lambda: self._current() is name)

    def _read_places(self, rows: list[PlaceRow]) -> None:
        name = self._current()
        self.look_up(lambda own: read_places(own, rows), self._found.add, lambda: self._current() is name)

    def _current(self) -> IndexedName | None:
        index = self._names.currentIndex()
        return self._model.name(index.row()) if index.isValid() else None

    def _choose(self, index: QModelIndex) -> None:
        place = self._found.place(index.row())
        self.place_chosen.emit(place.page_id, "", place.fragments)
