"""Accept suggestions above a confidence: the forms with their counts, a tick for each, for a page or the library."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QSpinBox, QVBoxLayout, QWidget

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.services.entity_acceptance import FormKey, SuggestedForm
from cppcc_reader.views.dialog_parts import SPACE, hint, side_by_side
from cppcc_reader.views.item_models.veto_model import VetoModel, VetoRow
from cppcc_reader.views.percent import percent
from cppcc_reader.views.term_names import label_name
from cppcc_reader.views.veto_list import VetoList

_PAUSE_MS = 200


class AcceptanceScope(StrEnum):
    """Where suggestions are accepted."""

    PAGE = "page"
    LIBRARY = "library"


class EntityAcceptanceDialog(QDialog):
    """Shows forms; whoever opens it finds them and accepts the ticked ones.

    Args:
        least: confidence in per cent that is asked for at first.

    Signals:
        forms_wanted(): find the forms of :meth:`scope` and :meth:`least`, and call :meth:`show_forms`.
        acceptance_wanted(): accept them but those of :meth:`kept_waiting`.
    """

    forms_wanted = Signal()
    acceptance_wanted = Signal()

    def __init__(self, *, least: int, tag_set: TagSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("接受建议"))
        self.resize(680, 520)
        self._tag_set = tag_set
        self._scope = QComboBox(self)
        self._scope.addItem(self.tr("本版"), AcceptanceScope.PAGE.value)
        self._scope.addItem(self.tr("整个文库（已完成的版面不动）"), AcceptanceScope.LIBRARY.value)
        self._scope.setAccessibleName(self.tr("范围"))
        self._least = QSpinBox(self)
        self._least.setRange(0, 100)
        self._least.setSuffix(" %")
        self._least.setValue(least)
        self._least.setAccessibleName(self.tr("最低可信度"))
        self._model = VetoModel(
            [self.tr("实体"), self.tr("标签"), self.tr("处"), self.tr("版面数"), self.tr("最低可信度")], self
        )
        self._list = VetoList(self._model, self)
        self._list.setAccessibleName(self.tr("将接受的建议"))
        self._state = QLabel(self)
        self._buttons = QDialogButtonBox(self)
        self._accept = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self._wait = QTimer(self)
        self._lay_out()
        self._connect()
        self._say_searching()

    def scope(self) -> AcceptanceScope:
        """Return where to accept."""
        return AcceptanceScope(self._scope.currentData())

    def least(self) -> float:
        """Return the least confidence, in [0, 1]."""
        return self._least.value() / 100

    def kept_waiting(self) -> frozenset[FormKey]:
        """Return the forms without a tick."""
        return frozenset(key for key in self._model.vetoed() if isinstance(key, tuple))

    def show_forms(self, forms: Sequence[SuggestedForm]) -> None:
        """Show what was found; ticks that were taken away stay away."""
        self._model.show([self._row(form) for form in forms])

    def _row(self, form: SuggestedForm) -> VetoRow:
        label = self._tag_set.label(form.label)
        name = label_name(label) if label else form.label
        cells = (form.form, name, str(form.places), str(form.pages), percent(form.least))
        return VetoRow(key=form.key, cells=cells, places=form.places)

    def _lay_out(self) -> None:
        scope, least = QLabel(self.tr("范围"), self), QLabel(self.tr("可信度不低于"), self)
        scope.setBuddy(self._scope)
        least.setBuddy(self._least)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(side_by_side(scope, self._scope, least, self._least, self._state, stretch=4))
        layout.addWidget(self._list, 1)
        words = self.tr("去掉勾的仍是建议；空格键勾选或去掉所选各行。合为一步，可以撤销；全库做之前先备份文库。")
        layout.addWidget(hint(words, self))
        layout.addWidget(self._buttons)
        self._list.setFocus()

    def _connect(self) -> None:
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self.forms_wanted)
        self._least.valueChanged.connect(self._ask_again)
        self._scope.currentIndexChanged.connect(self._ask_again)
        self._model.ticks_changed.connect(self._refresh)
        self._buttons.accepted.connect(self._agree)
        self._buttons.rejected.connect(self.reject)

    def _ask_again(self) -> None:
        """Ask when the hands rest; until then nothing can be accepted that is not shown."""
        self._say_searching()
        self._wait.start()

    def _say_searching(self) -> None:
        self._state.setText(self.tr("正在查……"))
        self._accept.setText(self.tr("接受"))
        self._accept.setEnabled(False)

    def _refresh(self) -> None:
        chosen = self._model.chosen()
        places = sum(row.places for row in chosen)
        self._state.setText(self.tr("{0} 种").format(self._model.rowCount()))
        self._accept.setText(self.tr("接受 {0} 处（{1} 种）").format(places, len(chosen)))
        self._accept.setEnabled(places > 0 and not self._wait.isActive())

    def _agree(self) -> None:
        self.acceptance_wanted.emit()
        self.accept()
