"""Single keys at the caret, the same in the source and in the article view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.key_reader import key_name

_MODIFIERS_ALONE = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}


class PageKeys(QObject):
    """Turns key presses into actions: role or label by digit, and the table's keys.

    Give it to a view by :meth:`attach`, or call :meth:`handle` first in ``keyPressEvent``. The input method must
    be off on the view (``Qt.WA_InputMethodEnabled``), or a Chinese input method swallows the letters.
    """

    def __init__(
        self,
        session: AnnotationSession,
        registry: ActionRegistry,
        *,
        tag: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        """Args: ``tag`` is called with a label id."""
        super().__init__(parent)
        self._session = session
        self._registry = registry
        self._tag = tag

    def attach(self, view: QWidget) -> None:
        """Switch the input method off on a view and see its keys before it does."""
        view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take the keys of an attached view."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.handle(event, watched)
        return False

    def handle(self, event: QKeyEvent, _origin: QObject) -> bool:
        """Carry out what the key means and tell whether it meant anything."""
        if event.key() in _MODIFIERS_ALONE:
            return False
        # The pointer rests while the hands type: its tint comes back when it moves.
        self._session.hover((), self)
        key = key_name(event, self._known())
        if self._session.selection.fragments and (label := self._label_of(key)):
            self._tag(label)
            return True
        action_id = self._registry.page_keys().get(key)
        return action_id is not None and self._registry.trigger(action_id)

    def _known(self) -> set[str]:
        return {*self._registry.page_keys(), *(label.key for label in self._session.tag_set.labels)}

    def _label_of(self, key: str) -> str | None:
        return next((label.id for label in self._session.tag_set.labels if label.key == key), None)
