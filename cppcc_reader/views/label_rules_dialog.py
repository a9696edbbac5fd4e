"""Edit a library's own rules for labels: words and a regular expression for each, tried on the open page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.core.tagging.custom_rules import CustomRules, LabelRule, RuleError
from cppcc_reader.services.bounded_rules import try_rule
from cppcc_reader.views.dialog_parts import SPACE, column, hint
from cppcc_reader.views.task_runner import TaskContext, TaskRunner
from cppcc_reader.views.term_names import label_name
from cppcc_reader.views.told import told

_SHOWN = 6
_PAUSE_MS = 200


class LabelRulesDialog(QDialog):
    """Rules on the left, the chosen one on the right.

    Args:
        text: the open page's text, on which a rule is tried while it is written.
        runner: tries it in the background, because a regular expression may take for ever.

    Signals:
        rules_wanted(tuple[LabelRule]): store these rules.
    """

    rules_wanted = Signal(object)

    def __init__(
        self,
        rules: Sequence[LabelRule],
        *,
        tag_set: TagSet,
        text: str,
        runner: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("标签规则"))
        self.resize(760, 480)
        self._rules = list(rules)
        self._tag_set = tag_set
        self._text = text
        self._runner = runner
        self._tried = 0
        self._loading = False
        self._wait = QTimer(self)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("规则"))
        self._label = QComboBox(self)
        for label in tag_set.labels:
            self._label.addItem(f"{label_name(label)} {label.id}", label.id)
        self._words = QPlainTextEdit(self)
        self._words.setTabChangesFocus(True)
        self._pattern = QLineEdit(self)
        self._found = QLabel(self)
        self._found.setWordWrap(True)
        self._buttons = QDialogButtonBox(self)
        self._place()
        self._connect()
        self._fill_list()

    def rules(self) -> tuple[LabelRule, ...]:
        """Return the rules that say something."""
        return tuple(rule for rule in self._rules if rule.words or rule.pattern)

    def _place(self) -> None:
        add, self._delete = QPushButton(self.tr("新规则"), self), QPushButton(self.tr("删除规则"), self)
        add.clicked.connect(self._add)
        self._delete.clicked.connect(self._remove)
        left = column(self._list)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(self._delete)
        left.addLayout(row)
        form = QFormLayout()
        form.addRow(self.tr("标签"), self._label)
        form.addRow(self.tr("词语，一行一个"), self._words)
        form.addRow(self.tr("正则表达式"), self._pattern)
        form.addRow("", hint(self.tr("要标的部分可写成 (?P<name>…)；整条匹配不超过 200 字。"), self))
        form.addRow(self.tr("在本版找到"), self._found)
        both = QHBoxLayout()
        both.addLayout(left, 1)
        both.addLayout(form, 2)
        self._save = self._buttons.addButton(self.tr("保存规则"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addLayout(both, 1)
        layout.addWidget(hint(self.tr("规则先于模型和词表；保存后用“重新建议”让它们生效。"), self))
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE_MS)
        self._wait.timeout.connect(self._try_on_page)
        self._list.currentRowChanged.connect(self._load)
        self._label.currentIndexChanged.connect(lambda _index: self._take())
        self._words.textChanged.connect(self._take)
        self._pattern.textChanged.connect(lambda _words: self._take())
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)

    def _fill_list(self) -> None:
        self._list.clear()
        self._list.addItems([self._title(rule) for rule in self._rules])
        self._list.setCurrentRow(0 if self._rules else -1)
        self._load(self._list.currentRow())

    def _title(self, rule: LabelRule) -> str:
        label = self._tag_set.label(rule.label)
        name = label_name(label) if label else rule.label
        return f"{name}：{'、'.join(rule.words[:3]) or rule.pattern or self.tr('（空）')}"

    def _load(self, row: int) -> None:
        chosen = self._rules[row] if 0 <= row < len(self._rules) else None
        for part in (self._label, self._words, self._pattern, self._delete):
            part.setEnabled(chosen is not None)
        self._loading = True
        self._label.setCurrentIndex(self._label.findData(chosen.label) if chosen else 0)
        self._words.setPlainText("\n".join(chosen.words) if chosen else "")
        self._pattern.setText(chosen.pattern if chosen else "")
        self._loading = False
        self._try()

    def _take(self) -> None:
        row = self._list.currentRow()
        if self._loading or not 0 <= row < len(self._rules):
            return
        words = (line.strip() for line in self._words.toPlainText().split("\n"))
        self._rules[row] = LabelRule(
            label=str(self._label.currentData()),
            words=tuple(dict.fromkeys(word for word in words if word)),
            pattern=self._pattern.text().strip(),
        )
        item = self._list.item(row)
        item.setText(self._title(self._rules[row]))
        self._try()

    def _try(self) -> None:
        """Show what is wrong with the chosen rule; what it finds on the open page is shown when the hands rest."""
        self._tried += 1
        self._wait.stop()
        row = self._list.currentRow()
        self._save.setEnabled(True)
        if not 0 <= row < len(self._rules):
            self._found.setText(self.tr("还没有规则：点“新规则”，选标签，写下词语或正则表达式。"))
            return
        try:
            CustomRules([self._rules[row]])
        except RuleError as error:
            self._refuse(error)
        else:
            self._found.setText(self.tr("正在试……"))
            self._save.setEnabled(False)
            self._wait.start()

    def _try_on_page(self) -> None:
        rule, text, tried = self._rules[self._list.currentRow()], self._text, self._tried

        def work(_context: TaskContext) -> list[str] | RuleError:
            try:
                return [text[one.start : one.end] for one in try_rule(rule, text)]
            except RuleError as error:  # no failure: it is what the person wants to know
                return error

        self._runner.run(work, done=self._show_found, failed=self._refuse, wanted=partial(self._is_latest, tried))

    def _is_latest(self, tried: int) -> bool:
        return self.isVisible() and tried == self._tried

    def _show_found(self, found: list[str] | RuleError) -> None:
        if isinstance(found, RuleError):
            self._refuse(found)
            return
        self._save.setEnabled(True)
        names = "、".join(dict.fromkeys(found[:_SHOWN]))
        self._found.setText(self.tr("{0} 处：{1}").format(len(found), names) if found else self.tr("没有"))

    def _refuse(self, error: Exception) -> None:
        self._found.setText(told(error))
        self._save.setEnabled(False)

    def _add(self) -> None:
        self._rules.append(LabelRule(label=self._tag_set.labels[0].id))
        self._list.addItem(self._title(self._rules[-1]))
        self._list.setCurrentRow(len(self._rules) - 1)
        self._words.setFocus()

    def _remove(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._rules):
            del self._rules[row]
            self._fill_list()

    def _accept(self) -> None:
        self.rules_wanted.emit(self.rules())
        self.accept()
