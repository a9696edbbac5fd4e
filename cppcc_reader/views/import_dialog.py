"""Before an import: what each file would become, with its encoding to be changed where it is doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.formats.text_encoding import ENCODINGS
from cppcc_reader.services.import_report import FileCheck
from cppcc_reader.views.theme import Theme
from cppcc_reader.views.told import told

SHOWN_ROWS = 200
"""Rows of the table; of more files only those that want attention are listed first."""
SAMPLE_CHARACTERS = 160


class ImportDialog(QDialog):
    """Lists the files; what needs a look stands on top."""

    def __init__(self, checks: Sequence[FileCheck], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks = sorted(checks, key=lambda check: not (check.doubtful or check.reason))
        self._encodings: dict[Path, str] = {}
        self._theme = theme
        self.setWindowTitle(self.tr("导入版面"))
        self.resize(720, 480)
        self.table = QTableWidget(min(len(self._checks), SHOWN_ROWS), 3, self)
        self.table.setAccessibleName(self.tr("要导入的文件"))
        self.table.setHorizontalHeaderLabels([self.tr("文件"), self.tr("编码"), self.tr("说明")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self._sample = QLabel(self)
        self._sample.setWordWrap(True)
        self._sample.setMinimumHeight(72)
        self._sample.setTextFormat(Qt.TextFormat.PlainText)
        self._sample.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sample.setAccessibleName(self.tr("所选文件的开头"))
        self._fill()
        self._lay_out()
        self.table.currentCellChanged.connect(lambda row, *_: self._show_sample(row))
        self.table.setCurrentCell(0, 0)

    @property
    def paths(self) -> list[Path]:
        """The files that can be imported, in the order they were given."""
        return [check.path for check in self._checks if not check.reason]

    @property
    def encodings(self) -> dict[Path, str]:
        """The encodings that the person chose."""
        return dict(self._encodings)

    def choose_encoding(self, row: int, encoding: str) -> None:
        """Read the file of a row with another encoding."""
        self._encodings[self._checks[row].path] = encoding
        self._show_sample(row)

    def sample(self) -> str:
        """Return the beginning of the chosen file as it would be read."""
        return self._sample.text()

    def _fill(self) -> None:
        for row, check in enumerate(self._checks[:SHOWN_ROWS]):
            self.table.setItem(row, 0, QTableWidgetItem(check.path.name))
            if check.encoding:
                self.table.setCellWidget(row, 1, self._encoding_box(row, check))
            words = QTableWidgetItem(self._words_of(check))
            if check.reason or check.doubtful:
                words.setForeground(self._theme.colour(self._theme.doubt_text))
            self.table.setItem(row, 2, words)

    def _words_of(self, check: FileCheck) -> str:
        if check.reason:
            return self.tr("不能导入：{0}").format(told(check.reason))
        if check.doubtful:
            return self.tr("编码拿不准，请看下面的开头读得通不通")
        return "；".join(told(warning) for warning in check.warnings)

    def _encoding_box(self, row: int, check: FileCheck) -> QComboBox:
        box = QComboBox(self)
        names = [guess.encoding for guess in check.guesses] or [check.encoding]
        box.addItems(list(dict.fromkeys([check.encoding, *names, *ENCODINGS])))
        box.setAccessibleName(self.tr("{0} 的编码").format(check.path.name))
        box.textActivated.connect(lambda encoding: self.choose_encoding(row, encoding))
        return box

    def _show_sample(self, row: int) -> None:
        if not 0 <= row < len(self._checks):
            return
        check = self._checks[row]
        encoding = self._encodings.get(check.path, check.encoding)
        self._sample.setText(_beginning(check.path, encoding) if encoding else self._words_of(check))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        count = len(self.paths)
        self.import_button = QPushButton(self.tr("导入 %n 个文件", "", count), self)
        self.import_button.setEnabled(count > 0)
        self.import_button.setDefault(True)
        buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        if len(self._checks) > SHOWN_ROWS:
            more = self.tr("共 {0} 个文件，这里列出前 {1} 个，需要留意的在最前面。")
            layout.addWidget(QLabel(more.format(len(self._checks), SHOWN_ROWS), self))
        layout.addWidget(self.table, 1)
        layout.addWidget(self._sample)
        layout.addWidget(buttons)


def _beginning(path: Path, encoding: str) -> str:
    """Return the first characters of a file in an encoding; what does not fit shows as a replacement mark."""
    try:
        with path.open("rb") as file:
            head = file.read(8 * SAMPLE_CHARACTERS).decode(encoding, errors="replace")
    except (OSError, LookupError):
        return ""
    return " ".join(head.lstrip("\ufeff").split())[:SAMPLE_CHARACTERS]
