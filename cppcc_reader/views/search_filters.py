"""The filters of the search panel: which pages, which segments, what counts as the same character."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from cppcc_reader.core.character_folding import Folding
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import TITLE_ROLES, Role
from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.services.search import SearchRequest
from cppcc_reader.storage.search_finder import PageFilter, SearchOrder
from cppcc_reader.views.dialog_parts import SPACE
from cppcc_reader.views.term_names import label_name, role_name, state_name


class SearchFilters(QWidget):
    """Gives the request for what was typed; ``changed`` is emitted with every change."""

    changed = Signal()

    def __init__(self, tag_set: TagSet, papers: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = QComboBox(self)
        self._role.addItem(self.tr("所有角色"), frozenset())
        self._role.addItem(self.tr("只看标题（引题、主题、副题）"), TITLE_ROLES)
        for role in Role:
            self._role.addItem(role_name(role), frozenset({role}))
        self._label = QComboBox(self)
        self._label.addItem(self.tr("不论实体"), frozenset())
        for label in tag_set.labels:
            self._label.addItem(self.tr("是{0}").format(label_name(label)), frozenset({label.id}))
        self._state = QComboBox(self)
        self._state.addItem(self.tr("所有状态"), ())
        for state in PageState:
            self._state.addItem(state_name(state), (state,))
        self._paper = QComboBox(self)
        self._paper.addItem(self.tr("所有报纸"), ())
        for paper in papers:
            self._paper.addItem(paper, (paper,))
        self._entity = QLineEdit(self)
        self._entity.setPlaceholderText(self.tr("名称或标准名"))
        self._since = _date(self.tr("最早日期"), "1955-01-01")
        self._until = _date(self.tr("最晚日期"), "1955-12")
        self._width = QCheckBox(self.tr("全角、半角、大小写算一样"), self)
        self._variants = QCheckBox(self.tr("繁体、简体算一样"), self)
        self._width.setChecked(True)
        self._lay_out()
        self._connect()

    def request(self, query: str, order: SearchOrder) -> SearchRequest:
        """Return the request for typed words."""
        return SearchRequest(
            query=query,
            roles=self._role.currentData(),
            labels=self._label.currentData(),
            entity=self._entity.text().strip(),
            pages=PageFilter(
                states=tuple(self._state.currentData()),
                papers=tuple(self._paper.currentData()),
                date_from=self._since.text().strip(),
                date_to=self._until.text().strip(),
            ),
            folding=Folding(width=self._width.isChecked(), variants=self._variants.isChecked()),
            order=order,
            by_words=True,
        )

    def show_request(self, request: SearchRequest) -> None:
        """Set the filters of a request."""
        self.blockSignals(True)
        _choose(self._role, request.roles)
        _choose(self._label, request.labels)
        _choose(self._state, request.pages.states)
        _choose(self._paper, request.pages.papers)
        self._entity.setText(request.entity)
        self._since.setText(request.pages.date_from)
        self._until.setText(request.pages.date_to)
        self._width.setChecked(request.folding.width)
        self._variants.setChecked(request.folding.variants)
        self.blockSignals(False)

    def are_set(self) -> bool:
        """Tell whether anything narrows the search."""
        boxes = (self._role, self._label, self._state, self._paper)
        fields = (self._entity, self._since, self._until)
        return any(box.currentIndex() > 0 for box in boxes) or any(field.text().strip() for field in fields)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE)
        rows = (
            (self.tr("角色(&R)"), self._role, self.tr("实体类(&L)"), self._label),
            (self.tr("报纸(&P)"), self._paper, self.tr("状态(&S)"), self._state),
            (self.tr("日期(&D)"), self._since, self.tr("至"), self._until),
            (self.tr("有实体(&E)"), self._entity, "", None),
        )
        for row, (left, field, right, other) in enumerate(rows):
            for column, words, widget in ((0, left, field), (2, right, other)):
                if widget is not None:
                    name = QLabel(words, self)
                    name.setBuddy(widget)
                    widget.setMinimumWidth(80)
                    grid.addWidget(name, row, column)
                    grid.addWidget(widget, row, column + 1)
        grid.addWidget(self._width, len(rows), 0, 1, 4)
        grid.addWidget(self._variants, len(rows) + 1, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)

    def _connect(self) -> None:
        for box in (self._role, self._label, self._state, self._paper):
            box.currentIndexChanged.connect(self.changed)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
        for field in (self._entity, self._since, self._until):
            field.textChanged.connect(self.changed)
        for check in (self._width, self._variants):
            check.toggled.connect(self.changed)


def _date(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field


def _choose(box: QComboBox, value: object) -> None:
    # findData compares pointers of Python objects; these are equal without being the same.
    for index in range(box.count()):
        if box.itemData(index) == value:
            box.setCurrentIndex(index)
            return
    box.setCurrentIndex(0)
