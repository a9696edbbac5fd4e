"""Notes, doubts and corrections of the whole library: filtered, opened at their place, saved as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.services.note_index import SHOWN, LibraryNote, NoteQuery, all_notes_of, notes_of, write_notes
from cppcc_reader.storage.library import Library
from cppcc_reader.views.index_window import IndexWindow, prepare_table
from cppcc_reader.views.notes_panel import note_name
from cppcc_reader.views.task_runner import TaskRunner

_DATA: Final = Qt.ItemDataRole.UserRole


class NoteIndexWindow(IndexWindow):
    """One line per note.

    Signals:
        place_chosen(str, object): page id and span of a note.
        pages_chosen(list, str): ids of the pages behind the notes listed, and what they are.
    """

    place_chosen = Signal(str, object)
    pages_chosen = Signal(list, str)

    def __init__(self, library: Library, runner: TaskRunner, *, parent: QWidget | None = None) -> None:
        super().__init__(library, runner, parent)
        self._notes: list[LibraryNote] = []
        self._kind = QComboBox(self)
        self._author = QComboBox(self)
        self._open_only = QCheckBox(self.tr("只看未解决"), self)
        self._table = QTableWidget(0, 5, self)
        self._show_pages = QPushButton(self.tr("只看这些版面"), self)
        self._save = QPushButton(self.tr("存为表格…"), self)
        self._fill_filters()
        self._lay_out()
        self._connect()
        self.load()

    def query(self) -> NoteQuery:
        """Return what is asked for now."""
        return NoteQuery(
            kind=self._kind.currentData(),
            author=self._author.currentData(),
            open_only=self._open_only.isChecked(),
            words=self._field.text(),
        )

    def _fill_filters(self) -> None:
        self._field.setPlaceholderText(self.tr("原文或批注里有…"))
        self._field.setAccessibleName(self.tr("按文字筛选"))
        self._kind.setAccessibleName(self.tr("按种类筛选"))
        self._kind.addItem(self.tr("全部种类"), None)
        for kind in NoteKind:
            self._kind.addItem(note_name(kind), kind)
        self._author.setAccessibleName(self.tr("按作者筛选"))
        self._author.addItem(self.tr("所有人"), "")
        for author in self._library.notes.authors():
            self._author.addItem(author, author)
        self._open_only.setChecked(True)

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("全库批注与勘误"))
        table = self._table
        prepare_table(table, self.tr("批注"))
        table.setHorizontalHeaderLabels(
            [self.tr("种类"), self.tr("原文"), self.tr("内容（勘误：应作）"), self.tr("版面"), self.tr("作者")]
        )
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for narrow in (0, 4):
            table.horizontalHeader().setSectionResizeMode(narrow, QHeaderView.ResizeMode.ResizeToContents)
        self.place([self._kind, self._author, self._open_only], table, [self._show_pages, self._save])

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self.load)
        self._author.currentIndexChanged.connect(self.load)
        self._open_only.toggled.connect(self.load)
        self._table.itemActivated.connect(self._choose)
        self._table.itemClicked.connect(self._choose)
        self._show_pages.clicked.connect(self._emit_pages)
        self._save.clicked.connect(lambda: self.ask_and_write(self.write_table))

    def load(self) -> None:
        """Read the notes that are asked for."""
        query = self.query()
        self.search(lambda own: notes_of(own, query), self._show)

    def _show(self, notes: list[LibraryNote]) -> None:
        self._notes = notes
        self._table.setRowCount(len(notes))
        for row, note in enumerate(notes):
            where = "  ".join(part for part in (note.paper, note.date) if part) or note.page_name
            quote = " ".join(note.quote.split())
            words = note.text + (self.tr("（已解决）") if note.resolved else "")
            for column, shown in enumerate((note_name(note.kind), quote, words, where, note.author)):
                item = QTableWidgetItem(shown)
                item.setToolTip(shown)
                item.setData(_DATA, note)
                self._table.setItem(row, column, item)
        more = self.tr("（只列出前 {0} 条）").format(SHOWN) if len(notes) == SHOWN else ""
        count = self.tr("{0} 条，{1} 个版面").format(len(notes), len({note.page_id for note in notes}))
        self._status.setText(count + more if notes else self.tr("没有这样的批注。"))
        for button in (self._show_pages, self._save):
            button.setEnabled(bool(notes))

    def _choose(self, item: QTableWidgetItem) -> None:
        note: LibraryNote = item.data(_DATA)
        self.place_chosen.emit(note.page_id, note.span)

    def _emit_pages(self) -> None:
        ids = list(dict.fromkeys(note.page_id for note in self._notes))
        parts = [self._kind.currentText() if self._kind.currentData() else self.windowTitle(), self._field.text()]
        self.pages_chosen.emit(ids, " · ".join(part for part in parts if part))

    def write_table(self, path: Path) -> None:
        """Write every note that is asked for, not only those listed, as CSV."""
        query = self.query()
        self.write_rows(path, lambda own, _context: write_notes(path, all_notes_of(own, query)))
