"""The hits of a search as a list model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from cppcc_reader.services.search import Hit

HIT_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


class SearchModel(QAbstractListModel):
    """Holds hits; :data:`HIT_ROLE` gives the hit itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show other hits; where only more were added at the end, nothing jumps."""
        known = len(self.hits)
        if known and list(hits[:known]) == self.hits:
            if len(hits) > known:
                self.beginInsertRows(QModelIndex(), known, len(hits) - 1)
                self.hits.extend(hits[known:])
                self.endInsertRows()
            return
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 (Qt's name)
        """Return the number of hits."""
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title, spoken text or the hit."""
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.title}。{place_of(hit)}。{hit.snippet}"
        return hit if role == HIT_ROLE else None


def place_of(hit: Hit) -> str:
    """Return where a hit stood in print (the file's name where that is not known), and the correction it touches."""
    number = QCoreApplication.translate("Search", "第 {0} 版").format(hit.page_no) if hit.page_no else ""
    known = [part for part in (hit.paper, hit.date, number) if part]
    place = "  ".join(known) if hit.date or hit.paper else hit.page_name
    if not hit.correction:
        return place
    return QCoreApplication.translate("Search", "勘误：{1}　{0}").format(place, hit.correction)
