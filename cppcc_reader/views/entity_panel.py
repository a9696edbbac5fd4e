"""The entities of the open page by form and label: accept, reject, relabel or name a group in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.editing.change_set import ChangeSet
from cppcc_reader.core.editing.command import Command
from cppcc_reader.core.editing.mention_commands import (
    AcceptMentions,
    RejectMentions,
    RelabelMentions,
    RemoveMentions,
    SetNormalForm,
    SetNormalForms,
)
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.dialog_parts import side_by_side
from cppcc_reader.views.entity_panel_groups import EntityFilter, EntityGroup, confident_suggestions, group_mentions
from cppcc_reader.views.entity_panel_model import COUNT, FORM, LABEL, NORMAL, EntityModel
from cppcc_reader.views.key_reader import key_name
from cppcc_reader.views.term_names import label_name
from cppcc_reader.views.theme import Theme

_REFRESH_DELAY_MS = 200
"""The list follows when the hands rest: tagging name after name never waits for it."""
_DEFAULT_CONFIDENCE = 95


class EntityPanel(QWidget):
    """A list of groups; opened, a group shows where it stands, and choosing a place goes there.

    Keys in the list: a label's key relabels the group, Y accepts, R rejects, Delete removes, Enter goes to the
    next place of the group, F2 writes its normal form.

    Signals:
        normal_forms_wanted(): somebody asked for proposals; answer by :meth:`show_proposals`.
    """

    normal_forms_wanted = Signal()

    def __init__(self, session: AnnotationSession, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._model = EntityModel(self._set_normal_form)
        self._tree = QTreeView()
        self._words = QLineEdit()
        self._label = QComboBox()
        self._suggested = QCheckBox()
        self._hint = QLabel()
        self._accept, self._reject = QPushButton(), QPushButton()
        self._relabel, self._remove = QPushButton(), QPushButton()
        self._least = QSpinBox()
        self._forms = QPushButton()
        self._proposals: dict[str, str] = {}
        self._accept_confident = QPushButton()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REFRESH_DELAY_MS)
        self._build()
        self._connect()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Group the page's mentions anew; what was open and chosen stays so."""
        self._later.stop()
        self._name_controls()
        self._hint.setStyleSheet(f"color: {self._theme.muted}")
        current = self._model.group_at(self._tree.currentIndex())
        opened = list(self._opened())
        order = [label.id for label in self._session.tag_set.labels]
        mentions = self._session.annotations.mentions
        groups = group_mentions(self._session.text, mentions, self._filter(), order)
        self._model.show(self._session.text, groups, self._session.tag_set, self._theme, self._proposals)
        self._tree.setColumnHidden(NORMAL, not self._model.has_normal_forms)
        for key in opened:
            self._tree.setExpanded(self._model.index_of(key), True)
        if current is not None:
            self._tree.setCurrentIndex(self._model.index_of(current.key))
        self._hint.setText(self.tr("共 {0} 种 {1} 处").format(len(groups), sum(len(g.mentions) for g in groups)))
        self._show_state()

    def show_proposals(self, forms: Mapping[str, str]) -> None:
        """Show normal forms in grey, by mention id, for the person to take all of or to write others."""
        self._proposals = dict(forms)
        if not forms:
            self._session.message.emit(self.tr("这一版里没有可以补全的简称"))
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take the keys of the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Group the mentions when they are to be seen."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill_labels()
            self.refresh()
        super().changeEvent(event)

    def _build(self) -> None:
        self._tree.setModel(self._model)
        self._tree.setFrameShape(QTreeView.Shape.NoFrame)
        self._tree.viewport().setAutoFillBackground(False)
        self._tree.setUniformRowHeights(True)
        self._tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._tree.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        header = self._tree.header()
        header.setMinimumSectionSize(40)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(FORM, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NORMAL, QHeaderView.ResizeMode.Stretch)
        self._tree.setStyleSheet("QTreeView::item { padding: 3px 0; }")
        self._words.setClearButtonEnabled(True)
        self._least.setRange(50, 100)
        self._least.setValue(_DEFAULT_CONFIDENCE)
        self._least.setSuffix(" %")
        self._relabel.setMenu(QMenu(self._relabel))
        self._fill_labels()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(side_by_side(self._words, self._label, self._suggested, stretch=0))
        layout.addWidget(self._hint)
        layout.addWidget(self._tree, 1)
        layout.addLayout(side_by_side(self._accept, self._reject, self._relabel, self._remove))
        layout.addLayout(side_by_side(self._least, self._accept_confident, stretch=1))
        layout.addWidget(self._forms)

    def _connect(self) -> None:
        self._tree.installEventFilter(self)
        self._tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._tree.customContextMenuRequested.connect(self._show_menu)
        self._tree.selectionModel().currentChanged.connect(self._go_to_current)
        self._tree.expanded.connect(self._give_places_room)
        self._words.textChanged.connect(self._later.start)
        self._label.currentIndexChanged.connect(self.refresh)
        self._suggested.toggled.connect(self.refresh)
        self._accept.clicked.connect(self._accept_group)
        self._reject.clicked.connect(self._reject_group)
        self._remove.clicked.connect(self._remove_group)
        self._least.valueChanged.connect(self._show_state)
        self._accept_confident.clicked.connect(self._accept_all_confident)
        self._forms.clicked.connect(self._ask_or_take_forms)
        self._later.timeout.connect(self.refresh)
        self._session.page_opened.connect(self._show_page)
        self._session.changed.connect(self._follow_change)

    def _name_controls(self) -> None:
        self.setAccessibleName(self.tr("实体面板"))
        self._tree.setAccessibleName(self.tr("本版实体，按名称和标签归并"))
        self._words.setPlaceholderText(self.tr("筛选"))
        self._words.setAccessibleName(self.tr("按文字筛选"))
        self._label.setAccessibleName(self.tr("按标签筛选"))
        self._label.setItemText(0, self.tr("全部标签"))
        self._suggested.setText(self.tr("只看建议"))
        self._accept.setText(self.tr("接受"))
        self._reject.setText(self.tr("拒绝"))
        self._relabel.setText(self.tr("改标签"))
        self._remove.setText(self.tr("删除"))
        self._least.setAccessibleName(self.tr("最低可信度"))
        self._least.setPrefix(self.tr("可信度 ≥ "))

    def _fill_labels(self) -> None:
        """Offer the labels of the label set in the filter and in the menu."""
        self._label.blockSignals(True)
        self._label.clear()
        self._label.addItem(self.tr("全部标签"), None)
        menu = self._relabel.menu()
        menu.clear()
        for label in self._session.tag_set.labels:
            self._label.addItem(label_name(label), label.id)
            action = menu.addAction(f"{label_name(label)}\t{label.key}")
            action.triggered.connect(lambda _checked=False, label_id=label.id: self._relabel_group(label_id))
        self._label.blockSignals(False)

    def _filter(self) -> EntityFilter:
        return EntityFilter(
            label=self._label.currentData(),
            suggested_only=self._suggested.isChecked(),
            words="".join(self._words.text().split()),
        )

    def _opened(self) -> Iterator[tuple[str, str]]:
        """Yield the keys of the groups whose places are shown."""
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            group = self._model.group_at(index)
            if group is not None and self._tree.isExpanded(index):
                yield group.key

    def _show_page(self, _record: PageRecord | None) -> None:
        self._proposals = {}
        self._fill_labels()
        self.refresh()

    def _follow_change(self, change: ChangeSet, _origin: QObject | None) -> None:
        if change.keys_of("mention") and self.isVisible():
            self._later.start()

    def _show_state(self) -> None:
        """Name what the buttons would do, and switch off what would do nothing."""
        group = self._model.group_at(self._tree.currentIndex())
        may = not self._session.read_only
        self._accept.setEnabled(may and group is not None and bool(group.suggested))
        self._reject.setEnabled(may and group is not None and bool(group.suggested))
        self._relabel.setEnabled(may and group is not None)
        self._remove.setEnabled(may and group is not None)
        count = len(self._confident())
        self._accept_confident.setText(self.tr("接受 {0} 个建议").format(count))
        self._accept_confident.setEnabled(may and count > 0)
        forms = len(self._open_proposals())
        words = self.tr("采用 {0} 个规范名").format(forms)
        self._forms.setText(words if forms else self.tr("找出简称的规范名"))
        self._forms.setEnabled(may and bool(self._session.annotations.mentions))

    def _open_proposals(self) -> tuple[tuple[str, str], ...]:
        """Return the proposals for mentions that are still there without a normal form."""
        mentions = self._session.annotations.mentions
        wanting = (mention.id for mention in mentions if mention.normal_form is None)
        return tuple((found, self._proposals[found]) for found in wanting if found in self._proposals)

    def _ask_or_take_forms(self) -> None:
        forms = self._open_proposals()
        if forms:
            self._execute(SetNormalForms(forms=forms), self.tr("已给 {0} 处实体写下规范名").format(len(forms)))
        else:
            self.normal_forms_wanted.emit()

    def _confident(self) -> tuple[str, ...]:
        return confident_suggestions(self._session.annotations.mentions, self._least.value() / 100)

    def _accept_all_confident(self) -> None:
        ids = self._confident()
        if ids:
            self._execute(AcceptMentions(ids=ids), self.tr("已接受 {0} 个建议").format(len(ids)))

    def _take_key(self, event: QKeyEvent) -> bool:
        keys = {label.key: label.id for label in self._session.tag_set.labels}
        key = key_name(event, keys)
        if key in keys:
            self._relabel_group(keys[key])
            return True
        slots = {
            "Y": self._accept_group,
            "R": self._reject_group,
            "Del": self._remove_group,
            "Return": self._go_to_next_place,
            "F2": self._write_normal_form,
        }
        if key in slots:
            slots[key]()
        return key in slots

    def _write_normal_form(self) -> None:
        """Let the person type the group's normal form, in a column that is hidden while nothing has one."""
        index = self._tree.currentIndex()
        group = self._model.group_at(index)
        if group is not None:
            self._tree.setColumnHidden(NORMAL, False)
            self._tree.edit(self._model.index_of(group.key).siblingAtColumn(NORMAL))

    def _show_menu(self, place: QPoint) -> None:
        """Show what can be done with the group under the pointer."""
        if self._model.group_at(self._tree.indexAt(place)) is not None:
            self.group_menu().popup(self._tree.viewport().mapToGlobal(place))

    def group_menu(self) -> QMenu:
        """Return a menu of what can be done with the current group; it goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button, words in ((self._accept, self.tr("接受建议")), (self._reject, self.tr("拒绝建议"))):
            action = menu.addAction(words)
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        labels = menu.addMenu(self.tr("改标签"))
        labels.addActions(self._relabel.menu().actions())
        menu.addAction(self.tr("写规范名"), self._write_normal_form).setEnabled(not self._session.read_only)
        menu.addAction(self.tr("下一处"), self._go_to_next_place)
        menu.addSeparator()
        menu.addAction(self.tr("删除"), self._remove.click).setEnabled(self._remove.isEnabled())
        return menu

    def _accept_group(self) -> None:
        words = self.tr("已接受 {0} 处“{1}”")
        self._on_group(lambda group: AcceptMentions(ids=group.suggested), words)

    def _reject_group(self) -> None:
        words = self.tr("已拒绝 {0} 处“{1}”")
        self._on_group(lambda group: RejectMentions(ids=group.suggested), words)

    def _remove_group(self) -> None:
        words = self.tr("已删除 {0} 处“{1}”")
        self._on_group(lambda group: RemoveMentions(ids=group.ids), words)

    def _relabel_group(self, label_id: str) -> None:
        words = self.tr("已改标签：{0} 处“{1}”")
        self._on_group(lambda group: RelabelMentions(ids=group.ids, label=label_id), words)

    def _set_normal_form(self, group: EntityGroup, normal_form: str) -> None:
        self._execute(SetNormalForm(ids=group.ids, normal_form=normal_form or None))

    def _on_group(
        self,
        command: Callable[[EntityGroup], AcceptMentions | RejectMentions | RemoveMentions | RelabelMentions],
        told: str,
    ) -> None:
        """Do something to the current group; ``told`` takes the number of places and the group's words."""
        group = self._model.group_at(self._tree.currentIndex())
        if group is not None:
            made = command(group)
            if made.ids:
                self._execute(made, told.format(len(made.ids), group.form))
            else:
                self._session.message.emit(self.tr("这一组里没有待判定的建议"))

    def _execute(self, command: Command, told: str = "") -> None:
        """Carry a command out and say in the status bar what it did to several places."""
        if self._session.execute(command, self):
            self._later.start()
            if told:
                self._session.message.emit(told)

    def _give_places_room(self, group: QModelIndex) -> None:
        """Let the words around a place run over all columns."""
        for row in range(self._model.rowCount(group)):
            self._tree.setFirstColumnSpanned(row, group, True)

    def _go_to_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_state()
        mention = self._model.mention_at(current)
        group = self._model.group_at(current)
        if mention is not None:
            self._go_to(mention)
        elif group is not None:
            self._session.hover(tuple(span for found in group.mentions for span in found.fragments), self)

    def _go_to_next_place(self) -> None:
        """Go to the group's next place after the caret, from the last one back to the first."""
        group = self._model.group_at(self._tree.currentIndex())
        if group is None:
            return
        caret = self._session.selection.caret
        after = [found for found in group.mentions if caret is not None and found.start > caret]
        self._go_to((after or list(group.mentions))[0])

    def _go_to(self, mention: Mention) -> None:
        found = self._session.annotations.segment_at(mention.start)
        article = found[0] if found else None
        selection = Selection(
            article_id=None if article is None else article.id,
            segment_starts=(found[1].start,) if found else (),
            fragments=mention.fragments,
            caret=mention.start,
        )
        self._session.select(selection, self)
