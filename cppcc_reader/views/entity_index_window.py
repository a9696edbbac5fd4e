"""The index of names: every name of the library, how often and when, and its places in context."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
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
from cppcc_reader.services.entity_index import SHOWN, IndexedName, NamePlace, indexed_names, places_of
from cppcc_reader.services.entity_table import write_names, write_places
from cppcc_reader.storage.library import Library
from cppcc_reader.views.dialog_parts import SPACE
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.term_names import label_name
from cppcc_reader.views.told import told

_PAUSE_MS: Final = 150
_DATA: Final = Qt.ItemDataRole.UserRole


class EntityIndexWindow(QDialog):
    """Names on the left, the places of the chosen one on the right.

    Signals:
        place_chosen(str, str, object): page id, "" (the article is not known), page fragments of a mention.
        merge_wanted(list): these names (IndexedName) are variants of one; :meth:`refresh` when that is done.
    """

    place_chosen = Signal(str, str, object)
    merge_wanted = Signal(list)

    def __init__(self, library: Library, runner: TaskRunner, *, tag_set: TagSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._runner, self._tag_set = library, runner, tag_set
        self._asked = 0
        self._field = QLineEdit(self)
        self._label = QComboBox(self)
        self._names = QTableWidget(0, 4, self)
        self._places = QListWidget(self)
        self._status = QLabel(self)
        self._merge = QPushButton(self.tr("合并写法…"), self)
        self._save_names = QPushButton(self.tr("名称存为表格…"), self)
        self._save_places = QPushButton(self.tr("所选名称的各处存为表格…"), self)
        self._wait = QTimer(self)
        self._lay_out()
        self._connect()
        self._load()

    def look_for(self, name: str, label: str = "") -> None:
        """Show the names with these characters, of a label or of all."""
        self._label.setCurrentIndex(max(0, self._label.findData(label)))
        self._field.setText(name)
        self._load()

    def refresh(self) -> None:
        """Read the names again."""
        self._load()

    def chosen(self) -> list[IndexedName]:
        """Return the names that are selected."""
        rows = sorted({index.row() for index in self._names.selectedIndexes()})
        return [item.data(_DATA) for item in (self._names.item(row, 0) for row in rows) if item is not None]

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("实体索引"))
        self.resize(960, 620)
        self._field.setPlaceholderText(self.tr("名称里有…"))
        self._field.setClearButtonEnabled(True)
        self._field.setAccessibleName(self.tr("按名称筛选"))
        self._label.setAccessibleName(self.tr("按标签筛选"))
        self._label.addItem(self.tr("全部标签"), "")
        for label in self._tag_set.labels:
            self._label.addItem(label_name(label), label.id)
        self._names.setAccessibleName(self.tr("名称"))
        self._names.setHorizontalHeaderLabels([self.tr("名称"), self.tr("标签"), self.tr("处"), self.tr("时间")])
        self._names.verticalHeader().hide()
        self._names.setShowGrid(False)
        self._names.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._names.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._names.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._names.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._names.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._places.setAccessibleName(self.tr("出现的地方"))
        self._places.setWordWrap(True)
        self._places.setSpacing(SPACE // 2)
        head = QHBoxLayout()
        head.addWidget(self._field, 1)
        head.addWidget(self._label)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._names)
        split.addWidget(self._places)
        split.setSizes([480, 480])
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(split, 1)
        layout.addLayout(self._make_foot())

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self._status, 1)
        self._merge.setToolTip(self.tr("按住 Ctrl 选几个写法（州政协、楚雄州政协……），归到同一个规范名"))
        for button in (self._merge, self._save_places, self._save_names):
            button.setAutoDefault(False)
            button.setEnabled(False)
            foot.addWidget(button)
        return foot

    def _connect(self) -> None:
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self._load)
        self._field.textChanged.connect(self._wait.start)
        self._label.currentIndexChanged.connect(self._load)
        self._names.currentCellChanged.connect(lambda row, *_rest: self._load_places(row))
        self._names.itemSelectionChanged.connect(self._show_what_can_be_done)
        self._merge.clicked.connect(lambda: self.merge_wanted.emit(self.chosen()))
        self._save_names.clicked.connect(lambda: self._ask_and_write(self.write_names))
        self._save_places.clicked.connect(lambda: self._ask_and_write(self.write_places))
        self._places.itemActivated.connect(self._choose)
        self._places.itemClicked.connect(self._choose)

    def _load(self) -> None:
        self._wait.stop()
        self._asked += 1
        asked, library, label, holding = self._asked, self._library, self._label.currentData(), self._field.text()

        def work(_context: TaskContext) -> list[IndexedName]:
            with library.sibling() as own:
                return indexed_names(own, label=label, holding=holding)

        self._runner.run(work, done=self._show, failed=self._complain, wanted=lambda: asked == self._asked)

    def _show(self, names: list[IndexedName]) -> None:
        self._names.setCurrentCell(-1, -1)
        self._names.setRowCount(len(names))
        for row, name in enumerate(names):
            label = self._tag_set.label(name.label)
            dates = "" if not name.first else name.first if name.first == name.last else f"{name.first} – {name.last}"
            for column, words in enumerate((name.name, label_name(label) if label else name.label, name.count, dates)):
                item = QTableWidgetItem(str(words))
                item.setData(_DATA, name)
                self._names.setItem(row, column, item)
        more = self.tr("（只列出前 {0} 个）").format(SHOWN) if len(names) == SHOWN else ""
        self._status.setText(self.tr("{0} 个名称").format(len(names)) + more if names else self.tr("没有这样的实体。"))
        self._places.clear()
        self._save_names.setEnabled(bool(names))
        if names:
            self._names.setCurrentCell(0, 0)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        chosen = self.chosen()
        alike = len(chosen) > 1 and len({name.label for name in chosen}) == 1
        self._merge.setEnabled(alike and not self._library.read_only)
        self._save_places.setEnabled(bool(chosen))

    def write_names(self, path: Path) -> None:
        """Write all names that the filter lets through, not only those listed, as CSV."""
        label, holding = self._label.currentData(), self._field.text()
        self._write(path, lambda own, _context: write_names(path, own, label=label, holding=holding))

    def write_places(self, path: Path) -> None:
        """Write every place of the selected names as CSV."""
        chosen = self.chosen()
        self._write(path, lambda own, context: write_places(path, own, chosen, cancelled=context.is_cancelled))

    def _ask_and_write(self, write: Callable[[Path], object]) -> None:
        suggested = f"{self.windowTitle()}.csv"
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("保存表格"), suggested, "CSV (*.csv)")
        if path:
            write(Path(path))

    def _write(self, path: Path, write: Callable[[Library, TaskContext], int]) -> None:
        library = self._library

        def work(context: TaskContext) -> int:
            with library.sibling() as own:
                return write(own, context)

        self._runner.run(
            work,
            done=lambda rows: self._status.setText(self.tr("已把 {0} 行存到 {1}").format(rows, path)),
            failed=lambda error: self._status.setText(self.tr("表格没有写成：{0}").format(told(error))),
        )

    def _load_places(self, row: int) -> None:
        item = self._names.item(row, 0)
        if item is None:
            return
        name, library = item.data(_DATA), self._library

        def work(_context: TaskContext) -> list[NamePlace]:
            with library.sibling() as own:
                return places_of(own, name)

        self._runner.run(
            work,
            done=self._show_places,
            failed=self._complain,
            wanted=lambda: self._names.currentRow() == row and self._names.item(row, 0) is item,
        )

    def _show_places(self, places: list[NamePlace]) -> None:
        self._places.clear()
        for place in places:
            where = "  ".join(part for part in (place.paper, place.date) if part) or place.page_name
            row = QListWidgetItem(f"{where}\n…{place.before}【{place.quote}】{place.after}…", self._places)
            row.setData(_DATA, place)

    def _choose(self, row: QListWidgetItem) -> None:
        place = row.data(_DATA)
        self.place_chosen.emit(place.page_id, "", place.fragments)

    def _complain(self, _error: Exception) -> None:
        self._status.setText(self.tr("没有查成，请再试一次。详情在日志里。"))
