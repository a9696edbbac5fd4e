"""The line at the bottom: what just happened, what stands at the caret, doubts left, when it was saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.place_words import words_about
from cppcc_reader.views.source_plan import SourcePlan

MESSAGE_MS = 8000


class _LongLabel(QLabel):
    """Words that may be longer than there is room: they end in … then, and the tooltip has all of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        # It must not widen the window.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def shown_words(self) -> str:
        """Return the words as far as there is room."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw what there is room for."""
        words = self.shown_words()
        self.setToolTip("" if words == self.text() else self.text())
        QPainter(self).drawText(self.contentsRect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class StatusBar(QStatusBar):
    """Listens to the session and says one thing at a time.

    Args:
        plan: gives the source view's plan as it stands now (made once for both: it is costly on a long page).
    """

    def __init__(
        self, session: AnnotationSession, plan: Callable[[], SourcePlan], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._plan = plan
        self.setSizeGripEnabled(False)
        self._words = _LongLabel(self)
        self._words.setAccessibleName(self.tr("最近的消息，或光标处的内容"))
        self._doubts = self._label(self.tr("本版剩余的疑点"))
        self._position = self._label(self.tr("光标位置"))
        self._saved = self._label(self.tr("保存时间"))
        self.addWidget(self._words, 1)
        for label in (self._doubts, self._position, self._saved):
            self.addPermanentWidget(label)
        self._message_timer = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._message_timer.timeout.connect(self._show_place)
        session.page_opened.connect(self._show_page)
        session.changed.connect(self._show_page)
        session.selection_changed.connect(self._show_place)
        session.message.connect(self.say)
        session.saved.connect(self._show_saved)
        self._show_page()

    def say(self, words: str) -> None:
        """Show a message for some seconds."""
        self._words.setText(words)
        self._message_timer.start()

    def message(self) -> str:
        """Return what is shown at the left."""
        return self._words.text()

    def saved_words(self) -> str:
        """Return what is said about saving."""
        return self._saved.text()

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setAccessibleName(name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return label

    def _show_page(self, *_: object) -> None:
        record = self._session.record
        doubts = len(self._session.doubts())
        if record is None:
            self._doubts.setText("")
        else:
            self._doubts.setText(self.tr("剩 %n 处疑点", "", doubts) if doubts else self.tr("没有疑点"))
        if self._session.read_only:
            self._saved.setText(self.tr("只读"))
        elif record is None:
            self._saved.setText("")
        self._position.setText(self._position_words(self._session.selection))
        if not self._message_timer.isActive():
            self._show_place()

    def _show_place(self, *_: object) -> None:
        self._message_timer.stop()
        selection = self._session.selection
        caret = selection.caret
        self._words.setText("" if caret is None else words_about(self._session, self._plan(), caret))
        self._position.setText(self._position_words(selection))

    def _position_words(self, selection: Selection) -> str:
        marked = sum(len(fragment) for fragment in selection.fragments)
        if marked:
            return self.tr("已选 %n 字", "", marked)
        if len(selection.segment_starts) > 1:
            return self.tr("已选 %n 个文本块", "", len(selection.segment_starts))
        if selection.caret is None:
            return ""
        return self.tr("第 {0} 字，共 {1} 字").format(selection.caret + 1, len(self._session.text))

    def _show_saved(self, moment: datetime) -> None:
        self._saved.setText(self.tr("已保存 {0}").format(moment.astimezone().strftime("%H:%M:%S")))
