"""What a step on several pages would change, page by page, before it is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cppcc_reader.core.model.page import PageFiling
from cppcc_reader.services.filing import FilingPreview
from cppcc_reader.views.dialog_parts import SPACE, column, hint

Row = tuple[str, str, str]
"""Name of a page, how it is now, how it would be."""


class BulkPreview(QDialog):
    """A list to be looked through; the button that agrees says what it does to how many pages.

    Args:
        verb: what the button does.
        rows: one for each page that would change.
    """

    def __init__(self, title: str, words: str, verb: str, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 440)
        table = QTableWidget(len(rows), 3, self)
        table.setAccessibleName(title)
        table.setHorizontalHeaderLabels([self.tr("版面"), self.tr("现在"), self.tr("之后")])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number, row in enumerate(rows):
            for place, words_of_cell in enumerate(row):
                item = QTableWidgetItem(words_of_cell)
                item.setToolTip(words_of_cell)
                table.setItem(number, place, item)
        table.resizeColumnToContents(1)
        table.resizeColumnToContents(2)
        buttons = QDialogButtonBox(self)
        agree = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        agree.setEnabled(bool(rows))
        agree.setDefault(True)
        buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = column(hint(words), table, margin=2 * SPACE)
        layout.addWidget(buttons)
        self.setLayout(layout)
        table.setFocus(Qt.FocusReason.OtherFocusReason)


def agreed(parent: QWidget, title: str, words: str, verb: str, rows: Sequence[Row]) -> bool:
    """Show what would change and tell whether the person agrees."""
    dialog = BulkPreview(title, words, verb, rows, parent)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer


def filing_rows(previews: Sequence[FilingPreview]) -> list[Row]:
    """Return the rows of a step that changes how pages are filed."""
    return [(one.page_name, *_differing(one.before, one.after)) for one in previews]


def _differing(before: PageFiling, after: PageFiling) -> tuple[str, str]:
    old, new = _words(before), _words(after)
    places = [place for place in range(len(old)) if old[place] != new[place]]
    return "  ".join(old[place] for place in places), "  ".join(new[place] for place in places)


def _words(filing: PageFiling) -> tuple[str, ...]:
    meta = filing.meta
    number = (
        QCoreApplication.translate("BulkPreview", "第 {0} 版").format(meta.page_no)
        if meta.page_no
        else QCoreApplication.translate("BulkPreview", "（没有版次）")
    )
    return (
        meta.paper or QCoreApplication.translate("BulkPreview", "（没有报纸）"),
        meta.date or QCoreApplication.translate("BulkPreview", "（没有日期）"),
        number,
        filing.assignee or QCoreApplication.translate("BulkPreview", "（未分派）"),
        QCoreApplication.translate("BulkPreview", "在回收站")
        if filing.trashed
        else QCoreApplication.translate("BulkPreview", "在列表里"),
    )
