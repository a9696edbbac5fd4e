"""The steps of the open page or of the whole library, named and dated.

Choosing a step of the page brings it to where it stood after that step. A step of the library (pages assigned,
moved to the trash, tagged all at once) is taken back by itself, whatever was done elsewhere since.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.term_names import command_name
from cppcc_reader.views.theme import Theme

if TYPE_CHECKING:
    from cppcc_reader.storage.edit_log import LogEntry

_PAGE, _LIBRARY = 0, 1
_SHOWN = 500
"""Steps of the library that are listed: the last ones."""
_EntryRole = Qt.ItemDataRole.UserRole


class HistoryPanel(QWidget):
    """Oldest step first; what was taken back stands in grey below the present state and can be made again."""

    def __init__(self, session: AnnotationSession, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._scope = QComboBox()
        self._scope.addItems(["", ""])
        self._scope.currentIndexChanged.connect(self.refresh)
        self._button = QPushButton()
        self._button.clicked.connect(self._step_alone)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._list = QListWidget()
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setStyleSheet("QListWidget::item { padding: 4px 0; }")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._scope)
        layout.addWidget(self._hint)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._button)
        # A click activates at once on some platforms only; itemClicked and Enter work on all.
        self._list.itemClicked.connect(self._choose)
        self._list.currentItemChanged.connect(self._name_button)
        self._list.installEventFilter(self)
        session.page_opened.connect(self._refresh_if_shown)
        session.pages_changed.connect(self._refresh_if_shown)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self._hint.setStyleSheet(f"color: {theme.muted}")
        self._refresh_if_shown()

    def refresh(self) -> None:
        """Read the steps anew and mark the present state."""
        self.setAccessibleName(self.tr("编辑历史"))
        self._scope.setAccessibleName(self.tr("谁的历史"))
        self._scope.setItemText(_PAGE, self.tr("这一版"))
        self._scope.setItemText(_LIBRARY, self.tr("整个文库"))
        self._button.setVisible(self._shows_library)
        self._list.clear()
        if self._shows_library:
            self._fill_with_library()
        else:
            self._fill_with_page()

    @property
    def _shows_library(self) -> bool:
        return self._scope.currentIndex() == _LIBRARY

    def _fill_with_page(self) -> None:
        self._list.setAccessibleName(self.tr("每一步，最早的在前"))
        self._hint.setText(self.tr("点一步，版面回到那一步之后的样子；再点后面的，又能回来。"))
        if self._session.record is None:
            return
        self._list.addItem(self._item(self.tr("最初的样子"), "", None))
        present = 0
        for row, entry in enumerate(self._session.history(), start=1):
            self._list.addItem(self._entry_item(entry))
            present = present if entry.undone else row
        self._list.setCurrentRow(present)
        self._list.scrollToItem(self._list.item(present))

    def _fill_with_library(self) -> None:
        self._list.setAccessibleName(self.tr("全部版面的每一步，最新的在前"))
        self._hint.setText(self.tr("选一步，单独撤销它或重做它；别处后来做的都留着。"))
        for entry in self._session.library_history(_SHOWN):
            item = self._entry_item(entry)
            several = self.tr("%n 个版面", "", len(entry.page_ids))
            where = entry.page_name if len(entry.page_ids) == 1 else several
            item.setText(f"{item.text()}\n{where}")
            self._list.addItem(item)
        self._name_button(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Jump by Enter."""
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            item = self._list.currentItem()
            if item is not None:
                self._choose(item)
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read the steps when they are to be seen."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh_if_shown()
        super().changeEvent(event)

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def _entry_item(self, entry: LogEntry) -> QListWidgetItem:
        moment = datetime.fromisoformat(entry.time).astimezone()
        item = self._item(command_name(entry.name), f"{moment:%m-%d %H:%M:%S}", entry)
        pages = self.tr("共 %n 版", "", len(entry.page_ids))
        item.setToolTip(f"{moment:%Y-%m-%d %H:%M:%S}  {entry.annotator}  {pages}".strip())
        if entry.undone:
            item.setForeground(QColor(self._theme.muted))
            item.setText(self.tr("{0}（已撤销）").format(item.text()))
        return item

    def _item(self, name: str, time: str, entry: LogEntry | None) -> QListWidgetItem:
        item = QListWidgetItem(f"{name}    {time}".rstrip())
        item.setData(_EntryRole, entry)
        return item

    def _choose(self, item: QListWidgetItem) -> None:
        if self._shows_library:
            return
        entry: LogEntry | None = item.data(_EntryRole)
        self._session.jump_to(None if entry is None else entry.id)

    def _name_button(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        entry: LogEntry | None = None if item is None else item.data(_EntryRole)
        self._button.setEnabled(entry is not None and not self._session.read_only)
        self._button.setText(self.tr("重做这一步") if entry is not None and entry.undone else self.tr("撤销这一步"))

    def _step_alone(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._session.undo_entry(item.data(_EntryRole))
