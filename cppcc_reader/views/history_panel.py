"""The steps of the open page, named and dated; choosing one brings the page to where it stood after it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.term_names import command_name
from cppcc_reader.views.theme import Theme

if TYPE_CHECKING:
    from cppcc_reader.storage.edit_log import LogEntry

_EntryRole = Qt.ItemDataRole.UserRole


class HistoryPanel(QWidget):
    """Oldest step first; what was taken back stands in grey below the present state and can be made again."""

    def __init__(self, session: AnnotationSession, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._list = QListWidget()
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setStyleSheet("QListWidget::item { padding: 4px 0; }")
        self._list.setUniformItemSizes(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._hint)
        layout.addWidget(self._list, 1)
        # A click activates at once on some platforms only; itemClicked and Enter work on all.
        self._list.itemClicked.connect(self._jump)
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
        self._list.setAccessibleName(self.tr("每一步，最早的在前"))
        self._hint.setText(self.tr("点一步，版面回到那一步之后的样子；再点后面的，又能回来。"))
        self._list.clear()
        if self._session.record is None:
            return
        self._list.addItem(self._item(self.tr("最初的样子"), "", None))
        present = 0
        for row, entry in enumerate(self._session.history(), start=1):
            self._list.addItem(self._entry_item(entry))
            present = present if entry.undone else row
        self._list.setCurrentRow(present)
        self._list.scrollToItem(self._list.item(present))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Jump by Enter."""
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            item = self._list.currentItem()
            if item is not None:
                self._jump(item)
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
        item = self._item(command_name(entry.name), f"{moment:%m-%d %H:%M:%S}", entry.id)
        pages = self.tr("共 %n 版", "", len(entry.page_ids))
        item.setToolTip(f"{moment:%Y-%m-%d %H:%M:%S}  {entry.annotator}  {pages}".strip())
        if entry.undone:
            item.setForeground(QColor(self._theme.muted))
            item.setText(self.tr("{0}（已撤销）").format(item.text()))
        return item

    def _item(self, name: str, time: str, entry_id: int | None) -> QListWidgetItem:
        item = QListWidgetItem(f"{name}    {time}".rstrip())
        item.setData(_EntryRole, entry_id)
        return item

    def _jump(self, item: QListWidgetItem) -> None:
        self._session.jump_to(item.data(_EntryRole))
