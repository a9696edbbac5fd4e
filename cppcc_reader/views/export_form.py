"""The questions of the export dialog: format, content, pages, division."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from cppcc_reader.core.model.page import PageState
from cppcc_reader.formats.exporter import Scheme, Tokens
from cppcc_reader.formats.exporters import EXPORTERS
from cppcc_reader.formats.training_document import Unit
from cppcc_reader.services.export_options import ExportOptions, PageFilter, SplitBy, SplitPlan, What
from cppcc_reader.views.dialog_parts import SPACE, hint
from cppcc_reader.views.term_names import format_name, state_name

_WITH_SCHEME = {"conll"}


class ExportForm(QWidget):
    """Gives :class:`ExportOptions`; ``changed`` is emitted with every answer."""

    changed = Signal()

    def __init__(self, page_ids: Iterable[str] | None = None, parent: QWidget | None = None) -> None:
        """Args: ``page_ids`` are the pages chosen in the list, offered as the only ones to export."""
        super().__init__(parent)
        self._page_ids = None if page_ids is None else frozenset(page_ids)
        self._format = _box({name: format_name(one.name_zh) for name, one in EXPORTERS.items()})
        self._what = _box(
            {
                What.BOTH: self.tr("切分和实体"),
                What.SEGMENTATION: self.tr("只要切分"),
                What.ENTITIES: self.tr("只要实体"),
            }
        )
        self._unit = QComboBox()
        self._scheme = _box({one: one.value for one in Scheme})
        self._tokens = _box({Tokens.CHARACTERS: self.tr("按字"), Tokens.WORDS: self.tr("按词（结巴）")})
        self._states = {state: QCheckBox(state_name(state)) for state in PageState}
        self._since = _date_field(self.tr("最早日期"))
        self._until = _date_field(self.tr("最晚日期"))
        self._only_chosen = QCheckBox(self.tr("只要列表里选中的 %n 个版面", "", len(self._page_ids or ())))
        self._annotated = QCheckBox(self.tr("只要有人处理过的"))
        self._confirmed = QCheckBox(self.tr("只要确认过的实体，不要建议"))
        self._corrected = QCheckBox(self.tr("用勘误后的文字"))
        self._divide = QCheckBox(self.tr("划分训练、验证、测试"))
        self._shares = [_share(value) for value in (80, 10, 10)]
        self._by = _box({SplitBy.PAGE: self.tr("按版面"), SplitBy.ISSUE: self.tr("按一期报纸")})
        self._seed = QSpinBox()
        self._seed.setRange(0, 999_999)
        self._name_fields()
        self._lay_out()
        self._connect()
        self._follow_format()

    def options(self) -> ExportOptions:
        """Return the answers."""
        return ExportOptions(
            format=self._format.currentData(),
            what=What(self._what.currentData()),
            unit=Unit(self._unit.currentData()),
            pages=PageFilter(
                states=frozenset(state for state, box in self._states.items() if box.isChecked()),
                since=self._since.text().strip() or None,
                until=self._until.text().strip() or None,
                page_ids=self._page_ids if self._only_chosen.isChecked() else None,
            ),
            annotated_only=self._annotated.isChecked(),
            confirmed_only=self._confirmed.isChecked(),
            apply_corrections=self._corrected.isChecked(),
            split=self._split(),
            scheme=Scheme(self._scheme.currentData()),
            tokens=Tokens(self._tokens.currentData()),
        )

    def choose_format(self, name: str) -> None:
        """Choose a format by its name on the command line."""
        self._format.setCurrentIndex(self._format.findData(name))

    def _split(self) -> SplitPlan | None:
        if not self._divide.isChecked():
            return None
        train, dev, test = (box.value() / 100 for box in self._shares)
        return SplitPlan(train=train, dev=dev, test=test, by=SplitBy(self._by.currentData()), seed=self._seed.value())

    def _name_fields(self) -> None:
        """Name, for screen readers, the fields that share a line with others."""
        names = {
            self._scheme: self.tr("序列标记"),
            self._tokens: self.tr("字或词"),
            self._shares[0]: self.tr("训练"),
            self._shares[1]: self.tr("验证"),
            self._shares[2]: self.tr("测试"),
            self._by: self.tr("整体划分"),
            self._seed: self.tr("种子"),
        }
        for field, name in names.items():
            field.setAccessibleName(name)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 2 * SPACE, 0)
        form.setVerticalSpacing(SPACE)
        form.addRow(self.tr("格式(&F)"), self._format)
        form.addRow(self.tr("内容(&C)"), self._what)
        form.addRow(self.tr("单位(&U)"), self._unit)
        self._labelling = _line(self._scheme, self._tokens)
        form.addRow(self.tr("序列标记"), self._labelling)
        form.addRow(self.tr("版面状态"), _line(*list(self._states.values())[:3]))
        form.addRow("", _line(*list(self._states.values())[3:]))
        form.addRow("", hint(self.tr("都不勾就是全部版面，搁置的除外。")))
        form.addRow(self.tr("日期"), _line(self._since, QLabel(self.tr("至")), self._until))
        for box in (self._annotated, self._confirmed, self._corrected):
            form.addRow("", box)
        form.addRow("", self._only_chosen)
        self._only_chosen.setVisible(self._page_ids is not None)
        form.addRow("", self._divide)
        self._shares_line = _line(*self._shares)
        form.addRow(self.tr("比例"), self._shares_line)
        self._by_line = _line(self._by, QLabel(self.tr("种子")), self._seed)
        form.addRow(self.tr("整体划分"), self._by_line)
        self._same_seed = hint(self.tr("种子不变，同一个版面永远在同一份里，以后添加版面也不挪动。"))
        form.addRow("", self._same_seed)
        self._form = form

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._follow_format)
        for box in (self._what, self._unit, self._scheme, self._tokens, self._by):
            box.currentIndexChanged.connect(self.changed)
        for check in (*self._states.values(), self._only_chosen, self._annotated, self._confirmed, self._corrected):
            check.clicked.connect(self.changed)
        for field in (self._since, self._until):
            field.textChanged.connect(self.changed)
        for share in (*self._shares, self._seed):
            share.valueChanged.connect(self.changed)
        self._divide.clicked.connect(self._follow_format)

    def _follow_format(self) -> None:
        exporter = EXPORTERS[self._format.currentData()]
        names = {Unit.ARTICLE: self.tr("一篇文章"), Unit.PAGE: self.tr("一个版面")}
        self._unit.blockSignals(True)
        self._unit.clear()
        for unit in exporter.units:
            self._unit.addItem(names[unit], unit)
        self._unit.blockSignals(False)
        self._form.setRowVisible(self._labelling, exporter.name in _WITH_SCHEME)
        for row in (self._shares_line, self._by_line, self._same_seed):
            self._form.setRowVisible(row, self._divide.isChecked())
        self.changed.emit()


def _box(values: dict[str, str]) -> QComboBox:
    box = QComboBox()
    for value, words in values.items():
        box.addItem(words, value)
    return box


def _date_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText("2023-08-01")
    field.setAccessibleName(name)
    field.setMaximumWidth(120)
    return field


def _share(value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, 100)
    box.setSuffix(" %")
    box.setValue(value)
    return box


def _line(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return holder
