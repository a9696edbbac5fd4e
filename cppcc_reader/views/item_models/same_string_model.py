"""Places of the same string as a table with a tick for each: before, the string, after, label, page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.services.same_string import PlaceInLibrary, is_open
from cppcc_reader.views.term_names import label_name

_Index = QModelIndex | QPersistentModelIndex
BEFORE, STRING, AFTER, TAGGED, PAGE = range(5)
_NO_PARENT = QModelIndex()


class SameStringModel(QAbstractTableModel):
    """Ticked places are the ones that will be tagged."""

    ticks_changed = Signal()

    def __init__(self, tag_set: TagSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tag_set = tag_set
        self._places: list[PlaceInLibrary] = []
        self._ticked: list[bool] = []
        self._label = ""

    def show(self, places: Sequence[PlaceInLibrary], label: str) -> None:
        """Show places; those that a person has tagged so already start without a tick."""
        self.beginResetModel()
        self._places, self._label = list(places), label
        self._ticked = [is_open(found.place, label) for found in places]
        self.endResetModel()
        self.ticks_changed.emit()

    def chosen(self) -> list[PlaceInLibrary]:
        """Return the ticked places."""
        return [found for found, ticked in zip(self._places, self._ticked, strict=True) if ticked]

    def place(self, row: int) -> PlaceInLibrary:
        """Return the place of a row."""
        return self._places[row]

    def tick(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick rows or take their ticks away."""
        for row in rows:
            self._ticked[row] = ticked
        if rows:
            self.dataChanged.emit(self.index(0, BEFORE), self.index(len(self._places) - 1, PAGE))
            self.ticks_changed.emit()

    def is_ticked(self, row: int) -> bool:
        """Tell whether a row is ticked."""
        return self._ticked[row]

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: D102, N802  (Qt's name)
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: D102, N802  (Qt's name)
        return 0 if parent.isValid() else PAGE + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:  # noqa: D102
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == BEFORE else flags

    def headerData(  # noqa: D102, N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("上文"), self.tr("文字"), self.tr("下文"), self.tr("现有标签"), self.tr("版面"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        found = self._places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(found, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == BEFORE:
            return Qt.CheckState.Checked if self._ticked[index.row()] else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == BEFORE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{found.place.before}【{self._words(found, STRING)}】{found.place.after}"
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: D102, N802
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _words(self, found: PlaceInLibrary, column: int) -> str:
        if column == TAGGED:
            return self._tagged(found)
        if column == STRING:
            return self._quote
        return {BEFORE: found.place.before, AFTER: found.place.after, PAGE: found.page_name}[column]

    def set_quote(self, quote: str) -> None:
        """Say what the string is."""
        self._quote = quote

    def _tagged(self, found: PlaceInLibrary) -> str:
        mentions = [found.place.mention] if found.place.mention else list(found.place.crossing)
        names = []
        for mention in mentions:
            label = self._tag_set.label(mention.label)
            name = label_name(label) if label else mention.label
            names.append(name if found.place.mention else self.tr("{0}（有重叠）").format(name))
        return "、".join(dict.fromkeys(names))
