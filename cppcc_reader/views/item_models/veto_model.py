"""Rows of a step on many places, each with a tick: what is not ticked is left alone."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class VetoRow:
    """One line.

    Attributes:
        key: what the line stands for.
        cells: what its columns say.
        places: how many places it would change.
    """

    key: Hashable
    cells: tuple[str, ...]
    places: int = 1


class VetoModel(QAbstractTableModel):
    """All rows begin with a tick; any number of them, because nothing is copied.

    Signals:
        ticks_changed(): rows were ticked or shown.
    """

    ticks_changed = Signal()

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._rows: Sequence[VetoRow] = ()
        self._vetoed: set[int] = set()

    def show(self, rows: Sequence[VetoRow]) -> None:
        """Show rows; those whose key was without a tick before stay so."""
        away = self.vetoed()
        self.beginResetModel()
        self._rows = rows
        self._vetoed = {number for number, row in enumerate(rows) if row.key in away}
        self.endResetModel()
        self.ticks_changed.emit()

    def chosen(self) -> list[VetoRow]:
        """Return the rows with a tick."""
        return [row for number, row in enumerate(self._rows) if number not in self._vetoed]

    def vetoed(self) -> frozenset[Hashable]:
        """Return the keys of the rows without a tick."""
        return frozenset(self._rows[number].key for number in self._vetoed)

    def is_ticked(self, row: int) -> bool:
        """Tell whether a row is ticked."""
        return row not in self._vetoed

    def tick(self, rows: Sequence[int], ticked: bool) -> None:
        """Tick rows or take their ticks away."""
        if not rows:
            return
        (self._vetoed.difference_update if ticked else self._vetoed.update)(rows)
        self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))
        self.ticks_changed.emit()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: D102, N802  (Qt's name)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: D102, N802  (Qt's name)
        return 0 if parent.isValid() else len(self._headers)

    def flags(self, index: _Index) -> Qt.ItemFlag:  # noqa: D102
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def headerData(  # noqa: D102, N802  (Qt's name)
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return self._headers[section] if wanted else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: D102
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: D102, N802
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
