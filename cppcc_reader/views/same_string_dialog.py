"""Tag the same string everywhere: look the places over, take ticks away, tag the rest in one step."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.services.same_string import PlaceInLibrary
from cppcc_reader.views.item_models.same_string_model import AFTER, BEFORE, PAGE, STRING, TAGGED, SameStringModel
from cppcc_reader.views.term_names import label_name


class Scope(Enum):
    """Where to look."""

    ARTICLE = "article"
    PAGE = "page"
    LIBRARY = "library"


class _PlaceList(QTreeView):
    """A list in which Space ticks all selected rows at once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        model = self.model()
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if event.key() == Qt.Key.Key_Space and rows and isinstance(model, SameStringModel):
            model.tick(rows, not model.is_ticked(rows[0]))
        else:
            super().keyPressEvent(event)


class SameStringDialog(QDialog):
    """Shows places; whoever opens it finds them and tags the chosen ones.

    Signals:
        scope_wanted(Scope): find the places there and call :meth:`show_places`.
        tagging_wanted(list[PlaceInLibrary], str): tag these places with this label id.
        place_activated(PlaceInLibrary): a person wants to see this place.
    """

    scope_wanted = Signal(object)
    tagging_wanted = Signal(object, str)
    place_activated = Signal(object)

    def __init__(self, *, quote: str, label: str, tag_set: TagSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("标注全部“{0}”").format(quote))
        self.resize(880, 520)
        self._tag_set = tag_set
        self._places: Sequence[PlaceInLibrary] = ()
        self._model = SameStringModel(tag_set, self)
        self._model.set_quote(quote)
        self._scope = self._scope_box()
        self._label = self._label_box(label)
        self._list = self._place_list()
        self._summary = QLabel(self)
        self._tag_button = QPushButton(self)
        self._lay_out()
        self._model.ticks_changed.connect(self._refresh)
        self._refresh()

    def show_places(self, places: Sequence[PlaceInLibrary], *, more_to_come: bool = False) -> None:
        """Show what was found; ``more_to_come`` while the search goes on."""
        self._places = places
        self._model.show(places, self.label_id())
        for column in (STRING, TAGGED, PAGE):
            self._list.resizeColumnToContents(column)
        if more_to_come:
            self._summary.setText(self.tr("正在全库查找……"))

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the search over the library is."""
        self._summary.setText(self.tr("正在全库查找：{0} / {1} 版").format(done, total))

    def label_id(self) -> str:
        """Return the id of the label to tag with."""
        return str(self._label.currentData())

    def scope(self) -> Scope:
        """Return where to look."""
        return Scope(self._scope.currentData())

    def _scope_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("查找范围"))
        names: tuple[tuple[str, Scope], ...] = (
            (self.tr("本文"), Scope.ARTICLE),
            (self.tr("本版"), Scope.PAGE),
            (self.tr("整个文库"), Scope.LIBRARY),
        )
        for name, scope in names:
            box.addItem(name, scope.value)
        box.setCurrentIndex(1)
        box.currentIndexChanged.connect(lambda _index: self.scope_wanted.emit(self.scope()))
        return box

    def _label_box(self, label: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("标签"))
        for found in self._tag_set.labels:
            box.addItem(f"{label_name(found)} {found.id}", found.id)
        box.setCurrentIndex(max(0, box.findData(label)))
        box.currentIndexChanged.connect(lambda _index: self._model.show(self._places, self.label_id()))
        return box

    def _place_list(self) -> QTreeView:
        view = _PlaceList(self)
        view.setModel(self._model)
        view.setAccessibleName(self.tr("找到的位置"))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = view.header()
        header.setStretchLastSection(False)
        for column in (BEFORE, AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        view.activated.connect(lambda index: self.place_activated.emit(self._model.place(index.row())))
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for words, widget in ((self.tr("范围"), self._scope), (self.tr("标为"), self._label)):
            caption = QLabel(words, self)
            caption.setBuddy(widget)
            top.addWidget(caption)
            top.addWidget(widget)
            top.addSpacing(16)
        top.addStretch()
        top.addWidget(self._summary)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._tag_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._tag)
        buttons.rejected.connect(self.reject)
        hint = QLabel(
            self.tr("空格键勾选或去掉所选各行；双击可在版面上查看。已经这样标注的、属于更长实体的位置先不勾选。"), self
        )
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self._list, 1)
        layout.addWidget(hint)
        layout.addWidget(buttons)
        self._list.setFocus()

    def _refresh(self) -> None:
        chosen = len(self._model.chosen())
        self._tag_button.setText(self.tr("标注 %n 处", "", chosen))
        self._tag_button.setEnabled(chosen > 0)
        self._summary.setText(self.tr("共 %n 处", "", len(self._places)))

    def _tag(self) -> None:
        self.tagging_wanted.emit(self._model.chosen(), self.label_id())
        self.accept()
