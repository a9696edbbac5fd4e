"""Choose the other part of an article that goes on on another page: candidates with their reasons, Enter links."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from cppcc_reader.core.segmentation.continuation import LIKELY, Candidate, Direction, OpenEnd
from cppcc_reader.views.dialog_parts import SPACE, column, heading, hint
from cppcc_reader.views.percent import percent
from cppcc_reader.views.reason_words import reason_words


class ContinuationDialog(QDialog):
    """Shows the parts that fit one open end.

    Signals:
        link_wanted(Candidate): link this part; ``unlink_wanted()``: take the link away.
        shown(Candidate): a person wants to see this part.
    """

    link_wanted = Signal(object)
    unlink_wanted = Signal()
    shown = Signal(object)

    def __init__(self, end: OpenEnd, *, linked_to: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("转版接续"))
        self.resize(640, 420)
        self._link_button = QPushButton(self.tr("链接这一部分"), self)
        self._link_button.setEnabled(False)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("可能的另一部分"))
        self._list.setWordWrap(True)
        self._list.setSpacing(SPACE // 2)
        self._list.itemActivated.connect(lambda _item: self._link())
        self._list.currentRowChanged.connect(lambda row: self._link_button.setEnabled(row >= 0))
        self._state = QLabel(self.tr("正在文库中查找……"), self)
        self.setLayout(
            column(
                heading(self._question(end), self),
                hint(self._said(end, linked_to), self),
                self._state,
                self._list,
                self._buttons(linked=linked_to is not None),
                margin=2 * SPACE,
            )
        )

    def show_candidates(self, found: Sequence[Candidate], names: dict[str, str]) -> None:
        """Show what was found, best first.

        Args:
            names: name of each page by its id.
        """
        self._list.clear()
        for candidate in found:
            item = QListWidgetItem(self._words(candidate, names.get(candidate.end.page_id, "")), self._list)
            item.setData(Qt.ItemDataRole.UserRole, candidate)
        self._state.setVisible(not found)
        self._state.setText(self.tr("文库里没有找到相配的部分：另一版也许还没有导入，或者那边没有转接提示。"))
        if found:
            self._list.setCurrentRow(0)
            self._list.setFocus()

    def current(self) -> Candidate | None:
        """Return the chosen part."""
        item = self._list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found if isinstance(found, Candidate) else None

    def _buttons(self, *, linked: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._link_button, QDialogButtonBox.ButtonRole.AcceptRole)
        look = buttons.addButton(self.tr("打开看看"), QDialogButtonBox.ButtonRole.ActionRole)
        look.clicked.connect(self._look)
        if linked:
            unlink = buttons.addButton(self.tr("取消现有链接"), QDialogButtonBox.ButtonRole.DestructiveRole)
            unlink.clicked.connect(self._unlink)
        buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._link)
        buttons.rejected.connect(self.reject)
        return buttons

    def _question(self, end: OpenEnd) -> str:
        if end.direction is Direction.TO:
            return self.tr("《{0}》接下去在哪一版？").format(end.title)
        return self.tr("《{0}》的前一部分在哪一版？").format(end.title)

    def _said(self, end: OpenEnd, linked_to: str | None) -> str:
        said = self.tr("文中写着“{0}”。").format(end.note) if end.note else self.tr("文中没有转接提示。")
        return said + (self.tr("现在链接到：{0}").format(linked_to) if linked_to else "")

    def _words(self, candidate: Candidate, page_name: str) -> str:
        likely = self.tr("很可能") if candidate.score >= LIKELY else self.tr("可能")
        reason = reason_words(candidate.reason)
        return f"{candidate.end.title}\n{page_name} · {likely} {percent(candidate.score)} · {reason}"

    def _link(self) -> None:
        candidate = self.current()
        if candidate is not None:
            self.link_wanted.emit(candidate)
            self.accept()

    def _look(self) -> None:
        candidate = self.current()
        if candidate is not None:
            self.shown.emit(candidate)
            self.reject()

    def _unlink(self) -> None:
        self.unlink_wanted.emit()
        self.accept()
