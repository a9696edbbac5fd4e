"""Notes, flagged doubts and corrections of the open page: filter, jump, edit, resolve."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.editing.change_set import ChangeSet
from cppcc_reader.core.editing.command import Command
from cppcc_reader.core.editing.page_commands import EditNote, RemoveNote, ResolveNote
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.theme import Theme

_NoteRole = Qt.ItemDataRole.UserRole
_WordsRole = Qt.ItemDataRole.UserRole + 1
_QUOTE = 14
NOTE_NAMES: dict[NoteKind, Any] = {
    NoteKind.REMARK: QT_TRANSLATE_NOOP("Notes", "批注"),
    NoteKind.DOUBT: QT_TRANSLATE_NOOP("Notes", "存疑"),
    NoteKind.CORRECTION: QT_TRANSLATE_NOOP("Notes", "勘误"),
}
assert set(NOTE_NAMES) == set(NoteKind)


def note_name(kind: NoteKind) -> str:
    """Return the name of a kind of note."""
    return QCoreApplication.translate("Notes", NOTE_NAMES[kind])


class _NoteDelegate(QStyledItemDelegate):
    """Shows a note with its kind and quote, but edits its text alone."""

    def initStyleOption(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = index.data(_WordsRole)


class NotesPanel(QWidget):
    """One line per note; the box says it is dealt with, a click goes there, F2 edits, Delete removes."""

    def __init__(self, session: AnnotationSession, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kind = QComboBox()
        self._open_only = QCheckBox()
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._list = QListWidget()
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setStyleSheet("QListWidget::item { padding: 4px 0; }")
        self._list.setWordWrap(True)
        self._list.setItemDelegate(_NoteDelegate(self._list))
        self._list.installEventFilter(self)
        self._build()
        self.set_theme(theme)
        self._kind.currentIndexChanged.connect(self.refresh)
        self._open_only.toggled.connect(self.refresh)
        self._list.itemClicked.connect(self._go)
        self._list.itemChanged.connect(self._take_edit)
        session.page_opened.connect(self.refresh)
        session.changed.connect(self._follow_change)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self._hint.setStyleSheet(f"color: {theme.muted}")
        self.refresh()

    def refresh(self) -> None:
        """Show the notes that the filter lets through."""
        self._name_controls()
        self._list.blockSignals(True)
        self._list.clear()
        for note in self._shown_notes():
            self._list.addItem(self._item(note))
        self._list.blockSignals(False)
        self._hint.setVisible(self._list.count() == 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Go to a note by Enter, remove it by Delete."""
        item = self._list.currentItem()
        if item is None or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(item)
        elif event.key() == Qt.Key.Key_Delete:
            self._session.execute(RemoveNote(id=item.data(_NoteRole).id), self)
        else:
            return super().eventFilter(watched, event)
        return True

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _build(self) -> None:
        self._kind.addItem("", None)
        for kind in NoteKind:
            self._kind.addItem("", kind)
        top = QHBoxLayout()
        top.addWidget(self._kind)
        top.addWidget(self._open_only)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._hint)
        layout.addWidget(self._list, 1)

    def _name_controls(self) -> None:
        self.setAccessibleName(self.tr("批注面板"))
        self._list.setAccessibleName(self.tr("批注、疑点与勘误"))
        self._kind.setAccessibleName(self.tr("种类"))
        self._kind.setItemText(0, self.tr("全部"))
        for index, kind in enumerate(NoteKind, start=1):
            self._kind.setItemText(index, note_name(kind))
        self._open_only.setText(self.tr("只看未解决"))
        self._hint.setText(self.tr("这里还没有批注。选中文字后按 N 写一条，留给自己或复核的人。"))

    def _shown_notes(self) -> Iterator[Note]:
        wanted = self._kind.currentData()
        for note in self._session.annotations.notes:
            if wanted in (None, note.kind) and not (self._open_only.isChecked() and note.resolved):
                yield note

    def _item(self, note: Note) -> QListWidgetItem:
        quote = " ".join(note.span.text_of(self._session.text).split())
        quote = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
        item = QListWidgetItem(note.text)
        item.setData(_NoteRole, note)
        item.setData(_WordsRole, self._words(note, quote))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self._words(note, quote))
        item.setToolTip(self.tr("{0} · {1} · 原文“{2}”").format(note_name(note.kind), note.author, quote))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
        item.setCheckState(Qt.CheckState.Checked if note.resolved else Qt.CheckState.Unchecked)
        if note.resolved:
            item.setForeground(QColor(self._theme.muted))
        return item

    def _words(self, note: Note, quote: str) -> str:
        if note.kind is NoteKind.CORRECTION:
            return f"{quote} → {note.text}"
        return f"{note_name(note.kind)}「{quote}」{note.text}"

    def _go(self, item: QListWidgetItem) -> None:
        note: Note = item.data(_NoteRole)
        found = self._session.annotations.segment_at(note.span.start)
        article = found[0] if found else None
        self._session.select(
            Selection(
                article_id=None if article is None else article.id,
                segment_starts=(found[1].start,) if found else (),
                fragments=(note.span,),
                caret=note.span.start,
            ),
            self,
        )

    def _take_edit(self, item: QListWidgetItem) -> None:
        """Carry out what was done to a line: its box ticked, or its words changed."""
        note: Note = item.data(_NoteRole)
        resolved = item.checkState() == Qt.CheckState.Checked
        if resolved != note.resolved:
            self._execute_soon(ResolveNote(id=note.id, resolved=resolved))
        elif item.text() != note.text:
            self._execute_soon(EditNote(id=note.id, text=item.text()))

    def _execute_soon(self, command: Command) -> None:
        """Carry a command out when the list has done with the line that it is going to replace."""
        QTimer.singleShot(0, self, lambda: self._session.execute(command, self))

    def _follow_change(self, change: ChangeSet, _origin: QObject | None) -> None:
        if change.keys_of("note"):
            self.refresh()
