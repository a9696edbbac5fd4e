"""The names of a library as a table, and the places of one as a list that is read as far as somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.services.entity_index import IndexedName, NamePlace, PlaceRow
from cppcc_reader.views.term_names import label_name

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
NAME, LABEL, COUNT, DATES = range(4)
_AT_ONCE = 200
"""Places read at a time."""


class EntityIndexModel(QAbstractTableModel):
    """Any number of names: a row is made of words only when it is painted; sorted by any column."""

    def __init__(self, tag_set: TagSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tag_set = tag_set
        self._names: list[IndexedName] = []

    def show(self, names: Sequence[IndexedName]) -> None:
        """List names in the given order."""
        self.beginResetModel()
        self._names = list(names)
        self.endResetModel()

    def name(self, row: int) -> IndexedName:
        """Return the name of a row."""
        return self._names[row]

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: D102, N802  (Qt's name)
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: D102, N802  (Qt's name)
        return 0 if parent.isValid() else DATES + 1

    def headerData(  # noqa: D102, N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("名称"), self.tr("标签"), self.tr("处"), self.tr("时间"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name = self._names[index.row()]
        words: tuple[Callable[[], str], ...] = (
            lambda: name.name,
            lambda: self._label(name),
            lambda: str(name.count),
            lambda: _dates(name),
        )
        return words[index.column()]()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; names that are alike in it keep their order."""
        keys: dict[int, Callable[[IndexedName], object]] = {
            NAME: attrgetter("name"),
            LABEL: attrgetter("label"),
            COUNT: attrgetter("count"),
            DATES: lambda name: name.first or "",
        }
        if column in keys:
            self.layoutAboutToBeChanged.emit()
            self._names.sort(key=keys[column], reverse=order == Qt.SortOrder.DescendingOrder)  # type: ignore[arg-type]
            self.layoutChanged.emit()

    def _label(self, name: IndexedName) -> str:
        label = self._tag_set.label(name.label)
        return label_name(label) if label else name.label


class EntityPlacesModel(QAbstractListModel):
    """The places of a name: how many there are is known at once, the words around them come as they are looked at.

    Signals:
        more_wanted(list[PlaceRow]): read these and call :meth:`add`.
    """

    more_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[PlaceRow] = ()
        self._places: list[NamePlace] = []
        self._is_reading = False

    def begin(self, rows: Sequence[PlaceRow]) -> None:
        """Show the places of another name, none of them read yet."""
        self.beginResetModel()
        self._rows, self._places, self._is_reading = rows, [], False
        self.endResetModel()
        self.fetchMore()

    def add(self, places: Sequence[NamePlace]) -> None:
        """Show places that were read."""
        self._is_reading = False
        first = len(self._places)
        if places:
            self.beginInsertRows(QModelIndex(), first, first + len(places) - 1)
            self._places += places
            self.endInsertRows()

    def place(self, row: int) -> NamePlace:
        """Return the place of a row."""
        return self._places[row]

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: D102, N802  (Qt's name)
        return 0 if parent.isValid() else len(self._places)

    def canFetchMore(self, _parent: _Index = _NO_PARENT) -> bool:  # noqa: D102, N802  (Qt's name)
        return len(self._places) < len(self._rows) and not self._is_reading

    def fetchMore(self, _parent: _Index = _NO_PARENT) -> None:  # noqa: D102, N802  (Qt's name)
        if self.canFetchMore():
            self._is_reading = True
            self.more_wanted.emit(list(self._rows[len(self._places) : len(self._places) + _AT_ONCE]))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        place = self._places[index.row()]
        where = "  ".join(part for part in (place.paper, place.date) if part) or place.page_name
        return f"{where}\n…{place.before}【{place.quote}】{place.after}…"


def _dates(name: IndexedName) -> str:
    if not name.first:
        return ""
    return name.first if name.first == name.last else f"{name.first} – {name.last}"
