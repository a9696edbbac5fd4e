"""The entity list as a tree for Qt: groups, and below each the places where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.views.entity_panel_groups import EntityGroup, context_of
from cppcc_reader.views.percent import percent
from cppcc_reader.views.reason_words import reason_words
from cppcc_reader.views.term_names import label_name
from cppcc_reader.views.theme import Theme

FORM, LABEL, COUNT, NORMAL = range(4)
_SWATCH = QSize(16, 16)
_Index = QModelIndex | QPersistentModelIndex


class EntityModel(QAbstractItemModel):
    """Groups with their mentions; the normal form of a group can be edited.

    Args:
        rename: called with a group and its new normal form.
    """

    def __init__(self, rename: Callable[[EntityGroup, str], None]) -> None:
        super().__init__()
        self._rename = rename
        self._text = ""
        self._groups: list[EntityGroup] = []
        self._tag_set = TagSet(labels=())
        self._proposals: Mapping[str, str] = {}
        self._rows: dict[tuple[str, str], int] = {}
        self._quiet = QColor()
        self._swatches: dict[tuple[str, bool], QPixmap] = {}

    def show(
        self, text: str, groups: list[EntityGroup], tag_set: TagSet, theme: Theme, proposals: Mapping[str, str]
    ) -> None:
        """Show other groups.

        Args:
            proposals: normal forms that the machine proposes, by mention id; shown in grey.
        """
        self.beginResetModel()
        self._text, self._groups, self._tag_set, self._proposals = text, groups, tag_set, proposals
        self._rows = {group.key: row for row, group in enumerate(groups)}
        self._quiet = QColor(theme.muted)
        self._swatches = {
            (label.id, suggested): _swatch(theme.label_colour(label), dotted=suggested)
            for label in tag_set.labels
            for suggested in (False, True)
        }
        self.endResetModel()

    def group_at(self, index: _Index) -> EntityGroup | None:
        """Return the group of a row, or the one that a place belongs to."""
        if not index.isValid():
            return None
        return self._groups[index.internalId() - 1 if index.internalId() else index.row()]

    def mention_at(self, index: _Index) -> Mention | None:
        """Return the mention of a place, None for a group's row."""
        group = self.group_at(index)
        return group.mentions[index.row()] if group is not None and index.internalId() else None

    def index_of(self, key: tuple[str, str]) -> QModelIndex:
        """Return the row of a group, invalid if it is not shown."""
        row = self._rows.get(key)
        return QModelIndex() if row is None else self.index(row, 0)

    @property
    def has_normal_forms(self) -> bool:
        """Tell whether any group has a normal form, or one proposed."""
        return any(group.normal_form or group.proposed(self._proposals) for group in self._groups)

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's)
        """Return the index of a cell; a place carries the number of its group, from 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = QModelIndex()) -> Any:  # noqa: B008
        """Return the group's row of a place."""
        number = index.internalId() if index.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of groups, or of places in one."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() or parent.column() else len(self._groups[parent.row()].mentions)

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """Return the name of a column."""
        translate = QCoreApplication.translate
        if role == Qt.ItemDataRole.ToolTipRole and section == COUNT:
            return translate("Entities", "括号里是还没有判定的建议")
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (
            translate("Entities", "实体"),
            translate("Entities", "标签"),
            translate("Entities", "次数"),
            translate("Entities", "规范名"),
        )
        return names[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the normal form of a group be edited."""
        flags = super().flags(index)
        editable = index.column() == NORMAL and not index.internalId()
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return words, swatch or explanation of a cell."""
        group = self.group_at(index)
        if group is None:
            return None
        mention = self.mention_at(index)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == FORM and mention is None:
            return self._swatches.get((group.label, len(group.suggested) == len(group.mentions)))
        if role == Qt.ItemDataRole.ToolTipRole and mention is not None and mention.evidence is not None:
            return f"{reason_words(mention.evidence.reason)} {percent(mention.evidence.confidence)}".strip()
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == NORMAL and not group.normal_form:
            return self._quiet
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        return self._group_words(group, index.column()) if mention is None else self._words(mention, index.column())

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Take a new normal form for a whole group."""
        group = self.group_at(index)
        if group is None or role != Qt.ItemDataRole.EditRole or value == group.normal_form:
            return False
        self._rename(group, str(value).strip())
        return True

    def _group_words(self, group: EntityGroup, column: int) -> str:
        if column == FORM:
            return group.form
        if column == LABEL:
            label = self._tag_set.label(group.label)
            return group.label if label is None else label_name(label)
        if column == NORMAL:
            return group.normal_form or group.proposed(self._proposals)
        waiting = len(group.suggested)
        if not waiting:
            return str(len(group.mentions))
        return f"{len(group.mentions)}（{waiting}）"

    def _words(self, mention: Mention, column: int) -> str:
        """Return the words of a place: all in the first column, which runs over the others."""
        if column != FORM:
            return ""
        waits = mention.origin is Origin.SUGGESTED and mention.evidence is not None
        share = f"  {percent(mention.evidence.confidence)}" if waits and mention.evidence is not None else ""
        return context_of(self._text, mention) + share


def _swatch(colour: QColor, *, dotted: bool) -> QPixmap:
    """Return a short underline as mentions of the label have it."""
    pixmap = QPixmap(_SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    pen = QPen(colour, 3.0)
    if dotted:
        pen.setDashPattern([1.0, 1.0])
    painter.setPen(pen)
    painter.drawLine(1, 11, 15, 11)
    painter.end()
    return pixmap
